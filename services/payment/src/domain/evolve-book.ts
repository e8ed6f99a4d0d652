import type { Book, BookEvent, BookEventOf, CheckoutSession, Refund, RefundEvent } from './book';
import { afterRefund, chargeAfterLook, newCharge } from './charge';
import { afterCredit } from './credit';
import { afterPaidOutside } from './pay-by-hand';
import { afterDispute, isFrozen, withRecovered } from './dispute';
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
      return { sessions: sessionsAfter(book.sessions, event), ...(event.type === 'checkout-planned' && event.credit ? { credit: event.credit } : {}) };
    case 'captured': return {
      paidAtMs: event.atMs, feeEarnedFromMs: event.feeEarnedFromMs, seatHeldUntilMs: null,
      // First in the list, also after a payment in excess.
      charges: event.paymentIntentId === null ? book.charges : [
        newCharge({ ...event, paymentIntentId: event.paymentIntentId, capturedMinor: event.entryFeeMinor + event.depositMinor - (event.creditMinor ?? 0), facts: event.charge }), ...book.charges,
      ],
      ...(event.credit ? { credit: event.credit, creditUsedMinor: event.creditMinor ?? 0 } : {}),
    };
    case 'captured-in-excess': return { charges: [...book.charges, newCharge({ ...event, capturedMinor: event.amountMinor, facts: event.charge })] };
    case 'charge-known': case 'charge-checked':
      return { charges: book.charges.map((charge) => (charge.paymentIntentId === event.paymentIntentId ? chargeAfterLook(charge, event) : charge)) };
    case 'fee-earned': return {};
    case 'entitlement-changed': return { entitlement: { revision: event.revision, entitledMinor: event.entitledMinor } };
    case 'deposit-frozen': case 'deposit-thawed': return { frozen: frozenAfter(book.frozen, event) };
    case 'payout-accrued': return { dueMinor: event.dueMinor, releasedMinor: book.releasedMinor + event.amountMinor };
    case 'refund-planned': case 'refund-sending': case 'refund-unclear': case 'refund-pending':
    case 'refund-succeeded': case 'refund-failed': case 'refund-returned': case 'refund-blocked': case 'refund-raised':
      return { refunds: refundsAfter(book.refunds, event), charges: chargesAfterRefund(book, event) };
    case 'dispute-opened': case 'dispute-moved': case 'dispute-covered': case 'dispute-closed': case 'dispute-checked': case 'loss-recovered':
      return afterDispute(book, event);
    case 'credit-sought': case 'credit-let-go': case 'credit-kept': case 'credit-settled':
    case 'credit-reserved': case 'credit-moved': case 'credit-released':
      return afterCredit(book, event);
    case 'paid-outside': return afterPaidOutside(book, event);
    case 'rules-accepted': return { rulesAccepted: { rulesVersion: event.rulesVersion, acceptedAtMs: event.acceptedAtMs } };
    case 'settled': return {
      isSettled: true, forfeitedMinor: event.forfeitMinor, dueMinor: event.entitledMinor,
      entitlement: { revision: event.revision, entitledMinor: event.entitledMinor },
    };
    case 'bonus-awarded': return { bonusMinor: event.bonusMinor };
    case 'cancelled': return {
      isCancelled: true, seatHeldUntilMs: null, ...(event.recoveredMinor > 0 ? { disputes: withRecovered(book.disputes ?? [], event.recoveredMinor) } : {}),
    };
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

function refundsAfter(refunds: readonly Refund[], event: RefundEvent): Refund[] {
  if (event.type === 'refund-planned') {
    const { period, kind, paymentIntentId, amountMinor, nextAtMs, isCollecting } = event;
    return [...refunds, {
      period, kind, paymentIntentId, amountMinor, status: 'planned', attempt: 0, tries: 0,
      firstSentAtMs: null, nextAtMs, processorRefundId: null, failure: null, ...(isCollecting ? { isCollecting } : {}),
    }];
  }
  return refunds.map((refund) => (refund.period === event.period ? { ...refund, ...refundAfter(refund, event) } : refund));
}

function refundAfter(refund: Refund, event: Exclude<RefundEvent, { type: 'refund-planned' }>): Partial<Refund> {
  switch (event.type) {
    case 'refund-sending':
      return { status: 'sending', attempt: event.attempt, tries: 0, firstSentAtMs: event.wallAtMs, nextAtMs: event.nextAtMs, processorRefundId: null };
    case 'refund-raised': return {
      amountMinor: refund.amountMinor + event.amountMinor, nextAtMs: event.nextAtMs ?? refund.nextAtMs,
      ...(event.payout === null ? {} : { payouts: [...(refund.payouts ?? []), event.payout] }),
    };
    case 'refund-unclear': return { tries: refund.tries + 1, failure: event.reason, nextAtMs: event.nextAtMs };
    case 'refund-pending':
      return { status: 'pending', tries: refund.status === 'pending' ? refund.tries + 1 : 0, processorRefundId: event.processorRefundId, nextAtMs: event.nextAtMs };
    case 'refund-succeeded': return { status: 'succeeded', processorRefundId: event.processorRefundId, failure: null, nextAtMs: null };
    case 'refund-failed': return { status: event.retryAtMs === null ? 'failed' : 'planned', failure: event.reason, nextAtMs: event.retryAtMs };
    case 'refund-returned': case 'refund-blocked': return { status: 'failed', failure: event.reason, nextAtMs: null };
    default: return unknownEvent(event);
  }
}

function chargesAfterRefund(book: Book, event: RefundEvent) {
  const refund = event.type === 'refund-planned' ? event : book.refunds.find(({ period }) => period === event.period);
  return book.charges.map((charge) => (charge.paymentIntentId === refund?.paymentIntentId ? afterRefund(charge, event) : charge));
}

function refundsDueAt(book: Book): number | null {
  const due = book.refunds.filter((refund) => refund.nextAtMs !== null && !(refund.status === 'planned' && (isFrozen(book) || hasRefundInFlight(book, refund.paymentIntentId))));
  return earliest(due.map(({ nextAtMs }) => nextAtMs));
}

function checkoutsDueAt({ sessions, charges, disputes = [], credit }: Book): number | null {
  return earliest([...[...sessions, ...charges, ...disputes].map(({ nextCheckAtMs = null }) => nextCheckAtMs), credit?.nextAtMs ?? null]);
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
