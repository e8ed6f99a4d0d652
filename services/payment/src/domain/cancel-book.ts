import type { Book, CancelReason } from './book';
import type { BookEvent } from './book-events';
import type { Now, Patience } from './patience';
import { endSessions } from './checkout';
import { lossesOf } from './dispute';
import { thawAll } from './freeze-deposit';
import { creditOf } from './ledger/accounts';
import { planRefund, releaseCollected, roomMinor } from './plan-refund';

/** The enrolment ends without forfeits: everything not yet returned goes back, the fee included. Said twice, it changes nothing. */
export function cancelBook(book: Book, reason: CancelReason, now: Now, patience: Patience): BookEvent[] {
  if (book.isCancelled) return [];
  const depositMinor = creditOf(book.balances, 'deposits_held') + creditOf(book.balances, 'deposits_frozen');
  const feeDeferredMinor = creditOf(book.balances, 'fees_deferred');
  const feeEarnedMinor = creditOf(book.balances, 'fees_earned');
  const allMinor = depositMinor + feeDeferredMinor + feeEarnedMinor;
  // Who got the money back through the bank does not get it a second time.
  const recoveredMinor = Math.min(allMinor, Math.max(0, lossesOf(book)));
  const leftMinor = allMinor - recoveredMinor;
  const [charge] = book.charges;
  // What credit has paid never was in the charge: it comes back as credit.
  const amountMinor = Math.min(leftMinor, charge ? roomMinor(charge) : 0);
  return [
    ...thawAll(book, now),
    {
      type: 'cancelled',
      depositMinor,
      feeDeferredMinor,
      feeEarnedMinor,
      recoveredMinor,
      creditMinor: leftMinor - amountMinor,
      reason,
      atMs: now.atMs,
    },
    ...endSessions(book, now),
    ...(book.credit?.status === 'reserved' ? [{ type: 'credit-let-go' as const, nextAtMs: now.wallAtMs }] : []),
    ...(charge ? (releaseCollected(book, charge, now)?.events ?? []) : []),
    ...(amountMinor === 0 || !charge
      ? []
      : planRefund(book, { period: 'cancellation', kind: 'cancellation', amountMinor, charge }, now, patience)),
  ];
}
