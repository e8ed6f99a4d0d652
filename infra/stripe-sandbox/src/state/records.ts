/** What the sandbox remembers. Records are immutable: a change is a new record put under the same id. Amounts are in the currency's minor unit, instants in epoch seconds unless the name says `Ms`. */

export type Metadata = Readonly<Record<string, string>>;

export interface LineRecord {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly unitAmountMinor: number;
  readonly quantity: number;
  readonly metadata: Metadata;
}

export interface SessionRecord {
  readonly id: string;
  readonly created: number;
  readonly status: 'open' | 'complete' | 'expired';
  readonly paymentStatus: 'unpaid' | 'paid' | 'no_payment_required';
  readonly currency: string;
  readonly amountTotalMinor: number;
  readonly lines: readonly LineRecord[];
  readonly clientReferenceId: string | null;
  readonly metadata: Metadata;
  readonly intentMetadata: Metadata;
  readonly intentDescription: string | null;
  readonly successUrl: string;
  readonly cancelUrl: string | null;
  readonly customerEmail: string | null;
  readonly expiresAt: number;
  readonly allowedPaymentMethodTypes: readonly string[] | null;
  readonly paymentMethodTypes: readonly string[];
  readonly paymentMethodOptions: Readonly<Record<string, unknown>>;
  readonly locale: string | null;
  readonly submitType: string | null;
  readonly paymentIntent: string | null;
}

export interface PaymentFailure {
  readonly code: string;
  readonly declineCode: string | null;
  readonly message: string;
  readonly charge: string;
}

export interface PaymentIntentRecord {
  readonly id: string;
  readonly created: number;
  readonly amountMinor: number;
  readonly currency: string;
  readonly status: 'requires_payment_method' | 'processing' | 'succeeded' | 'canceled';
  readonly latestCharge: string | null;
  readonly metadata: Metadata;
  readonly description: string | null;
  readonly paymentMethodTypes: readonly string[];
  readonly failure: PaymentFailure | null;
  readonly session: string;
}

export interface ChargeRecord {
  readonly id: string;
  readonly created: number;
  readonly amountMinor: number;
  readonly amountRefundedMinor: number;
  readonly currency: string;
  readonly status: 'succeeded' | 'pending' | 'failed';
  /** Empty: what a transfer brought, which nobody paid here. */
  readonly paymentIntent: string;
  readonly paymentMethodType: string;
  readonly balanceTransaction: string | null;
  /** The platform's transfer that brought it; absent: somebody paid. */
  readonly sourceTransfer?: string;
  readonly disputed: boolean;
  /** The dispute that stands in the way of refunds, if any. */
  readonly blockedBy: string | null;
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly metadata: Metadata;
  readonly description: string | null;
  readonly email: string | null;
}

export type RefundStatus = 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled';

export interface Settlement {
  readonly atMs: number;
  readonly as: 'succeeded' | 'failed';
  readonly reason?: string;
  /** After it has succeeded: the money comes back from the bank. */
  readonly late?: Settlement | null;
}

export interface RefundRecord {
  readonly id: string;
  readonly created: number;
  readonly amountMinor: number;
  readonly currency: string;
  readonly status: RefundStatus;
  readonly charge: string;
  readonly paymentIntent: string;
  readonly paymentMethodType: string;
  readonly reason: string | null;
  readonly metadata: Metadata;
  readonly balanceTransaction: string | null;
  readonly failureBalanceTransaction: string | null;
  readonly failureReason: string | null;
  /** The reversal that took it back to the platform; absent: a refund to who paid. */
  readonly sourceTransferReversal?: string;
  /** A refund that settles by itself: when, and how. */
  readonly settles: Settlement | null;
}

export interface BalanceTransactionRecord {
  readonly id: string;
  readonly created: number;
  readonly amountMinor: number;
  readonly feeMinor: number;
  readonly currency: string;
  readonly type:
    | 'charge'
    | 'payment'
    | 'refund'
    | 'payment_refund'
    | 'refund_failure'
    | 'payment_failure_refund'
    | 'adjustment'
    | 'payout'
    | 'transfer'
    | 'transfer_refund';
  readonly reportingCategory:
    | 'charge'
    | 'refund'
    | 'refund_failure'
    | 'dispute'
    | 'dispute_reversal'
    | 'payout'
    | 'transfer'
    | 'transfer_reversal';
  readonly source: string;
  readonly description: string | null;
  /** When the money leaves `pending`; absent: at once. */
  readonly availableOn?: number;
}

/** Money from the platform to a connected account, where it arrives as a payment of its own. */
export interface TransferRecord {
  readonly id: string;
  readonly created: number;
  readonly amountMinor: number;
  readonly amountReversedMinor: number;
  readonly currency: string;
  readonly destination: string;
  /** What it is called in the account that gets it. */
  readonly destinationPayment: string;
  readonly balanceTransaction: string;
  readonly description: string | null;
  readonly transferGroup: string | null;
  readonly metadata: Metadata;
}

export interface TransferReversalRecord {
  readonly id: string;
  readonly created: number;
  readonly amountMinor: number;
  readonly currency: string;
  readonly transfer: string;
  readonly balanceTransaction: string;
  readonly destinationPaymentRefund: string;
  readonly metadata: Metadata;
}

/** A connected account that the platform has created. */
export interface AccountRecord {
  readonly id: string;
  readonly created: number;
  readonly type: 'express' | 'standard';
  readonly country: string;
  readonly email: string | null;
  readonly metadata: Metadata;
  readonly asksForTransfers: boolean;
  /** Whoever owns it has said who they are. */
  readonly isOnboarded: boolean;
}

export interface AccountLinkRecord {
  readonly id: string;
  readonly created: number;
  readonly account: string;
  readonly refreshUrl: string;
  readonly returnUrl: string;
  readonly expiresAt: number;
  readonly isUsed: boolean;
}

export interface DisputeRecord {
  readonly id: string;
  readonly created: number;
  readonly amountMinor: number;
  readonly currency: string;
  readonly charge: string;
  readonly paymentIntent: string;
  readonly reason: string;
  readonly status: 'needs_response' | 'under_review' | 'won' | 'lost';
  readonly balanceTransactions: readonly string[];
  readonly evidence: Readonly<Record<string, string>>;
  readonly submissions: number;
  readonly dueBy: number;
  readonly metadata: Metadata;
}

export interface WebhookEndpointRecord {
  readonly id: string;
  readonly created: number;
  readonly url: string;
  readonly secret: string;
  readonly enabledEvents: readonly string[];
  /** Whose events it hears: the platform's own, those of connected accounts, or both. */
  readonly hears: 'own' | 'connect' | 'all';
  readonly description: string | null;
  readonly metadata: Metadata;
  readonly deleted: boolean;
}

/** A record as it was when the event happened. */
export type Snapshot = { [K in SnapshotKind]: { readonly kind: K; readonly record: RecordOf[K] } }[SnapshotKind];
export type SnapshotKind = 'session' | 'intent' | 'charge' | 'refund' | 'dispute' | 'transfer' | 'account';

export interface EventRecord {
  readonly id: string;
  readonly created: number;
  readonly type: string;
  readonly snapshot: Snapshot;
  readonly previous: Readonly<Record<string, unknown>> | null;
  readonly account: string;
  readonly requestId: string | null;
  readonly idempotencyKey: string | null;
  /** Events of one payment are delivered in order; this names the payment. */
  readonly orderKey: string;
  /** The endpoints registered for it when it happened. */
  readonly endpoints: readonly string[];
}

export interface KeyRecord {
  readonly key: string;
  readonly usedAtMs: number;
  readonly path: string;
  readonly fingerprint: string;
  readonly status: number;
  readonly body: string;
}

export interface RecordOf {
  session: SessionRecord;
  intent: PaymentIntentRecord;
  charge: ChargeRecord;
  refund: RefundRecord;
  balanceTransaction: BalanceTransactionRecord;
  dispute: DisputeRecord;
  transfer: TransferRecord;
  transferReversal: TransferReversalRecord;
  account: AccountRecord;
  accountLink: AccountLinkRecord;
  endpoint: WebhookEndpointRecord;
  event: EventRecord;
}

export type Kind = keyof RecordOf;
export type Put = { [K in Kind]: readonly [kind: K, record: RecordOf[K]] }[Kind];

/** One line of the journal: everything that one request changed, or nothing of it. `''` is the platform's own account. */
export type Commit =
  | {
      readonly is: 'change';
      readonly account: string;
      readonly puts: readonly Put[];
      readonly key?: KeyRecord;
      /** What the same request changed in other accounts. */
      readonly also?: readonly { readonly account: string; readonly puts: readonly Put[] }[];
    }
  | { readonly is: 'delivered'; readonly event: string; readonly endpoint: string }
  | { readonly is: 'clock'; readonly aheadMs: number }
  /** Of a compacted journal: records as they were then, and what was owed to endpoints. */
  | {
      readonly is: 'snapshot';
      readonly account: string;
      readonly puts: readonly Put[];
      readonly keys: readonly KeyRecord[];
    }
  | { readonly is: 'owed'; readonly account: string; readonly event: string; readonly endpoints: readonly string[] };
