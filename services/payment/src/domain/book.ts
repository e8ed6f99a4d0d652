import type { FollowedAppeal } from './appeals-in-book';
import type { CreditHold, CreditUse } from './credit-hold';
import type { Balances } from './ledger/accounts';
import type { Transferring, TransferWork } from './transfer';

export interface Price {
  currency: string;
  entryFeeMinor: number;
  depositMinor: number;
}
/** As membership tells it. */
export type CancelReason = 'cooling_off' | 'cohort_cancelled' | 'no_seat';
export type RefundKind = 'deposit' | 'bonus' | 'cancellation';

/** The money of one enrolment: what was asked, captured, earned, owed and sent. */
export interface Book extends Transferring {
  enrolmentId: string;
  cohortId: string;
  organisationId: string;
  learnerId: string;
  /** The learner's own, pinned when they applied; null in books that were opened before it was kept. */
  timeZone: string | null;
  /** Null until a seat is held. */
  price: Price | null;
  /** Null when no seat is held (never, released, or bought). */
  seatHeldUntilMs: number | null;
  sessions: readonly CheckoutSession[];
  /** The charge that bought the seat comes first; further ones are payments in excess. */
  charges: readonly Charge[];
  paidAtMs: number | null;
  /** The end of the cooling-off: from then on the fee counts as earned. Null: not before the settlement. */
  feeEarnedFromMs: number | null;
  entitlement: { revision: number; entitledMinor: number };
  dueMinor: number;
  /** The part of the deposit that became a refund. */
  releasedMinor: number;
  refunds: readonly Refund[];
  /** What open appeals put in question. */
  frozen: readonly FrozenAmount[];
  /** Rejections that were heard of since they are counted. */
  rejections: number;
  /** Since they are followed; each once, however often it was answered. */
  appeals: readonly FollowedAppeal[];
  isSettled: boolean;
  forfeitedMinor: number;
  /** Null until awarded. */
  bonusMinor: number | null;
  isCancelled: boolean;
  /** Null: it is not, or was before this was kept. */
  cancelledFor: CancelReason | null;
  disputes: readonly Dispute[];
  /** The part of the deposit that a lost dispute has used up: as good as given to the learner. */
  disputedAwayMinor: number;
  paidOutside: readonly OutsidePayment[];
  /** Credit of the learner's earlier enrolments that this one uses; null: it uses none. */
  credit: CreditUse | null;
  /** How often credit was looked for; names the holds in other books. */
  creditSearches: number;
  creditUsedMinor: number;
  /** Null: nothing is asked for. */
  creditPayout: CreditPayout | null;
  /** What other enrolments hold of this book's credit. */
  creditHolds: readonly CreditHold[];
  /** Null until membership has told. */
  rulesAccepted: { rulesVersion: number; acceptedAtMs: number } | null;
  balances: Balances;
  /** When (wall clock) somebody must look at refunds, or at open sessions, fees and disputes, again; and at transfers. Null: nothing to do. */
  work: { refundsAtMs: number | null; lookAtMs: number | null; transfer: TransferWork | null };
}

export interface FrozenAmount {
  appealId: string;
  amountMinor: number;
  /** For the platform's arbiter, after a dismissal. */
  isEscalated?: true;
}
/** `eased`: other days have earned it meanwhile; `disputed`: a lost dispute took it; `ended`: the enrolment came to its end. */
export type ThawReason = 'upheld' | 'dismissed' | 'eased' | 'disputed' | 'ended';

export interface CheckoutSession {
  /** Counts from 1 per enrolment. */
  number: number;
  status: 'planned' | 'open' | 'paid' | 'closed';
  sessionId: string | null;
  url: string | null;
  request: CheckoutRequest;
  /** What came of the last try to pay on it; null: nobody tried, or it succeeded. Kept when the session is closed because of it. */
  attempt: CheckoutAttempt | null;
  /** How often it was looked up since it opened. */
  checks: number;
  nextCheckAtMs: number | null;
}

/** `processing`: a payment whose money takes days to come. */
export type CheckoutAttempt = { state: 'processing' } | { state: 'declined'; reason: DeclineReason };
export type DeclineReason =
  | 'card_declined'
  | 'insufficient_funds'
  | 'card_expired'
  | 'wrong_details'
  | 'authentication_failed'
  | 'limit_exceeded'
  | 'not_supported'
  | 'processing_error'
  | 'payment_failed';

/** Frozen before the first call: the same key must always carry the same words. */
export interface CheckoutRequest {
  currency: string;
  entryFeeMinor: number;
  depositMinor: number;
  /** The connected account that is charged; null: the platform's own. */
  accountId: string | null;
  /** What credit pays of the fee: not in `entryFeeMinor`, which is what the session asks for. */
  creditMinor: number;
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
  /** The connected account that has it; null: the platform's own. */
  accountId: string | null;
  /** What a lost dispute took of it, as far as it had not gone back already. */
  lostMinor: number;
  /** Null until the processor has told. */
  facts: ChargeFacts | null;
  /** How often the processor was asked for the facts, and when (wall clock) it is asked again; null: not any more. */
  checks: number;
  nextCheckAtMs: number | null;
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
  isCollecting: boolean;
  payouts: readonly string[];
  /** Since when the learner has a right to it: of what was collected, to the first part. Null: from before it was kept, or a payment in excess. */
  dueAtMs: number | null;
  /** When the processor's confirmation was noted; null: not confirmed, returned by the bank, or from before it was kept. */
  succeededAtMs: number | null;
}

/** What the organiser says to have paid by hand, from outside the processor, and what the learner says of it. */
export interface OutsidePayment {
  reference: string;
  method: string;
  amountMinor: number;
  paidById: string;
  /** When it was told. */
  atMs: number;
  /** Told or objected to, it stays owed. */
  state: 'told' | 'confirmed' | 'objected';
  /** What the confirmation took off what was owed. */
  countedMinor: number;
  /** Null also where it counted before it needed an answer. */
  answeredAtMs: number | null;
  /** Of the objection. */
  reason: string | null;
}

/** Credit that the learner wants paid out instead of used for a fee. */
export interface CreditPayout {
  amountMinor: number;
  /** Where to, in the learner's words. */
  payTo: string;
  askedAtMs: number;
}

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
export interface Part {
  period: string;
  amountMinor: number;
}
