import type { Book } from './book';
import type { BookEvent, BookEventOf, RefundEvent } from './book-events';
import { byType } from '@daka/contracts';
import { chargeAfterLook, newCharge } from './charge';
import { appealsAfter } from './appeals-in-book';
import { afterCredit } from './credit';
import { afterDispute, isFrozen, withRecovered } from './dispute';
import { transferWork } from './fee-transfer';
import { chargesAfterRefund, refundsAfter } from './evolve-refunds';
import { sessionsAfter } from './evolve-sessions';
import { frozenAfter } from './freeze-deposit';
import { addLines } from './ledger/accounts';
import { postingsOf } from './ledger/postings';
import { afterHandPayment } from './pay-by-hand';
import { afterTransfer, NO_TRANSFERS } from './transfer';

/** Applies an event. Balances follow from the event's postings and from nothing else. */
export function evolveBook(book: Book | null, event: BookEvent): Book {
  if (event.type === 'opened') return openedBook(event);
  if (book === null) throw new Error(`${event.type} before the book was opened`);
  const lines = postingsOf(event).flatMap((posting) => posting.lines);
  const changed = { ...book, ...changeOf(event, book), balances: addLines(book.balances, lines) };
  return {
    ...changed,
    work: { refundsAtMs: refundsDueAt(changed), lookAtMs: lookDueAt(changed), transfer: transferWork(changed) },
  };
}

function openedBook({ type: _, ...identity }: BookEventOf<'opened'>): Book {
  return {
    ...identity,
    price: null,
    seatHeldUntilMs: null,
    sessions: [],
    charges: [],
    paidAtMs: null,
    feeEarnedFromMs: null,
    entitlement: { revision: 0, entitledMinor: 0 },
    dueMinor: 0,
    releasedMinor: 0,
    refunds: [],
    frozen: [],
    rejections: 0,
    appeals: [],
    isSettled: false,
    forfeitedMinor: 0,
    bonusMinor: null,
    isCancelled: false,
    cancelledFor: null,
    disputes: [],
    disputedAwayMinor: 0,
    paidOutside: [],
    credit: null,
    creditSearches: 0,
    creditUsedMinor: 0,
    creditPayout: null,
    creditHolds: [],
    rulesAccepted: null,
    balances: {},
    ...NO_TRANSFERS,
    work: { refundsAtMs: null, lookAtMs: null, transfer: null },
  };
}

const ofSession = (event: Parameters<typeof sessionsAfter>[1], { sessions }: Book) => ({
  sessions: sessionsAfter(sessions, event),
});
const ofCharge = (event: Parameters<typeof chargeAfterLook>[1], { charges }: Book) => ({
  charges: charges.map((charge) =>
    charge.paymentIntentId === event.paymentIntentId ? chargeAfterLook(charge, event) : charge,
  ),
});
const ofAppeal = (event: Parameters<typeof frozenAfter>[1], { frozen }: Book) => ({
  frozen: frozenAfter(frozen, event),
});
const ofRefund = (event: RefundEvent, book: Book) => ({
  refunds: refundsAfter(book.refunds, event),
  charges: chargesAfterRefund(book, event),
});
const ofDispute = (event: Parameters<typeof afterDispute>[1], book: Book) => afterDispute(book, event);
const ofHandPayment = (event: Parameters<typeof afterHandPayment>[1], book: Book) => afterHandPayment(book, event);
const ofTransfer = (event: Parameters<typeof afterTransfer>[1], book: Book) => {
  const { transfers, transfersPutOffMs } = afterTransfer(book, event);
  return { transfers, transfersPutOffMs };
};
const ofCredit = (event: Parameters<typeof afterCredit>[1], book: Book) => afterCredit(book, event);

const changeOf = byType<Exclude<BookEvent, { type: 'opened' }>, [book: Book], Partial<Book>>({
  'seat-held': ({ price, seatHeldUntilMs }) => ({ price, seatHeldUntilMs }),
  'seat-released': () => ({ seatHeldUntilMs: null }),
  'checkout-planned': (event, book) => ({ ...ofSession(event, book), credit: event.credit ?? book.credit }),
  'checkout-opened': ofSession,
  'checkout-checked': ofSession,
  'checkout-tried': ofSession,
  'checkout-ending': ofSession,
  'checkout-paid': ofSession,
  'checkout-closed': ofSession,
  captured: afterPayment,
  'captured-in-excess': (event, { charges }) => ({
    charges: [...charges, newCharge({ ...event, capturedMinor: event.amountMinor, facts: event.charge })],
  }),
  'charge-known': ofCharge,
  'charge-checked': ofCharge,
  'fee-earned': () => ({}),
  'entitlement-changed': ({ revision, entitledMinor }) => ({ entitlement: { revision, entitledMinor } }),
  'deposit-frozen': ofAppeal,
  'deposit-thawed': ofAppeal,
  'payout-accrued': ({ dueMinor, amountMinor }, { releasedMinor }) => ({
    dueMinor,
    releasedMinor: releasedMinor + amountMinor,
  }),
  'refund-planned': ofRefund,
  'refund-sending': ofRefund,
  'refund-unclear': ofRefund,
  'refund-pending': ofRefund,
  'refund-succeeded': ofRefund,
  'refund-failed': ofRefund,
  'refund-returned': ofRefund,
  'refund-blocked': ofRefund,
  'refund-raised': ofRefund,
  'dispute-opened': ofDispute,
  'dispute-moved': ofDispute,
  'dispute-covered': ofDispute,
  'dispute-closed': ofDispute,
  'dispute-checked': ofDispute,
  'loss-recovered': ofDispute,
  'transfer-sending': ofTransfer,
  'transfer-unclear': ofTransfer,
  'transfer-failed': ofTransfer,
  'transfer-made': ofTransfer,
  'transfers-put-off': ofTransfer,
  'credit-sought': ofCredit,
  'credit-let-go': ofCredit,
  'credit-kept': ofCredit,
  'credit-settled': ofCredit,
  'credit-reserved': ofCredit,
  'credit-moved': ofCredit,
  'credit-released': ofCredit,
  'hand-payment-told': ofHandPayment,
  'hand-payment-objected': ofHandPayment,
  'paid-outside': ofHandPayment,
  'credit-payout-asked': ({ amountMinor, payTo, atMs }) => ({
    creditPayout: amountMinor === 0 ? null : { amountMinor, payTo, askedAtMs: atMs },
  }),
  // Stands in the decision log, which is written with the book.
  decided: ({ said }, { rejections }) => (said.kind === 'entry_rejected' ? { rejections: rejections + 1 } : {}),
  'appeal-followed': ({ type: _, ...appeal }, { appeals }) => ({ appeals: appealsAfter(appeals, appeal) }),
  'refunds-due': ({ periods, sinceMs }, { refunds }) => ({
    refunds: refunds.map((refund) => (periods.includes(refund.period) ? { ...refund, dueAtMs: sinceMs } : refund)),
  }),
  'rules-accepted': ({ rulesVersion, acceptedAtMs }) => ({ rulesAccepted: { rulesVersion, acceptedAtMs } }),
  settled: ({ revision, entitledMinor, forfeitMinor }) => ({
    isSettled: true,
    forfeitedMinor: forfeitMinor,
    dueMinor: entitledMinor,
    entitlement: { revision, entitledMinor },
  }),
  'bonus-awarded': ({ bonusMinor }) => ({ bonusMinor }),
  cancelled: ({ recoveredMinor, reason = null }, { disputes }) => ({
    isCancelled: true,
    cancelledFor: reason,
    seatHeldUntilMs: null,
    disputes: recoveredMinor > 0 ? withRecovered(disputes, recoveredMinor) : disputes,
  }),
});

function afterPayment(event: BookEventOf<'captured'>, book: Book): Partial<Book> {
  const { paymentIntentId, entryFeeMinor, depositMinor, creditMinor = 0, credit } = event;
  const capturedMinor = entryFeeMinor + depositMinor - creditMinor;
  return {
    paidAtMs: event.atMs,
    feeEarnedFromMs: event.feeEarnedFromMs,
    seatHeldUntilMs: null,
    // First in the list, also after a payment in excess.
    charges:
      paymentIntentId === null
        ? book.charges
        : [newCharge({ ...event, paymentIntentId, capturedMinor, facts: event.charge }), ...book.charges],
    ...(credit ? { credit, creditUsedMinor: creditMinor } : {}),
  };
}

function refundsDueAt(book: Book): number | null {
  const due = book.refunds.filter(
    (refund) =>
      refund.nextAtMs !== null &&
      !(refund.status === 'planned' && (isFrozen(book) || hasRefundInFlight(book, refund.paymentIntentId))),
  );
  return earliest(due.map(({ nextAtMs }) => nextAtMs));
}

function lookDueAt({ sessions, charges, disputes, credit }: Book): number | null {
  return earliest([
    ...[...sessions, ...charges, ...disputes].map(({ nextCheckAtMs }) => nextCheckAtMs),
    credit?.nextAtMs ?? null,
  ]);
}

function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** One refund at a time per charge: the next waits until the processor has answered for this one. */
export function hasRefundInFlight({ refunds }: Book, paymentIntentId: string): boolean {
  return refunds.some(
    (refund) =>
      refund.paymentIntentId === paymentIntentId && (refund.status === 'sending' || refund.status === 'pending'),
  );
}
