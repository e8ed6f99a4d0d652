import type { Received, Refused, Role } from '@daka/contracts';
import type { SumNode } from '@daka/proof';
import type { AggregateStore } from '@daka/service-kit';
import type { Book, BookEvent, ChargeFacts, CheckoutRequest, Now } from './domain/book';
import type { CheckoutReport, CoolingOff } from './domain/checkout';
import type { CohortBook, CohortBookEvent } from './domain/cohort-book';
import type { Balances } from './domain/ledger/accounts';
import type { LedgerEntry } from './domain/ledger/entry';
import type { ProofDay, ProofLeaf } from './domain/proof/assemble';
import type { Standing } from './domain/proof/at-cut';
import type { DisputeReport } from './domain/follow-dispute';
import type { Finding } from './domain/reconcile/judge';
import type { Report } from './domain/reconcile/report';
import type { LedgerSide, Movement, ProcessorSide } from './domain/reconcile/sides';
import type { RefundReport, Sent } from './domain/send-refund';

/** The clock of the domain and the one on the wall. */
export interface Clocks {
  now(): Now;
  /** Only the wall's: the domain's may be a file. */
  wallMs(): number;
}

export interface Books extends Pick<AggregateStore<Book, BookEvent>, 'load' | 'change' | 'applyMessage'> {
  /** Enrolments whose refunds must be looked at by now, the longest waiting first. */
  dueForRefunds(wallAtMs: number, limit: number): Promise<string[]>;
  /** Enrolments with an open session, or a charge whose fee is not known, to look at by now. */
  dueForCheckouts(wallAtMs: number, limit: number): Promise<string[]>;
  /** A learner's enrolments in one organisation that have credit in this currency, the oldest ids first. */
  withCredit(of: { learnerId: string; organisationId: string; currency: string }, limit: number): Promise<string[]>;
  /** Books of a cohort by id. */
  ofCohort(cohortId: string, options: { limit: number; afterId?: string }): Promise<Book[]>;
  /** Balances and totals over a whole cohort, added up in the database. */
  sumsOf(cohortId: string): Promise<CohortSums>;
  /** Refunds under way or planned, over all books. */
  countPending(): Promise<number>;
}

export interface CohortSums {
  currency: string | null;
  enrolments: number;
  balances: Balances;
  capturedMinor: number;
  refundedMinor: number;
  workPending: number;
}

export type CohortBooks = Pick<AggregateStore<CohortBook, CohortBookEvent>, 'load' | 'applyMessage'>;

export interface Ledger {
  /** A book's journal in order of seq. */
  entriesOf(book: string): Promise<LedgerEntry[]>;
  /** Re-adds all entries of a cohort and compares them with the balances that its books show. */
  isBalanced(cohortId: string): Promise<boolean>;
}

/** What is known of a cohort from membership. */
export interface Cohorts {
  coolingOffOf(cohortId: string): Promise<CoolingOff>;
  staffRolesOf(cohortId: string, accountId: string): Promise<readonly Role[]>;
  /** Whether this account owns the organisation, as far as its published cohorts tell. */
  isOwner(organisationId: string, accountId: string): Promise<boolean>;
  apply(received: Received): Promise<'applied' | 'duplicate' | 'gap'>;
}

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

/** An account at the processor; null: the platform's own. */
export type AccountId = string | null;

export interface RefundOrder extends Sent { enrolmentId: string; paymentIntentId: string; amountMinor: number; accountId: AccountId }

/** The payment processor. Every write carries a key that is derived from what it is for. */
export interface Processor {
  openCheckout(enrolmentId: string, number: number, request: CheckoutRequest): Promise<Answer<{ sessionId: string; url: string }>>;
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
  /** Whether our key may act for this connected account. */
  canActFor(accountId: string): Promise<Answer<true>>;
}

/** A webhook as far as it matters here: it says where to look, not what is true. */
/** `accountId`: the connected account that has the object; absent: the platform's own. */
export type WebhookSubject = { accountId?: string } & (
  | { kind: 'checkout'; sessionId: string }
  | { kind: 'dispute'; disputeId: string }
  | { kind: 'refund'; refundId: string; enrolmentId: string | null; period: string | null; attempt: number | null; status: RefundReport['status'] });

/** The id is the event's, and unique per account. */
export interface Webhook { id: string; type: string; subject: WebhookSubject | null }

export interface Webhooks {
  /** Checks the signature over the raw body and the time on both sides. */
  verify(rawBody: Buffer, signature: string, wallAtMs: number): Refused<'bad_signature'> | Webhook;
}

export interface InboxItem { id: string; subject: WebhookSubject; attempts: number }

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

/** Organisations that are paid into an account of their own. */
export interface StripeAccounts {
  /** Null: the platform's. */
  of(organisationId: string): Promise<AccountId>;
  choose(organisationId: string, accountId: AccountId, byId: string, atMs: number): Promise<void>;
  /** Every account that was ever chosen: its charges live on. */
  all(): Promise<string[]>;
}

/** How far something has been looked through, by name. */
export interface Marks {
  load(name: string): Promise<number | null>;
  save(name: string, value: number): Promise<void>;
}

/** Wakes the refund sender for an enrolment. */
export interface RefundWork { nudge(enrolmentId: string): void }

export interface BookAtCut { book: string; currency: string; standing: Standing }

/** How the books of an organisation stood at an instant: each at one entry of its journal, in order of id, read as a stream. */
export interface Standings {
  organisations(): Promise<string[]>;
  /** When the organisation's first entry was posted; null: never. */
  firstEntryAtMs(organisationId: string): Promise<number | null>;
  learnersBooks(organisationId: string, cutAtMs: number): AsyncIterable<BookAtCut>;
  /** The journals of what went to organiser and charity. */
  cohortsBooks(organisationId: string, cutAtMs: number): AsyncIterable<BookAtCut>;
}

/** A day's proof while it is made; nobody sees anything of it before `publish`. */
export interface ProofRun {
  keepLeaf(currency: string, leaf: ProofLeaf): void;
  keepNode(currency: string, level: number, index: number, node: SumNode): void;
  /** Writes what was kept so far, once it is worth a write; memory stays bounded if it is awaited for every leaf. */
  relieve(): Promise<void>;
  /** All currencies of the day and the cursor at once. False: another instance was faster. */
  publish(days: readonly ProofDay[]): Promise<boolean>;
  /** Takes everything back that was kept. */
  drop(): Promise<void>;
}

/** Proven days and what receipts are made of. */
export interface Proofs {
  /** The last day that is proven. */
  lastDay(organisationId: string): Promise<string | null>;
  begin(organisationId: string, day: string): Promise<ProofRun>;
  latest(organisationId: string, currency: string): Promise<ProofDay | null>;
  /** Newest first, and within a day by currency; `after` is the last one seen. */
  days(organisationId: string, options: { limit: number; after?: Pick<ProofDay, 'day' | 'currency'> | undefined; currency?: string | undefined }): Promise<ProofDay[]>;
  /** The leaf of a book on a day (or on the last day that has one) with its way to the root. */
  leafOf(book: string, day?: string): Promise<{ leaf: ProofLeaf; path: SumNode[]; day: ProofDay } | null>;
}

/** The processor's balance transactions. */
export interface MovementFeed {
  /** Page by page, the newest first; null: from the beginning. @throws when the processor cannot be asked. */
  since(account: string, createdMs: number | null): AsyncIterable<Movement[]>;
  /** @throws when the processor cannot be asked. */
  ofSource(account: string, source: string): Promise<Movement[]>;
}

/** The copy of the processor's balance transactions. */
export interface Movements {
  put(movements: readonly Movement[], run: string): Promise<void>;
  /** Sources in order, each with its movements added up. */
  bySource(): AsyncGenerator<ProcessorSide>;
  ofSource(source: string): Promise<ProcessorSide | null>;
  /** Whether there is a movement that an entry without a source, of this name, stands for. */
  hasUnsourced(book: string, cause: string): Promise<boolean>;
  /** What this run has not seen is no longer at the processor. */
  forgetAllBut(run: string): Promise<void>;
  forgetSource(source: string): Promise<void>;
}

export interface SourcedCash { source: string; side: LedgerSide }

/** What the ledger says of cash at the processor. */
export interface Cash {
  /** Sources in order, each with its entries added up. */
  bySource(): AsyncGenerator<SourcedCash>;
  /** Entries that move cash and name no source. */
  unsourced(): AsyncGenerator<{ book: string; cause: string; side: LedgerSide }>;
  /** Entries of the source, and those without one that stand in this book under these causes. */
  ofSource(source: string, book: string | null, causes: readonly string[]): Promise<LedgerSide | null>;
  bookOf(source: string): Promise<string | null>;
}

export interface Reconciliations {
  /** True for one caller in `everyMs`. */
  takeTurn(wallAtMs: number, everyMs: number): Promise<boolean>;
  /** The run failed: somebody may try again from then on. */
  giveTurnBack(untilMs: number, everyMs: number): Promise<void>;
  keep(run: string, first: number, findings: readonly Finding[]): Promise<void>;
  finish(report: Report): Promise<void>;
  latest(): Promise<Report | null>;
  countOf(run: string, organisationId: string): Promise<{ differences: number; inFlight: number }>;
  findingsOf(run: string, options: { organisationId?: string; afterId?: string; limit: number }): Promise<(Finding & { id: string })[]>;
}
