import type { Book, BookEvent, Now, Patience } from './book';
import { payablePart } from './currency';
import { creditOf } from './ledger/accounts';
import type { EarningDay } from './ledger/entry';
import { earnFee, givenMinor, isRunning, mainCharge, periodOf, priceOf } from './money-of';
import { planRefund } from './plan-refund';

interface PayoutDue { period: string; dueMinor: number; days: readonly EarningDay[] }

/** A period closed: what is due in total and not yet released becomes a refund. Less than released is not clawed back. */
export function accruePayout(book: Book, due: PayoutDue, now: Now, patience: Patience): BookEvent[] {
  if (!isRunning(book)) return [];
  const { currency } = priceOf(book);
  const amountMinor = payablePart(Math.max(0, due.dueMinor - givenMinor(book)), currency);
  if (amountMinor > creditOf(book.balances, 'deposits_held')) {
    throw new Error(`${due.dueMinor} due of ${book.enrolmentId} is more than its deposit`);
  }
  if (amountMinor === 0) return due.dueMinor === book.dueMinor ? [] : [{ type: 'payout-accrued', ...due, amountMinor, atMs: now.atMs }];

  const refund = planRefund(book, { period: due.period, kind: 'deposit', amountMinor, charge: mainCharge(book) }, now, patience);
  return [
    ...earnFee(book, now),
    { type: 'payout-accrued', ...due, period: periodOf(refund), amountMinor, atMs: now.atMs },
    ...refund,
  ];
}
