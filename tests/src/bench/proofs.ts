import { hash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSystem, type System } from '@daka/local';
import { checkReceipt, PublicProofSchema, type Receipt, ReceiptSchema } from '@daka/proof';
import mongoose from 'mongoose';
import { startKeyServer, type KeyServer } from './learners';
import { median } from './latency';

const ACCOUNTS = 1_000_000;
const SEED_AT_ONCE = 10_000;
const DAY = '2026-03-02';
const OWED_MINOR = 10_000;
const VERIFICATIONS = 500;
const RECEIPTS = 50;
/** What one account puts into a proof: how its balance splits, two leaves, two parents and its step of the ledger's head, in bytes. */
const HASHED_BYTES = [33, 198, 198, 81, 81, 117];
const WANTED = { seconds: 30, memoryMb: 160, receiptMs: 20, verificationMs: 50 };
const PATIENCE_MS = 30 * 60_000;

/** The running payment service proves a day of a million books in its database, and gives a receipt that is checked. */
export async function benchProofs(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'daka-bench-proofs-'));
  const keys = await startKeyServer();
  try {
    const system = await startSystem({
      dir,
      services: ['payment'],
      virtualClock: true,
      serviceEnv: { payment: { JWKS_URL: keys.jwksUrl, PROOF_EVERY_MS: '500' } },
    });
    try {
      await proveAndVerify(system, keys);
    } finally {
      await system.stop();
    }
  } finally {
    await keys.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function proveAndVerify(system: System, keys: KeyServer): Promise<void> {
  system.setClock(`${DAY}T12:00:00Z`);
  console.log(`\nProof of deposits over ${ACCOUNTS.toLocaleString('en')} accounts`);
  const { organisationId, learners } = await seedBooks(system.mongoUrl);
  const idleMb = memoryMb(system, 'VmRSS');
  const startedAtMs = performance.now();
  system.setClock('2026-03-03T00:05:00Z');
  const owedMinor = await untilPublished(system, organisationId);
  const seconds = (performance.now() - startedAtMs) / 1_000;
  if (owedMinor !== ACCOUNTS * OWED_MINOR) throw new Error(`the proof says that ${owedMinor} is owed`);
  console.log(`  sha256 of it all, and nothing else: ${sha256Seconds().toFixed(1)} s`);
  console.log(
    `  one pass, every leaf stored: ${seconds.toFixed(1)} s (wanted: at most ${WANTED.seconds}), ${Math.round(ACCOUNTS / seconds).toLocaleString('en')} accounts/s`,
  );
  console.log(
    `  memory of the payment service: ${idleMb} MB before, at most ${memoryMb(system, 'VmHWM')} MB since it started (wanted: at most ${WANTED.memoryMb})`,
  );
  await measureReceipts(system, keys, learners);
}

async function measureReceipts(system: System, keys: KeyServer, learners: readonly Learner[]): Promise<void> {
  const times: number[] = [];
  let receipt: Receipt | null = null;
  for (const { enrolmentId, learnerId } of learners) {
    const startedAtMs = performance.now();
    receipt = await receiptOf(system, enrolmentId, keys.token(learnerId));
    times.push(performance.now() - startedAtMs);
    if (checkReceipt(receipt).length > 0) throw new Error('an honest receipt is refused');
  }
  if (!receipt) throw new Error('there was no receipt to ask for');
  const [first = Number.NaN] = times;
  console.log(
    `  a receipt over HTTP: median ${median(times).toFixed(1)} ms, the first ${first.toFixed(1)} ms (wanted: at most ${WANTED.receiptMs}), ${(receipt.kind === 'daka.receipt.v2' ? receipt.halves.first : receipt).path.length} steps to the root`,
  );
  console.log(
    `  verification of a receipt: median ${median(verifyOften(receipt)).toFixed(2)} ms (wanted: less than ${WANTED.verificationMs})`,
  );
}

/** The least that a proof takes: every hash of it, with the platform's SHA-256. */
function sha256Seconds(): number {
  const inputs = HASHED_BYTES.map((bytes) => Buffer.alloc(bytes, 7));
  const startedAtMs = performance.now();
  for (let account = 0; account < ACCOUNTS; account += 1) for (const input of inputs) hash('sha256', input, 'binary');
  return (performance.now() - startedAtMs) / 1_000;
}

function verifyOften(receipt: Receipt): number[] {
  return Array.from({ length: VERIFICATIONS }, () => {
    const startedAtMs = performance.now();
    if (checkReceipt(receipt).length > 0) throw new Error('an honest receipt is refused');
    return performance.now() - startedAtMs;
  });
}

interface Learner {
  enrolmentId: string;
  learnerId: string;
}

/** Books of learners who have paid, as payment would have stored them; returns some of the learners, from all over the tree. */
async function seedBooks(mongoUrl: string): Promise<{ organisationId: string; learners: Learner[] }> {
  const connection = await mongoose.createConnection(mongoUrl, { dbName: 'daka_payment' }).asPromise();
  const [organisationId, cohortId] = [randomUUID(), randomUUID()];
  const books = connection.collection<{ _id: string }>('books');
  const learners: Learner[] = [];
  for (let seeded = 0; seeded < ACCOUNTS; seeded += SEED_AT_ONCE) {
    const documents = Array.from({ length: SEED_AT_ONCE }, () => {
      const learner = { enrolmentId: randomUUID(), learnerId: randomUUID() };
      if (learners.length < RECEIPTS) learners.push(learner);
      return bookOf({ ...learner, organisationId, cohortId });
    });
    // What is only there to be proven need not survive a crash.
    await books.insertMany(documents as never[], { ordered: false, writeConcern: { w: 1, j: false } });
  }
  // The day before is proven, so that exactly one day is due.
  await connection
    .collection<{ _id: string }>('proof_cursors')
    .insertOne({ _id: organisationId, day: '2026-03-01' } as never);
  await connection.close();
  return { organisationId, learners };
}

function bookOf(ids: { enrolmentId: string; learnerId: string; organisationId: string; cohortId: string }): object {
  const { enrolmentId } = ids;
  const price = { currency: 'CNY', entryFeeMinor: 2_000, depositMinor: OWED_MINOR };
  return {
    _id: enrolmentId,
    version: 1,
    seq: {},
    last: {},
    outbox: [],
    state: {
      ...ids,
      price,
      seatHeldUntilMs: null,
      sessions: [],
      charges: [],
      paidAtMs: 0,
      feeEarnedFromMs: 0,
      entitlement: { revision: 0, entitledMinor: 0 },
      dueMinor: 0,
      releasedMinor: 0,
      refunds: [],
      isSettled: false,
      forfeitedMinor: 0,
      bonusMinor: null,
      isCancelled: false,
      balances: { stripe_cash: 12_000, fees_deferred: -2_000, deposits_held: -OWED_MINOR },
      work: { refundsAtMs: null, lookAtMs: null },
      ledger: { seq: 1, hash: enrolmentId.replaceAll('-', '').repeat(2), atMs: Date.parse(`${DAY}T09:00:00Z`) },
    },
  };
}

async function untilPublished(system: System, organisationId: string): Promise<number> {
  const giveUpAtMs = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAtMs) {
    const answer = await fetch(`${system.urls['payment']}/organisations/${organisationId}/proof`);
    const {
      items: [day],
    } = PublicProofSchema.parse(await answer.json());
    if (day) return day.sumMinor;
    await sleep(200);
  }
  throw new Error('the proof did not come');
}

async function receiptOf(system: System, enrolmentId: string, token: string): Promise<Receipt> {
  const answer = await fetch(`${system.urls['payment']}/enrolments/${enrolmentId}/receipts/latest`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return ReceiptSchema.parse(await answer.json());
}

function memoryMb(system: System, figure: 'VmRSS' | 'VmHWM'): number {
  const kilobytes = new RegExp(`${figure}:\\s+(\\d+)`).exec(
    readFileSync(`/proc/${system.pids()['payment']}/status`, 'utf8'),
  )?.[1];
  return Math.round(Number(kilobytes) / 1_024);
}
