import type { Book, Charge, Refund } from './book';
import type { BookEventOf, RefundEvent } from './book-events';
import { byType } from '@daka/contracts';
import { afterRefund } from './charge';

export function refundsAfter(refunds: readonly Refund[], event: RefundEvent): Refund[] {
  if (event.type === 'refund-planned') return [...refunds, plannedRefund(event)];
  return refunds.map((refund) =>
    refund.period === event.period ? { ...refund, ...refundAfter(event, refund) } : refund,
  );
}

export function chargesAfterRefund({ charges, refunds }: Book, event: RefundEvent): Charge[] {
  const refund = event.type === 'refund-planned' ? event : refunds.find(({ period }) => period === event.period);
  return charges.map((charge) =>
    charge.paymentIntentId === refund?.paymentIntentId ? afterRefund(charge, event) : charge,
  );
}

function plannedRefund(event: BookEventOf<'refund-planned'>): Refund {
  const { period, kind, paymentIntentId, amountMinor, nextAtMs, isCollecting = false } = event;
  return {
    period,
    kind,
    paymentIntentId,
    amountMinor,
    status: 'planned',
    attempt: 0,
    tries: 0,
    firstSentAtMs: null,
    nextAtMs,
    processorRefundId: null,
    failure: null,
    isCollecting,
    payouts: [],
    dueAtMs: null,
    succeededAtMs: null,
  };
}

const refundAfter = byType<Exclude<RefundEvent, { type: 'refund-planned' }>, [refund: Refund], Partial<Refund>>({
  'refund-sending': ({ attempt, wallAtMs, nextAtMs }) => ({
    status: 'sending',
    attempt,
    tries: 0,
    firstSentAtMs: wallAtMs,
    nextAtMs,
    processorRefundId: null,
  }),
  'refund-raised': ({ amountMinor, nextAtMs, payout }, refund) => ({
    amountMinor: refund.amountMinor + amountMinor,
    nextAtMs: nextAtMs ?? refund.nextAtMs,
    payouts: payout === null ? refund.payouts : [...refund.payouts, payout],
  }),
  'refund-unclear': ({ reason, nextAtMs }, { tries }) => ({ tries: tries + 1, failure: reason, nextAtMs }),
  'refund-pending': ({ processorRefundId, nextAtMs }, { status, tries }) => ({
    status: 'pending',
    tries: status === 'pending' ? tries + 1 : 0,
    processorRefundId,
    nextAtMs,
  }),
  'refund-succeeded': ({ processorRefundId, atMs }) => ({
    status: 'succeeded',
    succeededAtMs: atMs,
    processorRefundId,
    failure: null,
    nextAtMs: null,
  }),
  'refund-failed': ({ reason, retryAtMs }) => ({
    status: retryAtMs === null ? 'failed' : 'planned',
    failure: reason,
    nextAtMs: retryAtMs,
  }),
  'refund-returned': ({ reason }) => ({ status: 'failed', failure: reason, nextAtMs: null, succeededAtMs: null }),
  'refund-blocked': ({ reason }) => ({ status: 'failed', failure: reason, nextAtMs: null }),
});
