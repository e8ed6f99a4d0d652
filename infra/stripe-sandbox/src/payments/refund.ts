import type { ChargeRecord, Metadata, RefundRecord } from '../state/records';
import type { Transaction } from '../state/transaction';

export type RefundRefusal =
  | { readonly refused: 'charge_disputed' | 'charge_already_refunded' | 'charge_not_captured' }
  | { readonly refused: 'amount_too_large'; readonly leftMinor: number };

export interface RefundOrder {
  /** undefined: everything that is left. */
  readonly amountMinor: number | undefined;
  readonly reason: string | null;
  readonly metadata: Metadata;
}

/** How the bank takes it. `settles` null with `pending`: until someone says so through the control API. */
export interface RefundFate {
  readonly status: 'succeeded' | 'pending' | 'requires_action';
  readonly settles: RefundRecord['settles'];
}

/** Refunds (a part of) a charge, never more than what is left of it. The balance is debited at once, also while pending. */
export function refund(tx: Transaction, charge: ChargeRecord, order: RefundOrder, fate: RefundFate): RefundRefusal | { refused?: undefined; refund: RefundRecord } {
  const leftMinor = charge.amountMinor - charge.amountRefundedMinor;
  if (charge.status !== 'succeeded') return { refused: 'charge_not_captured' };
  if (charge.blockedBy) return { refused: 'charge_disputed' };
  if (leftMinor === 0) return { refused: 'charge_already_refunded' };
  const amountMinor = order.amountMinor ?? leftMinor;
  if (amountMinor > leftMinor) return { refused: 'amount_too_large', leftMinor };

  const made: RefundRecord = {
    id: tx.newId('re'), created: tx.now, amountMinor, currency: charge.currency,
    charge: charge.id, paymentIntent: charge.paymentIntent, paymentMethodType: charge.paymentMethodType,
    reason: order.reason, metadata: order.metadata,
    balanceTransaction: tx.newId('txn'), failureBalanceTransaction: null, failureReason: null,
    status: fate.status, settles: fate.settles,
  };
  const after: ChargeRecord = { ...charge, amountRefundedMinor: charge.amountRefundedMinor + amountMinor };
  tx.put('refund', made);
  tx.put('charge', after);
  tx.put('balanceTransaction', {
    id: made.balanceTransaction ?? '', created: tx.now, amountMinor: -amountMinor, feeMinor: 0, currency: charge.currency,
    type: isCard(charge) ? 'refund' : 'payment_refund', reportingCategory: 'refund', source: made.id,
    description: 'REFUND FOR CHARGE',
  });
  tx.emit('refund.created', { kind: 'refund', record: made });
  tx.emit('charge.refunded', { kind: 'charge', record: after }, { amount_refunded: charge.amountRefundedMinor });
  return { refund: made };
}

/** Ends an open refund. A failed one gives the money back to the balance and to the charge. Returns undefined when it has ended already. */
export function settleRefund(tx: Transaction, open: RefundRecord, as: 'succeeded' | 'failed' | 'canceled', why = 'unknown'): RefundRecord | undefined {
  if (open.status !== 'pending' && open.status !== 'requires_action') return undefined;
  const isBack = as !== 'succeeded';
  const settled: RefundRecord = {
    ...open, status: as, settles: null,
    failureReason: as === 'failed' ? why : null,
    failureBalanceTransaction: isBack ? tx.newId('txn') : null,
  };
  tx.put('refund', settled);
  if (isBack) giveBack(tx, settled);
  const previous = { status: open.status };
  if (as === 'failed') tx.emit('refund.failed', { kind: 'refund', record: settled }, previous);
  tx.emit('refund.updated', { kind: 'refund', record: settled }, previous);
  tx.emit('charge.refund.updated', { kind: 'refund', record: settled }, previous);
  return settled;
}

function giveBack(tx: Transaction, failed: RefundRecord): void {
  const charge = tx.find('charge', failed.charge);
  if (!charge) throw new Error(`refund ${failed.id} has no charge`);
  const after: ChargeRecord = { ...charge, amountRefundedMinor: charge.amountRefundedMinor - failed.amountMinor };
  tx.put('charge', after);
  tx.put('balanceTransaction', {
    id: failed.failureBalanceTransaction ?? '', created: tx.now, amountMinor: failed.amountMinor, feeMinor: 0, currency: failed.currency,
    type: isCard(charge) ? 'refund_failure' : 'payment_failure_refund', reportingCategory: 'refund_failure', source: failed.id,
    description: 'REFUND FAILURE',
  });
  tx.emit('charge.updated', { kind: 'charge', record: after }, { amount_refunded: charge.amountRefundedMinor });
}

const isCard = (charge: ChargeRecord): boolean => charge.paymentMethodType === 'card';
