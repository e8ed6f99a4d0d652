import type { Mutant } from './mutant';

const checkin = (file: string) => `services/checkin/src/${file}`;
const granting = [checkin('domain/grant-by-time.test.ts')];
const settling = [checkin('domain/cohort.test.ts')];
const homework = (file: string) => `services/homework/src/domain/${file}`;
const watermarks = [homework('set-watermark.test.ts')];
const told = [checkin('domain/homework-told.test.ts')];

/** Bugs about when a cohort is settled, what may hold it, and leave. */
export const settlementMutants: readonly Mutant[] = [
  {
    name: 'settled-early',
    bug: 'who asks for the settlement has it before the announced instant',
    file: checkin('domain/settle-cohort.ts'),
    find: 'if (nowMs < allowedAtMs)',
    replace: 'if (nowMs < 0)',
    tests: settling,
  },
  {
    name: 'settled-without-review',
    bug: 'make-ups without end let the owner settle as soon as the last day has closed',
    file: checkin('domain/settle-cohort.ts'),
    find: 'lastCloseMs + (reviewDaysOf(policy) + appealDays) * DAY_MS',
    replace: 'lastCloseMs + 0 * reviewDaysOf(policy) * DAY_MS',
    tests: settling,
  },
  {
    name: 'not-shut-out',
    bug: 'an admission that read the cohort before the settlement opens a calendar that nobody freezes any more',
    file: checkin('features/settle-cohort/periodic.ts'),
    find: 'calendars.change(id, (calendar) => shutOut(calendar, clock.nowMs()))',
    replace: 'calendars.change(id, (calendar) => (calendar ? [] : shutOut(calendar, clock.nowMs())))',
    tests: [checkin('features/settle-cohort/periodic.test.ts')],
  },
  {
    name: 'cohort-before-enrolment',
    bug: 'an admission reads the cohort before it knows the calendar, which the settlement then does not find in between',
    file: checkin('features/follow-enrolment/admit.ts'),
    find: 'const enrolment = await calendars.enrolment(enrolmentId);',
    replace: 'await cohorts.load(cohortId);\n    const enrolment = await calendars.enrolment(enrolmentId);',
    tests: [checkin('features/follow-enrolment/consumer.test.ts')],
  },
  {
    name: 'watermark-ignored',
    bug: 'the settlement starts while homework has not told all that was handed in',
    file: checkin('domain/settle-cohort.ts'),
    find: 'if (awaitedHomework > 0)',
    replace: 'if (awaitedHomework > Infinity)',
    tests: settling,
  },
  {
    name: 'frozen-before-watermark',
    bug: 'a settlement under way freezes a calendar whose homework is on its way',
    file: checkin('domain/settle-calendar.ts'),
    find: 'if (awaitsHomework(calendar.run, awaitedUpToMs)) return [];',
    replace: 'if (awaitsHomework(calendar.run, null)) return [];',
    tests: [...told, checkin('features/settle-cohort/periodic.test.ts')],
  },
  {
    name: 'watermark-told-back',
    bug: 'an earlier watermark that comes late takes a later one back',
    file: checkin('domain/homework-told.ts'),
    find: 'upToMs <= (calendar.run.watermarkMs ?? -Infinity)',
    replace: 'upToMs === (calendar.run.watermarkMs ?? -Infinity)',
    tests: told,
  },
  {
    name: 'watermark-set-back',
    bug: 'homework says less than it has said already',
    file: homework('set-watermark.ts'),
    find: 'portfolio.watermarkMs >= upToMs',
    replace: 'portfolio.watermarkMs === upToMs',
    tests: watermarks,
  },
  {
    name: 'watermark-cut-early',
    bug: 'homework says that all is told while clocks still let somebody hand in',
    file: homework('set-watermark.ts'),
    find: 'nowMs >= doingEndsMs + CLOCKS_DIFFER_MS',
    replace: 'nowMs >= doingEndsMs - CLOCKS_DIFFER_MS',
    tests: watermarks,
  },
  {
    name: 'handed-in-behind-watermark',
    bug: 'a hand-in in flight while the watermark was cut is said after it as handed in before it',
    file: homework('set-watermark.ts'),
    find: 'Math.max(nowMs, watermarkMs ?? nowMs)',
    replace: 'Math.max(nowMs, -(watermarkMs ?? nowMs))',
    tests: watermarks,
  },
  {
    name: 'held-for-ever',
    bug: 'an appeal that nobody answers holds the settlement for ever',
    file: checkin('domain/settle-cohort.ts'),
    find: 'heldUntilMs > nowMs;',
    replace: 'heldUntilMs > 0;',
    tests: settling,
  },
  {
    name: 'leave-holds-nothing',
    bug: 'a cohort is settled although leave waits for a decision',
    file: checkin('domain/waiting-requests.ts'),
    find: 'decision === null && !withdrawn',
    replace: 'decision === null && !withdrawn && decision !== null',
    tests: granting,
  },
  {
    name: 'granted-too-soon',
    bug: 'an appeal is granted before the time to answer is over',
    file: checkin('domain/grant-by-time.ts'),
    find: 'answerDueMs(waiting, days) <= nowMs',
    replace: 'answerDueMs(waiting, days) <= Infinity * nowMs',
    tests: granting,
  },
  {
    name: 'timer-sleeps-on',
    bug: 'the timer is not due when the time to answer is over',
    file: checkin('domain/evolve.ts'),
    find: 'nextAnswerDueMs(run) ?? Infinity',
    replace: 'Infinity * (nextAnswerDueMs(run) ?? 1)',
    tests: granting,
  },
  {
    name: 'leave-without-bound',
    bug: 'leave is granted by time for any number of days',
    file: checkin('domain/grant-by-time.ts'),
    find: 'days.slice(0, left)',
    replace: 'days.slice(0)',
    tests: granting,
  },
  {
    name: 'leave-long-after',
    bug: 'leave can be asked for any time after the day',
    file: checkin('domain/leave.ts'),
    find: 'requestedAtMs >= askedUntilMs(run, day)',
    replace: 'requestedAtMs >= Infinity * askedUntilMs(run, day)',
    tests: granting,
  },
  {
    name: 'declined-after-time',
    bug: 'leave is declined after its time to decide',
    file: checkin('domain/leave.ts'),
    find: 'request.requestedAtMs }, decision.decidedAtMs))',
    replace: 'request.requestedAtMs }, 0))',
    tests: granting,
  },
];
