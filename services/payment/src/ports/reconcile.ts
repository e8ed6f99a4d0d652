import type { Finding } from '../domain/reconcile/judge';
import type { Report } from '../domain/reconcile/report';
import type { LedgerSide, Movement, ProcessorSide } from '../domain/reconcile/sides';

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

export interface SourcedCash {
  source: string;
  side: LedgerSide;
}

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
  countOf(run: string, organisationId: string, cohortId?: string): Promise<{ differences: number; inFlight: number }>;
  byId(run: string): Promise<Report | null>;
  /** In the order in which the run found them, from the one after `after` on. */
  findingsOf(
    run: string,
    options: { organisationId?: string; cohortId?: string; after?: number | undefined; limit: number },
  ): Promise<(Finding & { number: number })[]>;
}
