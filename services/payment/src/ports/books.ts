import type { Role } from '@daka/contracts';
import type { AggregateStore, CopyStore } from '@daka/service-kit';
import type { Book } from '../domain/book';
import type { BookEvent } from '../domain/book-events';
import type { CoolingOff } from '../domain/checkout';
import type { Cohort } from '../domain/cohort';
import type { CohortBook, CohortBookEvent } from '../domain/cohort-book';
import type { Sums } from '../domain/cohort-sums';
import type { DayFlows } from '../domain/day-flows';
import type { RecordedCohort } from '../domain/public-record';
import type { CohortMoney } from '../domain/share-transfer';
import type { Balances } from '../domain/ledger/accounts';
import type { LedgerEntry, LedgerHead } from '../domain/ledger/entry';
import type { Now } from '../domain/patience';

/** Whose book it is, and in which cohort: the same for as long as there is a book. */
export type Parties = Pick<Book, 'learnerId' | 'cohortId'>;

export interface Books extends Pick<AggregateStore<Book, BookEvent>, 'load' | 'change' | 'applyMessage'> {
  partiesOf(id: string): Promise<Parties | null>;
  /** Enrolments whose refunds must be looked at by now, the longest waiting first. */
  dueForRefunds(wallAtMs: number, limit: number): Promise<string[]>;
  /** Enrolments with an open session or dispute, a charge whose fee is not known, or credit to tend, to look at by now. */
  dueForLook(wallAtMs: number, limit: number): Promise<string[]>;
  /** Enrolments whose transfers must be looked at by now; those that need a connected account only of these organisations. */
  dueForTransfers(now: Now, organisationIds: readonly string[], limit: number): Promise<string[]>;
  /** What of an enrolment's fee was paid by credit of enrolments that were charged in an organiser's own account. */
  creditFromElsewhere(book: Book): Promise<number>;
  /** A learner's enrolments in one organisation that have credit in this currency, the oldest ids first. */
  withCredit(of: { learnerId: string; organisationId: string; currency: string }, limit: number): Promise<string[]>;
  /** Books of a cohort by id. */
  ofCohort(cohortId: string, options: { limit: number; afterId?: string | undefined }): Promise<Book[]>;
  /** Of a cohort, by id: books of which something is, or may have to be, paid by hand, or is asked for so. */
  withHandWork(cohortId: string, options: { limit: number; afterId?: string | undefined }): Promise<Book[]>;
  /** Of a cohort, by id: books with a dispute that stands so. */
  withDispute(
    cohortId: string,
    options: { isOpen: boolean; limit: number; afterId?: string | undefined },
  ): Promise<Book[]>;
  payablesOf(cohortId: string): Promise<Payables>;
  openDisputesOf(cohortId: string): Promise<number>;
  /** Refunds under way or planned, over all books. */
  countPending(): Promise<number>;
}

/** Refunds of a cohort that are due and not on their way, and those of them that only a person can pay. */
export interface Payables {
  refunds: number;
  amountMinor: number;
  /** Of the learner who has waited longest; null: nobody waits, or it is not known. */
  dueSinceMs: number | null;
  failed: number;
  failedMinor: number;
}

export interface CohortBooks extends Pick<
  AggregateStore<CohortBook, CohortBookEvent>,
  'load' | 'change' | 'applyMessage'
> {
  /** Cohorts whose share's transfer must be looked at by now, the longest waiting first. */
  dueForTransfers(wallAtMs: number, limit: number): Promise<string[]>;
  moneyOf(cohortId: string): Promise<CohortMoney>;
}

export interface CohortSums extends Sums {
  /** Null: nobody has come to pay yet. */
  currency: string | null;
  /** Whether the balances are what the entries add up to, each entry added up once. */
  isBalanced: boolean;
}

/** What accounts hold, of one cohort or of many. */
export interface BalancesOfCohort {
  /** Null: nobody has come to pay yet. */
  currency: string | null;
  balances: Balances;
}

/** Kept as books change, so that a large cohort costs no more to look at than a small one. */
export interface SumsOfCohorts {
  of(cohortId: string): Promise<CohortSums>;
  /** Of many at one instant, what was shared included, and nothing of it compared with the journal; who has none has no money. */
  balancesOf(cohortIds: readonly string[]): Promise<ReadonlyMap<string, BalancesOfCohort>>;
  /** Puts together what came since, so that there is little to add up. */
  fold(signal: AbortSignal): Promise<void>;
  /** Counts the books from before sums were kept, so that looking at their cohorts costs no more than at others. */
  adopt(signal: AbortSignal): Promise<void>;
}

/** What every day did to a cohort's money, kept with its sums. */
export interface DaysOfCohorts {
  of(cohortId: string): Promise<DayFlows>;
  /** Dates what was summed before days were kept. */
  dateParts(signal: AbortSignal): Promise<void>;
}

/** What public records are made of. */
export interface Records {
  /** All published cohorts of an organisation; none: it published none, or nobody told of it. */
  cohortsOf(organisationId: string): Promise<RecordedCohort[]>;
}

/** A learner's book and the journal that led to it, as of one instant. */
export interface Journal {
  book: Book;
  /** What the entries follow: the head that was asked for, or, where the journal does not lead on from that, the beginning. */
  after: LedgerHead;
  /** In order of seq; of a very long journal the first. */
  entries: readonly LedgerEntry[];
}

export interface Ledger {
  /** `after`: entries up to this head are known, and only later ones are read. */
  journalOf(enrolmentId: string, after?: LedgerHead): Promise<Journal | null>;
  /** All entries of a cohort, its pool's included, as they were written; read as they are taken. */
  entriesOfCohort(cohortId: string): AsyncIterable<LedgerEntry>;
}

/** What is known of a cohort from membership. */
export interface Cohorts {
  /** Null: membership has not told of it. */
  organisationOf(cohortId: string): Promise<string | null>;
  /** Null: membership has not told of it; the currency is null where only that is not known. */
  organisationAndCurrencyOf(cohortId: string): Promise<{ organisationId: string; currency: string | null } | null>;
  coolingOffOf(cohortId: string): Promise<CoolingOff>;
  staffRolesOf(cohortId: string, accountId: string): Promise<readonly Role[]>;
  /** The same, as of a second ago at most. */
  recentStaffRolesOf(cohortId: string, accountId: string): Promise<readonly Role[]>;
  /** An organisation's cohorts by id. */
  ofOrganisation(
    organisationId: string,
    options: { limit: number; afterId?: string | undefined },
  ): Promise<({ cohortId: string } & Pick<Cohort, 'title' | 'startsOn' | 'cancelledAtMs' | 'currency'>)[]>;
  /** Whether this account owns the organisation, as far as its published cohorts tell. */
  isOwner(organisationId: string, accountId: string): Promise<boolean>;
  apply: CopyStore<Cohort, 'membership.cohort'>['apply'];
}

/** Who owns an organisation, from its founding on. */
export interface Owners {
  /** Null: membership has not told of it. */
  ownerOf(organisationId: string): Promise<string | null>;
  apply: CopyStore<object, 'membership.organisation'>['apply'];
}
