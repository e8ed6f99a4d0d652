import { payablePart } from '@daka/rules';
import type { Book } from './book';
import type { BookEvent } from './book-events';
import type { Now, Patience } from './patience';
import type { EarningDay } from './ledger/entry';
import { thawAll } from './freeze-deposit';
import { earnFee, givenMinor, isRunning, mainCharge, periodOf, priceOf } from './money-of';
import { planRefund, releaseCollected } from './plan-refund';

interface Settlement {
  revision: number;
  entitledMinor: number;
  forfeitMinor: number;
  days: readonly EarningDay[];
}

/** The end of an enrolment: the rest of what was earned is due, what was not is forfeited, and the fee is earned in any case. */
export function settleBook(book: Book, settlement: Settlement, now: Now, patience: Patience): BookEvent[] {
  if (!isRunning(book)) return [];
  const { currency, depositMinor } = priceOf(book);
  const { revision, entitledMinor, forfeitMinor, days } = settlement;
  if (entitledMinor + forfeitMinor !== depositMinor) {
    throw new Error(
      `settlement of ${book.enrolmentId}: ${entitledMinor} + ${forfeitMinor} is not the deposit of ${depositMinor}`,
    );
  }
  const restMinor = entitledMinor - givenMinor(book);
  const overpaidMinor = Math.max(0, book.releasedMinor - entitledMinor);
  // What a lost dispute took beyond what was earned belongs to the pool: the organiser makes up for it.
  const lossMinor = Math.max(0, -restMinor) - overpaidMinor;
  const amountMinor = payablePart(Math.max(0, restMinor), currency);
  const creditMinor = Math.max(0, restMinor) - amountMinor;
  const refund = lastRefund(book, amountMinor, now, patience);
  return [
    ...thawAll(book, now),
    ...earnFee(book, now, 'in_any_case'),
    ...(amountMinor === 0
      ? []
      : [
          {
            type: 'payout-accrued' as const,
            period: refund.period,
            dueMinor: entitledMinor,
            amountMinor,
            days,
            atMs: now.atMs,
          },
        ]),
    ...refund.events,
    { type: 'settled', revision, entitledMinor, forfeitMinor, overpaidMinor, lossMinor, creditMinor, atMs: now.atMs },
  ];
}

/** The rest goes out with whatever was collected before it, or alone. */
function lastRefund(
  book: Book,
  amountMinor: number,
  now: Now,
  patience: Patience,
): { period: string; events: BookEvent[] } {
  const rest = { period: 'settlement', amountMinor };
  const [charge] = book.charges;
  const collected = charge && releaseCollected(book, charge, now, amountMinor > 0 ? rest : undefined);
  if (collected) return collected;
  if (amountMinor === 0) return { period: rest.period, events: [] };
  const events = planRefund(book, { ...rest, kind: 'deposit', charge: mainCharge(book) }, now, patience);
  return { period: periodOf(events), events };
}
