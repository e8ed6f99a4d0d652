import { payablePart } from '@daka/rules';
import type { Book } from './book';
import type { BookEvent } from './book-events';
import type { Now, Patience } from './patience';
import { planRefund, roomMinor } from './plan-refund';
import { closedWay } from './way-out';

/** A share of the pool: through what is left of the learner's own charge, the rest as credit. */
export function awardBonus(book: Book, bonusMinor: number, now: Now, patience: Patience): BookEvent[] {
  if (book.bonusMinor !== null || book.price === null) return [];
  const charge = book.charges[0];
  const isOpen = charge !== undefined && closedWay(book, charge, now) === null;
  const refundMinor = isOpen ? payablePart(Math.min(bonusMinor, roomMinor(charge)), book.price.currency) : 0;
  return [
    { type: 'bonus-awarded', bonusMinor, refundMinor, creditMinor: bonusMinor - refundMinor, atMs: now.atMs },
    ...(charge && refundMinor > 0
      ? planRefund(book, { period: 'bonus', kind: 'bonus', amountMinor: refundMinor, charge }, now, patience)
      : []),
  ];
}
