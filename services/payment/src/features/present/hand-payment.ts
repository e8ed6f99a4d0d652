import { iso } from '@daka/contracts';
import type { Book, CreditPayout, OutsidePayment } from '../../domain/book';
import { isFrozen } from '../../domain/dispute';
import { owedByHand, unconfirmedMinor } from '../../domain/pay-by-hand';
import { waitingFor } from '../../domain/way-out';

export type ShownHandPayment = ReturnType<typeof presentHandPayment>;

/** One payment by hand, and what still waits to be paid so. */
export function presentHandPayment(book: Book, reference: string) {
  const payment = book.paidOutside.find((paid) => paid.reference === reference);
  if (!payment) throw new Error(`no payment ${reference} in ${book.enrolmentId}`);
  return { ...presentOne(payment), leftMinor: owedByHand(book) };
}

/** All of them. Null before there is a price. */
export function presentHandPayments(book: Book | null) {
  if (!book?.price) return null;
  return {
    enrolmentId: book.enrolmentId,
    currency: book.price.currency,
    leftMinor: owedByHand(book),
    creditPayout: book.creditPayout && presentCreditPayout(book.creditPayout),
    items: book.paidOutside.map(presentOne),
  };
}

/** What only a person can do for an enrolment, or wait for. Null: nothing any more. */
export function presentHandWork(book: Book) {
  const shown = presentHandPayments(book);
  const waiting = waitingFor(book);
  const waitsFor = unconfirmedMinor(book);
  const askedMinor = book.creditPayout?.amountMinor ?? 0;
  if (shown === null || (waiting.length === 0 && waitsFor === 0 && askedMinor === 0)) return null;
  const openMinor = isFrozen(book) ? 0 : Math.max(0, shown.leftMinor - waitsFor);
  return { ...shown, openMinor, unconfirmedMinor: waitsFor, isFrozen: isFrozen(book), waiting };
}

export function presentCreditPayout({ askedAtMs, ...asked }: CreditPayout) {
  return { ...asked, askedAt: iso(askedAtMs) };
}

function presentOne({ atMs, answeredAtMs, paidById: _, ...payment }: OutsidePayment) {
  return { ...payment, paidAt: iso(atMs), answeredAt: answeredAtMs === null ? null : iso(answeredAtMs) };
}
