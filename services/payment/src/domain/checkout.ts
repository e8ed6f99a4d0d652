import { type Refused, iso, refuse } from '@daka/contracts';
import {
  CHARGED_CURRENCIES,
  type CoolingOffTerms,
  coolingOffEndsMs,
  isPayable,
  payablePart,
  planEndsMs,
} from '@daka/rules';
import type { Book, ChargeFacts, CheckoutAttempt, CheckoutSession } from './book';
import type { BookEvent } from './book-events';
import { type Now, type Patience, lookAgainMs } from './patience';
import { isTrusted, newCharge } from './charge';
import type { CreditSource, CreditUse } from './credit-hold';
import { creditSum, reservedFor, spentCredit, usableCredit } from './credit';
import { askForFee } from './learn-fee';
import { priceOf } from './money-of';
import { planRefund } from './plan-refund';

/** Stripe wants at least 30 minutes from its own receipt; the rest is for a call that has to be repeated. */
const SHORTEST_SESSION_MS = 35 * 60_000;
const LONGEST_SESSION_MS = 23 * 3_600_000;
/** A session about to end is not handed out again. */
const LEAST_LEFT_MS = 2 * 60_000;

export interface Return {
  successUrl: string;
  cancelUrl: string;
}
/** Until when the fee may have to go back; null: the cohort's terms have not come yet, so the fee waits for the settlement. */
export type CoolingOff = CoolingOffTerms | null;
export type CheckoutRefusal =
  | 'no_seat_held'
  | 'plan_over'
  | 'payment_processing'
  | 'already_paid'
  | 'amount_not_payable'
  | 'currency_not_supported';

/** What was held of the learner's credit for this enrolment. */
export interface FoundCredit {
  search: number;
  sources: readonly CreditSource[];
}

/** Prepares a checkout: a session that can still be used is kept, a price of nothing is paid at once. */
export function planCheckout(
  book: Book | null,
  back: Return,
  coolingOff: CoolingOff,
  now: Now,
  found: FoundCredit | null = null,
): Refused<CheckoutRefusal> | BookEvent[] {
  if (!book?.price || book.isCancelled) return refuse('no_seat_held', 'There is no seat held for this enrolment.');
  if (book.paidAtMs !== null) return refuse('already_paid', 'This enrolment is paid.');
  if (book.seatHeldUntilMs === null || book.seatHeldUntilMs <= now.atMs)
    return refuse('no_seat_held', 'The seat is not held any more; ask for it again.');
  const endsAtMs = coolingOff && planEndsMs(coolingOff, book.timeZone ?? coolingOff.timeZone);
  if (endsAtMs !== null && now.atMs >= endsAtMs) return refuse('plan_over', `The last day closed at ${iso(endsAtMs)}.`);
  const { currency, entryFeeMinor, depositMinor } = book.price;
  if (!CHARGED_CURRENCIES.includes(currency))
    return refuse(
      'currency_not_supported',
      `${currency} cannot be charged; these can: ${CHARGED_CURRENCIES.join(', ')}.`,
    );
  if (!isPayable(entryFeeMinor, currency) || !isPayable(depositMinor, currency)) {
    return refuse('amount_not_payable', `Amounts in ${currency} cannot be charged to the last unit.`);
  }
  if (book.sessions.some((session) => isProcessing(session)))
    return refuse('payment_processing', 'A payment of this enrolment is on its way; wait for it to be confirmed.');
  if (usableSession(book, now)) return [];
  const credit = usableCredit(book, found);
  const creditMinor = credit ? Math.min(payablePart(creditSum(credit.sources), currency), entryFeeMinor) : 0;
  if (entryFeeMinor + depositMinor === creditMinor)
    return [
      captured(book, { paymentIntentId: null, facts: null, credit, creditMinor }, coolingOff, now),
      ...endSessions(book, now),
    ];
  const leftMs = Math.min(LONGEST_SESSION_MS, Math.max(SHORTEST_SESSION_MS, book.seatHeldUntilMs - now.atMs));
  const price = { currency, depositMinor, entryFeeMinor: entryFeeMinor - creditMinor };
  // Deposits stay with the platform: no organiser's own account is charged any more.
  const request = { ...price, creditMinor, accountId: null, expiresAtMs: now.wallAtMs + leftMs, ...back };
  const reserved = credit && creditMinor > 0 ? { credit: reservedFor(credit, request.expiresAtMs) } : {};
  return [{ type: 'checkout-planned', number: book.sessions.length + 1, request, ...reserved }];
}

/** Paid in a way whose money takes days to come: a second payment now would be one too many. */
export function isProcessing({ status, attempt }: CheckoutSession): boolean {
  return status === 'open' && attempt?.state === 'processing';
}

/** The session to send the learner to: planned (not yet known to be open) or open, with enough time left. */
export function usableSession({ sessions }: Book, { wallAtMs }: Now): CheckoutSession | undefined {
  return sessions.find(
    ({ status, request }) =>
      (status === 'planned' || status === 'open') &&
      // One from when organisers' own accounts were charged is still booked when it is paid, and shown to nobody.
      request.accountId === null &&
      request.expiresAtMs - wallAtMs > LEAST_LEFT_MS,
  );
}

export function noteOpened(
  book: Book | null,
  number: number,
  opened: { sessionId: string; url: string },
  now: Now,
  patience: Patience,
): BookEvent[] {
  const session = book?.sessions.find((one) => one.number === number);
  if (!book || session?.status !== 'planned') return [];
  const nextCheckAtMs = isOver(book) ? now.wallAtMs : now.wallAtMs + patience.checkFirstMs;
  return [{ type: 'checkout-opened', number, ...opened, nextCheckAtMs }];
}

export function noteNotOpened(book: Book | null, number: number, now: Now): BookEvent[] {
  return book?.sessions.some((one) => one.number === number && one.status === 'planned')
    ? closed(book, number, now)
    : [];
}

/** Nothing can be bought any more: it is paid or cancelled. */
function isOver({ paidAtMs, isCancelled }: Book): boolean {
  return paidAtMs !== null || isCancelled;
}

/** Whether a page is still there on which nothing may be paid any more. */
export function mustEnd(book: Book, session: CheckoutSession): boolean {
  return isOver(book) && session.status === 'open' && !isProcessing(session);
}

/** Pages on which nothing may be paid any more are looked at now, and ended at the processor. */
export function endSessions({ sessions }: Book, { wallAtMs }: Now, but: number | null = null): BookEvent[] {
  return sessions
    .filter(({ number, status }) => status === 'open' && number !== but)
    .map(({ number }) => ({ type: 'checkout-ending', number, nextCheckAtMs: wallAtMs }));
}

/** The last session that counted on credit takes its claim with it. */
function closed(book: Book, number: number, { wallAtMs }: Now, more: { isFailed?: true } = {}): BookEvent[] {
  const isLast = !book.sessions.some(
    (one) => one.number !== number && (one.status === 'planned' || one.status === 'open'),
  );
  const letGo: BookEvent[] =
    isLast && book.credit?.status === 'reserved' ? [{ type: 'credit-let-go', nextAtMs: wallAtMs }] : [];
  return [{ type: 'checkout-closed', number, ...more }, ...letGo];
}

/** What the processor says about a session now. */
export interface CheckoutReport {
  enrolmentId: string | null;
  /** Of our own sessions; null when somebody else made it. */
  number: number | null;
  status: 'open' | 'complete' | 'expired';
  isPaid: boolean;
  paymentIntentId: string | null;
  amountMinor: number;
  currency: string;
  /** Null before the payment. */
  charge: ChargeFacts | null;
  /** What came of the last try; absent: nothing is known of one. */
  attempt?: CheckoutAttempt | null;
  /** The connected account that it was fetched from; absent: the platform's own. */
  accountId?: string;
}

/** Follows a session: paid (buys the seat or goes back), expired, or still open and looked at again later. */
export function noteCheckout(
  book: Book | null,
  report: CheckoutReport,
  coolingOff: CoolingOff,
  now: Now,
  patience: Patience,
): BookEvent[] {
  if (book === null || !isTrusted(book, report.accountId ?? null)) return [];
  const session = book.sessions.find(
    ({ number, request }) => number === report.number && request.accountId === (report.accountId ?? null),
  );
  if (report.isPaid && report.paymentIntentId !== null) {
    const paid: BookEvent[] =
      session && session.status !== 'paid' ? [{ type: 'checkout-paid', number: session.number }] : [];
    return [
      ...paid,
      ...receivePayment(
        book,
        { ...report, paymentIntentId: report.paymentIntentId, creditMinor: session?.request.creditMinor ?? 0 },
        coolingOff,
        now,
        patience,
      ),
    ];
  }
  if (!session || session.status === 'paid' || session.status === 'closed') return [];
  if (report.status === 'expired') return closed(book, session.number, now);
  const { attempt = null } = report;
  const tried: BookEvent[] = isSame(attempt, session.attempt)
    ? []
    : [{ type: 'checkout-tried', number: session.number, attempt, atMs: now.atMs }];
  // A page that was left for a payment that then failed cannot be paid on again.
  if (report.status === 'complete' && attempt?.state === 'declined')
    return [...tried, ...closed(book, session.number, now, { isFailed: true })];
  // One that is not known to be open yet has no id to be looked up by; asking for the page again opens it.
  return session.status === 'open' ? [...tried, ...lookAgain(session, now, patience)] : tried;
}

function isSame(one: CheckoutAttempt | null, other: CheckoutAttempt | null): boolean {
  return one?.state === other?.state && reasonOf(one) === reasonOf(other);
}

function reasonOf(attempt: CheckoutAttempt | null): string | null {
  return attempt?.state === 'declined' ? attempt.reason : null;
}

/** The processor could not be asked about this session: look again later. */
export function noteUnseen(book: Book | null, number: number, now: Now, patience: Patience): BookEvent[] {
  const session = book?.sessions.find((one) => one.number === number);
  return session?.status === 'open' ? lookAgain(session, now, patience) : [];
}

function lookAgain({ number, checks }: CheckoutSession, now: Now, patience: Patience): BookEvent[] {
  return [{ type: 'checkout-checked', number, nextCheckAtMs: now.wallAtMs + lookAgainMs(checks, patience) }];
}

interface Payment {
  /** Of the session that was paid on. */
  number: number | null;
  paymentIntentId: string;
  amountMinor: number;
  creditMinor: number;
  currency: string;
  charge: ChargeFacts | null;
  accountId?: string;
}

/** The first payment of the right amount buys the seat; any other goes back in full by itself. */
function receivePayment(
  book: Book,
  payment: Payment,
  coolingOff: CoolingOff,
  now: Now,
  patience: Patience,
): BookEvent[] {
  const { paymentIntentId, amountMinor, creditMinor, currency, charge: facts } = payment;
  const account = payment.accountId === undefined ? {} : { accountId: payment.accountId };
  if (book.charges.some((charge) => charge.paymentIntentId === paymentIntentId)) return [];
  const { price } = book;
  const buysSeat =
    price !== null &&
    !book.isCancelled &&
    book.paidAtMs === null &&
    amountMinor + creditMinor === price.entryFeeMinor + price.depositMinor &&
    currency === price.currency &&
    mayUse(book.credit, creditMinor);
  if (buysSeat)
    return [
      captured(book, { paymentIntentId, facts, credit: book.credit, creditMinor, ...account }, coolingOff, now),
      ...askForFee(payment, now, patience),
      ...endSessions(book, now, payment.number),
    ];

  const charge = newCharge({ paymentIntentId, capturedMinor: amountMinor, facts, ...account });
  const period = `excess-${book.charges.length + 1}`;
  return [
    { type: 'captured-in-excess', paymentIntentId, amountMinor, charge: facts, ...account, atMs: now.atMs },
    ...askForFee(payment, now, patience),
    ...planRefund(book, { period, kind: 'cancellation', amountMinor, charge }, now, patience),
  ];
}

/** Credit that was let go meanwhile pays nothing. */
function mayUse(credit: CreditUse | null, creditMinor: number): boolean {
  return creditMinor === 0 || (credit?.status === 'reserved' && creditSum(credit.sources) >= creditMinor);
}

interface Through {
  paymentIntentId: string | null;
  facts: ChargeFacts | null;
  credit: CreditUse | null;
  creditMinor: number;
  accountId?: string;
}

function captured(
  book: Book,
  { paymentIntentId, facts, credit, creditMinor, accountId }: Through,
  coolingOff: CoolingOff,
  { atMs, wallAtMs }: Now,
): BookEvent {
  const { entryFeeMinor, depositMinor } = priceOf(book);
  return {
    type: 'captured',
    paymentIntentId,
    entryFeeMinor,
    depositMinor,
    feeEarnedFromMs:
      coolingOff && coolingOffEndsMs(coolingOff, { timeZone: book.timeZone ?? coolingOff.timeZone, paidAtMs: atMs }),
    charge: facts,
    atMs,
    ...(accountId === undefined ? {} : { accountId }),
    ...(credit && credit.status !== 'ending'
      ? { credit: spentCredit(credit, creditMinor, wallAtMs), creditMinor }
      : {}),
  };
}
