import type { Mutant } from './mutant';

const MONEY = 'services/payment/src/features/cohort-money.test.ts';
const SUMS = 'services/payment/src/adapters/mongo/cohort-sums.test.ts';
const CSV = 'packages/service-kit/src/http/csv.test.ts';

/** Bugs that would show the money of a class to others, count it wrongly, or let a table do what its reader did not ask for. */
export const cohortMoneyMutants: readonly Mutant[] = [
  {
    name: 'money-read-by-instructors',
    bug: 'an instructor reads what every cent of the class is doing',
    file: 'services/payment/src/features/read-cohort-money/http.ts',
    find: "access: ['owner', 'class_head']",
    replace: "access: ['owner', 'class_head', 'instructor']",
    tests: [MONEY],
  },
  {
    name: 'tables-read-by-the-committee',
    bug: "learners of the committee save everybody's money as a table",
    file: 'services/payment/src/features/export-cohort-money/http.ts',
    find: "access: ['owner', 'class_head']",
    replace: "access: ['owner', 'class_head', 'committee']",
    tests: [MONEY],
  },
  {
    name: 'table-of-all-cohorts',
    bug: "a class's table holds the entries of every organisation",
    file: 'services/payment/src/adapters/mongo/ledger.ts',
    find: 'entries.find({ cohortId }, ',
    replace: 'entries.find({ cohortId: { $ne: cohortId } }, ',
    tests: [MONEY],
  },
  {
    name: 'formula-in-a-table',
    bug: 'a reference such as =HYPERLINK(...) is calculated by whoever opens the table',
    file: 'packages/service-kit/src/http/csv.ts',
    find: 'CALCULATED.test(cell)',
    replace: 'CALCULATED.test(`x${cell}`)',
    tests: [CSV],
  },
  {
    name: 'formula-behind-space',
    bug: 'a formula behind a space, or in the width of Chinese letters, is calculated',
    file: 'packages/service-kit/src/http/csv.ts',
    find: "/^\\s*[=+\\-@\\t\\r\\n'＝＋－＠]/u",
    replace: "/^[=+\\-@\\t\\r\\n']/u",
    tests: [CSV],
  },
  {
    name: 'days-counted-twice',
    bug: 'a book that no sum counts yet is in the days twice once it is counted',
    file: 'services/payment/src/adapters/mongo/cohort-days.ts',
    find: 'others.length > 0 || !(await isWhole(cohortId, session))',
    replace: 'others.length > 0',
    tests: [SUMS],
  },
  {
    name: 'unconfirmed-pays-off-the-list',
    bug: 'what is told as paid by hand is open to be told again',
    file: 'services/payment/src/features/present/hand-payment.ts',
    find: 'shown.leftMinor - waitsFor',
    replace: 'shown.leftMinor',
    tests: [MONEY],
  },
];
