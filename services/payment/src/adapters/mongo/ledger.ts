import type { MongoConnection } from '@daka/service-kit';
import { EMPTY_LEDGER, type LedgerEntry, type LedgerHead } from '../../domain/ledger/entry';
import type { Ledger } from '../../ports';
import type { MongoBooks } from './books';
import { BATCH, LEDGER } from './ledger-validator';

const MAX_LINES_SHOWN = 5_000;

/** Reads the journal. */
export function createLedger({ connection }: MongoConnection, books: Pick<MongoBooks, 'load'>): Ledger {
  const entries = connection.collection<LedgerEntry>(LEDGER);

  async function between(book: string, { seq }: LedgerHead, head: LedgerHead): Promise<LedgerEntry[]> {
    const limit = MAX_LINES_SHOWN - seq;
    if (limit <= 0 || seq === head.seq) return [];
    const found = entries.find({ book, seq: { $gt: seq, $lte: head.seq } }).sort({ seq: 1 });
    return found.limit(limit).toArray();
  }

  return {
    entriesOfCohort: (cohortId) => entries.find({ cohortId }, { batchSize: BATCH }),
    async journalOf(enrolmentId, after = EMPTY_LEDGER) {
      const book = await books.load(enrolmentId);
      if (book === null) return null;
      // What was posted since the book was read is left out: both are as of one instant.
      const found = after.seq > book.ledger.seq ? [] : await between(enrolmentId, after, book.ledger);
      if (after.seq === 0 || leadsOn(after, found, book.ledger)) return { book, after, entries: found };
      return { book, after: EMPTY_LEDGER, entries: await between(enrolmentId, EMPTY_LEDGER, book.ledger) };
    },
  };
}

/** Whether the entries up to `after` are still those that the journal began with. */
function leadsOn(after: LedgerHead, [first]: readonly LedgerEntry[], head: LedgerHead): boolean {
  if (first) return first.previousHash === after.hash;
  return after.seq === head.seq ? after.hash === head.hash : after.seq === MAX_LINES_SHOWN && after.seq < head.seq;
}
