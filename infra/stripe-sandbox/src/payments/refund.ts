import type { ChargeRecord, Metadata, RefundRecord } from '../state/records';
import type { Transaction } from '../state/transaction';
import type { RefundLimit } from '../terms';

/** Stripe's words for why the money did not arrive. */
export const REFUND_FAILURES = [
  'lost_or_stolen_card',
  'expired_or_canceled_card',
  'charge_for_pending_refund_disputed',
  'insufficient_funds',
  'declined',
  'merchant_request',
  'unknown',
] as const;

export type RefundRefusal =
  | { readonly refused: 'charge_disputed' | 'charge_already_refunded' | 'charge_not_captured' }
  | { readonly refused: 'amount_too_large'; readonly leftMinor: number }
  | { readonly refused: 'too_many_refunds'; readonly most: number }
  | { readonly refused: 'too_late'; readonly days: number };

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
export function refund(
  tx: Transaction,
  charge: ChargeRecord,
  order: RefundOrder,
  fate: RefundFate,
  limit?: RefundLimit,
): RefundRefusal | { refused?: undefined; refund: RefundRecord } {
  const leftMinor = charge.amountMinor - charge.amountRefundedMinor;
  if (charge.status !== 'succeeded') return { refused: 'charge_not_captured' };
  if (charge.blockedBy) return { refused: 'charge_disputed' };
  if (leftMinor === 0) return { refused: 'charge_already_refunded' };
  const beyond = limit && beyondLimit(tx, charge, limit);
  if (beyond) return beyond;
  const amountMinor = order.amountMinor ?? leftMinor;
  if (amountMinor > leftMinor) return { refused: 'amount_too_large', leftMinor };

  const made: RefundRecord = {
    id: tx.newId('re'),
    created: tx.now,
    amountMinor,
    currency: charge.currency,
    charge: charge.id,
    paymentIntent: charge.paymentIntent,
    paymentMethodType: charge.paymentMethodType,
    reason: order.reason,
    metadata: order.metadata,
    balanceTransaction: tx.newId('txn'),
    failureBalanceTransaction: null,
    failureReason: null,
    status: fate.status,
    settles: fate.settles,
  };
  const after: ChargeRecord = { ...charge, amountRefundedMinor: charge.amountRefundedMinor + amountMinor };
  tx.put('refund', made);
  tx.put('charge', after);
  tx.put('balanceTransaction', {
    id: made.balanceTransaction ?? '',
    created: tx.now,
    amountMinor: -amountMinor,
    feeMinor: 0,
    currency: charge.currency,
    type: isCard(charge) ? 'refund' : 'payment_refund',
    reportingCategory: 'refund',
    source: made.id,
    description: 'REFUND FOR CHARGE',
  });
  tx.emit('refund.created', { kind: 'refund', record: made });
  tx.emit('charge.refunded', { kind: 'charge', record: after }, { amount_refunded: charge.amountRefundedMinor });
  return { refund: made };
}

/** Ends an open refund, or lets one that had succeeded fail. A failed one gives the money back to the balance and to the charge. Returns undefined when it has ended already. */
export function settleRefund(
  tx: Transaction,
  open: RefundRecord,
  as: 'succeeded' | 'failed' | 'canceled',
  why = 'unknown',
): RefundRecord | undefined {
  const isOpen = open.status === 'pending' || open.status === 'requires_action';
  if (!isOpen && !(open.status === 'succeeded' && as === 'failed')) return undefined;
  const isBack = as !== 'succeeded';
  const settled: RefundRecord = {
    ...open,
    status: as,
    settles: as === 'succeeded' ? (open.settles?.late ?? null) : null,
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

/** Refunds that failed do not count. */
function beyondLimit(tx: Transaction, charge: ChargeRecord, { count, days }: RefundLimit): RefundRefusal | undefined {
  if (days !== null && charge.created + days * 86_400 <= tx.now) return { refused: 'too_late', days };
  if (count === null) return undefined;
  const made = tx.book.tables.refund.idsBy('charge', charge.id).filter((id) => {
    const status = tx.find('refund', id)?.status;
    return status !== 'failed' && status !== 'canceled';
  });
  return made.length >= count ? { refused: 'too_many_refunds', most: count } : undefined;
}

function giveBack(tx: Transaction, failed: RefundRecord): void {
  const charge = tx.find('charge', failed.charge);
  if (!charge) throw new Error(`refund ${failed.id} has no charge`);
  const after: ChargeRecord = { ...charge, amountRefundedMinor: charge.amountRefundedMinor - failed.amountMinor };
  tx.put('charge', after);
  tx.put('balanceTransaction', {
    id: failed.failureBalanceTransaction ?? '',
    created: tx.now,
    amountMinor: failed.amountMinor,
    feeMinor: 0,
    currency: failed.currency,
    type: isCard(charge) ? 'refund_failure' : 'payment_failure_refund',
    reportingCategory: 'refund_failure',
    source: failed.id,
    description: 'REFUND FAILURE',
  });
  tx.emit('charge.updated', { kind: 'charge', record: after }, { amount_refunded: charge.amountRefundedMinor });
}

const isCard = (charge: ChargeRecord): boolean => charge.paymentMethodType === 'card';
