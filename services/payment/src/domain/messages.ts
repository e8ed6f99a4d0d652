import { iso, type Outbound, unreachable } from '@daka/contracts';
import type { Book } from './book';
import type { BookEvent, BookEventOf } from './book-events';
import { sumOf } from './charge';

/** What others hear of a book; most of its events are its own business. `book` is the state after the event. */
export function bookMessages(event: BookEvent, book: Book): Outbound<'payment.enrolment'>[] {
  const { enrolmentId, cohortId } = book;
  const topic = 'payment.enrolment';
  switch (event.type) {
    case 'captured': {
      const { entryFeeMinor, depositMinor, atMs } = event;
      if (book.price === null) throw new Error(`enrolment ${enrolmentId} was paid without a price`);
      const { currency } = book.price;
      const data = { enrolmentId, cohortId, currency, entryFeeMinor, depositMinor, paidAt: iso(atMs) };
      return [{ topic, type: 'payment.received.v1', data }];
    }
    case 'checkout-tried': {
      const { attempt, atMs } = event;
      if (attempt === null) return [];
      const reason = attempt.state === 'declined' ? attempt.reason : null;
      const data = { enrolmentId, cohortId, outcome: attempt.state, reason, triedAt: iso(atMs) };
      return [{ topic, type: 'payment.checkout-tried.v1', data }];
    }
    case 'refund-succeeded': {
      const { kind, period, amountMinor, atMs } = event;
      const data = { enrolmentId, kind, period, amountMinor, succeededAt: iso(atMs) };
      return [{ topic, type: 'payment.refund-succeeded.v1', data }];
    }
    case 'refund-failed':
    case 'refund-returned': {
      const { kind, period, amountMinor, reason, atMs } = event;
      const data = { enrolmentId, kind, period, amountMinor, reason, failedAt: iso(atMs) };
      return [{ topic, type: 'payment.refund-failed.v1', data }];
    }
    case 'dispute-opened': {
      const { disputeId, amountMinor, reason, atMs } = event;
      const data = { enrolmentId, cohortId, disputeId, amountMinor, reason, openedAt: iso(atMs) };
      return [{ topic, type: 'payment.dispute-opened.v1', data }];
    }
    case 'dispute-closed': {
      const { disputeId, status: outcome, atMs } = event;
      const lossMinor = lossOf(book, disputeId);
      const data = { enrolmentId, cohortId, disputeId, outcome, lossMinor, closedAt: iso(atMs) };
      return [{ topic, type: 'payment.dispute-closed.v1', data }];
    }
    case 'hand-payment-told':
    case 'hand-payment-objected':
    case 'paid-outside':
    case 'credit-payout-asked':
      return [byHandMessage(event, { enrolmentId, cohortId })];
    default:
      return [];
  }
}

function lossOf({ disputes }: Book, id: string): number {
  return Math.max(0, disputes.find(({ disputeId }) => disputeId === id)?.lossMinor ?? 0);
}

type ByHandEvent = BookEventOf<'hand-payment-told' | 'hand-payment-objected' | 'paid-outside' | 'credit-payout-asked'>;

function byHandMessage(event: ByHandEvent, ids: Pick<Book, 'enrolmentId' | 'cohortId'>): Outbound<'payment.enrolment'> {
  const topic = 'payment.enrolment';
  switch (event.type) {
    case 'hand-payment-told': {
      const { reference, amountMinor, atMs } = event;
      const data = { ...ids, reference, amountMinor, toldAt: iso(atMs) };
      return { topic, type: 'payment.hand-payment-told.v1', data };
    }
    case 'hand-payment-objected':
    case 'paid-outside': {
      const { reference, atMs } = event;
      const answer = event.type === 'paid-outside' ? 'confirmed' : 'objected';
      const countedMinor = event.type === 'paid-outside' ? sumOf(event.parts) + event.creditMinor : 0;
      const data = { ...ids, reference, answer, countedMinor, answeredAt: iso(atMs) } as const;
      return { topic, type: 'payment.hand-payment-answered.v1', data };
    }
    case 'credit-payout-asked': {
      const { amountMinor, atMs } = event;
      const data = { ...ids, amountMinor, askedAt: iso(atMs) };
      return { topic, type: 'payment.credit-payout-asked.v1', data };
    }
    default:
      return unreachable(event, 'event');
  }
}
