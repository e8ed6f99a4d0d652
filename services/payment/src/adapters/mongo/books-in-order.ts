import type { MongoConnection } from '@daka/service-kit';
import type { Balances } from '../../domain/ledger/accounts';
import { EMPTY_LEDGER } from '../../domain/ledger/entry';
import type { LatestSnapshot } from '../../domain/proof/at-cut';
import { BOOKS } from './books';
import { COHORT_BOOKS } from './cohort-books';

/** Books that come over the wire at a time, and are held in memory. */
const BATCH = 256;
/** From so many on it pays to sort all of them: to fetch each where it happens to lie costs the database several times as much. */
const WORTH_SORTING = 20_000;
/** An organisation that has fewer than one in so many of all books does not read past all the others. */
const WORTH_SCANNING = 4;

/** A book as it is now, as far as a proof must know it. */
export interface BookNow {
  book: string;
  currency: string;
  latest: LatestSnapshot;
}

interface Shown {
  _id: unknown;
  currency?: string | null;
  balances?: Balances;
  ledger?: { seq: number; hash: string; atMs?: number };
}

const SHOWN = {
  currency: { $ifNull: ['$state.price.currency', '$state.currency'] },
  balances: '$state.balances',
  ledger: '$state.ledger',
};

/** An organisation's books of learners who came to pay, in order of id, batch by batch. */
export async function* learnersBooksInOrder(
  mongo: MongoConnection,
  organisationId: string,
): AsyncIterable<readonly BookNow[]> {
  const books = mongo.connection.collection(BOOKS);
  const own = { 'state.organisationId': organisationId };
  const match = { $match: { ...own, 'state.price': { $ne: null } } };
  const count = await books.countDocuments(own);
  const isWorthSorting = count >= WORTH_SORTING && count * WORTH_SCANNING >= (await books.estimatedDocumentCount());
  const found = isWorthSorting
    ? books.aggregate<Shown>([match, { $project: SHOWN }, { $sort: { _id: 1 } }], {
        hint: { $natural: 1 },
        allowDiskUse: true,
        batchSize: BATCH,
      })
    : books.aggregate<Shown>([match, { $sort: { _id: 1 } }, { $project: SHOWN }], { batchSize: BATCH });
  yield* batchesOf(found, '');
}

/** The journals of what went to organiser and charity, in order of id, batch by batch. */
export async function* cohortsBooksInOrder(
  mongo: MongoConnection,
  cohortIds: readonly string[],
): AsyncIterable<readonly BookNow[]> {
  const match = { $match: { _id: { $in: cohortIds }, state: { $ne: null } } };
  const stages = [match, { $sort: { _id: 1 } }, { $project: SHOWN }];
  yield* batchesOf(mongo.connection.collection(COHORT_BOOKS).aggregate<Shown>(stages, { batchSize: BATCH }), 'cohort:');
}

interface Cursor {
  next(): Promise<Shown | null>;
  readBufferedDocuments(): Shown[];
  close(): Promise<void>;
}

/** As they come over the wire: to wait for each by itself would cost more than to read it. */
async function* batchesOf(found: Cursor, prefix: string): AsyncIterable<readonly BookNow[]> {
  try {
    for (let first = await found.next(); first !== null; first = await found.next())
      yield [first, ...found.readBufferedDocuments()].map((shown) => bookNow(shown, prefix));
  } finally {
    await found.close();
  }
}

function bookNow({ _id, currency, balances, ledger }: Shown, prefix: string): BookNow {
  const book = `${prefix}${String(_id)}`;
  if (currency === undefined || currency === null) throw new Error(`${book} has a journal without a currency`);
  const { seq, hash } = ledger ?? EMPTY_LEDGER;
  return { book, currency, latest: { balances: balances ?? {}, head: { seq, hash }, lastAtMs: ledger?.atMs } };
}
