import type { Mutant } from './mutant';

const payment = (file: string) => `services/payment/src/${file}`;
const simulation = payment('features/send-refunds/simulation.test.ts');
const service = payment('features/payment.test.ts');
const refundTests = [payment('domain/send-refund.test.ts'), simulation];

/** Bugs in money: what is captured, owed, sent and written down. */
export const moneyMutants: readonly Mutant[] = [
  {
    name: 'random-refund-key', bug: 'each call of a refund carries a new key',
    file: payment('domain/send-refund.ts'), find: 'return `refund:${enrolmentId}:${period}:a${attempt}`;', replace: 'return `refund:${enrolmentId}:${period}:a${attempt}:${Math.random()}`;',
    tests: refundTests,
  },
  {
    name: 'retry-without-proof', bug: 'a refusal counts as proof that no refund was made',
    file: payment('features/send-refunds/handler.ts'),
    find: "const own = reports.find(", replace: 'const own = [].find(', tests: [simulation],
  },
  {
    name: 'forgotten-keys-trusted', bug: 'a key that the processor has forgotten is sent again without asking',
    file: payment('domain/send-refund.ts'), find: 'const KEY_TRUSTED_MS = 23 * 3_600_000;', replace: 'const KEY_TRUSTED_MS = Infinity;',
    tests: refundTests,
  },
  {
    name: 'two-in-flight', bug: 'two refunds of one charge are under way at once',
    file: payment('domain/evolve-book.ts'), find: "&& (refund.status === 'sending' || refund.status === 'pending'));", replace: "&& refund.status === 'pending' && refund.tries > 1_000);",
    tests: [...refundTests, payment('domain/follow-check-in.test.ts')],
  },
  {
    name: 'total-paid-again', bug: 'the whole total is paid each time, not what is new of it',
    file: payment('domain/accrue-payout.ts'), find: 'due.dueMinor - givenMinor(book)', replace: 'due.dueMinor',
    tests: [payment('domain/follow-check-in.test.ts'), simulation],
  },
  {
    name: 'older-total-wins', bug: 'an older total overwrites a newer one',
    file: payment('domain/follow-check-in.ts'), find: 'revision > book.entitlement.revision', replace: 'revision >= 0',
    tests: [payment('domain/follow-check-in.test.ts')],
  },
  {
    name: 'same-payment-twice', bug: 'a payment that is told twice is booked twice',
    file: payment('domain/checkout.ts'), find: 'if (book.charges.some((charge) => charge.paymentIntentId === paymentIntentId)) return [];', replace: '',
    tests: [payment('domain/checkout.test.ts')],
  },
  {
    name: 'wrong-amount-buys-seat', bug: 'a payment of another amount buys the seat',
    file: payment('domain/checkout.ts'), find: 'amountMinor + creditMinor === price.entryFeeMinor + price.depositMinor', replace: 'amountMinor > 0',
    tests: [payment('domain/checkout.test.ts')],
  },
  {
    name: 'fee-earned-at-once', bug: 'the fee counts as earned before the cooling-off is over',
    file: payment('domain/money-of.ts'), find: 'book.feeEarnedFromMs <= atMs', replace: 'book.feeEarnedFromMs > 0',
    tests: [payment('domain/follow-check-in.test.ts')],
  },
  {
    name: 'returned-refund-ignored', bug: 'a refund that the bank sends back counts as arrived',
    file: payment('domain/send-refund.ts'), find: "const returned: BookEvent = { type: 'refund-returned'", replace: "if (attempt > 0) return []; const returned: BookEvent = { type: 'refund-returned'",
    tests: refundTests,
  },
  {
    name: 'hash-without-amounts', bug: 'the hash of an entry does not cover its amounts',
    file: 'packages/proof/src/journal.ts', find: 'entry.lines.map(({ account, amountMinor }) => [account, amountMinor])', replace: 'entry.lines.map(({ account }) => [account])',
    tests: [payment('domain/ledger/entry.test.ts')],
  },
  {
    name: 'validator-takes-unbalanced', bug: 'the database takes entries that do not add up',
    file: payment('adapters/mongo/ledger-validator.ts'), find: "{ $expr: { $eq: [{ $sum: '$lines.amountMinor' }, 0] } },", replace: '',
    tests: [payment('adapters/mongo/ledger-validator.test.ts')],
  },
  {
    name: 'dropped-unique-index', bug: 'two entries of a book may have the same number',
    file: payment('adapters/mongo/ledger-validator.ts'), find: '{ book: 1, seq: 1 }, { unique: true }', replace: '{ book: 1, seq: 1 }, {}',
    tests: [payment('adapters/mongo/ledger-validator.test.ts')],
  },
  {
    name: 'rewritable-entries', bug: 'the database lets stored entries be rewritten',
    file: payment('adapters/mongo/ledger-validator.ts'), find: "{ $expr: { $eq: ['$_id', spelledOut] } },", replace: '',
    tests: [payment('adapters/mongo/ledger-validator.test.ts')],
  },
  {
    name: 'webhook-from-the-future', bug: 'a webhook dated in the future is taken',
    file: payment('adapters/stripe/webhooks.ts'), find: 'if (isFromTheFuture(signature, wallAtMs)) return', replace: 'if (wallAtMs === 0) return',
    tests: [service],
  },
  {
    name: 'one-webhook-secret', bug: 'only the first of two secrets is tried while rotating',
    file: payment('adapters/stripe/webhooks.ts'), find: 'for (const secret of secrets) {', replace: 'for (const secret of secrets.slice(0, 1)) {',
    tests: [service],
  },
  {
    name: 'pool-not-checked', bug: 'a settlement whose parts are not its pool is booked',
    file: payment('domain/cohort-book.ts'), find: 'if (poolMinor !== bonusMinor + organiserMinor + charityMinor)', replace: 'if (poolMinor < 0)',
    tests: [payment('domain/cohort-book.test.ts')],
  },
];
