import type { MongoConnection } from '@daka/service-kit';
import type { ClientSession, Collection } from 'mongoose';
import type { Balances } from '../../domain/ledger/accounts';
import {
  EMPTY_LEDGER,
  type LedgerEntry,
  type LedgerHead,
  NOTHING_REPLAYED,
  type Replayed,
  replayEntry,
  type Sha256,
} from '../../domain/ledger/entry';
import { sideBySide } from '../../side-by-side';
import { BOOKS } from './books';
import { COHORT_BOOKS } from './cohort-books';
import { BATCH, LEDGER } from './ledger-validator';
import { atOneInstant } from './one-instant';

export interface Verification {
  entries: number;
  books: number;
  faults: number;
  rebuilt: number;
}
export interface BookFault {
  book: string;
  fault: string;
}

interface Options {
  sha256: Sha256;
  onFault(found: BookFault & { isRebuilt: boolean }): void;
  /** Writes the balances that the entries add up to over wrong ones. Nothing else is ever written. */
  rebuild?: boolean;
}

interface Kept {
  _id: string;
  version: number;
  balances: Balances;
  ledger: LedgerHead;
}
interface Journal {
  book: string;
  entries: number;
  replayed: Replayed;
}

/** Where books are kept, and how entries name them. */
const ROOMS = [
  { collection: BOOKS, prefix: '', journals: { $not: /^cohort:/ } },
  { collection: COHORT_BOOKS, prefix: 'cohort:', journals: /^cohort:/ },
] as const;
type Room = (typeof ROOMS)[number];

/**
 * Re-adds every journal from its first entry, checks sums, numbers, links and names, and compares with what the books show.
 * Two streams in the order of their keys, side by side: one pass, and never more than a batch of each in memory.
 * The streams are read at different instants, so a book that looks wrong is read once more as it is at one instant.
 */
export async function verifyLedger(
  { connection }: Pick<MongoConnection, 'connection'>,
  options: Options,
): Promise<Verification> {
  const found: Verification = { entries: 0, books: 0, faults: 0, rebuilt: 0 };
  const ledger = connection.collection<LedgerEntry>(LEDGER);
  for (const room of ROOMS) {
    const books = connection.collection<StoredRoom>(room.collection);
    const pairs = sideBySide(
      journalsIn(ledger, room.journals, options.sha256),
      keptIn(books),
      ({ book }) => book,
      ({ _id }) => `${room.prefix}${_id}`,
    );
    for await (const { key: book, left: journal, right: kept } of pairs) {
      found.books += 1;
      found.entries += journal?.entries ?? 0;
      if (faultOf(journal, kept) === null) continue;
      const again = await atOneInstant(connection, (session) =>
        readOne(ledger, books, room, book, options.sha256, session),
      );
      const fault = faultOf(again.journal, again.kept);
      if (fault === null) continue;
      const isRebuilt = options.rebuild === true && (await rebuild(books, again));
      found.faults += isRebuilt ? 0 : 1;
      found.rebuilt += isRebuilt ? 1 : 0;
      options.onFault({ book, fault, isRebuilt });
    }
  }
  return found;
}

/** What every book has, whatever else it is of. */
interface StoredRoom {
  _id: string;
  version: number;
  state: (Pick<Kept, 'balances'> & { ledger?: Kept['ledger'] }) | null;
}

async function* journalsIn(
  ledger: Collection<LedgerEntry>,
  book: Room['journals'] | string,
  sha256: Sha256,
  session?: ClientSession,
): AsyncGenerator<Journal> {
  let journal: Journal | null = null;
  const options = { hint: { book: 1, seq: 1 }, batchSize: BATCH, ...(session ? { session } : {}) };
  // `$not` takes an expression, which the type of a filter does not say.
  for await (const entry of ledger.find({ book } as object, options).sort({ book: 1, seq: 1 })) {
    if (journal && journal.book !== entry.book) {
      yield journal;
      journal = null;
    }
    journal ??= { book: entry.book, entries: 0, replayed: NOTHING_REPLAYED };
    journal = { ...journal, entries: journal.entries + 1, replayed: replayEntry(journal.replayed, entry, sha256) };
  }
  if (journal) yield journal;
}

async function* keptIn(books: Collection<StoredRoom>, id?: string, session?: ClientSession): AsyncGenerator<Kept> {
  const filter = { state: { $ne: null }, ...(id === undefined ? {} : { _id: id }) };
  const options = {
    projection: { version: 1, 'state.balances': 1, 'state.ledger': 1 },
    batchSize: BATCH,
    ...(session ? { session } : {}),
  };
  for await (const { _id, version, state } of books.find(filter, options).sort({ _id: 1 })) {
    if (state !== null) yield { _id, version, balances: state.balances, ledger: state.ledger ?? EMPTY_LEDGER };
  }
}

async function readOne(
  ledger: Collection<LedgerEntry>,
  books: Collection<StoredRoom>,
  { prefix }: Room,
  book: string,
  sha256: Sha256,
  session: ClientSession,
) {
  const journal = await firstOf(journalsIn(ledger, book, sha256, session));
  return { journal, kept: await firstOf(keptIn(books, book.slice(prefix.length), session)) };
}

async function firstOf<T>(items: AsyncGenerator<T>): Promise<T | null> {
  for await (const item of items) return item;
  return null;
}

function faultOf(journal: Journal | null, kept: Kept | null): string | null {
  const { balances, head, fault } = journal?.replayed ?? NOTHING_REPLAYED;
  if (fault) return `entry ${fault.seq}: ${fault.fault}`;
  // Neither: the snapshot is a moment older than the pass, and the book has begun since.
  if (kept === null) return journal === null ? null : `${journal.entries} entries without a book`;
  if (journal === null && kept.ledger.seq !== 0) return `its ${kept.ledger.seq} entries are gone`;
  if (head.seq !== kept.ledger.seq || head.hash !== kept.ledger.hash)
    return `the journal ends at ${head.seq}, the book at ${kept.ledger.seq}${head.seq === kept.ledger.seq ? ' with another hash' : ''}`;
  const wrong = differingAccounts(balances, kept.balances);
  return wrong.length === 0
    ? null
    : wrong
        .map(
          (account) =>
            `${account} is ${amountIn(kept.balances, account)}, its entries say ${amountIn(balances, account)}`,
        )
        .join('; ');
}

function differingAccounts(balances: Balances, shown: Balances): string[] {
  return [...new Set([...Object.keys(balances), ...Object.keys(shown)])].filter(
    (account) => amountIn(balances, account) !== amountIn(shown, account),
  );
}

function amountIn(balances: Readonly<Record<string, number | undefined>>, account: string): number {
  return balances[account] ?? 0;
}

/**
 * Only where the journal is sound and the book stands at its last entry: then nothing but the sums can be wrong.
 * A book that stands elsewhere knows less than its journal, or more; new sums would only hide that.
 */
async function rebuild(
  books: Collection<StoredRoom>,
  { journal, kept }: { journal: Journal | null; kept: Kept | null },
): Promise<boolean> {
  const { balances, head, fault } = journal?.replayed ?? NOTHING_REPLAYED;
  if (fault || !kept || head.seq !== kept.ledger.seq || head.hash !== kept.ledger.hash) return false;
  const { modifiedCount } = await books.updateOne(
    { _id: kept._id, version: kept.version },
    { $set: { 'state.balances': balances }, $inc: { version: 1 } },
  );
  return modifiedCount === 1;
}
