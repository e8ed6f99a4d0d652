import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMongo } from '@daka/local';
import { createBooks } from '@daka/payment/dist/adapters/mongo/books';
import { ensureLedger } from '@daka/payment/dist/adapters/mongo/ledger-validator';
import { verifyLedger } from '@daka/payment/dist/adapters/mongo/verify-ledger';
import { sha256 } from '@daka/payment/dist/adapters/sha256';
import { connectMongo, createLogger, type MongoConnection } from '@daka/service-kit';
import { Book } from 'medici';
import mongoose from 'mongoose';

const AT_ONCE = 64;
const SECONDS = 8;
const WARM_UP_SECONDS = 4;
const ROUNDS = 3;
const WANTED_RATIO = 2;

/** One posting: a durable entry of two lines that moves an amount between two accounts of this book. */
type Post = (book: number, count: number) => Promise<unknown>;

/**
 * Postings per second of our ledger beside `medici` with transactions: same mongod, same process, same number at once, w: majority on both.
 * Ours also writes the new balances, number, hash link and validator's check; medici writes no balance (it adds up when asked).
 */
export async function benchLedger(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'daka-bench-ledger-'));
  const mongod = await startMongo({ dataDir: join(dir, 'mongo') });
  try {
    const mongo = await connectMongo({
      url: mongod.url,
      db: 'bench_ledger',
      logger: createLogger({ service: 'bench', level: 'warn' }),
    });
    await mongoose.connect(mongod.url, { dbName: 'bench_medici', writeConcern: { w: 'majority' }, maxPoolSize: 20 });
    console.log(`\nLedger postings, ${AT_ONCE} at once`);
    const ours = await ourPost(mongo);
    const medici = await mediciPost();
    await compare(ours, medici);
    await requireSound(mongo);
    await mongoose.disconnect();
    await mongo.stop();
  } finally {
    await mongod.kill();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function compare(ours: Post, medici: Post): Promise<void> {
  await perSecond(medici, WARM_UP_SECONDS);
  await perSecond(ours, WARM_UP_SECONDS);
  const total = { ours: 0, medici: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const rates = { medici: await perSecond(medici, SECONDS), ours: await perSecond(ours, SECONDS) };
    console.log(`  medici with transactions ${rates.medici.toFixed(0).padStart(8)}/s`);
    console.log(`  ours                     ${rates.ours.toFixed(0).padStart(8)}/s`);
    total.ours += rates.ours;
    total.medici += rates.medici;
  }
  console.log(`  ratio ${(total.ours / total.medici).toFixed(2)} (wanted: at least ${WANTED_RATIO.toFixed(2)})`);
}

let count = 0;

async function perSecond(post: Post, seconds: number): Promise<number> {
  const startedMs = performance.now();
  let posted = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, book) => {
      while (performance.now() - startedMs < seconds * 1_000) {
        count += 1;
        await post(book, count);
        posted += 1;
      }
    }),
  );
  return posted / ((performance.now() - startedMs) / 1_000);
}

async function ourPost(mongo: MongoConnection): Promise<Post> {
  await ensureLedger(mongo);
  const books = createBooks(mongo);
  const id = (book: number) => `bench-${book}`;
  for (let book = 0; book < AT_ONCE; book++) {
    await books.change(id(book), () => [
      {
        type: 'opened',
        enrolmentId: id(book),
        cohortId: 'bench',
        organisationId: 'bench',
        learnerId: id(book),
        timeZone: 'UTC',
      },
    ]);
  }
  return (book, number) =>
    books.change(id(book), () => [
      { type: 'payout-accrued', period: `p${number}`, dueMinor: number, amountMinor: 5, days: [], atMs: Date.now() },
    ]);
}

async function mediciPost(): Promise<Post> {
  const journal = new Book('bench');
  await mongoose.syncIndexes();
  return (book) =>
    mongoose.connection.transaction(
      async (session) => {
        await journal.entry('payout').debit(`Deposits:${book}`, 5).credit(`Payable:${book}`, 5).commit({ session });
      },
      { writeConcern: { w: 'majority' } },
    );
}

/** Speed that loses an entry would be none. */
async function requireSound(mongo: MongoConnection): Promise<void> {
  const { entries, faults } = await verifyLedger(mongo, {
    sha256,
    onFault: ({ book, fault }) => console.log(`  ${book}: ${fault}`),
  });
  if (faults > 0) throw new Error('the ledger does not add up after the bench');
  console.log(`  re-added afterwards: ${entries} entries, no fault`);
}
