import { ids, paidBook } from '../../testing/book';
import type { Book } from '../book';
import { judge } from './judge';
import { createTally } from './report';
import { addMovement, causesOf, doAgree, type LedgerSide, type Movement, type ProcessorSide } from './sides';

const NOW_MS = 1_800_000_000_000;
const MINUTE_MS = 60_000;
const charge: Movement = {
  id: 'txn_1',
  account: '',
  source: 'ch_1',
  kind: 'charge',
  type: 'charge',
  currency: 'CNY',
  amountMinor: 12_000,
  feeMinor: 378,
  createdMs: NOW_MS - 60 * MINUTE_MS,
  chargeId: 'ch_1',
  paymentIntentId: 'pi_1',
  enrolmentId: ids.enrolmentId,
  refund: null,
};
const refund: Movement = {
  ...charge,
  id: 'txn_2',
  source: 're_1',
  kind: 'refund',
  type: 'refund',
  amountMinor: -500,
  feeMinor: 0,
  refund: { period: '2026-03-02', attempt: 1 },
};
const sideOf = (...movements: Movement[]) => movements.reduce<ProcessorSide | null>(addMovement, null);
const ledger = (grossMinor: number, feeMinor = 0, currency = 'CNY'): LedgerSide => ({
  book: ids.enrolmentId,
  cohortId: ids.cohortId,
  currency,
  grossMinor,
  feeMinor,
});
const withRefund = (status: Book['refunds'][number]['status'], processorRefundId: string | null): Book => ({
  ...paidBook(),
  refunds: [
    {
      period: '2026-03-02',
      kind: 'deposit',
      paymentIntentId: 'pi_1',
      amountMinor: 500,
      status,
      attempt: 1,
      tries: 0,
      firstSentAtMs: null,
      nextAtMs: null,
      processorRefundId,
      failure: null,
      isCollecting: false,
      payouts: [],
      dueAtMs: null,
      succeededAtMs: null,
    },
  ],
});
const judged = (
  processor: ProcessorSide | null,
  inLedger: LedgerSide | null,
  book: Book | null = paidBook(),
  graceMs = 15 * MINUTE_MS,
) => {
  const finding = judge({ source: 'x', processor, ledger: inLedger, book, wallAtMs: NOW_MS, graceMs });
  return finding && [finding.state, finding.cause, finding.differenceMinor];
};

it.each<[string, ReturnType<typeof judged>, ReturnType<typeof judged>]>([
  ['equal sides', judged(sideOf(charge), ledger(12_000, 378)), null],
  [
    'a refund that failed before it was booked',
    judged(sideOf(refund, { ...refund, id: 'txn_3', type: 'refund_failure', amountMinor: 500 }), null),
    null,
  ],
  ['nothing on either side', judged(null, ledger(0)), null],
  ['a payment that is not booked', judged(sideOf(charge), null), ['difference', 'payment_not_booked', 11_622]],
  [
    'the same within its time',
    judged(sideOf({ ...charge, createdMs: NOW_MS - MINUTE_MS }), null),
    ['in_flight', 'payment_not_booked', 11_622],
  ],
  [
    'a payment of an unknown enrolment',
    judged(sideOf(charge), null, null),
    ['difference', 'payment_of_nobody', 11_622],
  ],
  [
    'a payment that names none',
    judged(sideOf({ ...charge, enrolmentId: null }), null),
    ['difference', 'payment_of_nobody', 11_622],
  ],
  ['a fee that is not booked', judged(sideOf(charge), ledger(12_000)), ['difference', 'fee_not_booked', -378]],
  ['another fee', judged(sideOf(charge), ledger(12_000, 377)), ['difference', 'fee_differs', -1]],
  ['another amount', judged(sideOf(charge), ledger(12_001, 378)), ['difference', 'amount_differs', -1]],
  ['another currency', judged(sideOf(charge), ledger(12_000, 378, 'JPY')), ['difference', 'currency_differs', 0]],
  ['a refund by hand', judged(sideOf({ ...refund, refund: null }), null), ['difference', 'refund_by_hand', -500]],
  [
    'a refund by hand that borrows the words of one of ours',
    judged(sideOf({ ...refund, source: 're_2' }), null, withRefund('succeeded', 're_1')),
    ['difference', 'refund_by_hand', -500],
  ],
  [
    'a refund that the bank has not confirmed',
    judged(sideOf(refund), null, withRefund('pending', 're_1')),
    ['in_flight', 'refund_pending', -500],
  ],
  [
    'the same after a month',
    judged(sideOf({ ...refund, createdMs: NOW_MS - 31 * 86_400_000 }), null, withRefund('pending', 're_1')),
    ['difference', 'refund_pending', -500],
  ],
  [
    'a refund whose answer was lost',
    judged(sideOf(refund), null, withRefund('sending', null)),
    ['in_flight', 'refund_pending', -500],
  ],
  [
    'a refund that arrived and is not booked',
    judged(sideOf(refund), null, withRefund('succeeded', 're_1')),
    ['difference', 'refund_not_booked', -500],
  ],
  [
    'a refund that came back and still counts',
    judged(sideOf(refund, { ...refund, id: 'txn_3', amountMinor: 500 }), ledger(-500)),
    ['difference', 'refund_return_not_booked', 500],
  ],
  [
    'a dispute that no book has',
    judged(sideOf({ ...charge, kind: 'dispute', amountMinor: -12_000, feeMinor: 1_500 }), null),
    ['difference', 'dispute_not_booked', -13_500],
  ],
  [
    'an entry that the processor does not know',
    judged(null, ledger(-500)),
    ['difference', 'unknown_to_processor', 500],
  ],
  [
    'a payout',
    judged(sideOf({ ...charge, kind: 'outside', type: 'payout', amountMinor: -9_000, feeMinor: 0 }), null, null),
    ['outside', 'left_the_platform', -9_000],
  ],
  [
    'a payout that the ledger claims',
    judged(sideOf({ ...charge, kind: 'outside', type: 'payout', amountMinor: -9_000, feeMinor: 0 }), ledger(-8_000)),
    ['difference', 'movement_unknown', -1_000],
  ],
  [
    'an adjustment',
    judged(sideOf({ ...charge, kind: 'other', type: 'adjustment', amountMinor: -7, feeMinor: 0 }), null, null),
    ['difference', 'movement_unknown', -7],
  ],
])('%s', (_what, finding, expected) => expect(finding).toEqual(expected));

it('lets no difference hide another in the totals', () => {
  const tally = createTally();
  for (const [at, amountMinor] of [500, -500].entries()) {
    const processor = sideOf({ ...charge, source: `ch_${at}`, amountMinor, feeMinor: 0 });
    const finding = judge({ source: `ch_${at}`, processor, ledger: null, book: null, wallAtMs: NOW_MS, graceMs: 0 });
    tally.addSides({ currency: 'CNY', netMinor: amountMinor }, null);
    if (finding) tally.addFinding(finding);
  }
  expect(tally.counted()).toMatchObject({
    differences: 2,
    causes: { payment_of_nobody: 2 },
    totals: [{ processorMinor: 0, ledgerMinor: 0, differenceMinor: 0, grossDifferenceMinor: 1_000 }],
  });
});

it('knows under which causes entries without a source stand', () => {
  expect(causesOf(charge)).toEqual(['paid:pi_1']);
  expect(causesOf(refund)).toEqual(['refund:2026-03-02:a1:succeeded', 'refund:2026-03-02:a1:returned']);
  expect(causesOf({ ...refund, refund: null })).toEqual([]);
  expect(doAgree(null, null)).toBe(true);
});
