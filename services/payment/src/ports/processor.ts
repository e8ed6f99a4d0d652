import type { Refused } from '@daka/contracts';
import type { ChargeFacts, CheckoutRequest } from '../domain/book';
import type { CheckoutReport } from '../domain/checkout';
import type { AccountReport } from '../domain/connect-account';
import type { DisputeReport } from '../domain/follow-dispute';
import type { ProcessorBalance } from '../domain/proof/custody';
import type { RefundReport, Sent } from '../domain/send-refund';
import type { Transfer } from '../domain/transfer';

/** An account at the processor; null: the platform's own. */
export type AccountId = string | null;

/** `unclear`: nobody knows whether it happened; the same key may be sent again. `refused`: this request was not carried out as sent. */
export type Answer<T> = { outcome: 'answered'; value: T } | { outcome: 'unclear'; reason: string } | Declined;

export interface Declined {
  outcome: 'refused';
  reason: string;
  /** Whether a new attempt may fare better. */
  mayRetry: boolean;
  /** The processor failed and has stored that under the key: nothing is wrong with the request. */
  isFault?: true;
}

export interface RefundOrder extends Sent {
  enrolmentId: string;
  paymentIntentId: string;
  amountMinor: number;
  accountId: AccountId;
}

export interface TransferOrder extends Pick<
  Transfer,
  'number' | 'attempt' | 'reason' | 'reverses' | 'amountMinor' | 'accountId'
> {
  /** The book's name in the ledger. */
  book: string;
  cohortId: string;
  currency: string;
  /** The processor's id of the transfer that is taken back; null: this is none. */
  reversedId: string | null;
}

/** What the processor has made of an order. */
export interface TransferReport extends Pick<Transfer, 'number' | 'attempt'> {
  processorId: string;
}

/** The payment processor. Every write carries a key that is derived from what it is for. */
export interface Processor {
  openCheckout(
    enrolmentId: string,
    number: number,
    request: CheckoutRequest,
  ): Promise<Answer<{ sessionId: string; url: string }>>;
  /** Ends an open page; `attempt` counts the tries, so that a failure that was stored is not met again. */
  expireCheckout(sessionId: string, attempt: number, accountId: AccountId): Promise<Answer<true>>;
  /** @throws when the processor cannot be asked. */
  checkout(sessionId: string, accountId: AccountId): Promise<CheckoutReport>;
  /** Null: there is no charge (yet). @throws when the processor cannot be asked. */
  chargeOf(paymentIntentId: string, accountId: AccountId): Promise<ChargeFacts | null>;
  refund(order: RefundOrder): Promise<Answer<RefundReport>>;
  /** @throws when the processor cannot be asked. */
  refundById(refundId: string, accountId: AccountId): Promise<RefundReport>;
  /** All refunds of a payment intent. @throws when the processor cannot be asked. */
  refundsOf(paymentIntentId: string, accountId: AccountId): Promise<RefundReport[]>;
  /** Refunds that banks gave back since then, the newest first, up to a bound. @throws when the processor cannot be asked. */
  returnedSince(createdMs: number, accountId: AccountId): Promise<{ refundId: string; atMs: number }[]>;
  /** @throws when the processor cannot be asked. */
  disputeById(disputeId: string, accountId: AccountId): Promise<DisputeReport>;
  /** Disputes opened since then, the newest first, up to a bound. @throws when the processor cannot be asked. */
  disputesSince(createdMs: number, accountId: AccountId): Promise<DisputeReport[]>;
  /** @throws when the processor cannot be asked. */
  disputesOf(paymentIntentId: string, accountId: AccountId): Promise<DisputeReport[]>;
  /** Sends money to a connected account, or takes it back. */
  transfer(order: TransferOrder): Promise<Answer<TransferReport>>;
  /** What the processor has of a book's transfers, or of the reversals of one. @throws when the processor cannot be asked. */
  transfersOf(order: Pick<TransferOrder, 'book' | 'reversedId'>): Promise<TransferReport[]>;
  /** What an account has, by currency; null: our key may not ask. @throws when the processor cannot be asked. */
  balanceOf(accountId: AccountId): Promise<ProcessorBalance[] | null>;
  /** Creates a connected account for an organisation; asked again, the same. */
  createAccount(organisationId: string): Promise<Answer<string>>;
  /** The processor's own page where whoever owns the account says who they are; for one visit. */
  onboardingLink(
    accountId: string,
    back: { returnUrl: string; refreshUrl: string },
  ): Promise<Answer<{ url: string; expiresAtMs: number }>>;
  /** @throws when the processor cannot be asked. */
  account(accountId: string): Promise<AccountReport>;
  /** Whether our key may act for this connected account. */
  canActFor(accountId: string): Promise<Answer<true>>;
}

/** A webhook as far as it matters here: it says where to look, not what is true. */
/** `accountId`: the connected account that has the object; absent: the platform's own. */
export type WebhookSubject = { accountId?: string } & (
  | { kind: 'checkout'; sessionId: string }
  /** A try to pay; its session is not named, so all that are open are looked at. */
  | { kind: 'attempt'; enrolmentId: string | null }
  | { kind: 'dispute'; disputeId: string }
  /** `accountId` is the account itself. */
  | { kind: 'account' }
  | {
      kind: 'refund';
      refundId: string;
      enrolmentId: string | null;
      period: string | null;
      attempt: number | null;
      status: RefundReport['status'];
    }
);

/** The id is the event's, and unique per account. */
export interface Webhook {
  id: string;
  type: string;
  subject: WebhookSubject | null;
  /** Signed, and nothing that we could read: kept to be looked at by somebody. */
  unreadable?: { body: string; problem: string };
}

export interface Webhooks {
  /** Checks the signature over the raw body and the time on both sides. */
  verify(rawBody: Buffer, signature: string, wallAtMs: number): Refused<'bad_signature'> | Webhook;
}

export interface InboxItem {
  id: string;
  subject: WebhookSubject;
  attempts: number;
}

/** Webhooks that were received, once each. */
export interface Inbox {
  /** False: it was here already. */
  add(webhook: Webhook, wallAtMs: number): Promise<boolean>;
  /** Takes up to `limit` that are due, counting the attempt. */
  take(wallAtMs: number, limit: number): Promise<InboxItem[]>;
  done(ids: readonly string[]): Promise<void>;
  /** Put off, or after the last attempt left as failed. */
  putOff(id: string, reason: string, retryAtMs: number | null): Promise<void>;
  countPending(): Promise<number>;
}

/** The connected accounts that organisations' own money is for. */
export interface StripeAccounts {
  /** Null: the platform's. */
  of(organisationId: string): Promise<AccountId>;
  /** The organisation that the account is bound to, for good; null: to none. */
  organisationOf(accountId: string): Promise<string | null>;
  choose(organisationId: string, accountId: AccountId, byId: string, atMs: number): Promise<void>;
  /** Organisations that have an account now. */
  organisations(): Promise<string[]>;
  /** Every account that learners may have paid into, as they once did: its charges live on. */
  all(): Promise<string[]>;
  /** The account that was created for the organisation; null: none yet. */
  onboardingOf(organisationId: string): Promise<{ accountId: string; isDone: boolean } | null>;
  /** Binds an account that was created for the organisation. Answers the one that is its own, also where another was faster; null: it is bound elsewhere. */
  begin(organisationId: string, accountId: string, byId: string, lookAtMs: number): Promise<string | null>;
  /** Accounts whose onboarding is under way, to be looked at by now, the longest waiting first. */
  dueForLook(wallAtMs: number, limit: number): Promise<string[]>;
  lookAgain(accountId: string, lookAtMs: number): Promise<void>;
  /** The onboarding is over: the organisation's money is for this account now. Once; who chooses otherwise later is not overruled. */
  finish(organisationId: string, accountId: string, atMs: number): Promise<void>;
}
