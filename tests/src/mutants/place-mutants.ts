import type { Mutant } from './mutant';

const seatTests = ['services/membership/src/domain/seat-decisions.test.ts'];

/** Bugs in seats, numbers and days. */
export const placeMutants: readonly Mutant[] = [
  {
    name: 'longer-than-an-entry',
    bug: 'an entry holds as many characters as its bytes let through',
    file: 'services/checkin/src/domain/record-entry.ts',
    find: 'if (holdsAtMost(text, MOST_CHARACTERS)) return null;',
    replace: 'if (holdsAtMost(text, MOST_CHARACTERS * 100)) return null;',
    tests: ['services/checkin/src/checkin.test.ts'],
  },
  {
    name: 'characters-by-bytes',
    bug: 'a limit in characters counts the halves of an emoji',
    file: 'packages/rules/src/characters.ts',
    find: 'if (text.length > mostCharacters * MOST_UNITS_EACH) return false;',
    replace: 'if (text.length > mostCharacters) return false;',
    tests: ['packages/rules/src/characters.test.ts'],
  },
  {
    name: 'joined-after-the-end',
    bug: 'somebody joins a plan whose last day has closed',
    file: 'services/membership/src/domain/apply.ts',
    find: 'if (nowMs >= endsAtMs)',
    replace: 'if (nowMs >= endsAtMs * 2)',
    tests: ['services/membership/src/domain/enrolment.test.ts'],
  },
  {
    name: 'admitted-after-the-end',
    bug: 'a payment that comes after the last close gives a seat',
    file: 'services/membership/src/features/admit-paid/handler.ts',
    find: "if (nowMs >= planEndsMs(cohort.content.policy, timeZone)) return { kind: 'no_seat' };",
    replace: 'void planEndsMs;\nvoid timeZone;',
    tests: ['services/membership/src/features/apply/enrolling.test.ts'],
  },
  {
    name: 'paid-after-the-end',
    bug: 'a checkout opens after the last close',
    file: 'services/payment/src/domain/checkout.ts',
    find: 'endsAtMs !== null && now.atMs >= endsAtMs',
    replace: 'endsAtMs !== null && now.atMs >= endsAtMs * 2',
    tests: ['services/payment/src/domain/checkout.test.ts'],
  },
  {
    name: 'late-without-a-word',
    bug: 'nobody is told before paying that some days are over',
    file: 'services/membership/src/domain/plan-dates.ts',
    find: 'if (joinedAtMs < firstDay(policy, timeZone).closesAtMs) return null;',
    replace: 'if (joinedAtMs > 0) return null;',
    tests: ['services/membership/src/domain/enrolment.test.ts'],
  },
  {
    name: 'published-without-bounds',
    bug: 'a policy may take from learners whatever it likes',
    file: 'services/membership/src/domain/publish-cohort.ts',
    find: 'enrolUntilMs, nowMs, bounds });',
    replace: 'enrolUntilMs, nowMs, bounds: null });',
    tests: ['services/membership/src/domain/cohort.test.ts'],
  },
  {
    name: 'oversold-seats',
    bug: 'seats that are held do not count as taken',
    file: 'services/membership/src/domain/seating.ts',
    find: 'return capacity - admitted - holds.length;',
    replace: 'return capacity - admitted;',
    tests: seatTests,
  },
  {
    name: 'paid-twice-two-numbers',
    bug: 'whoever is a member already gets another number',
    file: 'services/membership/src/domain/seat-decisions.ts',
    find: "if (place.kind === 'member') return [];",
    replace: '',
    tests: seatTests,
  },
  {
    name: 'reused-number',
    bug: 'the number of a member who left is given again',
    file: 'services/membership/src/domain/seat-decisions.ts',
    find: 'memberNumber: current.lastNumber + 1',
    replace: 'memberNumber: current.admitted + 1',
    tests: seatTests,
  },
  {
    name: 'days-not-caught-up',
    bug: 'a command does not first work off the days that have closed',
    file: 'services/checkin/src/domain/record-entry.ts',
    find: "const closed = calendar.status === 'open' ? closeDays(run, offered.acceptedAtMs) : [];",
    replace: 'const closed: RunEvent[] = [];',
    tests: [
      'services/checkin/src/domain/record-entry.test.ts',
      'services/checkin/src/domain/calendar.test.ts',
      'services/checkin/src/domain/payouts.property.test.ts',
    ],
  },
];
