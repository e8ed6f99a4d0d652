import type { Book, Charge } from './book';
import type { BookEvent } from './book-events';
import type { Now } from './patience';
import { creditOf } from './ledger/accounts';

/** The fee is earned once the cooling-off period is over; noted with the next payout after that, at the latest with the settlement. */
export function earnFee(book: Book, { atMs }: Now, when: 'once_final' | 'in_any_case' = 'once_final'): BookEvent[] {
  const amountMinor = creditOf(book.balances, 'fees_deferred');
  const isFinal = when === 'in_any_case' || (book.feeEarnedFromMs !== null && book.feeEarnedFromMs <= atMs);
  return amountMinor > 0 && isFinal ? [{ type: 'fee-earned', amountMinor, atMs }] : [];
}

/** What the learner has had of the deposit: released as refunds, and taken back through the bank. */
export function givenMinor({ releasedMinor, disputedAwayMinor }: Book): number {
  return releasedMinor + disputedAwayMinor;
}

export function isRunning(book: Book): boolean {
  return book.paidAtMs !== null && !book.isCancelled && !book.isSettled;
}

export function priceOf({ price, enrolmentId }: Book) {
  if (price === null) throw new Error(`enrolment ${enrolmentId} has no price`);
  return price;
}

export function mainCharge({ charges, enrolmentId }: Book): Charge {
  const [charge] = charges;
  if (!charge) throw new Error(`enrolment ${enrolmentId} has no charge to return money through`);
  return charge;
}

export function periodOf([planned]: readonly BookEvent[]): string {
  if (planned?.type !== 'refund-planned') throw new Error('a plan starts with its refund');
  return planned.period;
}
