import { type Refused, refuse } from '@daka/contracts';
import type { Book, BookEvent, BookEventOf, Part } from './book';
import { sumOf, withoutPayable } from './charge';
import { freeCredit } from './credit';
import { isFrozen, withoutParts } from './dispute';
import { stuckRefunds } from './way-out';

export interface ByHand { amountMinor: number; method: string; reference: string; paidById: string }
export type ByHandRefusal = 'nothing_owed' | 'more_than_owed' | 'refunds_frozen' | 'reference_used';

/** Records what the organiser paid from outside the processor: only what has no other way, or is credit. */
export function payByHand(book: Book | null, { amountMinor, method, reference, paidById }: ByHand, atMs: number): Refused<ByHandRefusal> | BookEvent[] {
  if (!book?.price) return refuse('nothing_owed', 'Nothing was paid for this enrolment, so nothing is owed.');
  if (book.paidOutside?.some((paid) => paid.reference === reference)) return refuse('reference_used', `A payment with the reference ${reference} is recorded already.`);
  if (isFrozen(book)) return refuse('refunds_frozen', 'A dispute of this payment is open; nothing is paid until the bank has decided.');
  const owedMinor = owedByHand(book);
  if (owedMinor === 0) return refuse('nothing_owed', 'Nothing waits to be paid by hand: what is owed goes back through the payment.');
  if (amountMinor > owedMinor) return refuse('more_than_owed', `${amountMinor} is more than the ${owedMinor} that wait to be paid by hand.`);
  const parts = partsOf(book, amountMinor);
  return [{ type: 'paid-outside', reference, method, parts, creditMinor: amountMinor - sumOf(parts), paidById, atMs }];
}

/** What can only be paid by hand, and credit that no other enrolment counts on. */
export function owedByHand(book: Book): number {
  return sumOf(stuckRefunds(book)) + freeCredit(book);
}

export function afterPaidOutside(book: Book, { reference, method, parts, creditMinor, paidById, atMs }: BookEventOf<'paid-outside'>): Partial<Book> {
  const charges = book.charges.map((charge) => {
    const own = parts.filter(({ period }) => book.refunds.some((refund) => refund.period === period && refund.paymentIntentId === charge.paymentIntentId));
    return own.length === 0 ? charge : withoutPayable(charge, own);
  });
  const payment = { reference, method, amountMinor: sumOf(parts) + creditMinor, paidById, atMs };
  return { charges, refunds: withoutParts(book.refunds, parts), paidOutside: [...(book.paidOutside ?? []), payment] };
}

function partsOf(book: Book, amountMinor: number): Part[] {
  const parts: Part[] = [];
  let leftMinor = amountMinor;
  for (const refund of stuckRefunds(book)) {
    const part = { period: refund.period, amountMinor: Math.min(leftMinor, refund.amountMinor) };
    leftMinor -= part.amountMinor;
    if (part.amountMinor > 0) parts.push(part);
  }
  return parts;
}
