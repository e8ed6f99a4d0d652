import { byType } from '@daka/contracts';
import { type Balances, addLines, credit, debit } from './ledger/accounts';
import type { Posting } from './ledger/entry';
import {
  afterTransfer,
  isSending,
  NO_TRANSFERS,
  type TransferEvent,
  transferPostings,
  type Transferring,
  waitsUntilMs,
} from './transfer';

/** The part of a cohort's pool that goes to nobody's enrolment: the organiser's and the charity's. */
export interface CohortBook extends Transferring {
  cohortId: string;
  currency: string;
  poolMinor: number;
  organiserMinor: number;
  charityMinor: number;
  /** Null: before it was kept. */
  sharedAtMs: number | null;
  /** Who was settled, and of them who completed and did so perfectly. Null: before it was kept, or told. */
  members: number | null;
  completed: number | null;
  perfect: number | null;
  balances: Balances;
  /** When (wall clock) somebody must look at the transfer of the share; null: there is nothing to send. */
  work: { transferAtMs: number | null };
}

type PoolShared = {
  type: 'pool-shared';
  cohortId: string;
  currency: string;
  poolMinor: number;
  organiserMinor: number;
  charityMinor: number;
  members: number;
  completed: number | null;
  perfect: number | null;
  atMs: number;
};
export type CohortBookEvent = PoolShared | TransferEvent;

export function evolveCohortBook(book: CohortBook | null, event: CohortBookEvent): CohortBook {
  const balances = addLines(
    book?.balances ?? {},
    cohortPostingsOf(event).flatMap(({ lines }) => lines),
  );
  return withWork({ ...changed(book, event), balances });
}

function changed(book: CohortBook | null, event: CohortBookEvent): Omit<CohortBook, 'balances' | 'work'> {
  if (event.type === 'pool-shared') {
    const { type: _, atMs: sharedAtMs, ...shared } = event;
    return { ...shared, sharedAtMs, ...NO_TRANSFERS };
  }
  if (book === null) throw new Error(`${event.type} before the pool was shared`);
  return { ...book, ...afterTransfer({ transfers: book.transfers, transfersPutOffMs: book.transfersPutOffMs }, event) };
}

function withWork(book: Omit<CohortBook, 'work'>): CohortBook {
  const sending = book.transfers.find(isSending);
  const atMs = sending ? (sending.nextAtMs ?? 0) : waitsUntilMs(book);
  return { ...book, work: { transferAtMs: book.organiserMinor === 0 ? null : atMs } };
}

/** As it was stored before there were transfers: those cohorts are left as they are, and nobody looks at them by itself. */
type StoredCohortBook = Omit<CohortBook, LaterInCohortBook> & Partial<Pick<CohortBook, LaterInCohortBook>>;
type LaterInCohortBook =
  | 'transfers'
  | 'transfersPutOffMs'
  | 'sharedAtMs'
  | 'members'
  | 'completed'
  | 'perfect'
  | 'work';

export function upcastCohortBook<Stored extends StoredCohortBook>(stored: Stored): Stored & CohortBook {
  const { transfers = [], transfersPutOffMs = 0, sharedAtMs = null, work = { transferAtMs: null } } = stored;
  const { members = null, completed = null, perfect = null } = stored;
  return { ...stored, transfers, transfersPutOffMs, sharedAtMs, members, completed, perfect, work };
}

interface SettledPool {
  cohortId: string;
  currency: string;
  poolMinor: number;
  bonusMinor: number;
  organiserMinor: number;
  charityMinor: number;
  members: number;
  /** Absent in what was said before they were counted. */
  completed?: number | undefined;
  perfect?: number | undefined;
}

/** A cohort is settled once; said again, it changes nothing. */
export function sharePool(
  book: CohortBook | null,
  { bonusMinor, completed, perfect, ...settled }: SettledPool,
  atMs: number,
): CohortBookEvent[] {
  if (book !== null) return [];
  const { cohortId, currency, poolMinor, organiserMinor, charityMinor, members } = settled;
  if (poolMinor !== bonusMinor + organiserMinor + charityMinor)
    throw new Error(`the shares of cohort ${cohortId} are not its pool`);
  const shares = { poolMinor, organiserMinor, charityMinor };
  const counted = { members, completed: completed ?? null, perfect: perfect ?? null };
  return [{ type: 'pool-shared', cohortId, currency, ...shares, ...counted, atMs }];
}

export const cohortPostingsOf = byType<CohortBookEvent, [], Posting[]>({
  'pool-shared': poolShared,
  'transfer-made': transferPostings,
  'transfer-sending': transferPostings,
  'transfer-unclear': transferPostings,
  'transfer-failed': transferPostings,
  'transfers-put-off': transferPostings,
});

function poolShared({ organiserMinor, charityMinor, atMs }: PoolShared): Posting[] {
  const lines = [
    debit('forfeit_pool', organiserMinor + charityMinor),
    credit('organiser_earnings', organiserMinor),
    credit('charity_payable', charityMinor),
  ].filter(({ amountMinor }) => amountMinor !== 0);
  return lines.length === 0 ? [] : [{ cause: 'pool-shared', kind: 'pool_shared', atMs, lines }];
}
