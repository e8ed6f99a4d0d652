import type { Mutant } from './mutant';

const payment = (file: string) => `services/payment/src/${file}`;

/** Bugs in the less common ways of money: disputes, limits of methods, credit, connected accounts. */
export const wayOutMutants: readonly Mutant[] = [
  {
    name: 'dispute-freezes-nothing', bug: 'refunds go on while the bank has not decided',
    file: payment('domain/dispute.ts'), find: "return disputes.some(({ status }) => status === 'open');", replace: "return disputes.length > 1_000;",
    tests: [payment('domain/follow-dispute.test.ts')],
  },
  {
    name: 'dispute-booked-twice', bug: 'each look at a dispute books the whole withdrawal',
    file: payment('domain/follow-dispute.ts'), find: 'const withdrawnMinor = report.withdrawnMinor - dispute.withdrawnMinor;', replace: 'const withdrawnMinor = report.withdrawnMinor;',
    tests: [payment('domain/follow-dispute.test.ts'), payment('features/process.simulation.test.ts')],
  },
  {
    name: 'limits-ignored', bug: 'more refunds are sent than the payment method allows',
    file: payment('domain/way-out.ts'), find: "return taken >= refundsPerCharge ? 'refund_number_used_up' : null;", replace: 'return taken < 0 ? \'refund_number_used_up\' : null;',
    tests: [payment('domain/way-out.test.ts')],
  },
  {
    name: 'window-ignored', bug: 'refunds are sent after the payment method\'s window has passed',
    file: payment('domain/way-out.ts'), find: 'if (endsAtMs !== null && wallAtMs > endsAtMs)', replace: 'if (endsAtMs !== null && wallAtMs > endsAtMs * 2)',
    tests: [payment('domain/way-out.test.ts')],
  },
  {
    name: 'credit-spent-twice', bug: 'credit that another checkout counts on can be used again',
    file: payment('domain/credit.ts'), find: "return creditOf(book.balances, 'learner_credit') - heldMinor;", replace: "return creditOf(book.balances, 'learner_credit') - Math.min(0, heldMinor);",
    tests: [payment('domain/credit.test.ts')],
  },
  {
    name: 'refund-from-wrong-account', bug: 'a refund is asked of the platform although a connected account has the charge',
    file: payment('adapters/stripe/processor.ts'), find: '{ idempotencyKey: key, ...at(order.accountId) }', replace: '{ idempotencyKey: key }',
    tests: [payment('features/connected-accounts.test.ts')],
  },
  {
    name: 'by-hand-beyond-owed', bug: 'more is recorded as paid by hand than was owed',
    file: payment('domain/pay-by-hand.ts'), find: 'if (amountMinor > owedMinor) return refuse', replace: 'if (amountMinor > owedMinor * 1_000) return refuse',
    tests: [payment('features/manual-payouts.test.ts')],
  },
];
