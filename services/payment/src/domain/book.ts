import type { Balances } from './ledger/accounts';
import type { EarningDay } from './ledger/entry';

export interface Price { currency: string; entryFeeMinor: number; depositMinor: number }
export type RefundKind = 'deposit' | 'bonus' | 'cancellation';

/** The money of one enrolment: what was asked, captured, earned, owed and sent. */
export interface Book {
  enrolmentId: string;
  cohortId: string;
  organisationId: string;
  learnerId: string;
  /** Null until a seat is held. */
  price: Price | null;
  /** Null when no seat is held (never, released, or bought). */
  seatHeldUntilMs: number | null;
  sessions: readonly CheckoutSession[];
  /** The charge that bought the seat comes first; further ones are payments in excess. */
  charges: readonly Charge[];
  paidAtMs: number | null;
  /** From then on the fee counts as earned. */
  feeEarnedFromMs: number | null;
  entitlement: { revision: number; entitledMinor: number };
  dueMinor: number;
  /** The part of the deposit that became a refund. */
  releasedMinor: number;
  refunds: readonly Refund[];
  /** What open appeals put in question; absent in books that were stored before there were appeals. */
  frozen?: readonly FrozenAmount[];
  isSettled: boolean;
  forfeitedMinor: number;
  /** Null until awarded. */
  bonusMinor: number | null;
  isCancelled: boolean;
  balances: Balances;
  /** When (wall clock) somebody must look at refunds or open sessions again; null: nothing to do. */
  work: { refundsAtMs: number | null; checkoutsAtMs: number | null };
}

export interface FrozenAmount { appealId: string; amountMinor: number }
/** `eased`: other days have earned it meanwhile; `ended`: the enrolment came to its end. */
export type ThawReason = 'upheld' | 'dismissed' | 'eased' | 'ended';

export interface CheckoutSession {
  /** Counts from 1 per enrolment. */
  number: number;
  status: 'planned' | 'open' | 'paid' | 'closed';
  sessionId: string | null;
  url: string | null;
  request: CheckoutRequest;
  /** How often it was looked up since it opened. */
  checks: number;
  nextCheckAtMs: number | null;
}

/** Frozen before the first call: the same key must always carry the same words. */
export interface CheckoutRequest {
  currency: string;
  entryFeeMinor: number;
  depositMinor: number;
  /** Wall clock. */
  expiresAtMs: number;
  successUrl: string;
  cancelUrl: string;
}

/** Invariant: refunded + in flight + payable <= captured. */
export interface Charge {
  paymentIntentId: string;
  capturedMinor: number;
  refundedMinor: number;
  inFlightMinor: number;
  payableMinor: number;
}

export interface Refund {
  /** Unique in the book; names the refund in its key. */
  period: string;
  kind: RefundKind;
  paymentIntentId: string;
  amountMinor: number;
  /** `failed`: the amount stays payable and needs another way out. */
  status: 'planned' | 'sending' | 'pending' | 'succeeded' | 'failed';
  /** 0 before the first; grows only after the one before is proven to have failed. */
  attempt: number;
  /** Calls of this attempt that ended without a clear answer, or looks at a pending one. */
  tries: number;
  /** Wall clock; since when this attempt's key may be known to the processor. */
  firstSentAtMs: number | null;
  /** Wall clock; null: nothing to do. */
  nextAtMs: number | null;
  processorRefundId: string | null;
  failure: string | null;
}

export type BookEvent =
  | { type: 'opened'; enrolmentId: string; cohortId: string; organisationId: string; learnerId: string }
  | { type: 'seat-held'; price: Price; seatHeldUntilMs: number }
  | { type: 'seat-released' }
  | { type: 'checkout-planned'; number: number; request: CheckoutRequest }
  | { type: 'checkout-opened'; number: number; sessionId: string; url: string; nextCheckAtMs: number }
  | { type: 'checkout-checked'; number: number; nextCheckAtMs: number }
  | { type: 'checkout-paid'; number: number }
  | { type: 'checkout-closed'; number: number }
  | { type: 'captured'; paymentIntentId: string | null; entryFeeMinor: number; depositMinor: number; feeEarnedFromMs: number; atMs: number }
  | { type: 'captured-in-excess'; paymentIntentId: string; amountMinor: number; atMs: number }
  | { type: 'fee-earned'; amountMinor: number; atMs: number }
  | { type: 'entitlement-changed'; revision: number; entitledMinor: number }
  | { type: 'deposit-frozen'; appealId: string; amountMinor: number; atMs: number }
  | { type: 'deposit-thawed'; appealId: string; amountMinor: number; because: ThawReason; revision: number; atMs: number }
  | { type: 'payout-accrued'; period: string; dueMinor: number; amountMinor: number; days: readonly EarningDay[]; atMs: number }
  | { type: 'refund-planned'; period: string; kind: RefundKind; paymentIntentId: string; amountMinor: number; wallAtMs: number }
  | { type: 'refund-sending'; period: string; attempt: number; amountMinor: number; atMs: number; wallAtMs: number; nextAtMs: number }
  | { type: 'refund-unclear'; period: string; reason: string; nextAtMs: number }
  | { type: 'refund-pending'; period: string; processorRefundId: string; nextAtMs: number }
  | { type: 'refund-succeeded'; period: string; attempt: number; kind: RefundKind; amountMinor: number; processorRefundId: string; atMs: number }
  | { type: 'refund-failed'; period: string; attempt: number; kind: RefundKind; amountMinor: number; reason: string; retryAtMs: number | null; atMs: number }
  | { type: 'refund-returned'; period: string; attempt: number; kind: RefundKind; amountMinor: number; reason: string; atMs: number }
  | { type: 'settled'; revision: number; entitledMinor: number; forfeitMinor: number; overpaidMinor: number; creditMinor: number; atMs: number }
  | { type: 'bonus-awarded'; bonusMinor: number; refundMinor: number; creditMinor: number; atMs: number }
  | { type: 'cancelled'; depositMinor: number; feeDeferredMinor: number; feeEarnedMinor: number; atMs: number };

export type BookEventOf<T extends BookEvent['type']> = Extract<BookEvent, { type: T }>;

/** Both clocks: `atMs` is the domain's (may be virtual), `wallAtMs` the one that keys, sessions and retries live by. */
export interface Now { atMs: number; wallAtMs: number }

/** Waits and bounds of talking to the processor. */
export interface Patience {
  /** How long the process that wrote `sending` has for the call before another one takes over. */
  sendWithinMs: number;
  retryFirstMs: number;
  retryMaxMs: number;
  checkFirstMs: number;
  checkMaxMs: number;
  /** Attempts (new keys) until a refund that keeps failing waits for another way out. */
  maxAttempts: number;
}

/** The wait before try n (from 0): doubles each time, bounded. */
export function backOffMs(tries: number, firstMs: number, maxMs: number): number {
  return Math.min(maxMs, firstMs * 2 ** Math.min(tries, 20));
}

/** A payment that was abandoned, or a refund that takes days, is not worth the pace of one that is about to arrive. */
const KEEN_LOOKS = 40;
const SLOWER = 15;

/** The wait before look n (from 0) at something that a webhook should have told: doubling, then steady, then rare. */
export function lookAgainMs(looks: number, { checkFirstMs, checkMaxMs }: Patience): number {
  return looks < KEEN_LOOKS ? backOffMs(looks, checkFirstMs, checkMaxMs) : checkMaxMs * SLOWER;
}
