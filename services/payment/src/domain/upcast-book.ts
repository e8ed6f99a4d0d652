import { transferWork } from './fee-transfer';
import type { TransferWork } from './transfer';
import type { Book, Charge, CheckoutRequest, CheckoutSession, OutsidePayment, Refund } from './book';

/** A thing as earlier versions stored it: without the fields that came later. */
type Before<T, Later extends keyof T> = Omit<T, Later> & Partial<Pick<T, Later>>;

type StoredRequest = Before<CheckoutRequest, 'accountId' | 'creditMinor'>;
type StoredSession = Omit<Before<CheckoutSession, 'attempt'>, 'request'> & { request: StoredRequest };
type StoredCharge = Before<Charge, 'accountId' | 'lostMinor' | 'facts' | 'checks' | 'nextCheckAtMs'>;
type StoredRefund = Before<Refund, 'isCollecting' | 'payouts' | 'dueAtMs' | 'succeededAtMs'>;
type StoredOutside = Before<OutsidePayment, 'state' | 'countedMinor' | 'answeredAtMs' | 'reason'>;
type LaterInBook =
  | 'timeZone'
  | 'frozen'
  | 'rejections'
  | 'appeals'
  | 'disputes'
  | 'disputedAwayMinor'
  | 'credit'
  | 'creditSearches'
  | 'creditUsedMinor'
  | 'creditPayout'
  | 'creditHolds'
  | 'cancelledFor'
  | 'rulesAccepted'
  | 'transfers'
  | 'transfersPutOffMs';

/** A book as any version so far may have stored it. */
export type StoredBook = Before<
  Omit<Book, 'sessions' | 'charges' | 'refunds' | 'paidOutside' | 'work'>,
  LaterInBook
> & {
  sessions: readonly StoredSession[];
  charges: readonly StoredCharge[];
  refunds: readonly StoredRefund[];
  paidOutside?: readonly StoredOutside[];
  /** `lookAtMs` was once called `checkoutsAtMs`, and a book may still carry its last value under that name. */
  work: {
    refundsAtMs: number | null;
    lookAtMs?: number | null;
    checkoutsAtMs?: number | null;
    transfer?: TransferWork | null;
  };
};

/** Gives a stored book what came later, with the values that mean what its absence meant. A book of today stays as it is. */
export function upcastBook<Stored extends StoredBook>(stored: Stored): Stored & Book {
  const { refundsAtMs, lookAtMs, checkoutsAtMs = null, transfer } = stored.work;
  const book = {
    ...stored,
    timeZone: stored.timeZone ?? null,
    sessions: stored.sessions.map(upcastSession),
    charges: stored.charges.map(upcastCharge),
    refunds: stored.refunds.map(upcastRefund),
    cancelledFor: stored.cancelledFor ?? null,
    frozen: stored.frozen ?? [],
    rejections: stored.rejections ?? 0,
    appeals: stored.appeals ?? [],
    disputes: stored.disputes ?? [],
    disputedAwayMinor: stored.disputedAwayMinor ?? 0,
    paidOutside: (stored.paidOutside ?? []).map(upcastOutside),
    credit: stored.credit ?? null,
    creditSearches: stored.creditSearches ?? 0,
    creditUsedMinor: stored.creditUsedMinor ?? 0,
    creditPayout: stored.creditPayout ?? null,
    creditHolds: stored.creditHolds ?? [],
    rulesAccepted: stored.rulesAccepted ?? null,
    transfers: stored.transfers ?? [],
    transfersPutOffMs: stored.transfersPutOffMs ?? 0,
    work: { refundsAtMs, lookAtMs: lookAtMs === undefined ? checkoutsAtMs : lookAtMs, transfer: transfer ?? null },
  };
  return transfer === undefined ? { ...book, work: { ...book.work, transfer: transferWork(book) } } : book;
}

/** What became of tries on an older session is asked again while it is open. */
function upcastSession({ attempt = null, request, ...session }: StoredSession): CheckoutSession {
  return { ...session, attempt, request: upcastRequest(request) };
}

function upcastRequest({ accountId = null, creditMinor = 0, ...request }: StoredRequest): CheckoutRequest {
  return { ...request, accountId, creditMinor };
}

/** A charge from before its facts were asked for is not asked about now. */
function upcastCharge(charge: StoredCharge): Charge {
  const { accountId = null, lostMinor = 0, facts = null, checks = 0, nextCheckAtMs = null, ...stored } = charge;
  return { ...stored, accountId, lostMinor, facts, checks, nextCheckAtMs };
}

/** When it was due, and confirmed, was not kept before: it is counted apart from those whose time is known. */
function upcastRefund(stored: StoredRefund): Refund {
  const { isCollecting = false, payouts = [], dueAtMs = null, succeededAtMs = null, ...refund } = stored;
  return { ...refund, isCollecting, payouts, dueAtMs, succeededAtMs };
}

/** What was recorded by hand before learners were asked counted at once, and is in the ledger as paid. */
function upcastOutside(payment: StoredOutside): OutsidePayment {
  const { state = 'confirmed', answeredAtMs = null, reason = null, ...stored } = payment;
  const { countedMinor = state === 'confirmed' ? stored.amountMinor : 0 } = stored;
  return { ...stored, state, countedMinor, answeredAtMs, reason };
}
