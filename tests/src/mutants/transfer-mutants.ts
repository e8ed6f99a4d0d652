import type { Mutant } from './mutant';

const payment = (file: string) => `services/payment/src/${file}`;
const transferTests = [payment('domain/transfer.test.ts')];

/** Bugs about money that goes to organisers. */
export const transferMutants: readonly Mutant[] = [
  {
    name: 'transferred-in-the-cooling-off',
    bug: 'the fee goes to the organiser while it may still have to go back',
    file: payment('domain/money-of.ts'),
    find: 'book.feeEarnedFromMs <= atMs',
    replace: 'book.feeEarnedFromMs <= Infinity * atMs',
    tests: transferTests,
  },
  {
    name: 'transferred-twice',
    bug: 'a second transfer begins while nobody knows what became of the first',
    file: payment('domain/transfer.ts'),
    find: 'if (transfers.some(isSending)) return [];',
    replace: '',
    tests: transferTests,
  },
  {
    name: 'transferred-whole',
    bug: 'the fee goes out without what the payment cost, which deposits then lack',
    file: payment('domain/fee-transfer.ts'),
    find: '(balances.processor_fees ?? 0)',
    replace: '0',
    tests: transferTests,
  },
  {
    name: 'fee-not-reversed',
    bug: 'a fee that goes back to the learner stays with the organiser, and a deposit pays it',
    file: payment('domain/transfer.ts'),
    find: 'missingMinor < 0 ? transfers',
    replace: 'missingMinor < -Infinity ? transfers',
    tests: transferTests,
  },
  {
    name: 'transferred-while-disputed',
    bug: 'the fee of a payment that a bank questions goes out',
    file: payment('domain/fee-transfer.ts'),
    find: ' || isFrozen(book)) return null',
    replace: ') return null',
    tests: transferTests,
  },
  {
    name: 'transferred-what-was-never-here',
    bug: "the fee of a payment in the organiser's own account goes out of others' deposits",
    file: payment('domain/fee-transfer.ts'),
    find: 'every(({ accountId }) => accountId === null)',
    replace: 'every(() => true)',
    tests: transferTests,
  },
];
