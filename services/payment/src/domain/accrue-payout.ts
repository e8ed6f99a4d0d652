import { payablePart } from '@daka/rules';
import type { Book } from './book';
import type { BookEvent } from './book-events';
import type { Now, Patience } from './patience';
import { creditOf } from './ledger/accounts';
import type { EarningDay } from './ledger/entry';
import { earnFee, givenMinor, isRunning, mainCharge, periodOf, priceOf } from './money-of';
import { collectPayout, planRefund } from './plan-refund';
import { evolveBook } from './evolve-book';
import { easeFrozen } from './freeze-deposit';
import { closedWay, isScarce } from './way-out';

interface PayoutDue {
  period: string;
  dueMinor: number;
  days: readonly EarningDay[];
}

/** A period closed. What is due was earned before; should the message of that not have said so, the payout still finds its money. */
export function payOut(
  book: Book,
  { revision, period, dueMinor, days }: PayoutDue & { revision: number },
  now: Now,
  patience: Patience,
): BookEvent[] {
  const eased = easeFrozen(book, { revision, entitledMinor: dueMinor }, now);
  return [...eased, ...accruePayout(eased.reduce<Book>(evolveBook, book), { period, dueMinor, days }, now, patience)];
}

/** A period closed: what is due in total and not yet released becomes a refund. Less than released is not clawed back. */
function accruePayout(book: Book, due: PayoutDue, now: Now, patience: Patience): BookEvent[] {
  if (!isRunning(book)) return [];
  const { currency } = priceOf(book);
  const amountMinor = payablePart(Math.max(0, due.dueMinor - givenMinor(book)), currency);
  if (amountMinor > creditOf(book.balances, 'deposits_held')) {
    throw new Error(`${due.dueMinor} due of ${book.enrolmentId} is more than its deposit`);
  }
  if (amountMinor === 0)
    return due.dueMinor === book.dueMinor ? [] : [{ type: 'payout-accrued', ...due, amountMinor, atMs: now.atMs }];

  const { period, events } = refundFor(book, { period: due.period, amountMinor }, now, patience);
  return [...earnFee(book, now), { type: 'payout-accrued', ...due, period, amountMinor, atMs: now.atMs }, ...events];
}

/** While refunds of the charge are plenty each payout has its own; of the last ones, one collects. */
function refundFor(
  book: Book,
  payout: { period: string; amountMinor: number },
  now: Now,
  patience: Patience,
): { period: string; events: BookEvent[] } {
  const charge = mainCharge(book);
  if (isScarce(book, charge) && closedWay(book, charge, now) === null)
    return collectPayout(book, { ...payout, charge });
  const events = planRefund(book, { ...payout, kind: 'deposit', charge }, now, patience);
  return { period: periodOf(events), events };
}
