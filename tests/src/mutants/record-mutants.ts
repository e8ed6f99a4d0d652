import type { Mutant } from './mutant';

const payment = (file: string) => `services/payment/src/${file}`;
const PUBLIC = payment('domain/public-record.test.ts');
const BOOK = payment('domain/record.test.ts');
const SUMS = payment('adapters/mongo/cohort-sums.test.ts');
const PAGES = 'services/membership/src/features/show-cohort/pages.test.ts';

/** Bugs that would let an organiser look better than the books, or everybody see one learner's money. */
export const recordMutants: readonly Mutant[] = [
  {
    name: 'record-whole-too-early',
    bug: 'the public record claims to be whole from a payment on, of which what was decided before is missing',
    file: payment('adapters/mongo/summed.ts'),
    find: 'const isWhole = record.paid === 1 && (before === null || before.isRecorded);',
    replace: 'const isWhole = record.paid === 1;',
    tests: [SUMS],
  },
  {
    name: 'record-forgets-since',
    bug: 'since when the record is whole is lost when its parts are put together',
    file: payment('adapters/mongo/cohort-sums.ts'),
    find: 'const sum = { cohortId, currency, sums, record, wholeFromMs, entries: null, faults };',
    replace:
      'const sum = { cohortId, currency, sums, record, wholeFromMs: wholeFromMs && null, entries: null, faults };',
    tests: [SUMS],
  },
  {
    name: 'record-forgets-cancelled',
    bug: 'cancelled cohorts are not in the public record',
    file: payment('domain/public-record.ts'),
    find: 'if (cancelledAtMs === null || settled > 0) return [];',
    replace: 'return [];',
    tests: [PUBLIC],
  },
  {
    name: 'record-before-the-last-member',
    bug: 'a cohort is in the public record before all of its members are settled',
    file: payment('domain/public-record.ts'),
    find: 'const isWhole = settled >= (shared.members ?? 0);',
    replace: 'const isWhole = true;',
    tests: [PUBLIC],
  },
  {
    name: 'record-shows-few',
    bug: 'figures of a cohort with a single member are shown',
    file: payment('domain/public-record.ts'),
    find: 'return cohort.members < FEWEST_MEMBERS_SHOWN ? null : together([cohort]);',
    replace: 'return together([cohort]);',
    tests: [PUBLIC],
  },
  {
    name: 'record-totals-tell-few',
    bug: 'a total changes by what one small cohort has done',
    file: payment('domain/public-record.ts'),
    find: 'if (membersOf(small) >= FEWEST_MEMBERS_SHOWN) {',
    replace: 'if (membersOf(small) > 0) {',
    tests: [PUBLIC],
  },
  {
    name: 'record-tells-single-refunds',
    bug: 'what came back of a cohort is told while refunds of it still wait',
    file: payment('domain/public-record.ts'),
    find: "const isConfirmed = at(figures, 'waitingMinor') === 0;",
    replace: 'const isConfirmed = true;',
    tests: [PUBLIC],
  },
  {
    name: 'record-leaves-out-who-waits',
    bug: 'refunds that never come do not count in how fast they come',
    file: payment('domain/public-record.ts'),
    find: 'const due = timed.reduce((sum, count) => sum + count, waiting);',
    replace: 'const due = timed.reduce((sum, count) => sum + count, 0);',
    tests: [PUBLIC],
  },
  {
    name: 'record-counts-an-appeal-twice',
    bug: 'an appeal that was dismissed and taken to the arbiter is two',
    file: payment('domain/appeals-in-book.ts'),
    find: 'const isKnown = appeals.some(({ appealId }) => appealId === appeal.appealId);',
    replace: 'const isKnown = false;',
    tests: [BOOK],
  },
  {
    name: 'record-keeps-a-returned-refund',
    bug: 'a refund that the bank gave back still counts as quick',
    file: payment('domain/record.ts'),
    find: "if (status !== 'succeeded') return 'refundsWaiting';",
    replace: "if (succeededAtMs === null && status !== 'failed') return 'refundsWaiting';",
    tests: [BOOK],
  },
  {
    name: 'record-starts-late',
    bug: 'the time of a refund begins a minute after it was due',
    file: payment('features/follow-check-in/consumer.ts'),
    find: 'return dueSince(events, Date.parse(received.data.dueAt));',
    replace: 'return dueSince(events, Date.parse(received.data.dueAt) + 60_000);',
    tests: [BOOK],
  },
  {
    name: 'record-without-old-books',
    bug: 'books of before there was a public record are never in it',
    file: payment('adapters/mongo/adopt-books.ts'),
    find: 'const withoutPart = { ...UNRECORDED,',
    replace: "const withoutPart = { 'state.isSummed': { $in: [null, false] },",
    tests: [SUMS],
  },
  {
    name: 'outcome-of-few',
    bug: 'membership tells how a cohort of four ended',
    file: 'services/membership/src/features/present/cohort.ts',
    find: 'if (outcome === null || outcome.members < FEWEST_MEMBERS_SHOWN) return null;',
    replace: 'if (outcome === null) return null;',
    tests: [PAGES],
  },
];
