import { type Refused, refuse } from '@daka/contracts';
import { type Book, type BookEvent, type ChargeFacts, type CheckoutSession, type Now, type Patience, type Price, lookAgainMs } from './book';
import { newCharge } from './charge';
import { isPayable } from './currency';
import { askForFee } from './learn-fee';
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

/** Prepares a checkout: a session that can still be used is kept, a price of nothing is paid at once. */
export function planCheckout(book: Book | null, back: Return, coolingOff: CoolingOff, now: Now): Refused<CheckoutRefusal> | BookEvent[] {
  if (!book?.price || book.isCancelled) return refuse('no_seat_held', 'There is no seat held for this enrolment.');
  if (book.paidAtMs !== null) return refuse('already_paid', 'This enrolment is paid.');
  if (book.seatHeldUntilMs === null || book.seatHeldUntilMs <= now.atMs) return refuse('no_seat_held', 'The seat is not held any more; ask for it again.');
  const { currency, entryFeeMinor, depositMinor } = book.price;
  if (!CURRENCIES.has(currency)) return refuse('currency_not_supported', `${currency} cannot be charged; these can: ${[...CURRENCIES].join(', ')}.`);
  if (!isPayable(entryFeeMinor, currency) || !isPayable(depositMinor, currency)) {
    return refuse('amount_not_payable', `Amounts in ${currency} cannot be charged to the last unit.`);
  }
  if (entryFeeMinor + depositMinor === 0) return [captured(book.price, { paymentIntentId: null, facts: null }, coolingOff, now)];
  if (usableSession(book, now)) return [];
  const leftMs = Math.min(LONGEST_SESSION_MS, Math.max(SHORTEST_SESSION_MS, book.seatHeldUntilMs - now.atMs));
  const request = { ...book.price, expiresAtMs: now.wallAtMs + leftMs, ...back };
  return [{ type: 'checkout-planned', number: book.sessions.length + 1, request }];
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

export function noteNotOpened(book: Book | null, number: number): BookEvent[] {
  return book?.sessions.some((one) => one.number === number && one.status === 'planned') ? [{ type: 'checkout-closed', number }] : [];
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
}

/** Follows a session: paid (buys the seat or goes back), expired, or still open and looked at again later. */
export function noteCheckout(book: Book | null, report: CheckoutReport, coolingOff: CoolingOff, now: Now, patience: Patience): BookEvent[] {
  if (book === null) return [];
  const session = book.sessions.find(({ number }) => number === report.number);
  if (report.isPaid && report.paymentIntentId !== null) {
    const paid: BookEvent[] = session && session.status !== 'paid' ? [{ type: 'checkout-paid', number: session.number }] : [];
    return [...paid, ...receivePayment(book, { ...report, paymentIntentId: report.paymentIntentId }, coolingOff, now, patience)];
  }
  if (!session || session.status === 'paid' || session.status === 'closed') return [];
  if (report.status === 'expired') return [{ type: 'checkout-closed', number: session.number }];
  return lookAgain(session, now, patience);
}

/** The processor could not be asked about this session: look again later. */
export function noteUnseen(book: Book | null, number: number, now: Now, patience: Patience): BookEvent[] {
  const session = book?.sessions.find((one) => one.number === number);
  return session?.status === 'open' ? lookAgain(session, now, patience) : [];
}

function lookAgain({ number, checks }: CheckoutSession, now: Now, patience: Patience): BookEvent[] {
  return [{ type: 'checkout-checked', number, nextCheckAtMs: now.wallAtMs + lookAgainMs(checks, patience) }];
}

interface Payment { paymentIntentId: string; amountMinor: number; currency: string; charge: ChargeFacts | null }

/** The first payment of the right amount buys the seat; any other goes back in full by itself. */
function receivePayment(book: Book, payment: Payment, coolingOff: CoolingOff, now: Now, patience: Patience): BookEvent[] {
  const { paymentIntentId, amountMinor, currency, charge: facts } = payment;
  if (book.charges.some((charge) => charge.paymentIntentId === paymentIntentId)) return [];
  const { price } = book;
  const buysSeat = price !== null && !book.isCancelled && book.paidAtMs === null
    && amountMinor === price.entryFeeMinor + price.depositMinor && currency === price.currency;
  if (buysSeat) return [captured(price, { paymentIntentId, facts }, coolingOff, now), ...askForFee(payment, now, patience)];

  const charge = newCharge(paymentIntentId, amountMinor, facts);
  const period = `excess-${book.charges.length + 1}`;
  return [
    { type: 'captured-in-excess', paymentIntentId, amountMinor, charge: facts, atMs: now.atMs },
    ...askForFee(payment, now, patience),
    ...planRefund(book, { period, kind: 'cancellation', amountMinor, charge }, now, patience),
  ];
}

interface Through { paymentIntentId: string | null; facts: ChargeFacts | null }

function captured({ entryFeeMinor, depositMinor }: Price, { paymentIntentId, facts }: Through, { days, startsAtMs }: CoolingOff, { atMs }: Now): BookEvent {
  return { type: 'captured', paymentIntentId, entryFeeMinor, depositMinor, feeEarnedFromMs: Math.max(startsAtMs, atMs + days * DAY_MS), charge: facts, atMs };
}
