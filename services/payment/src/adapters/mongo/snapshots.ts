import type { MongoConnection } from '@daka/service-kit';
import type { LedgerEntry } from '../../domain/ledger/entry';
import { mayHaveMovedSince, snapshotAtCut } from '../../domain/proof/at-cut';
import type { BookAtCut, Snapshots } from '../../ports';
import { BOOKS } from './books';
import { type BookNow, cohortsBooksInOrder, learnersBooksInOrder } from './books-in-order';
import { LEDGER } from './ledger-validator';

type Moved = Pick<LedgerEntry, 'book' | 'seq' | 'atMs' | 'lines' | 'previousHash'>;

/** Reads how books stood at a cut from what they are now and what their journals posted since. */
export function createSnapshots(mongo: MongoConnection): Snapshots {
  const { connection } = mongo;
  const entries = connection.collection<LedgerEntry>(LEDGER);
  const cohortIdsOf = async (organisationId: string) =>
    (
      await connection
        .collection('cohorts')
        .find({ 'state.organisationId': organisationId }, { projection: { _id: 1 } })
        .sort({ _id: 1 })
        .toArray()
    ).map(({ _id }) => String(_id));

  async function* atCut(
    found: AsyncIterable<readonly BookNow[]>,
    cutAtMs: number,
  ): AsyncIterable<readonly BookAtCut[]> {
    for await (const batch of ahead(found)) {
      const moved = batch.filter(({ latest }) => mayHaveMovedSince(latest, cutAtMs)).map(({ book }) => book);
      const journals = moved.length === 0 ? new Map<string, Moved[]>() : await journalsOf(moved);
      yield batch.map(({ book, currency, latest }) => ({
        book,
        currency,
        snapshot: snapshotAtCut(latest, journals.get(book) ?? [], cutAtMs),
      }));
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
      const [first] = await entries
        .find({ cohortId: { $in: cohortIds } }, { projection: { atMs: 1 } })
        .sort({ atMs: 1 })
        .limit(1)
        .toArray();
      return first?.atMs ?? null;
    },
    learnersBooks: (organisationId, cutAtMs) => atCut(learnersBooksInOrder(mongo, organisationId), cutAtMs),
    async *cohortsBooks(organisationId, cutAtMs) {
      yield* atCut(cohortsBooksInOrder(mongo, await cohortIdsOf(organisationId)), cutAtMs);
    },
  };
}

/** Asks for the next batch before the one at hand is used, so that the database reads while we hash. */
async function* ahead<T>(source: AsyncIterable<T>): AsyncIterable<T> {
  const batches = source[Symbol.asyncIterator]();
  let next = batches.next();
  try {
    for (let batch = await next; batch.done !== true; batch = await next) {
      next = batches.next();
      next.catch(() => undefined); // whoever waits for it is told
      yield batch.value;
    }
  } finally {
    await batches.return?.();
  }
}
