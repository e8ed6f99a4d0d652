import type { Book, BookEvent, BookEventOf, Charge, CheckoutSession, Refund } from './book';
import { frozenAfter } from './freeze-deposit';
import { addLines } from './ledger/accounts';
import { postingsOf } from './ledger/postings';

/** Applies an event. Balances follow from the event's postings and from nothing else. */
export function evolveBook(book: Book | null, event: BookEvent): Book {
  if (event.type === 'opened') return openedBook(event);
  if (book === null) throw new Error(`${event.type} before the book was opened`);
  const lines = postingsOf(event).flatMap((posting) => posting.lines);
  const changed = { ...book, ...changeOf(book, event), balances: addLines(book.balances, lines) };
  return { ...changed, work: { refundsAtMs: refundsDueAt(changed), checkoutsAtMs: checkoutsDueAt(changed) } };
}

function openedBook({ type: _, ...identity }: BookEventOf<'opened'>): Book {
  return {
    ...identity, price: null, seatHeldUntilMs: null, sessions: [], charges: [], paidAtMs: null, feeEarnedFromMs: null,
    entitlement: { revision: 0, entitledMinor: 0 }, dueMinor: 0, releasedMinor: 0, refunds: [],
    isSettled: false, forfeitedMinor: 0, bonusMinor: null, isCancelled: false, balances: {},
    work: { refundsAtMs: null, checkoutsAtMs: null },
  };
}

function changeOf(book: Book, event: Exclude<BookEvent, { type: 'opened' }>): Partial<Book> {
  switch (event.type) {
    case 'seat-held': return { price: event.price, seatHeldUntilMs: event.seatHeldUntilMs };
    case 'seat-released': return { seatHeldUntilMs: null };
    case 'checkout-planned': case 'checkout-opened': case 'checkout-checked': case 'checkout-paid': case 'checkout-closed':
      return { sessions: sessionsAfter(book.sessions, event) };
    case 'captured': return {
      paidAtMs: event.atMs, feeEarnedFromMs: event.feeEarnedFromMs, seatHeldUntilMs: null,
      charges: event.paymentIntentId === null ? book.charges : [...book.charges, newCharge(event.paymentIntentId, event.entryFeeMinor + event.depositMinor)],
    };
    case 'captured-in-excess': return { charges: [...book.charges, newCharge(event.paymentIntentId, event.amountMinor)] };
    case 'fee-earned': return {};
    case 'entitlement-changed': return { entitlement: { revision: event.revision, entitledMinor: event.entitledMinor } };
    case 'deposit-frozen': case 'deposit-thawed': return { frozen: frozenAfter(book.frozen, event) };
    case 'payout-accrued': return { dueMinor: event.dueMinor, releasedMinor: book.releasedMinor + event.amountMinor };
    case 'refund-planned': case 'refund-sending': case 'refund-unclear': case 'refund-pending':
    case 'refund-succeeded': case 'refund-failed': case 'refund-returned':
      return { refunds: refundsAfter(book.refunds, event), charges: chargesAfter(book, event) };
    case 'settled': return {
      isSettled: true, forfeitedMinor: event.forfeitMinor, dueMinor: event.entitledMinor,
      entitlement: { revision: event.revision, entitledMinor: event.entitledMinor },
    };
    case 'bonus-awarded': return { bonusMinor: event.bonusMinor };
    case 'cancelled': return { isCancelled: true, seatHeldUntilMs: null };
    default: return unknownEvent(event);
  }
}

type SessionEvent = BookEventOf<'checkout-planned' | 'checkout-opened' | 'checkout-checked' | 'checkout-paid' | 'checkout-closed'>;

function sessionsAfter(sessions: readonly CheckoutSession[], event: SessionEvent): CheckoutSession[] {
  if (event.type === 'checkout-planned') {
    const { number, request } = event;
    return [...sessions, { number, request, status: 'planned', sessionId: null, url: null, checks: 0, nextCheckAtMs: null }];
  }
  return sessions.map((session) => (session.number === event.number ? { ...session, ...sessionAfter(session, event) } : session));
}

function sessionAfter(session: CheckoutSession, event: Exclude<SessionEvent, { type: 'checkout-planned' }>): Partial<CheckoutSession> {
  switch (event.type) {
    case 'checkout-opened': return { status: 'open', sessionId: event.sessionId, url: event.url, nextCheckAtMs: event.nextCheckAtMs };
    case 'checkout-checked': return { checks: session.checks + 1, nextCheckAtMs: event.nextCheckAtMs };
    case 'checkout-paid': return { status: 'paid', nextCheckAtMs: null };
    case 'checkout-closed': return { status: 'closed', nextCheckAtMs: null };
    default: return unknownEvent(event);
  }
}

type RefundEvent = BookEventOf<
  'refund-planned' | 'refund-sending' | 'refund-unclear' | 'refund-pending' | 'refund-succeeded' | 'refund-failed' | 'refund-returned'
>;

function refundsAfter(refunds: readonly Refund[], event: RefundEvent): Refund[] {
  if (event.type === 'refund-planned') {
    const { period, kind, paymentIntentId, amountMinor, wallAtMs } = event;
    return [...refunds, {
      period, kind, paymentIntentId, amountMinor, status: 'planned', attempt: 0, tries: 0,
      firstSentAtMs: null, nextAtMs: wallAtMs, processorRefundId: null, failure: null,
    }];
  }
  return refunds.map((refund) => (refund.period === event.period ? { ...refund, ...refundAfter(refund, event) } : refund));
}

function refundAfter(refund: Refund, event: Exclude<RefundEvent, { type: 'refund-planned' }>): Partial<Refund> {
  switch (event.type) {
    case 'refund-sending':
      return { status: 'sending', attempt: event.attempt, tries: 0, firstSentAtMs: event.wallAtMs, nextAtMs: event.nextAtMs, processorRefundId: null };
    case 'refund-unclear': return { tries: refund.tries + 1, failure: event.reason, nextAtMs: event.nextAtMs };
    case 'refund-pending':
      return { status: 'pending', tries: refund.status === 'pending' ? refund.tries + 1 : 0, processorRefundId: event.processorRefundId, nextAtMs: event.nextAtMs };
    case 'refund-succeeded': return { status: 'succeeded', processorRefundId: event.processorRefundId, failure: null, nextAtMs: null };
    case 'refund-failed': return { status: event.retryAtMs === null ? 'failed' : 'planned', failure: event.reason, nextAtMs: event.retryAtMs };
    case 'refund-returned': return { status: 'failed', failure: event.reason, nextAtMs: null };
    default: return unknownEvent(event);
  }
}

function newCharge(paymentIntentId: string, capturedMinor: number): Charge {
  return { paymentIntentId, capturedMinor, refundedMinor: 0, inFlightMinor: 0, payableMinor: 0 };
}

function chargesAfter(book: Book, event: RefundEvent): readonly Charge[] {
  const moves = chargeMoves(event);
  if (moves === null) return book.charges;
  const paymentIntentId = event.type === 'refund-planned' ? event.paymentIntentId : book.refunds.find(({ period }) => period === event.period)?.paymentIntentId;
  return book.charges.map((charge) => (charge.paymentIntentId === paymentIntentId ? checkedCharge({
    ...charge,
    payableMinor: charge.payableMinor + moves.payable,
    inFlightMinor: charge.inFlightMinor + moves.inFlight,
    refundedMinor: charge.refundedMinor + moves.refunded,
  }) : charge));
}

function chargeMoves(event: RefundEvent): { payable: number; inFlight: number; refunded: number } | null {
  switch (event.type) {
    case 'refund-planned': return { payable: event.amountMinor, inFlight: 0, refunded: 0 };
    case 'refund-sending': return { payable: -event.amountMinor, inFlight: event.amountMinor, refunded: 0 };
    case 'refund-succeeded': return { payable: 0, inFlight: -event.amountMinor, refunded: event.amountMinor };
    case 'refund-failed': return { payable: event.amountMinor, inFlight: -event.amountMinor, refunded: 0 };
    case 'refund-returned': return { payable: event.amountMinor, inFlight: 0, refunded: -event.amountMinor };
    case 'refund-unclear': case 'refund-pending': return null;
    default: return unknownEvent(event);
  }
}

/** The invariant of the whole engine: nothing can be promised or sent beyond what was captured. */
function checkedCharge(charge: Charge): Charge {
  const { capturedMinor, refundedMinor, inFlightMinor, payableMinor } = charge;
  const isSound = refundedMinor >= 0 && inFlightMinor >= 0 && payableMinor >= 0 && refundedMinor + inFlightMinor + payableMinor <= capturedMinor;
  if (!isSound) throw new Error(`charge ${charge.paymentIntentId} would return more than was captured: ${JSON.stringify(charge)}`);
  return charge;
}

function refundsDueAt(book: Book): number | null {
  const due = book.refunds.filter((refund) => refund.nextAtMs !== null && !(refund.status === 'planned' && hasRefundInFlight(book, refund.paymentIntentId)));
  return earliest(due.map(({ nextAtMs }) => nextAtMs));
}

function checkoutsDueAt({ sessions }: Book): number | null {
  return earliest(sessions.map(({ nextCheckAtMs }) => nextCheckAtMs));
}

function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** One refund at a time per charge: the next waits until the processor has answered for this one. */
export function hasRefundInFlight({ refunds }: Book, paymentIntentId: string): boolean {
  return refunds.some((refund) => refund.paymentIntentId === paymentIntentId && (refund.status === 'sending' || refund.status === 'pending'));
}

function unknownEvent(event: never): never {
  throw new Error(`unknown book event ${JSON.stringify(event)}`);
}
