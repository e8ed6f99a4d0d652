import { type BookHead, fromHex, LEAVES_OF_A_PART } from '@daka/proof';
import type { MongoConnection } from '@daka/service-kit';
import type { FoundBook } from './proof-parts';

/** One leaf a document: days that were proven before there were parts. They are read for ever and never written. */
export interface StoredLeaf extends BookHead {
  _id: string;
  run: string;
  day: string;
  index: number;
  balanceMinor: number;
  salt: string;
  hash: string;
}

export const leavesOf = ({ connection }: MongoConnection) => connection.collection<StoredLeaf>('proof_leaves');

const leafId = (run: string, currency: string, index: number) =>
  `${run}:${currency}:${String(index).padStart(12, '0')}`;

/** The leaf of a book in a run of back then; null: the book is not in it. */
export async function findInLeaves(
  mongo: MongoConnection,
  { run, currency, day }: { run: string; currency: string; day: string },
  book: string,
): Promise<FoundBook | null> {
  const leaves = leavesOf(mongo);
  const found = await leaves.findOne({ book, day, run });
  if (!found) return null;
  const { seq, head, index, balanceMinor, salt } = found;
  const start = Math.floor(index / LEAVES_OF_A_PART) * LEAVES_OF_A_PART;
  const range = { $gte: leafId(run, currency, start), $lt: leafId(run, currency, start + LEAVES_OF_A_PART) };
  const part = await leaves
    .find({ _id: range }, { projection: { balanceMinor: 1, hash: 1 } })
    .sort({ _id: 1 })
    .toArray();
  return {
    book: { book, seq, head, balanceMinor, salt },
    indexes: [index],
    start,
    part: part.map((one) => ({ sumMinor: one.balanceMinor, hash: fromHex(one.hash) })),
  };
}
