import type { Book, BookEvent, Charge, Now, Patience } from './book';
import { payablePart } from './currency';
import type { EarningDay } from './ledger/entry';
import { creditOf } from './ledger/accounts';
import { planRefund, roomMinor } from './plan-refund';

interface PayoutDue { period: string; dueMinor: number; days: readonly EarningDay[] }

/** A period closed: what is due in total and not yet released becomes a refund. Less than released is not clawed back. */
export function accruePayout(book: Book, due: PayoutDue, now: Now, patience: Patience): BookEvent[] {
  if (!isRunning(book)) return [];
  const { currency } = priceOf(book);
  const amountMinor = payablePart(Math.max(0, due.dueMinor - book.releasedMinor), currency);
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
    ...earnFee(book, { ...now, atMs: Math.max(now.atMs, book.feeEarnedFromMs ?? now.atMs) }).map((event) => ({ ...event, atMs: now.atMs })),
    ...(amountMinor === 0 ? [] : [{ type: 'payout-accrued' as const, period: periodOf(refund), dueMinor: entitledMinor, amountMinor, days, atMs: now.atMs }]),
    ...refund,
    { type: 'settled', revision, entitledMinor, forfeitMinor, overpaidMinor: Math.max(0, -restMinor), creditMinor, atMs: now.atMs },
  ];
}

/** A share of the pool: through what is left of the learner's own charge, the rest as credit. */
export function awardBonus(book: Book, bonusMinor: number, now: Now, patience: Patience): BookEvent[] {
  if (book.bonusMinor !== null || book.price === null) return [];
  const charge = book.charges[0];
  const refundMinor = charge ? payablePart(Math.min(bonusMinor, roomMinor(charge)), book.price.currency) : 0;
  return [
    { type: 'bonus-awarded', bonusMinor, refundMinor, creditMinor: bonusMinor - refundMinor, atMs: now.atMs },
    ...(charge && refundMinor > 0 ? planRefund(book, { period: 'bonus', kind: 'bonus', amountMinor: refundMinor, charge }, now, patience) : []),
  ];
}

/** The enrolment ends without forfeits: everything not yet returned goes back, the fee included. Said twice, it changes nothing. */
export function cancelBook(book: Book, now: Now, patience: Patience): BookEvent[] {
  if (book.isCancelled) return [];
  const depositMinor = creditOf(book.balances, 'deposits_held');
  const feeDeferredMinor = creditOf(book.balances, 'fees_deferred');
  const feeEarnedMinor = creditOf(book.balances, 'fees_earned');
  const amountMinor = depositMinor + feeDeferredMinor + feeEarnedMinor;
  return [
    { type: 'cancelled', depositMinor, feeDeferredMinor, feeEarnedMinor, atMs: now.atMs },
    ...(amountMinor === 0 ? [] : planRefund(book, { period: 'cancellation', kind: 'cancellation', amountMinor, charge: mainCharge(book) }, now, patience)),
  ];
}

/** The fee is earned once the cooling-off period is over; noted with the next payout after that, at the latest with the settlement. */
function earnFee(book: Book, { atMs }: Now): BookEvent[] {
  const amountMinor = creditOf(book.balances, 'fees_deferred');
  const isOver = book.feeEarnedFromMs !== null && book.feeEarnedFromMs <= atMs;
  return amountMinor > 0 && isOver ? [{ type: 'fee-earned', amountMinor, atMs }] : [];
}

function isRunning(book: Book): boolean {
  return book.paidAtMs !== null && !book.isCancelled && !book.isSettled;
}

function priceOf({ price, enrolmentId }: Book) {
  if (price === null) throw new Error(`enrolment ${enrolmentId} has no price`);
  return price;
}

function mainCharge({ charges, enrolmentId }: Book): Charge {
  const [charge] = charges;
  if (!charge) throw new Error(`enrolment ${enrolmentId} has no charge to return money through`);
  return charge;
}

function periodOf([planned]: readonly BookEvent[]): string {
  if (planned?.type !== 'refund-planned') throw new Error('a plan starts with its refund');
  return planned.period;
}
