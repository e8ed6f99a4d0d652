import type { MongoConnection } from '@daka/service-kit';
import type { Collection, Connection } from 'mongoose';
import { addSums, NO_SUMS, type Sums } from '../../domain/cohort-sums';
import { addDays, type DayFlows, flowsByDay } from '../../domain/day-flows';
import { addLines } from '../../domain/ledger/accounts';
import type { LedgerEntry } from '../../domain/ledger/entry';
import { addFigures, earliestOf, NO_FIGURES } from '../../domain/record';
import type { SumsOfCohorts } from '../../ports';
import { addUpBooks, areBooksBalanced } from './add-up-books';
import { adoptBooks } from './adopt-books';
import { balancesOf } from './balances-of-cohorts';
import { BOOKS, type MongoBooks } from './books';
import { COHORT_BOOKS } from './cohort-books';
import { inTransaction } from './in-transaction';
import { LEDGER } from './ledger-validator';
import { atOneInstant } from './one-instant';
import { COHORT_SUMS, type Part, UNSUMMED } from './summed';

/** Parts that are replaced at once. */
const FOLD = 500;

/** Keeps the sums of every cohort. */
export async function createCohortSums(
  { connection }: Pick<MongoConnection, 'connection'>,
  store: Pick<MongoBooks, 'stateOf'>,
): Promise<SumsOfCohorts> {
  const parts = connection.collection<Part>(COHORT_SUMS);
  const books = connection.collection(BOOKS);
  const ledger = connection.collection<LedgerEntry>(LEDGER);
  await parts.createIndex({ cohortId: 1 });
  await parts.createIndex({ 'entries.book': 1 }, { partialFilterExpression: { 'entries.book': { $exists: true } } });

  /** The journal of what went to organiser and charity: an entry or none. */
  const isPoolBalanced = (cohortId: string) =>
    areBooksBalanced(
      ledger,
      { book: `cohort:${cohortId}` },
      connection.collection(COHORT_BOOKS),
      { _id: cohortId },
      (id) => `cohort:${id}`,
    );
  /** All of them, one by one, while some have not been changed since there are parts. */
  const areAllBalanced = (cohortId: string) =>
    areBooksBalanced(
      ledger,
      { cohortId, book: { $not: /^cohort:/ } },
      books,
      { 'state.cohortId': cohortId },
      (id) => id,
    );

  return {
    async of(cohortId) {
      const { found, others } = await atOneInstant(connection, async (session) => ({
        found: await parts.find({ cohortId }, { session }).toArray(),
        others: await addUpBooks(books, { 'state.cohortId': cohortId, ...UNSUMMED }, session),
      }));
      const sums = found.reduce((sum, part) => addSums(sum, part.sums), others.sums);
      const isBalanced =
        found.every(({ faults }) => faults === 0) &&
        faultsOf(found, await entriesOf(ledger, found)) === 0 &&
        Object.values(sums.balances).reduce((sum, minor) => sum + minor, 0) === 0 &&
        (await isPoolBalanced(cohortId)) &&
        (others.currency === null || (await areAllBalanced(cohortId)));
      return { ...sums, currency: found[0]?.currency ?? others.currency, isBalanced };
    },

    balancesOf: (cohortIds) => balancesOf(connection, cohortIds),

    adopt: (signal) => adoptBooks(connection, store, signal),

    async fold(signal) {
      for (let count = FOLD; count === FOLD && !signal.aborted;) {
        const found = await parts
          .find({ 'entries.book': { $exists: true } })
          .limit(FOLD)
          .toArray();
        count = found.length;
        for (const cohortId of new Set(found.map((part) => part.cohortId)))
          await foldCohort({ connection, parts, ledger }, cohortId);
      }
    },
  };
}

interface Collections {
  connection: Connection;
  parts: Collection<Part>;
  ledger: Collection<LedgerEntry>;
}

/** Puts one part in the place of many, after a look at whether they say what their entries say. */
async function foldCohort({ connection, parts, ledger }: Collections, cohortId: string): Promise<void> {
  const found = await parts.find({ cohortId }).limit(FOLD).toArray();
  const [first] = found;
  if (!first || found.every(({ entries }) => entries === null)) return;
  const { currency } = first;
  const sums = found.reduce((sum, part) => addSums(sum, part.sums), NO_SUMS);
  const record = found.reduce((sum, part) => addFigures(sum, part.record ?? NO_FIGURES), NO_FIGURES);
  const wholeFromMs = earliestOf(found.map((part) => part.wholeFromMs));
  const byBook = await entriesOf(ledger, found);
  const faults = found.reduce((sum, part) => sum + part.faults, 0) + faultsOf(found, byBook);
  const days = daysOf(found, byBook);
  const ids = found.map(({ _id }) => _id);
  await inTransaction(connection, async (session) => {
    const { deletedCount } = await parts.deleteMany({ _id: { $in: ids } }, { session });
    // Another instance was faster: what it put in their place stands.
    if (deletedCount !== ids.length) return false;
    const sum = { cohortId, currency, sums, record, wholeFromMs, entries: null, faults };
    await parts.insertOne(days === null ? sum : { ...sum, days }, { session });
    return true;
  });
}

/** By day, of parts and of what they were made of; null: one is a sum from before days were kept. */
function daysOf(parts: readonly Part[], byBook: EntriesByBook): DayFlows | null {
  const sums = parts.filter(({ entries }) => entries === null);
  if (sums.some(({ days }) => days === undefined)) return null;
  return [flowsByDay([...byBook.values()].flat()), ...sums.map(({ days = {} }) => days)].reduce(addDays);
}

type Entry = Pick<LedgerEntry, 'seq' | 'lines' | 'kind' | 'atMs'>;
type EntriesByBook = ReadonlyMap<string, readonly Entry[]>;
const SHOWN = { book: 1, seq: 1, lines: 1, kind: 1, atMs: 1 };

/** The entries of parts that nobody has added up yet. */
export async function entriesOf(ledger: Collection<LedgerEntry>, parts: readonly Part[]): Promise<EntriesByBook> {
  const byBook = new Map<string, Entry[]>();
  const news = parts.flatMap(({ entries }) => (entries !== null && entries.to > entries.after ? [entries] : []));
  for (let start = 0; start < news.length; start += FOLD) {
    const ranges = news
      .slice(start, start + FOLD)
      .map(({ book, after, to }) => ({ book, seq: { $gt: after, $lte: to } }));
    for (const entry of await ledger.find({ $or: ranges }, { projection: SHOWN }).toArray())
      byBook.set(entry.book, [...(byBook.get(entry.book) ?? []), entry]);
  }
  return byBook;
}

function faultsOf(parts: readonly Part[], byBook: EntriesByBook): number {
  return parts.filter(
    ({ entries, sums }) =>
      entries !== null && entries.to > entries.after && !isTrue({ ...entries, sums }, byBook.get(entries.book) ?? []),
  ).length;
}

function isTrue({ after, to, sums }: { after: number; to: number; sums: Sums }, entries: readonly Entry[]): boolean {
  const own = entries.filter(({ seq }) => seq > after && seq <= to);
  const added = addLines(
    {},
    own.flatMap(({ lines }) => lines),
  );
  const accounts = new Set([...Object.keys(added), ...Object.keys(sums.balances)]);
  return (
    own.length === to - after && [...accounts].every((account) => at(added, account) === at(sums.balances, account))
  );
}

function at(balances: Readonly<Record<string, number | undefined>>, account: string): number {
  return balances[account] ?? 0;
}
