import type { CreditHold, CreditUse } from './credit-hold';
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
  /** Absent in books from before disputes were followed. */
  disputes?: readonly Dispute[];
  /** The part of the deposit that a lost dispute has used up: as good as given to the learner. */
  disputedAwayMinor?: number;
  /** Absent while there are none. */
  paidOutside?: readonly OutsidePayment[];
  /** Credit of the learner's earlier enrolments that this one uses; absent when it uses none. */
  credit?: CreditUse | null;
  /** How often credit was looked for; names the holds in other books. */
  creditSearches?: number;
  creditUsedMinor?: number;
  /** What other enrolments hold of this book's credit. */
  creditHolds?: readonly CreditHold[];
  /** Absent until membership has told. */
  rulesAccepted?: { rulesVersion: number; acceptedAtMs: number };
  balances: Balances;
  /** When (wall clock) somebody must look at refunds, or at open sessions, fees and disputes, again; null: nothing to do. */
  work: { refundsAtMs: number | null; checkoutsAtMs: number | null };
}

export interface FrozenAmount { appealId: string; amountMinor: number }
/** `eased`: other days have earned it meanwhile; `disputed`: a lost dispute took it; `ended`: the enrolment came to its end. */
export type ThawReason = 'upheld' | 'dismissed' | 'eased' | 'disputed' | 'ended';

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
  /** The connected account that is charged; absent: the platform's own. */
  accountId?: string;
  /** What credit pays of the fee: not in `entryFeeMinor`, which is what the session asks for. */
  creditMinor?: number;
  /** Wall clock. */
  expiresAtMs: number;
  successUrl: string;
  cancelUrl: string;
}

/** Invariant: refunded + in flight + payable + lost <= captured. */
export interface Charge {
  paymentIntentId: string;
  capturedMinor: number;
  refundedMinor: number;
  inFlightMinor: number;
  payableMinor: number;
  /** The connected account that has it; absent: the platform's own. */
  accountId?: string;
  /** What a lost dispute took of it, as far as it had not gone back already. */
  lostMinor?: number;
  /** Absent until the processor has told; and in books from before it was asked. */
  facts?: ChargeFacts | null;
  /** How often the processor was asked for the facts, and when (wall clock) it is asked again. */
  checks?: number;
  nextCheckAtMs?: number | null;
}

/** What the processor says of a charge. */
export interface ChargeFacts {
  chargeId: string;
  /** Stripe's type, such as "card" or "wechat_pay". */
  method: string;
  /** Wall clock; refund windows count from here. */
  capturedAtMs: number;
  /** Null: not known yet. */
  feeMinor: number | null;
}

export interface Refund {
  /** Unique in the book; names the refund in its key. */
  period: string;
  kind: RefundKind;
  paymentIntentId: string;
  amountMinor: number;
  /** `failed`: the amount stays payable and needs another way out. `otherwise`: all of it was covered by a dispute or paid by hand. */
  status: 'planned' | 'sending' | 'pending' | 'succeeded' | 'failed' | 'otherwise';
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
  /** Collects payouts while few refunds of the charge are left; these came after its first. */
  isCollecting?: boolean;
  payouts?: readonly string[];
}

/** Paid to the learner by hand, from outside the processor. */
export interface OutsidePayment { reference: string; method: string; amountMinor: number; paidById: string; atMs: number }

export interface Dispute {
  disputeId: string;
  paymentIntentId: string;
  amountMinor: number;
  reason: string;
  /** Open from the bank's first question until it has decided. */
  status: 'open' | 'won' | 'lost';
  openedAtMs: number;
  answerByMs: number | null;
  closedAtMs: number | null;
  /** What the processor has withdrawn for it by now, without its fee. */
  withdrawnMinor: number;
  feeMinor: number;
  /** Of a lost one: borne by the learner's own money, and by the organiser. */
  coveredMinor: number;
  lossMinor: number;
  /** Entries made of it, which name them. */
  moves: number;
  covers: number;
  checks: number;
  nextCheckAtMs: number | null;
}

/** A part of an amount that waits to go back, which goes another way. */
export interface Part { period: string; amountMinor: number }

export type BookEvent =
  | { type: 'opened'; enrolmentId: string; cohortId: string; organisationId: string; learnerId: string }
  | { type: 'seat-held'; price: Price; seatHeldUntilMs: number }
  | { type: 'seat-released' }
  | { type: 'checkout-planned'; number: number; request: CheckoutRequest; credit?: CreditUse }
  | { type: 'checkout-opened'; number: number; sessionId: string; url: string; nextCheckAtMs: number }
  | { type: 'checkout-checked'; number: number; nextCheckAtMs: number }
  | { type: 'checkout-paid'; number: number }
  | { type: 'checkout-closed'; number: number }
  | { type: 'captured'; paymentIntentId: string | null; entryFeeMinor: number; depositMinor: number; feeEarnedFromMs: number; charge: ChargeFacts | null; accountId?: string; credit?: CreditUse; creditMinor?: number; atMs: number }
  | { type: 'captured-in-excess'; paymentIntentId: string; amountMinor: number; charge: ChargeFacts | null; accountId?: string; atMs: number }
  | { type: 'charge-known'; paymentIntentId: string; charge: ChargeFacts; atMs: number }
  | { type: 'charge-checked'; paymentIntentId: string; nextCheckAtMs: number | null }
  | { type: 'fee-earned'; amountMinor: number; atMs: number }
  | { type: 'entitlement-changed'; revision: number; entitledMinor: number }
  | { type: 'deposit-frozen'; appealId: string; amountMinor: number; atMs: number }
  | { type: 'deposit-thawed'; appealId: string; amountMinor: number; because: ThawReason; revision: number; atMs: number }
  | { type: 'payout-accrued'; period: string; dueMinor: number; amountMinor: number; days: readonly EarningDay[]; atMs: number }
  | { type: 'refund-planned'; period: string; kind: RefundKind; paymentIntentId: string; amountMinor: number; nextAtMs: number | null; isCollecting?: boolean }
  | { type: 'refund-raised'; period: string; payout: string | null; amountMinor: number; nextAtMs?: number }
  | { type: 'refund-sending'; period: string; attempt: number; amountMinor: number; atMs: number; wallAtMs: number; nextAtMs: number }
  | { type: 'refund-unclear'; period: string; reason: string; nextAtMs: number }
  | { type: 'refund-pending'; period: string; processorRefundId: string; nextAtMs: number }
  | { type: 'refund-succeeded'; period: string; attempt: number; kind: RefundKind; amountMinor: number; processorRefundId: string; atMs: number }
  | { type: 'refund-failed'; period: string; attempt: number; kind: RefundKind; amountMinor: number; reason: string; processorRefundId: string | null; retryAtMs: number | null; atMs: number }
  | { type: 'refund-returned'; period: string; attempt: number; kind: RefundKind; amountMinor: number; reason: string; processorRefundId: string; atMs: number }
  | { type: 'refund-blocked'; period: string; reason: string }
  | { type: 'dispute-opened'; disputeId: string; paymentIntentId: string; amountMinor: number; reason: string; answerByMs: number | null; openedAtMs: number; atMs: number }
  | { type: 'dispute-moved'; disputeId: string; move: number; withdrawnMinor: number; feeMinor: number; isDecided: boolean; atMs: number }
  | { type: 'dispute-covered'; disputeId: string; cover: number; parts: readonly Part[]; heldMinor: number; lossMinor: number; atMs: number }
  | { type: 'dispute-closed'; disputeId: string; status: 'won' | 'lost'; atMs: number }
  | { type: 'dispute-checked'; disputeId: string; nextCheckAtMs: number | null }
  | { type: 'loss-recovered'; disputeId: string; cover: number; parts: readonly Part[]; atMs: number }
  | { type: 'paid-outside'; reference: string; method: string; parts: readonly Part[]; creditMinor: number; paidById: string; atMs: number }
  | { type: 'credit-sought'; credit: CreditUse }
  | { type: 'credit-let-go'; nextAtMs: number }
  | { type: 'credit-kept'; nextAtMs: number }
  | { type: 'credit-settled' }
  | { type: 'credit-reserved'; key: string; amountMinor: number }
  | { type: 'credit-moved'; key: string; amountMinor: number; atMs: number }
  | { type: 'credit-released'; key: string }
  | { type: 'rules-accepted'; rulesVersion: number; acceptedAtMs: number }
  | { type: 'settled'; revision: number; entitledMinor: number; forfeitMinor: number; overpaidMinor: number; lossMinor: number; creditMinor: number; atMs: number }
  | { type: 'bonus-awarded'; bonusMinor: number; refundMinor: number; creditMinor: number; atMs: number }
  | { type: 'cancelled'; depositMinor: number; feeDeferredMinor: number; feeEarnedMinor: number; recoveredMinor: number; creditMinor: number; atMs: number };

export type RefundEvent = BookEventOf<
  'refund-planned' | 'refund-sending' | 'refund-unclear' | 'refund-pending' | 'refund-succeeded' | 'refund-failed' | 'refund-returned' | 'refund-blocked' | 'refund-raised'
>;

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
  /** How often an open dispute is looked at, in case its webhooks are lost. */
  disputeEveryMs: number;
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
