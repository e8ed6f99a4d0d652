import type { Logger } from '@daka/service-kit';
import type { Now, Patience } from './domain/patience';
import type { DisputeReport } from './domain/follow-dispute';
import type { TransferEvent, Transferring } from './domain/transfer';
import type { Books, CohortBooks, DaysOfCohorts, SumsOfCohorts, Records, Ledger, Cohorts, Owners } from './ports/books';
import type { AccountId, Processor, Webhooks, Inbox, StripeAccounts } from './ports/processor';
import type { Decisions } from './ports/decisions';
import type { Snapshots, Proofs } from './ports/proof';
import type { Reconciliations } from './ports/reconcile';

export type * from './ports/books';
export type * from './ports/decisions';
export type * from './ports/processor';
export type * from './ports/proof';
export type * from './ports/reconcile';

/** What the use cases need; app.ts decides what stands behind it. */
export interface Ports {
  books: Books;
  cohortBooks: CohortBooks;
  cohorts: Cohorts;
  owners: Owners;
  ledger: Ledger;
  cohortSums: SumsOfCohorts;
  cohortDays: DaysOfCohorts;
  records: Records;
  accounts: StripeAccounts;
  inbox: Inbox;
  marks: Marks;
  processor: Processor;
  webhooks: Webhooks;
  snapshots: Snapshots;
  proofs: Proofs;
  decisions: Decisions;
  /** Accounts of the platform's arbiters. */
  arbiters: ReadonlySet<string>;
  reconciliations: Reconciliations;
  clocks: Clocks;
  patience: Patience;
  refundWork: RefundWork;
  logger: Logger;
}

/** Looks at one checkout session afresh and applies what is true now. */
export type SyncCheckout = (sessionId: string, accountId: AccountId) => Promise<void>;

/** Looks at one dispute afresh and applies what is true now. */
export type SyncDispute = (disputeId: string, accountId: AccountId) => Promise<void>;

/** Looks at one connected account afresh and applies what is true now. */
export type SyncAccount = (accountId: string) => Promise<void>;

/** What the processor says of a dispute goes into its book; too early: the payment is not there yet. */
export type ApplyDispute = (report: DisputeReport) => Promise<'applied' | 'not ours' | 'too early'>;

/** Freezes refunds of a payment whose dispute nobody has told of. */
export type FindDisputes = (paymentIntentId: string, accountId: AccountId) => Promise<void>;

/** Does for one book whatever its transfers need now. */
export type SendTransfers = (of: TransferringBook) => Promise<void>;

/** One book's money on its way to the organiser's account, whichever kind of book it is. */
export interface TransferringBook {
  /** As the ledger names it. */
  name: string;
  cohortId: string;
  currency: string;
  load(): Promise<Transferring | null>;
  change(decide: (book: Transferring | null) => readonly TransferEvent[]): Promise<Transferring>;
  /** What is to be begun now, if anything; what cannot be is put off. */
  plan(now: Now, patience: Patience): Promise<Transferring>;
}

/** The clock of the domain and the one on the wall. */
export interface Clocks {
  now(): Now;
  /** Only the wall's: the domain's may be a file. */
  wallMs(): number;
}

/** How far something has been looked through, by name. */
export interface Marks {
  load(name: string): Promise<number | null>;
  save(name: string, value: number): Promise<void>;
}

/** Wakes the refund sender for an enrolment. */
export interface RefundWork {
  nudge(enrolmentId: string): void;
}
