import type { Book, BookEvent, Now, Patience } from './book';
import { payablePart } from './currency';
import type { EarningDay } from './ledger/entry';
import { thawAll } from './freeze-deposit';
import { earnFee, isRunning, mainCharge, periodOf, priceOf } from './money-of';
import { planRefund } from './plan-refund';

interface Settlement { revision: number; entitledMinor: number; forfeitMinor: number; days: readonly EarningDay[] }

/** The end of an enrolment: the rest of what was earned is due, what was not is forfeited, and the fee is earned in any case. */
export function settleBook(book: Book, settlement: Settlement, now: Now, patience: Patience): BookEvent[] {
  if (!isRunning(book)) return [];
  const { currency, depositMinor } = priceOf(book);
  const { revision, entitledMinor, forfeitMinor, days } = settlement;
  if (entitledMinor + forfeitMinor !== depositMinor) {
    throw new Error(`settlement of ${book.enrolmentId}: ${entitledMinor} + ${forfeitMinor} is not the deposit of ${depositMinor}`);
  }
  const restMinor = entitledMinor - book.releasedMinor;
  const amountMinor = payablePart(Math.max(0, restMinor), currency);
  const creditMinor = Math.max(0, restMinor) - amountMinor;
  const refund = amountMinor === 0 ? [] : planRefund(book, { period: 'settlement', kind: 'deposit', amountMinor, charge: mainCharge(book) }, now, patience);
  return [
    ...thawAll(book, now),
    ...earnFee(book, now, 'in_any_case'),
    ...(amountMinor === 0 ? [] : [{ type: 'payout-accrued' as const, period: periodOf(refund), dueMinor: entitledMinor, amountMinor, days, atMs: now.atMs }]),
    ...refund,
    { type: 'settled', revision, entitledMinor, forfeitMinor, overpaidMinor: Math.max(0, -restMinor), creditMinor, atMs: now.atMs },
  ];
}
