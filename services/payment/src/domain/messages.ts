import type { MessageOn } from '@daka/contracts';
import type { Book, BookEvent } from './book';

type PaymentMessage = MessageOn<'payment.enrolment'>;

/** What others hear of a book. `book` is the state after the event. */
export function paymentMessage(event: BookEvent, { enrolmentId, cohortId, price, disputes = [] }: Book): PaymentMessage | null {
  switch (event.type) {
    case 'captured': {
      if (price === null) throw new Error(`enrolment ${enrolmentId} was paid without a price`);
      const { entryFeeMinor, depositMinor, atMs } = event;
      return { type: 'payment.received.v1', data: { enrolmentId, cohortId, currency: price.currency, entryFeeMinor, depositMinor, paidAt: iso(atMs) } };
    }
    case 'refund-succeeded': {
      const { kind, period, amountMinor, atMs } = event;
      return { type: 'payment.refund-succeeded.v1', data: { enrolmentId, kind, period, amountMinor, succeededAt: iso(atMs) } };
    }
    case 'refund-failed': case 'refund-returned': {
      const { kind, period, amountMinor, reason, atMs } = event;
      return { type: 'payment.refund-failed.v1', data: { enrolmentId, kind, period, amountMinor, reason, failedAt: iso(atMs) } };
    }
    case 'dispute-opened': {
      const { disputeId, amountMinor, reason, atMs } = event;
      return { type: 'payment.dispute-opened.v1', data: { enrolmentId, cohortId, disputeId, amountMinor, reason, openedAt: iso(atMs) } };
    }
    case 'dispute-closed': {
      const { disputeId, status, atMs } = event;
      const lossMinor = Math.max(0, disputes.find((dispute) => dispute.disputeId === disputeId)?.lossMinor ?? 0);
      return { type: 'payment.dispute-closed.v1', data: { enrolmentId, cohortId, disputeId, outcome: status, lossMinor, closedAt: iso(atMs) } };
    }
    default:
      return null;
  }
}

const iso = (ms: number) => new Date(ms).toISOString();
