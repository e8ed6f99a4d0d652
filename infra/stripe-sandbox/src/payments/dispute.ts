import type { ChargeRecord, DisputeRecord } from '../state/records';
import type { Transaction } from '../state/transaction';
import type { Fees } from '../terms';
import { settleRefund } from './refund';

const ANSWER_WITHIN_SECONDS = 7 * 86_400;

export const DISPUTE_REASONS = [
  'bank_cannot_process',
  'check_returned',
  'credit_not_processed',
  'customer_initiated',
  'debit_not_authorized',
  'duplicate',
  'fraudulent',
  'general',
  'incorrect_account_details',
  'insufficient_funds',
  'noncompliant',
  'product_not_received',
  'product_unacceptable',
  'subscription_canceled',
  'unrecognized',
] as const;

export interface DisputeOrder {
  /** undefined: the whole charge. */
  readonly amountMinor: number | undefined;
  readonly reason: (typeof DISPUTE_REASONS)[number];
  /** Refunds that were still open fail, so that nobody is paid back twice. */
  readonly failsOpenRefunds: boolean;
}

/** The bank takes the money back. Returns undefined when the charge cannot be disputed. */
export function openDispute(
  tx: Transaction,
  charge: ChargeRecord,
  order: DisputeOrder,
  fees: Fees,
): DisputeRecord | undefined {
  const amountMinor = order.amountMinor ?? charge.amountMinor;
  if (charge.status !== 'succeeded' || charge.disputed || amountMinor > charge.amountMinor) return undefined;
  const opened: DisputeRecord = {
    id: tx.newId('du'),
    created: tx.now,
    amountMinor,
    currency: charge.currency,
    charge: charge.id,
    paymentIntent: charge.paymentIntent,
    reason: order.reason,
    status: 'needs_response',
    balanceTransactions: [tx.newId('txn')],
    evidence: {},
    submissions: 0,
    dueBy: tx.now + ANSWER_WITHIN_SECONDS,
    metadata: {},
  };
  const disputed: ChargeRecord = { ...charge, disputed: true, blockedBy: opened.id };
  tx.put('dispute', opened);
  tx.put('charge', disputed);
  move(tx, opened, opened.balanceTransactions[0] ?? '', { amountMinor: -amountMinor, feeMinor: fees.disputeMinor });
  tx.emit('charge.dispute.created', { kind: 'dispute', record: opened });
  tx.emit('charge.dispute.funds_withdrawn', { kind: 'dispute', record: opened });
  tx.emit('charge.updated', { kind: 'charge', record: disputed }, { disputed: false });
  if (order.failsOpenRefunds) failOpenRefunds(tx, charge);
  return opened;
}

/** The bank decides. Won: the money comes back (the fee too, where the terms say so) and refunds are possible again. Returns undefined when it was decided already. */
export function closeDispute(
  tx: Transaction,
  dispute: DisputeRecord,
  as: 'won' | 'lost',
  fees: Fees,
): DisputeRecord | undefined {
  if (dispute.status === 'won' || dispute.status === 'lost') return undefined;
  const reinstated = as === 'won' ? tx.newId('txn') : undefined;
  const closed: DisputeRecord = {
    ...dispute,
    status: as,
    balanceTransactions: reinstated ? [...dispute.balanceTransactions, reinstated] : dispute.balanceTransactions,
  };
  tx.put('dispute', closed);
  tx.emit('charge.dispute.closed', { kind: 'dispute', record: closed }, { status: dispute.status });
  if (!reinstated) return closed;

  const charge = tx.find('charge', dispute.charge);
  if (!charge) throw new Error(`dispute ${dispute.id} has no charge`);
  tx.put('charge', { ...charge, blockedBy: null });
  move(tx, closed, reinstated, {
    amountMinor: dispute.amountMinor,
    feeMinor: fees.disputeReturned ? -fees.disputeMinor : 0,
  });
  tx.emit('charge.dispute.funds_reinstated', { kind: 'dispute', record: closed });
  return closed;
}

/** The disputes that nobody answered in time are lost. */
export const isOverdue = (dispute: DisputeRecord, now: number): boolean =>
  dispute.status === 'needs_response' && dispute.dueBy <= now;

function failOpenRefunds(tx: Transaction, charge: ChargeRecord): void {
  for (const id of tx.book.tables.refund.idsBy('charge', charge.id)) {
    const open = tx.find('refund', id);
    if (open) settleRefund(tx, open, 'failed', 'charge_for_pending_refund_disputed');
  }
}

function move(
  tx: Transaction,
  dispute: DisputeRecord,
  id: string,
  { amountMinor, feeMinor }: { amountMinor: number; feeMinor: number },
): void {
  const isBack = amountMinor > 0;
  tx.put('balanceTransaction', {
    id,
    created: tx.now,
    amountMinor,
    feeMinor,
    currency: dispute.currency,
    type: 'adjustment',
    reportingCategory: isBack ? 'dispute_reversal' : 'dispute',
    source: dispute.id,
    description: `Chargeback ${isBack ? 'reversal' : 'withdrawal'} for ${dispute.charge}`,
  });
}
