import { randomUUID } from 'node:crypto';
import { connectMongo, createLogger } from '@daka/service-kit';
import { createBooks } from '../adapters/mongo/books';
import { createCohortBooks } from '../adapters/mongo/cohort-books';
import { ensureLedger, LEDGER } from '../adapters/mongo/ledger-validator';
import type { BookEvent } from '../domain/book-events';
import type { LedgerEntry } from '../domain/ledger/entry';
import { held, ids, opened, paid, START_MS } from './book';

/** The ledger alone, in a database of its own on the real MongoDB. */
export async function startLedger() {
  const db = `t_${randomUUID().slice(0, 8)}_ledger`;
  const mongo = await connectMongo({
    url: process.env['MONGO_URL'] ?? '',
    db,
    logger: createLogger({ service: 'ledger-test', level: 'silent' }),
  });
  await ensureLedger(mongo);
  const books = createBooks(mongo);
  const cohortBooks = createCohortBooks(mongo);
  const { connection } = mongo;
  const entries = connection.collection<LedgerEntry>(LEDGER);

  return {
    db,
    mongo,
    connection,
    books,
    cohortBooks,
    entries,
    /** A book of three entries: paid, a payout due, its refund sent. */
    async paidBook(enrolmentId: string = randomUUID(), paymentIntentId = 'pi_1'): Promise<string> {
      const events: BookEvent[] = [
        { ...opened, ...ids, enrolmentId } as BookEvent,
        held,
        { ...paid, paymentIntentId } as BookEvent,
        {
          type: 'payout-accrued',
          period: '2026-03-02',
          dueMinor: 500,
          amountMinor: 500,
          days: [{ day: '2026-03-02', kind: 'on_time', position: 1, weight: 2 }],
          atMs: START_MS,
        },
        {
          type: 'refund-planned',
          period: '2026-03-02',
          kind: 'deposit',
          paymentIntentId,
          amountMinor: 500,
          nextAtMs: START_MS,
        },
        {
          type: 'refund-sending',
          period: '2026-03-02',
          attempt: 1,
          amountMinor: 500,
          atMs: START_MS,
          wallAtMs: START_MS,
          nextAtMs: START_MS,
        },
      ];
      await books.change(enrolmentId, () => events);
      return enrolmentId;
    },
    journalOf: (book: string) => entries.find({ book }).sort({ seq: 1 }).toArray(),
    async stop() {
      await connection.dropDatabase();
      await mongo.stop();
    },
  };
}

export type TestLedger = Awaited<ReturnType<typeof startLedger>>;
