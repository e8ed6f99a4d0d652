import type { Connection } from 'mongoose';
import { BOOKS, type MongoBooks } from './books';
import { inTransaction } from './in-transaction';
import { COHORT_SUMS, type Part, partOf, UNRECORDED } from './summed';

/** Books that are read at once. */
const ADOPTED = 100;

interface Stored {
  _id: string;
  version: number;
}

/** The cohort is named so that documents without a book, which have no cohort either, are not found over and over. */
const withoutPart = { ...UNRECORDED, 'state.cohortId': { $type: 'string' } };

/** Lets parts count the books of before there were parts, or before these said what is in the public record, each once, whoever else writes them or does the same. */
export async function adoptBooks(
  connection: Connection,
  books: Pick<MongoBooks, 'stateOf'>,
  signal: AbortSignal,
): Promise<void> {
  const stored = connection.collection<Stored>(BOOKS);
  const parts = connection.collection<Part>(COHORT_SUMS);

  async function adopt(document: Stored): Promise<void> {
    const { _id, version } = document;
    const book = books.stateOf(document);
    const part = partOf(book, book);
    await inTransaction(connection, async (session) => {
      const marked = { $set: { 'state.isSummed': true, 'state.isRecorded': true }, $inc: { version: 1 } };
      const { modifiedCount } = await stored.updateOne({ _id, version, ...UNRECORDED }, marked, { session });
      if (modifiedCount === 0) return false;
      if (part) await parts.insertOne(part, { session });
      return true;
    });
  }

  for (let count = ADOPTED; count === ADOPTED && !signal.aborted;) {
    const found = await stored.find(withoutPart).limit(ADOPTED).toArray();
    count = found.length;
    for (const document of found) if (!signal.aborted) await adopt(document);
  }
}
