import { iso } from '@daka/contracts';
import type { Book, CreditPayout, OutsidePayment } from '../../domain/book';
import { owedByHand } from '../../domain/pay-by-hand';

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

export function presentCreditPayout({ askedAtMs, ...asked }: CreditPayout) {
  return { ...asked, askedAt: iso(askedAtMs) };
}

function presentOne({ atMs, answeredAtMs, paidById: _, ...payment }: OutsidePayment) {
  return { ...payment, paidAt: iso(atMs), answeredAt: answeredAtMs === null ? null : iso(answeredAtMs) };
}
