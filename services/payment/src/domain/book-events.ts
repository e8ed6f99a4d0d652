import type { AppealFollowed } from './appeals-in-book';
import type {
  CancelReason,
  ChargeFacts,
  CheckoutAttempt,
  CheckoutRequest,
  Part,
  Price,
  RefundKind,
  ThawReason,
} from './book';
import type { CreditUse } from './credit-hold';
import type { Said } from './decisions';
import type { EarningDay } from './ledger/entry';
import type { TransferEvent } from './transfer';

export type BookEvent =
  | TransferEvent
  | {
      type: 'opened';
      enrolmentId: string;
      cohortId: string;
      organisationId: string;
      learnerId: string;
      timeZone: string;
    }
  | { type: 'seat-held'; price: Price; seatHeldUntilMs: number }
  | { type: 'seat-released' }
  | { type: 'checkout-planned'; number: number; request: CheckoutRequest; credit?: CreditUse }
  | { type: 'checkout-opened'; number: number; sessionId: string; url: string; nextCheckAtMs: number }
  | { type: 'checkout-checked'; number: number; nextCheckAtMs: number }
  | { type: 'checkout-paid'; number: number }
  | { type: 'checkout-tried'; number: number; attempt: CheckoutAttempt | null; atMs: number }
  | { type: 'checkout-ending'; number: number; nextCheckAtMs: number }
  | { type: 'checkout-closed'; number: number; isFailed?: true }
  | {
      type: 'captured';
      paymentIntentId: string | null;
      entryFeeMinor: number;
      depositMinor: number;
      feeEarnedFromMs: number | null;
      charge: ChargeFacts | null;
      accountId?: string;
      credit?: CreditUse;
      creditMinor?: number;
      atMs: number;
    }
  | {
      type: 'captured-in-excess';
      paymentIntentId: string;
      amountMinor: number;
      charge: ChargeFacts | null;
      accountId?: string;
      atMs: number;
    }
  | { type: 'charge-known'; paymentIntentId: string; charge: ChargeFacts; atMs: number }
  | { type: 'charge-checked'; paymentIntentId: string; nextCheckAtMs: number | null }
  | { type: 'fee-earned'; amountMinor: number; atMs: number }
  | { type: 'entitlement-changed'; revision: number; entitledMinor: number }
  /** `isEscalated`: again, for the platform's arbiter. */
  | { type: 'deposit-frozen'; appealId: string; amountMinor: number; isEscalated?: true; atMs: number }
  | {
      type: 'deposit-thawed';
      appealId: string;
      isEscalated?: true;
      amountMinor: number;
      because: ThawReason;
      revision: number;
      atMs: number;
    }
  | {
      type: 'payout-accrued';
      period: string;
      dueMinor: number;
      amountMinor: number;
      days: readonly EarningDay[];
      atMs: number;
    }
  | {
      type: 'refund-planned';
      period: string;
      kind: RefundKind;
      paymentIntentId: string;
      amountMinor: number;
      nextAtMs: number | null;
      isCollecting?: boolean;
    }
  | { type: 'refund-raised'; period: string; payout: string | null; amountMinor: number; nextAtMs?: number }
  | {
      type: 'refund-sending';
      period: string;
      attempt: number;
      amountMinor: number;
      atMs: number;
      wallAtMs: number;
      nextAtMs: number;
    }
  | { type: 'refund-unclear'; period: string; reason: string; nextAtMs: number }
  | { type: 'refund-pending'; period: string; processorRefundId: string; nextAtMs: number }
  | {
      type: 'refund-succeeded';
      period: string;
      attempt: number;
      kind: RefundKind;
      amountMinor: number;
      processorRefundId: string;
      atMs: number;
    }
  | {
      type: 'refund-failed';
      period: string;
      attempt: number;
      kind: RefundKind;
      amountMinor: number;
      reason: string;
      processorRefundId: string | null;
      retryAtMs: number | null;
      atMs: number;
    }
  | {
      type: 'refund-returned';
      period: string;
      attempt: number;
      kind: RefundKind;
      amountMinor: number;
      reason: string;
      processorRefundId: string;
      atMs: number;
    }
  | { type: 'refund-blocked'; period: string; reason: string }
  | {
      type: 'dispute-opened';
      disputeId: string;
      paymentIntentId: string;
      amountMinor: number;
      reason: string;
      answerByMs: number | null;
      openedAtMs: number;
      atMs: number;
    }
  | {
      type: 'dispute-moved';
      disputeId: string;
      move: number;
      withdrawnMinor: number;
      feeMinor: number;
      isDecided: boolean;
      atMs: number;
    }
  | {
      type: 'dispute-covered';
      disputeId: string;
      cover: number;
      parts: readonly Part[];
      heldMinor: number;
      lossMinor: number;
      atMs: number;
    }
  | { type: 'dispute-closed'; disputeId: string; status: 'won' | 'lost'; atMs: number }
  | { type: 'dispute-checked'; disputeId: string; nextCheckAtMs: number | null }
  | { type: 'loss-recovered'; disputeId: string; cover: number; parts: readonly Part[]; atMs: number }
  | {
      type: 'hand-payment-told';
      reference: string;
      method: string;
      amountMinor: number;
      paidById: string;
      atMs: number;
    }
  | { type: 'hand-payment-objected'; reference: string; amountMinor: number; reason: string; atMs: number }
  | { type: 'paid-outside'; reference: string; parts: readonly Part[]; creditMinor: number; atMs: number }
  | { type: 'credit-payout-asked'; amountMinor: number; payTo: string; atMs: number }
  | { type: 'credit-sought'; credit: CreditUse }
  | { type: 'credit-let-go'; nextAtMs: number }
  | { type: 'credit-kept'; nextAtMs: number }
  | { type: 'credit-settled' }
  | { type: 'credit-reserved'; key: string; amountMinor: number }
  | { type: 'credit-moved'; key: string; amountMinor: number; atMs: number }
  | { type: 'credit-released'; key: string }
  | { type: 'decided'; cause: string; said: Said }
  | AppealFollowed
  /** What was promised back in the same change has been due since then. */
  | { type: 'refunds-due'; periods: readonly string[]; sinceMs: number }
  | { type: 'rules-accepted'; rulesVersion: number; acceptedAtMs: number }
  | {
      type: 'settled';
      revision: number;
      entitledMinor: number;
      forfeitMinor: number;
      overpaidMinor: number;
      lossMinor: number;
      creditMinor: number;
      atMs: number;
    }
  | { type: 'bonus-awarded'; bonusMinor: number; refundMinor: number; creditMinor: number; atMs: number }
  | {
      type: 'cancelled';
      /** Since it is kept. */
      reason?: CancelReason;
      depositMinor: number;
      feeDeferredMinor: number;
      feeEarnedMinor: number;
      recoveredMinor: number;
      creditMinor: number;
      atMs: number;
    };

export type RefundEvent = BookEventOf<
  | 'refund-planned'
  | 'refund-sending'
  | 'refund-unclear'
  | 'refund-pending'
  | 'refund-succeeded'
  | 'refund-failed'
  | 'refund-returned'
  | 'refund-blocked'
  | 'refund-raised'
>;

export type BookEventOf<T extends BookEvent['type']> = Extract<BookEvent, { type: T }>;
