import type { Mutant } from './mutant';

const seatTests = ['services/membership/src/domain/seat-decisions.test.ts'];

/** Bugs in seats, numbers and days. */
export const placeMutants: readonly Mutant[] = [
  {
    name: 'oversold-seats', bug: 'seats that are held do not count as taken',
    file: 'services/membership/src/domain/seating.ts', find: 'return capacity - admitted - holds.length;', replace: 'return capacity - admitted;',
    tests: seatTests,
  },
  {
    name: 'paid-twice-two-numbers', bug: 'whoever is a member already gets another number',
    file: 'services/membership/src/domain/seat-decisions.ts', find: "if (place.kind === 'member') return [];", replace: '',
    tests: seatTests,
  },
  {
    name: 'reused-number', bug: 'the number of a member who left is given again',
    file: 'services/membership/src/domain/seat-decisions.ts', find: 'memberNumber: current.lastNumber + 1', replace: 'memberNumber: current.admitted + 1',
    tests: seatTests,
  },
  {
    name: 'days-not-caught-up', bug: 'a command does not first work off the days that have closed',
    file: 'services/checkin/src/domain/record-entry.ts', find: 'const closed = closeDays(run, acceptedAtMs);', replace: 'const closed: RunEvent[] = [];',
    tests: ['services/checkin/src/domain/record-entry.test.ts', 'services/checkin/src/domain/calendar.test.ts', 'services/checkin/src/domain/payouts.property.test.ts'],
  },
];
