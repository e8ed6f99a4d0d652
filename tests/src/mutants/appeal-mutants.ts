import type { Mutant } from './mutant';

const checkin = (file: string) => `services/checkin/src/${file}`;
const payment = (file: string) => `services/payment/src/${file}`;
const appealTests = [checkin('domain/appeals.test.ts'), checkin('domain/appeals.property.test.ts')];

/** Bugs about appeals, and about who comes when all is settled. */
export const appealMutants: readonly Mutant[] = [
  {
    name: 'settled-despite-appeal', bug: 'a calendar is settled while an appeal waits for its answer',
    file: checkin('domain/settle-calendar.ts'), find: ' || openAppeals(calendar.run).length > 0', replace: '',
    tests: appealTests,
  },
  {
    name: 'decider-answers', bug: 'who rejected a check-in answers the appeal against it',
    file: checkin('domain/answer-appeal.ts'), find: 'appeal.against.decidedBy === answeredBy', replace: 'appeal.against.decidedBy === answer.appealId',
    tests: appealTests,
  },
  {
    name: 'days-out-still-count', bug: 'the days that passed while a learner was wrongly out count as misses afterwards',
    file: checkin('domain/days-of-removal.ts'), find: '[...misses, ...closedWhileOut]', replace: '[...misses, ...closedWhileOut.slice(99)]',
    tests: appealTests,
  },
  {
    name: 'frozen-for-ever', bug: 'what other days have earned stays set aside, and a payout does not find its money',
    file: payment('domain/freeze-deposit.ts'), find: 'if (easedMinor <= 0) break;', replace: 'if (easedMinor !== -1) break;',
    tests: [payment('domain/freeze-deposit.test.ts')],
  },
  {
    name: 'late-admission', bug: 'a learner is admitted while the settlement goes past them',
    file: checkin('features/follow-enrolment/consumer.ts'), find: "status === 'settled' || (status === 'settling' && known.isNew)", replace: 'known.excusedDays.length < 0 && status',
    tests: [checkin('features/follow-enrolment/consumer.test.ts')],
  },
  {
    name: 'let-go-after-settlement', bug: 'who is settled is let go with everything back, although others have a share of what they forfeit',
    file: checkin('domain/follow-enrolment.ts'), find: "calendar?.status === 'open' ? [{ type: 'released', releasedAtMs }]", replace: "calendar?.status !== 'cancelled' ? [{ type: 'released', releasedAtMs }]",
    tests: [checkin('features/follow-enrolment/consumer.test.ts')],
  },
  {
    name: 'half-a-cohort-let-go', bug: 'members of a cancelled cohort are let go before it is known whether its settlement had begun',
    file: checkin('features/follow-enrolment/consumer.ts'), find: "if (!cohort.cancelled) return 'gap';", replace: '',
    tests: [checkin('features/follow-enrolment/consumer.test.ts')],
  },
  {
    name: 'cancelled-unasked', bug: 'a member of a cancelled cohort is refunded without a look at the settlement',
    file: 'services/membership/src/domain/end-enrolment.ts', find: "if (enrolment.memberNumber !== null)", replace: 'if (enrolment.memberNumber === -1)',
    tests: ['services/membership/src/domain/enrolment.test.ts'],
  },
];
