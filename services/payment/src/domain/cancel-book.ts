import type { Book, BookEvent, Now, Patience } from './book';
import { lossesOf } from './dispute';
import { creditOf } from './ledger/accounts';
import { mainCharge } from './money-of';
import { planRefund, releaseCollected } from './plan-refund';

/** The enrolment ends without forfeits: everything not yet returned goes back, the fee included. Said twice, it changes nothing. */
export function cancelBook(book: Book, now: Now, patience: Patience): BookEvent[] {
  if (book.isCancelled) return [];
  const depositMinor = creditOf(book.balances, 'deposits_held');
  const feeDeferredMinor = creditOf(book.balances, 'fees_deferred');
  const feeEarnedMinor = creditOf(book.balances, 'fees_earned');
  const allMinor = depositMinor + feeDeferredMinor + feeEarnedMinor;
  // Who got the money back through the bank does not get it a second time.
  const recoveredMinor = Math.min(allMinor, Math.max(0, lossesOf(book)));
  const amountMinor = allMinor - recoveredMinor;
  return [
    { type: 'cancelled', depositMinor, feeDeferredMinor, feeEarnedMinor, recoveredMinor, atMs: now.atMs },
    ...(book.charges[0] ? (releaseCollected(book, book.charges[0], now)?.events ?? []) : []),
    ...(amountMinor === 0 ? [] : planRefund(book, { period: 'cancellation', kind: 'cancellation', amountMinor, charge: mainCharge(book) }, now, patience)),
  ];
}
