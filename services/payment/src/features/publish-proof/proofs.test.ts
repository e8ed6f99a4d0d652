import { randomUUID } from 'node:crypto';
import {
  checkChain,
  checkDecisions,
  checkHeld,
  checkPublished,
  checkReceipt,
  type Decisions,
  type PublicProof,
  type Receipt,
  replayEntries,
  sha256Text,
} from '@daka/proof';
import type { paymentHttp } from '@daka/contracts';
import mongoose from 'mongoose';
import Stripe from 'stripe';
import type { z } from 'zod';
import type { StoredPart } from '../../adapters/mongo/proof-parts';
import { createAccountBooks } from '../../adapters/mongo/account-books';
import { createCoverages } from '../../adapters/mongo/coverages';
import { createDecisions } from '../../adapters/mongo/decisions';
import { createProofs } from '../../adapters/mongo/proofs';
import { createSnapshots } from '../../adapters/mongo/snapshots';
import { createStripe } from '../../adapters/stripe/client';
import { createStripeProcessor } from '../../adapters/stripe/processor';
import { newSalt } from '../../adapters/salt';
import { hashing } from '../../adapters/sha256';
import { ownerId, soon, startHarness, type Harness, type Learner } from '../../testing/service';
import { createPublishProofs } from './handler';

jest.setTimeout(120_000);

let payment: Harness;
let connection: mongoose.Connection;
let organisationId: string;
let coverages: ReturnType<typeof createCoverages>;
const learners: Learner[] = [];
const failures: unknown[] = [];

beforeAll(async () => {
  payment = await startHarness({ config: { PROOF_EVERY_MS: 86_400_000 } });
  connection = await mongoose
    .createConnection(payment.config.MONGO_URL, { dbName: payment.config.MONGO_DB })
    .asPromise();
  coverages = createCoverages({ connection } as never);
  for (let count = 0; count < 3; count += 1) learners.push(await payment.paid());
  organisationId = String((await connection.collection('books').findOne({}))?.['state'].organisationId);
  await feesBooked(3);
});
afterAll(async () => {
  await connection?.close();
  await payment?.stop();
});

/** As the periodic does it, at an instant of the domain's clock. */
async function publishAt(instant: string): Promise<void> {
  const mongo = { connection } as never;
  const clocks = { now: () => ({ atMs: Date.parse(instant), wallAtMs: Date.now() }), wallMs: Date.now };
  const logger = { error: (details: object) => failures.push(details) } as never;
  await createPublishProofs({
    snapshots: createSnapshots(mongo),
    proofs: await createProofs(mongo),
    accountBooks: createAccountBooks(mongo),
    decisions: await createDecisions(mongo, newSalt, async () => []),
    coverages,
    processor: createStripeProcessor(
      createStripe({ secretKey: 'sk_test_daka', apiBase: payment.sandbox.url, timeoutMs: 10_000 }),
    ),
    clocks,
    newSalt,
    hashing,
    logger,
  })(new AbortController().signal);
}
const feesBooked = (count: number) =>
  soon(async () => (await connection.collection('ledger_entries').countDocuments({ kind: 'processor_fee' })) >= count);
const parts = () => connection.collection<StoredPart>('proof_parts');
const storedBooks = async () => (await parts().find().toArray()).reduce((sum, { books }) => sum + books.length, 0);
const receipt = async ({ enrolmentId, learnerId }: Learner, day = 'latest') =>
  (await payment.request<Receipt>(`/enrolments/${enrolmentId}/receipts/${day}`, learnerId)).body;
const page = async (query = '') =>
  (await payment.request<PublicProof>(`/organisations/${organisationId}/proof${query}`, null)).body;

it('proves nothing before a day has ended, and receipts say so', async () => {
  await publishAt('2026-03-01T23:59:59Z');
  expect((await page()).items).toEqual([]);
  const { enrolmentId, learnerId } = learners[0]!;
  expect(await payment.request(`/enrolments/${enrolmentId}/receipts/latest`, learnerId)).toMatchObject({
    status: 404,
    body: { code: 'no_receipt' },
  });
});

it('proves a day once it has ended: owed, held and coverage for everybody, a receipt for each learner', async () => {
  await publishAt('2026-03-02T00:02:00Z');
  const published = await page();
  expect(published.items).toMatchObject([
    {
      day: '2026-03-01',
      currency: 'CNY',
      count: 6,
      sumMinor: 30_000,
      previousDay: null,
      previousDayHash: '0'.repeat(64),
      cutAt: '2026-03-02T00:00:00.000Z',
    },
  ]);
  const [{ heldMinor, coverageBps }] = published.items as [PublicProof['items'][number]];
  const cash = (await connection.collection('books').find().toArray()).reduce(
    (sum, { state }) => sum + state.balances.stripe_cash,
    0,
  );
  expect([heldMinor, coverageBps]).toEqual([cash, Math.floor((cash * 10_000) / 30_000)]);
  for (const learner of learners) {
    const own = await receipt(learner);
    expect(own.leaf).toMatchObject({ book: learner.enrolmentId, balanceMinor: 10_000 });
    expect([...checkReceipt(own), ...checkPublished(own, [published])]).toEqual([]);
  }
});

it("shows no learner another one's balance", async () => {
  for (const learner of learners) {
    const own = await receipt(learner);
    if (own.kind !== 'daka.receipt.v2') throw new Error('the balances of this day are not split');
    const sums = Object.values(own.halves).flatMap(({ path }) => path.map(({ sumMinor }) => sumMinor));
    expect(sums).not.toContain(10_000);
    expect(own.halves.first.amountMinor + own.halves.second.amountMinor).toBe(10_000);
  }
});

it('is said once: again, and by ten instances at once, it stays what it was', async () => {
  const before = await page();
  await Promise.all(Array.from({ length: 10 }, () => publishAt('2026-03-02T12:00:00Z')));
  expect(await page()).toEqual(before);
  expect(await storedBooks()).toBe(3);
});

it('is proven by one of several instances that begin together, and the leaves of the others go', async () => {
  await Promise.all(Array.from({ length: 5 }, () => publishAt('2026-03-03T00:02:00Z')));
  expect((await page()).items.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-01']);
  expect(await storedBooks()).toBe(6);
  expect(checkReceipt(await receipt(learners[1]!))).toEqual([]);
});

it('catches up day by day, each as the books stood at its own end', async () => {
  payment.env.clock.set('2026-03-04T09:00:00Z');
  await payment.payoutDue(learners[0]!, '2026-03-04', 500);
  await soon(async () => (await payment.statement(learners[0]!)).refundedMinor === 500);
  payment.env.clock.set('2026-03-06T09:00:00Z');
  await payment.payoutDue(learners[0]!, '2026-03-06', 1_200);
  await soon(async () => (await payment.statement(learners[0]!)).refundedMinor === 1_200);
  await publishAt('2026-03-07T00:02:00Z');

  const { items } = await page();
  expect(items.map(({ day, sumMinor }) => [day, sumMinor])).toEqual([
    ['2026-03-06', 28_800],
    ['2026-03-05', 29_500],
    ['2026-03-04', 29_500],
    ['2026-03-03', 30_000],
    ['2026-03-02', 30_000],
    ['2026-03-01', 30_000],
  ]);
  expect((await receipt(learners[0]!, '2026-03-03')).leaf.balanceMinor).toBe(10_000);
  expect((await receipt(learners[0]!, '2026-03-05')).leaf.balanceMinor).toBe(9_500);
  expect(new Set(items.map(({ heldMinor }) => heldMinor)).size).toBe(3);
});

it('chains the days: receipts kept at different times belong together, on the public page too', async () => {
  const kept = [await receipt(learners[0]!, '2026-03-01'), await receipt(learners[2]!)];
  const records = kept.flatMap(({ day, earlier }, index) =>
    [day, ...earlier].map((record) => ({ source: `receipt ${index}`, record })),
  );
  const published = (await page()).items.map((record) => ({ source: 'public.json', record }));
  expect(checkChain([...records, ...published])).toEqual([]);
  expect(kept[1]?.earlier).toHaveLength(5);
  expect(new Set(published.map(({ record }) => record.ledgerHead)).size).toBe(3);
});

it("ties the leaf to the learner's own journal", async () => {
  const { enrolmentId, learnerId } = learners[0]!;
  const { body } = await payment.request<z.output<typeof paymentHttp.MoneyExportBody>>(
    `/enrolments/${enrolmentId}/export`,
    learnerId,
  );
  const { leaf } = await receipt(learners[0]!, '2026-03-05');
  const until = body.entries.slice(0, leaf.seq);
  expect(replayEntries(until, sha256Text)).toMatchObject({ fault: null, head: { seq: leaf.seq, hash: leaf.head } });
  expect(body.entries.length).toBeGreaterThan(leaf.seq);
});

it('sweeps what a crash left half done, and goes on', async () => {
  const [, half] = await parts().find().toArray();
  await connection
    .collection<{ _id: string }>('proof_runs')
    .insertOne({ _id: 'dead', organisationId, day: '2026-03-06' } as never);
  await parts().insertOne({ ...half!, _id: `dead:CNY:${half!.books[0]}` });
  expect(checkReceipt(await receipt(learners[0]!))).toEqual([]);
  await publishAt('2026-03-08T00:02:00Z');
  expect(await parts().countDocuments({ _id: /^dead:/ })).toBe(0);
  expect((await page()).items[0]).toMatchObject({ day: '2026-03-07', sumMinor: 28_800 });
});

it('is found page by page, and by currency', async () => {
  const seen: string[] = [];
  let query = '?limit=3';
  for (let pages = 0; pages < 9; pages += 1) {
    const { items, nextCursor } = await page(query);
    seen.push(...items.map(({ day }) => day));
    if (nextCursor === undefined) break;
    query = `?limit=3&cursor=${nextCursor}`;
  }
  expect(seen).toEqual([
    '2026-03-07',
    '2026-03-06',
    '2026-03-05',
    '2026-03-04',
    '2026-03-03',
    '2026-03-02',
    '2026-03-01',
  ]);
  expect((await page('?currency=EUR')).items).toEqual([]);
  expect((await payment.request(`/organisations/${organisationId}/proof?cursor=x`, null)).status).toBe(400);
  expect((await payment.request(`/organisations/${randomUUID()}/proof`, null)).body).toMatchObject({ items: [] });
});

it('shows a receipt and an export to the learner only', async () => {
  for (const what of ['receipts/latest', 'receipts/2026-03-01', 'export']) {
    const path = `/enrolments/${learners[0]!.enrolmentId}/${what}`;
    expect([
      what,
      (await payment.request(path, null)).status,
      (await payment.request(path, ownerId)).status,
      (await payment.request(path, learners[1]!.learnerId)).status,
    ]).toEqual([what, 401, 403, 404]);
  }
  expect(
    (await payment.request(`/enrolments/${learners[0]!.enrolmentId}/receipts/2026-02-30`, learners[0]!.learnerId))
      .status,
  ).toBe(400);
});

it('finds a balance that was rewritten in the database', async () => {
  const { run } = (await connection.collection('proof_days').findOne({ organisationId, day: '2026-03-07' }))!;
  const part = (await parts().findOne({ _id: new RegExp(`^${run}:CNY:`) }))!;
  const balance = `balances.${part.books.indexOf(learners[2]!.enrolmentId)}`;
  await parts().updateOne({ _id: part._id }, { $inc: { [balance]: -1 } });
  for (const learner of learners) expect(checkReceipt(await receipt(learner))[0]?.fault).toBe('dropped_leaf');
  await parts().updateOne({ _id: part._id }, { $inc: { [balance]: 1 } });
});

it('refuses to prove books that owe less than nothing, says so, and takes the day up again once they are right', async () => {
  const books = connection.collection('books');
  const victim = await books.findOne({ _id: learners[1]!.enrolmentId } as never);
  const before = await storedBooks();
  await books.updateOne({ _id: victim!._id }, { $inc: { 'state.balances.deposits_held': 20_000 } });
  await publishAt('2026-03-09T00:02:00Z');
  await books.updateOne({ _id: victim!._id }, { $inc: { 'state.balances.deposits_held': -20_000 } });
  expect(String((failures[0] as { err: Error }).err)).toContain(`the balance of ${learners[1]!.enrolmentId}`);
  expect((await page()).items[0]?.day).toBe('2026-03-07');
  expect(await storedBooks()).toBe(before);
  await publishAt('2026-03-09T00:02:00Z');
  expect((await page()).items[0]?.day).toBe('2026-03-08');
});

it('shows what left for a bank: less held than the books say, hashed into the day, told by event and metric', async () => {
  const stripe = new Stripe('sk_test_daka', {
    host: '127.0.0.1',
    port: payment.sandbox.port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
  });
  const [before] = (await page()).items;
  const { available } = await stripe.balance.retrieve();
  const balanceMinor = available[0]!.amount;
  expect(before).toMatchObject({ heldMinor: balanceMinor, custody: { cashMinor: balanceMinor } });

  await stripe.payouts.create({ amount: balanceMinor - 1_000, currency: 'cny' });
  await publishAt('2026-03-10T00:02:00Z');
  const published = await page();
  const [today] = published.items as [PublicProof['items'][number]];
  expect(today).toMatchObject({
    heldMinor: 1_000,
    coverageBps: Math.floor((1_000 * 10_000) / today.sumMinor),
    custody: {
      cashMinor: balanceMinor,
      accounts: [{ account: '', availableMinor: 1_000, pendingMinor: 0, booksMinor: balanceMinor }],
    },
  });
  const own = await receipt(learners[0]!);
  expect([...checkReceipt(own), ...checkPublished(own, [published]), ...checkHeld(published)]).toEqual([]);
  const said = () => connection.collection('coverages').findOne({ _id: organisationId } as never);
  expect(await said()).toMatchObject({
    state: { currencies: [{ currency: 'CNY', day: '2026-03-09', missingMinor: today.sumMinor - 1_000 }] },
    seq: { 'payment/organisation': 1 },
  });
  const metrics = async () => (await fetch(`${payment.operationsUrl()}/metrics`)).text();
  expect(await metrics()).toContain('daka_uncovered_organisations 1');

  // Fees in advance of another are the organiser's to cover with.
  learners.push(await payment.paid({ currency: 'CNY', entryFeeMinor: 100_000, depositMinor: 1 }));
  await publishAt('2026-03-11T00:02:00Z');
  expect((await page()).items[0]?.coverageBps).toBeGreaterThanOrEqual(10_000);
  expect(await said()).toMatchObject({
    state: { currencies: [{ day: '2026-03-10', missingMinor: 0 }] },
    seq: { 'payment/organisation': 2 },
  });
  expect(await metrics()).toContain('daka_uncovered_organisations 0');
});

it('proves how far the decision log had come, once, so that an entry that is removed or written anew is named', async () => {
  const { enrolmentId, learnerId, cohortId } = learners[0]!;
  const log = async () => (await payment.request<Decisions>(`/enrolments/${enrolmentId}/decisions`, learnerId)).body;
  await payment.env.publish('membership.enrolment', enrolmentId, 'membership.enrolment-admitted.v1', {
    enrolmentId,
    cohortId,
    memberNumber: 1,
    group: 1,
    admittedAt: '2026-03-01T12:00:00Z',
  });
  for (const day of ['2026-03-02', '2026-03-03'])
    await payment.env.publish('checkin.enrolment', enrolmentId, 'checkin.entry-rejected.v1', {
      enrolmentId,
      day,
      reason: 'Copied',
      rejectedBy: randomUUID(),
      rejectedAt: `${day}T20:00:00Z`,
    });
  const { items } = await soon(async () => {
    const now = await log();
    return now.items.length === 2 ? now : null;
  });
  await publishAt('2026-03-12T00:02:00Z');
  await publishAt('2026-03-13T00:02:00Z');
  const days = (await page()).items.filter(({ currency }) => currency === 'CNY');
  expect(days.slice(0, 2).map(({ decisions }) => decisions)).toEqual([
    undefined,
    [{ cohortId, length: 2, head: items[1]!.hash }],
  ]);
  expect(checkReceipt(await receipt(learners[0]!, '2026-03-11'))).toEqual([]);
  expect(checkDecisions([await log()], days)).toEqual([]);

  const stored = connection.collection('decisions');
  const [first, second] = await stored.find({ cohortId }).sort({ 'entry.seq': 1 }).toArray();
  const faults = async () => checkDecisions([await log()], days).map(({ fault }) => fault);
  await stored.updateOne({ _id: first!._id }, { $set: { 'entry.reason': 'Late' } });
  expect(await faults()).toEqual(['changed_decision']);
  await stored.updateOne({ _id: first!._id }, { $set: { 'entry.reason': 'Copied' } });
  await stored.deleteOne({ _id: second!._id });
  expect(await faults()).toEqual(['missing_decisions']);
  await stored.insertOne(second!);
  expect(await faults()).toEqual([]);
});
