import { type Refused, refuse } from '@daka/contracts';
import type { Book, OutsidePayment, Part } from './book';
import type { BookEvent, BookEventOf } from './book-events';
import { sumOf, withoutPayable } from './charge';
import { afterCreditPaid, freeCredit } from './credit';
import { isFrozen, withoutParts } from './dispute';
import { stuckRefunds } from './way-out';

export interface ByHand {
  amountMinor: number;
  method: string;
  reference: string;
  paidById: string;
}
export type ByHandRefusal = 'nothing_owed' | 'more_than_owed' | 'refunds_frozen' | 'reference_used';
export interface HandAnswer {
  reference: string;
  isReceived: boolean;
  /** Of an objection; null with a confirmation. */
  reason: string | null;
}
export type HandAnswerRefusal = 'no_such_payment' | 'answered_already';

/**
 * Records that the organiser says to have paid from outside the processor: only what has no other way, or is credit.
 * It takes nothing off what is owed: that only the learner's confirmation does.
 */
export function payByHand(
  book: Book | null,
  { amountMinor, method, reference, paidById }: ByHand,
  atMs: number,
): Refused<ByHandRefusal> | BookEvent[] {
  if (!book?.price) return refuse('nothing_owed', 'Nothing was paid for this enrolment, so nothing is owed.');
  if (book.paidOutside.some((paid) => paid.reference === reference))
    return refuse('reference_used', `A payment with the reference ${reference} is recorded already.`);
  if (isFrozen(book))
    return refuse('refunds_frozen', 'A dispute of this payment is open; nothing is paid until the bank has decided.');
  const owedMinor = owedByHand(book) - unconfirmedMinor(book);
  if (owedMinor <= 0)
    return refuse('nothing_owed', 'Nothing waits to be paid by hand: what is owed goes back through the payment.');
  if (amountMinor > owedMinor)
    return refuse('more_than_owed', `${amountMinor} is more than the ${owedMinor} that wait to be paid by hand.`);
  return [{ type: 'hand-payment-told', reference, method, amountMinor, paidById, atMs }];
}

/** The learner says whether it came. An objection may still become a confirmation, when it came late; a confirmation stays. */
export function answerHandPayment(
  book: Book | null,
  { reference, isReceived, reason }: HandAnswer,
  atMs: number,
): Refused<HandAnswerRefusal> | BookEvent[] {
  const told = book?.paidOutside.find((paid) => paid.reference === reference);
  if (!book || !told) return refuse('no_such_payment', `No payment by hand has the reference ${reference}.`);
  if (told.state === 'confirmed' || (told.state === 'objected' && !isReceived))
    return refuse('answered_already', `The payment ${reference} is ${told.state} already.`);
  const { amountMinor } = told;
  if (!isReceived) return [{ type: 'hand-payment-objected', reference, amountMinor, reason: reason ?? '', atMs }];
  // Some of it may have been paid another way meanwhile: more than is owed cannot count.
  const countedMinor = Math.min(amountMinor, owedByHand(book));
  const parts = partsOf(book, countedMinor);
  return [{ type: 'paid-outside', reference, parts, creditMinor: countedMinor - sumOf(parts), atMs }];
}

/** What can only be paid by hand, and credit that no other enrolment counts on. */
export function owedByHand(book: Book): number {
  return sumOf(stuckRefunds(book)) + freeCredit(book);
}

/** Told and not answered; what the learner objects to waits for nothing. */
export function unconfirmedMinor({ paidOutside }: Book): number {
  return sumOf(paidOutside.filter(({ state }) => state === 'told'));
}

type HandEvent = BookEventOf<'hand-payment-told' | 'hand-payment-objected' | 'paid-outside'>;

export function afterHandPayment(book: Book, event: HandEvent): Partial<Book> {
  if (event.type === 'hand-payment-told') {
    const { reference, method, amountMinor, paidById, atMs } = event;
    const told = { reference, method, amountMinor, paidById, atMs, state: 'told' as const };
    return { paidOutside: [...book.paidOutside, { ...told, countedMinor: 0, answeredAtMs: null, reason: null }] };
  }
  if (event.type === 'hand-payment-objected') {
    const { reference, reason, atMs } = event;
    return { paidOutside: answered(book, reference, { state: 'objected', answeredAtMs: atMs, reason }) };
  }
  return afterPaidOutside(book, event);
}

function afterPaidOutside(book: Book, { reference, parts, creditMinor, atMs }: BookEventOf<'paid-outside'>) {
  const charges = book.charges.map((charge) => {
    const own = parts.filter(({ period }) =>
      book.refunds.some((refund) => refund.period === period && refund.paymentIntentId === charge.paymentIntentId),
    );
    return own.length === 0 ? charge : withoutPayable(charge, own);
  });
  const countedMinor = sumOf(parts) + creditMinor;
  const paidOutside = answered(book, reference, { state: 'confirmed', countedMinor, answeredAtMs: atMs, reason: null });
  return { charges, refunds: withoutParts(book.refunds, parts), paidOutside, ...afterCreditPaid(book, creditMinor) };
}

function answered({ paidOutside }: Book, reference: string, answer: Partial<OutsidePayment>): OutsidePayment[] {
  return paidOutside.map((paid) => (paid.reference === reference ? { ...paid, ...answer } : paid));
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
