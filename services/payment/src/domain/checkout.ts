import { type Refused, refuse } from '@daka/contracts';
import { type Book, type BookEvent, type ChargeFacts, type CheckoutSession, type Now, type Patience, lookAgainMs } from './book';
import { isTrusted, newCharge } from './charge';
import type { CreditSource, CreditUse } from './credit-hold';
import { creditSum, reservedFor, spentCredit, usableCredit } from './credit';
import { isPayable, payablePart } from './currency';
import { askForFee } from './learn-fee';
import { priceOf } from './money-of';
import { CURRENCIES } from './payment-policy';
import { planRefund } from './plan-refund';

/** Stripe wants at least 30 minutes from its own receipt; the rest is for a call that has to be repeated. */
const SHORTEST_SESSION_MS = 35 * 60_000;
const LONGEST_SESSION_MS = 23 * 3_600_000;
/** A session about to end is not handed out again. */
const LEAST_LEFT_MS = 2 * 60_000;
const DAY_MS = 86_400_000;

export interface Return { successUrl: string; cancelUrl: string }
/** Until when the fee may have to go back: both the start and `days` after paying must be over. */
export interface CoolingOff { days: number; startsAtMs: number }
export type CheckoutRefusal = 'no_seat_held' | 'already_paid' | 'amount_not_payable' | 'currency_not_supported';

/** What was held of the learner's credit for this enrolment. */
export interface FoundCredit { search: number; sources: readonly CreditSource[] }

/** Prepares a checkout: a session that can still be used is kept, a price of nothing is paid at once. */
export function planCheckout(book: Book | null, back: Return, coolingOff: CoolingOff, now: Now, found: FoundCredit | null = null, accountId: string | null = null): Refused<CheckoutRefusal> | BookEvent[] {
  if (!book?.price || book.isCancelled) return refuse('no_seat_held', 'There is no seat held for this enrolment.');
  if (book.paidAtMs !== null) return refuse('already_paid', 'This enrolment is paid.');
  if (book.seatHeldUntilMs === null || book.seatHeldUntilMs <= now.atMs) return refuse('no_seat_held', 'The seat is not held any more; ask for it again.');
  const { currency, entryFeeMinor, depositMinor } = book.price;
  if (!CURRENCIES.has(currency)) return refuse('currency_not_supported', `${currency} cannot be charged; these can: ${[...CURRENCIES].join(', ')}.`);
  if (!isPayable(entryFeeMinor, currency) || !isPayable(depositMinor, currency)) {
    return refuse('amount_not_payable', `Amounts in ${currency} cannot be charged to the last unit.`);
  }
  if (usableSession(book, now)) return [];
  const credit = usableCredit(book, found);
  const creditMinor = credit ? Math.min(payablePart(creditSum(credit.sources), currency), entryFeeMinor) : 0;
  if (entryFeeMinor + depositMinor === creditMinor) return [captured(book, { paymentIntentId: null, facts: null, credit, creditMinor }, coolingOff, now)];
  const leftMs = Math.min(LONGEST_SESSION_MS, Math.max(SHORTEST_SESSION_MS, book.seatHeldUntilMs - now.atMs));
  const price = { currency, depositMinor, entryFeeMinor: entryFeeMinor - creditMinor };
  const request = { ...price, ...(creditMinor > 0 ? { creditMinor } : {}), ...(accountId === null ? {} : { accountId }), expiresAtMs: now.wallAtMs + leftMs, ...back };
  const reserved = credit && creditMinor > 0 ? { credit: reservedFor(credit, request.expiresAtMs) } : {};
  return [{ type: 'checkout-planned', number: book.sessions.length + 1, request, ...reserved }];
}

/** The session to send the learner to: planned (not yet known to be open) or open, with enough time left. */
export function usableSession({ sessions }: Book, { wallAtMs }: Now): CheckoutSession | undefined {
  return sessions.find(({ status, request }) => (status === 'planned' || status === 'open') && request.expiresAtMs - wallAtMs > LEAST_LEFT_MS);
}

export function noteOpened(book: Book | null, number: number, opened: { sessionId: string; url: string }, now: Now, patience: Patience): BookEvent[] {
  const session = book?.sessions.find((one) => one.number === number);
  if (session?.status !== 'planned') return [];
  return [{ type: 'checkout-opened', number, ...opened, nextCheckAtMs: now.wallAtMs + patience.checkFirstMs }];
}

export function noteNotOpened(book: Book | null, number: number, now: Now): BookEvent[] {
  return book?.sessions.some((one) => one.number === number && one.status === 'planned') ? closed(book, number, now) : [];
}

/** The last session that counted on credit takes its claim with it. */
function closed(book: Book, number: number, { wallAtMs }: Now): BookEvent[] {
  const isLast = !book.sessions.some((one) => one.number !== number && (one.status === 'planned' || one.status === 'open'));
  const letGo: BookEvent[] = isLast && book.credit?.status === 'reserved' ? [{ type: 'credit-let-go', nextAtMs: wallAtMs }] : [];
  return [{ type: 'checkout-closed', number }, ...letGo];
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
  /** The connected account that it was fetched from; absent: the platform's own. */
  accountId?: string;
}

/** Follows a session: paid (buys the seat or goes back), expired, or still open and looked at again later. */
export function noteCheckout(book: Book | null, report: CheckoutReport, coolingOff: CoolingOff, now: Now, patience: Patience): BookEvent[] {
  if (book === null || !isTrusted(book, report.accountId ?? null)) return [];
  const session = book.sessions.find(({ number, request }) => number === report.number && request.accountId === report.accountId);
  if (report.isPaid && report.paymentIntentId !== null) {
    const paid: BookEvent[] = session && session.status !== 'paid' ? [{ type: 'checkout-paid', number: session.number }] : [];
    return [...paid, ...receivePayment(book, { ...report, paymentIntentId: report.paymentIntentId, creditMinor: session?.request.creditMinor ?? 0 }, coolingOff, now, patience)];
  }
  if (!session || session.status === 'paid' || session.status === 'closed') return [];
  if (report.status === 'expired') return closed(book, session.number, now);
  // One that is not known to be open yet has no id to be looked up by; asking for the page again opens it.
  return session.status === 'open' ? lookAgain(session, now, patience) : [];
}

/** The processor could not be asked about this session: look again later. */
export function noteUnseen(book: Book | null, number: number, now: Now, patience: Patience): BookEvent[] {
  const session = book?.sessions.find((one) => one.number === number);
  return session?.status === 'open' ? lookAgain(session, now, patience) : [];
}

function lookAgain({ number, checks }: CheckoutSession, now: Now, patience: Patience): BookEvent[] {
  return [{ type: 'checkout-checked', number, nextCheckAtMs: now.wallAtMs + lookAgainMs(checks, patience) }];
}

interface Payment { paymentIntentId: string; amountMinor: number; creditMinor: number; currency: string; charge: ChargeFacts | null; accountId?: string }

/** The first payment of the right amount buys the seat; any other goes back in full by itself. */
function receivePayment(book: Book, payment: Payment, coolingOff: CoolingOff, now: Now, patience: Patience): BookEvent[] {
  const { paymentIntentId, amountMinor, creditMinor, currency, charge: facts } = payment;
  const account = payment.accountId === undefined ? {} : { accountId: payment.accountId };
  if (book.charges.some((charge) => charge.paymentIntentId === paymentIntentId)) return [];
  const { price } = book;
  const buysSeat = price !== null && !book.isCancelled && book.paidAtMs === null
    && amountMinor + creditMinor === price.entryFeeMinor + price.depositMinor && currency === price.currency && mayUse(book.credit, creditMinor);
  if (buysSeat) return [captured(book, { paymentIntentId, facts, credit: book.credit ?? null, creditMinor, ...account }, coolingOff, now), ...askForFee(payment, now, patience)];

  const charge = newCharge({ paymentIntentId, capturedMinor: amountMinor, facts, ...account });
  const period = `excess-${book.charges.length + 1}`;
  return [
    { type: 'captured-in-excess', paymentIntentId, amountMinor, charge: facts, ...account, atMs: now.atMs },
    ...askForFee(payment, now, patience),
    ...planRefund(book, { period, kind: 'cancellation', amountMinor, charge }, now, patience),
  ];
}

/** Credit that was let go meanwhile pays nothing. */
function mayUse(credit: CreditUse | null | undefined, creditMinor: number): boolean {
  return creditMinor === 0 || (credit?.status === 'reserved' && creditSum(credit.sources) >= creditMinor);
}

interface Through { paymentIntentId: string | null; facts: ChargeFacts | null; credit: CreditUse | null; creditMinor: number; accountId?: string }

function captured(book: Book, { paymentIntentId, facts, credit, creditMinor, accountId }: Through, { days, startsAtMs }: CoolingOff, { atMs, wallAtMs }: Now): BookEvent {
  const { entryFeeMinor, depositMinor } = priceOf(book);
  return {
    type: 'captured', paymentIntentId, entryFeeMinor, depositMinor, feeEarnedFromMs: Math.max(startsAtMs, atMs + days * DAY_MS), charge: facts, atMs, ...(accountId === undefined ? {} : { accountId }),
    ...(credit && credit.status !== 'ending' ? { credit: spentCredit(credit, creditMinor, wallAtMs), creditMinor } : {}),
  };
}
