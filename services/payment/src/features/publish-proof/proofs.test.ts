import { randomUUID } from 'node:crypto';
import { checkChain, checkPublished, checkReceipt, type PublicProof, type Receipt, replayEntries, sha256Text } from '@daka/proof';
import mongoose from 'mongoose';
import { createProofs } from '../../adapters/mongo/proofs';
import { createStandings } from '../../adapters/mongo/standings';
import { newSalt } from '../../adapters/salt';
import { ownerId, soon, startHarness, type Harness, type Learner } from '../../testing/service';
import type { MoneyExport } from '../export-money/handler';
import { createPublishProofs } from './handler';

jest.setTimeout(120_000);

let payment: Harness;
let connection: mongoose.Connection;
let organisationId: string;
const learners: Learner[] = [];
const failures: unknown[] = [];

beforeAll(async () => {
  payment = await startHarness({ config: { PROOF_EVERY_MS: 86_400_000 } });
  connection = await mongoose.createConnection(payment.config.MONGO_URL, { dbName: payment.config.MONGO_DB }).asPromise();
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
  await createPublishProofs({ standings: createStandings(mongo), proofs: await createProofs(mongo), clocks, newSalt, logger })(new AbortController().signal);
}
const feesBooked = (count: number) => soon(async () => (await connection.collection('ledger_entries').countDocuments({ kind: 'processor_fee' })) >= count);
const receipt = async ({ enrolmentId, learnerId }: Learner, day = 'latest') => (await payment.request<Receipt>(`/enrolments/${enrolmentId}/receipts/${day}`, learnerId)).body;
const page = async (query = '') => (await payment.request<PublicProof>(`/organisations/${organisationId}/proof${query}`, null)).body;

it('proves nothing before a day has ended, and receipts say so', async () => {
  await publishAt('2026-03-01T23:59:59Z');
  expect((await page()).items).toEqual([]);
  const { enrolmentId, learnerId } = learners[0]!;
  expect(await payment.request(`/enrolments/${enrolmentId}/receipts/latest`, learnerId)).toMatchObject({ status: 404, body: { code: 'no_receipt' } });
});

it('proves a day once it has ended: owed, held and coverage for everybody, a receipt for each learner', async () => {
  await publishAt('2026-03-02T00:02:00Z');
  const published = await page();
  expect(published.items).toMatchObject([{ day: '2026-03-01', currency: 'CNY', count: 3, sumMinor: 30_000, previousDay: null, previousDayHash: '0'.repeat(64), cutAt: '2026-03-02T00:00:00.000Z' }]);
  const [{ heldMinor, coverageBps }] = published.items as [PublicProof['items'][number]];
  const cash = (await connection.collection('books').find().toArray()).reduce((sum, { state }) => sum + state.balances.stripe_cash, 0);
  expect([heldMinor, coverageBps]).toEqual([cash, Math.floor((cash * 10_000) / 30_000)]);
  for (const learner of learners) {
    const own = await receipt(learner);
    expect(own.leaf).toMatchObject({ book: learner.enrolmentId, balanceMinor: 10_000 });
    expect([...checkReceipt(own), ...checkPublished(own, [published])]).toEqual([]);
  }
});

it('is said once: again, and by ten instances at once, it stays what it was', async () => {
  const before = await page();
  await Promise.all(Array.from({ length: 10 }, () => publishAt('2026-03-02T12:00:00Z')));
  expect(await page()).toEqual(before);
  expect(await connection.collection('proof_leaves').countDocuments()).toBe(3);
});

it('is proven by one of several instances that begin together, and the leaves of the others go', async () => {
  await Promise.all(Array.from({ length: 5 }, () => publishAt('2026-03-03T00:02:00Z')));
  expect((await page()).items.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-01']);
  expect(await connection.collection('proof_leaves').countDocuments()).toBe(6);
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
    ['2026-03-06', 28_800], ['2026-03-05', 29_500], ['2026-03-04', 29_500], ['2026-03-03', 30_000], ['2026-03-02', 30_000], ['2026-03-01', 30_000],
  ]);
  expect((await receipt(learners[0]!, '2026-03-03')).leaf.balanceMinor).toBe(10_000);
  expect((await receipt(learners[0]!, '2026-03-05')).leaf.balanceMinor).toBe(9_500);
  expect(new Set(items.map(({ heldMinor }) => heldMinor)).size).toBe(3);
});

it('chains the days: receipts kept at different times belong together, on the public page too', async () => {
  const kept = [await receipt(learners[0]!, '2026-03-01'), await receipt(learners[2]!)];
  const records = kept.flatMap(({ day, earlier }, index) => [day, ...earlier].map((record) => ({ source: `receipt ${index}`, record })));
  const published = (await page()).items.map((record) => ({ source: 'public.json', record }));
  expect(checkChain([...records, ...published])).toEqual([]);
  expect(kept[1]?.earlier).toHaveLength(5);
  expect(new Set(published.map(({ record }) => record.ledgerHead)).size).toBe(3);
});

it('ties the leaf to the learner\'s own journal', async () => {
  const { enrolmentId, learnerId } = learners[0]!;
  const { body } = await payment.request<MoneyExport>(`/enrolments/${enrolmentId}/export`, learnerId);
  const { leaf } = await receipt(learners[0]!, '2026-03-05');
  const until = body.entries.slice(0, leaf.seq);
  expect(replayEntries(until, sha256Text)).toMatchObject({ fault: null, head: { seq: leaf.seq, hash: leaf.head } });
  expect(body.entries.length).toBeGreaterThan(leaf.seq);
});

it('sweeps what a crash left half done, and goes on', async () => {
  await connection.collection<{ _id: string }>('proof_runs').insertOne({ _id: 'dead', organisationId, day: '2026-03-06' } as never);
  await connection.collection<{ _id: string }>('proof_leaves').insertOne({ _id: 'dead:CNY:000000000000', run: 'dead', organisationId, currency: 'CNY', day: '2026-03-06', book: learners[0]!.enrolmentId } as never);
  expect(checkReceipt(await receipt(learners[0]!))).toEqual([]);
  await publishAt('2026-03-08T00:02:00Z');
  expect(await connection.collection('proof_leaves').countDocuments({ run: 'dead' })).toBe(0);
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
  expect(seen).toEqual(['2026-03-07', '2026-03-06', '2026-03-05', '2026-03-04', '2026-03-03', '2026-03-02', '2026-03-01']);
  expect((await page('?currency=EUR')).items).toEqual([]);
  expect((await payment.request(`/organisations/${organisationId}/proof?cursor=x`, null)).status).toBe(400);
  expect((await payment.request(`/organisations/${randomUUID()}/proof`, null)).body).toMatchObject({ items: [] });
});

it('shows a receipt and an export to the learner only', async () => {
  for (const what of ['receipts/latest', 'receipts/2026-03-01', 'export']) {
    const path = `/enrolments/${learners[0]!.enrolmentId}/${what}`;
    expect([what, (await payment.request(path, null)).status, (await payment.request(path, ownerId)).status, (await payment.request(path, learners[1]!.learnerId)).status])
      .toEqual([what, 401, 403, 404]);
  }
  expect((await payment.request(`/enrolments/${learners[0]!.enrolmentId}/receipts/2026-02-30`, learners[0]!.learnerId)).status).toBe(400);
});

it('finds a leaf that was rewritten in the database', async () => {
  const leaves = connection.collection('proof_leaves');
  const victim = await leaves.findOne({ book: learners[2]!.enrolmentId, day: '2026-03-07' });
  await leaves.updateOne({ _id: victim!._id }, { $inc: { balanceMinor: -1 } });
  expect(checkReceipt(await receipt(learners[2]!))[0]?.fault).toBe('changed_balance');
  expect(checkReceipt(await receipt(learners[1]!))[0]?.fault).toBe('dropped_leaf');
  await leaves.updateOne({ _id: victim!._id }, { $inc: { balanceMinor: 1 } });
});

it('refuses to prove books that owe less than nothing, says so, and takes the day up again once they are right', async () => {
  const books = connection.collection('books');
  const victim = await books.findOne({ _id: learners[1]!.enrolmentId } as never);
  await books.updateOne({ _id: victim!._id }, { $inc: { 'state.balances.deposits_held': 20_000 } });
  await publishAt('2026-03-09T00:02:00Z');
  await books.updateOne({ _id: victim!._id }, { $inc: { 'state.balances.deposits_held': -20_000 } });
  expect(String((failures[0] as { err: Error }).err)).toContain(`the balance of ${learners[1]!.enrolmentId}`);
  expect((await page()).items[0]?.day).toBe('2026-03-07');
  expect(await connection.collection('proof_leaves').countDocuments({ day: '2026-03-08' })).toBe(0);
  await publishAt('2026-03-09T00:02:00Z');
  expect((await page()).items[0]?.day).toBe('2026-03-08');
});
