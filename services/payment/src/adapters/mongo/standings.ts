import type { MongoConnection } from '@daka/service-kit';
import type { Balances } from '../../domain/ledger/accounts';
import { EMPTY_LEDGER, type LedgerEntry } from '../../domain/ledger/entry';
import { type LatestStanding, mayHaveMovedSince, standingAtCut } from '../../domain/proof/at-cut';
import type { BookAtCut, Standings } from '../../ports';
import { BOOKS } from './books';
import { COHORT_BOOKS } from './cohort-books';
import { LEDGER } from './ledger-validator';

/** Books that are held in memory at a time. */
const BATCH = 500;

interface Read { book: string; currency: string; latest: LatestStanding }
type Moved = Pick<LedgerEntry, 'book' | 'seq' | 'atMs' | 'lines' | 'previousHash'>;

/** Reads how books stood at a cut from what they are now and what their journals posted since. */
export function createStandings({ connection }: MongoConnection): Standings {
  const entries = connection.collection<LedgerEntry>(LEDGER);
  const cohortIdsOf = async (organisationId: string) =>
    (await connection.collection('cohorts').find({ 'state.organisationId': organisationId }, { projection: { _id: 1 } }).sort({ _id: 1 }).toArray()).map(({ _id }) => String(_id));

  async function* atCut(found: AsyncIterable<Read>, cutAtMs: number): AsyncIterable<BookAtCut> {
    for await (const batch of inBatches(found)) {
      const moved = batch.filter(({ latest }) => mayHaveMovedSince(latest, cutAtMs)).map(({ book }) => book);
      const journals = moved.length === 0 ? new Map<string, Moved[]>() : await journalsOf(moved);
      for (const { book, currency, latest } of batch) {
        yield { book, currency, standing: standingAtCut({ balances: latest.balances, head: latest.head }, journals.get(book) ?? [], cutAtMs) };
      }
    }
  }

  async function journalsOf(books: readonly string[]): Promise<Map<string, Moved[]>> {
    const journals = new Map<string, Moved[]>();
    const projection = { book: 1, seq: 1, atMs: 1, lines: 1, previousHash: 1 };
    for await (const entry of entries.find({ book: { $in: [...books] } }, { projection }).sort({ book: 1, seq: 1 })) {
      const journal = journals.get(entry.book);
      if (journal) journal.push(entry);
      else journals.set(entry.book, [entry]);
    }
    return journals;
  }

  return {
    organisations: async () => (await connection.collection(BOOKS).distinct('state.organisationId')).map(String),
    async firstEntryAtMs(organisationId) {
      const cohortIds = await cohortIdsOf(organisationId);
      const [first] = await entries.find({ cohortId: { $in: cohortIds } }, { projection: { atMs: 1 } }).sort({ atMs: 1 }).limit(1).toArray();
      return first?.atMs ?? null;
    },
    learnersBooks: (organisationId, cutAtMs) => atCut(
      readAll(connection.collection(BOOKS).find(
        { 'state.organisationId': organisationId, 'state.price': { $ne: null } },
        { projection: { 'state.balances': 1, 'state.ledger': 1, 'state.price.currency': 1 } },
      ).sort({ _id: 1 }).batchSize(BATCH), ''),
      cutAtMs,
    ),
    async *cohortsBooks(organisationId, cutAtMs) {
      const cohortIds = await cohortIdsOf(organisationId);
      yield* atCut(readAll(connection.collection(COHORT_BOOKS).find(
        { _id: { $in: cohortIds }, state: { $ne: null } } as object,
        { projection: { 'state.balances': 1, 'state.ledger': 1, 'state.currency': 1 } },
      ).sort({ _id: 1 }).batchSize(BATCH), 'cohort:'), cutAtMs);
    },
  };
}

interface Stored { _id: unknown; state?: { balances?: Balances; ledger?: { seq: number; hash: string; atMs?: number }; currency?: string; price?: { currency: string } } }

async function* readAll(found: AsyncIterable<unknown>, prefix: string): AsyncIterable<Read> {
  for await (const document of found) {
    const { _id, state } = document as Stored;
    const { seq, hash, atMs } = { atMs: undefined, ...(state?.ledger ?? EMPTY_LEDGER) };
    const currency = state?.price?.currency ?? state?.currency;
    if (currency === undefined) throw new Error(`${prefix}${String(_id)} has a journal without a currency`);
    yield { book: `${prefix}${String(_id)}`, currency, latest: { balances: state?.balances ?? {}, head: { seq, hash }, lastAtMs: atMs } };
  }
}

async function* inBatches(found: AsyncIterable<Read>): AsyncIterable<Read[]> {
  let batch: Read[] = [];
  for await (const one of found) {
    batch.push(one);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
