import type { Part, ProvenBalance, SumNode } from '@daka/proof';
import type { ProofDay } from '../domain/proof/assemble';
import type { AccountBooks } from '../domain/proof/custody';
import type { Snapshot } from '../domain/proof/at-cut';

export interface BookAtCut {
  book: string;
  currency: string;
  snapshot: Snapshot;
}

/** How the books of an organisation stood at an instant: each at one entry of its journal, in order of id, read some at a time. */
export interface Snapshots {
  organisations(): Promise<string[]>;
  /** When the organisation's first entry was posted; null: never. */
  firstEntryAtMs(organisationId: string): Promise<number | null>;
  learnersBooks(organisationId: string, cutAtMs: number): AsyncIterable<readonly BookAtCut[]>;
  /** The journals of what went to organiser and charity. */
  cohortsBooks(organisationId: string, cutAtMs: number): AsyncIterable<readonly BookAtCut[]>;
}

/** What the books say is at the processor, account by account. */
export interface AllAccountBooks {
  all(): Promise<AccountBooks[]>;
}

/** Organisations that hold less than they owe, as the last proven days say. */
export interface Coverages {
  note(organisationId: string, days: readonly ProofDay[]): Promise<void>;
  /** Of all organisations, by currency. */
  short(): Promise<{ currency: string; organisations: number; missingMinor: number }[]>;
}

/** A day's proof while it is made; nobody sees anything of it before `publish`. */
export interface ProofRun {
  /** In the order of the tree. */
  keepPart(currency: string, part: Part): void;
  keepNode(currency: string, level: number, index: number, node: SumNode): void;
  /** Writes what was kept so far, once it is worth a write; memory stays bounded if it is awaited for every batch of books. */
  relieve(): Promise<void>;
  /** All currencies of the day and the cursor at once. False: another instance was faster. */
  publish(days: readonly ProofDay[]): Promise<boolean>;
  /** Takes everything back that was kept. */
  drop(): Promise<void>;
}

/** A book, and whose proofs it is in. */
export interface ProvenBook {
  book: string;
  organisationId: string;
  currency: string;
}

/** A leaf with its way to the root: two of a book, or one on days that were proven before balances were split. */
export interface ProofLeaf {
  index: number;
  node: SumNode;
  path: SumNode[];
}

/** Proven days and what receipts are made of. */
export interface Proofs {
  /** The last day that is proven. */
  lastDay(organisationId: string): Promise<string | null>;
  begin(organisationId: string, day: string): Promise<ProofRun>;
  latest(organisationId: string, currency: string): Promise<ProofDay | null>;
  /** Newest first, and within a day by currency; `after` is the last one seen. */
  days(
    organisationId: string,
    options: { limit: number; after?: Pick<ProofDay, 'day' | 'currency'> | undefined; currency?: string | undefined },
  ): Promise<ProofDay[]>;
  /** What a book has in the proof of a day, or of the last one. A book that is in a proof is in all later ones. */
  find(of: ProvenBook, day?: string): Promise<{ book: ProvenBalance; leaves: ProofLeaf[]; day: ProofDay } | null>;
}
