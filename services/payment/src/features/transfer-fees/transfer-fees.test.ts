import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import Stripe from 'stripe';
import { openReconcile } from '../../commands/open-reconcile';
import type { Finding } from '../../domain/reconcile/judge';
import { namedBefore } from '../../testing/charged-directly';
import { ownerId, soon, startHarness, type Harness, type Learner } from '../../testing/service';

jest.setTimeout(180_000);

const FEE_MINOR = 2_000;
const AFTER = '2026-03-09T12:00:00Z';

let payment: Harness;
let stripe: Stripe;
let connection: mongoose.Connection;
beforeEach(async () => {
  payment = await startHarness();
  const { port } = payment.sandbox;
  stripe = new Stripe('sk_test_daka', { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 });
  const { MONGO_URL, MONGO_DB } = payment.config;
  connection = await mongoose.createConnection(MONGO_URL, { dbName: MONGO_DB }).asPromise();
});
afterEach(async () => {
  await connection?.close();
  await payment?.stop();
});

const disconnect = () =>
  payment.request(`/organisations/${payment.organisationId}/stripe-account`, ownerId, { accountId: null }, 'PUT');
const transfers = async (params: Stripe.TransferListParams = {}) => (await stripe.transfers.list(params)).data;
/** What the processor kept of the learner's payment. */
async function costOf({ enrolmentId }: Learner): Promise<number> {
  const entry = await connection.collection('ledger_entries').findOne({ book: enrolmentId, kind: 'processor_fee' });
  return entry?.['lines'][0].amountMinor;
}
async function known(learner: Learner): Promise<Learner> {
  await soon(async () => (await costOf(learner)) > 0);
  return learner;
}
async function reconcile() {
  const { MONGO_URL, MONGO_DB } = payment.config;
  const own = await mongoose.createConnection(MONGO_URL, { dbName: MONGO_DB }).asPromise();
  try {
    const found: Finding[] = [];
    const run = await openReconcile({ connection: own } as never, payment.config, { wallMs: Date.now });
    const report = await run({ onFinding: (finding) => found.push(finding) });
    return { report, found };
  } finally {
    await own.close();
  }
}
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 2_000));

it('sends the fee once the cooling-off is over, not before, less what the payment cost, and the books agree with Stripe', async () => {
  const learner = await known(await payment.paid());
  const account = await payment.connect();
  await aMoment();
  expect(await transfers()).toEqual([]);
  payment.env.clock.set(AFTER);
  const [made] = await soon(async () => ((await transfers()).length > 0 ? transfers() : null));
  const dueMinor = FEE_MINOR - (await costOf(learner));
  expect(made).toMatchObject({
    amount: dueMinor,
    currency: 'cny',
    destination: account,
    transfer_group: learner.enrolmentId,
    metadata: { book: learner.enrolmentId, reason: 'fee', number: '1', attempt: '1' },
  });
  const entry = await soon(() =>
    connection.collection('ledger_entries').findOne({ book: learner.enrolmentId, kind: 'transferred' }),
  );
  expect(entry['lines']).toEqual([
    { account: 'organiser_transfers', amountMinor: dueMinor },
    { account: 'stripe_cash', amountMinor: -dueMinor },
  ]);
  await aMoment();
  expect(await transfers()).toHaveLength(1);
  const { report, found } = await reconcile();
  expect(found).toEqual([]);
  expect(report.totals).toMatchObject([{ currency: 'CNY', differenceMinor: 0 }]);
  expect((await payment.statement(learner)).paidMinor).toBe(12_000);
});

it('lets the fee wait without an account, and sends it when one is connected', async () => {
  await known(await payment.paid());
  payment.env.clock.set(AFTER);
  await aMoment();
  expect(await transfers()).toEqual([]);
  await payment.connect();
  await soon(async () => (await transfers()).length === 1);
});

it('finds its transfer again when the answer was lost, and makes no second one', async () => {
  await known(await payment.paid());
  const account = await payment.connect();
  await payment.control('faults', { requests: { paths: ['/v1/transfers'], lostAnswerEvery: 1 } });
  payment.env.clock.set(AFTER);
  await soon(async () => {
    const { totals } = await payment.control<{ totals: Record<string, { balance: number }> }>(
      `state?account=${account}`,
    );
    return (totals['cny']?.balance ?? 0) > 0;
  });
  expect(await connection.collection('ledger_entries').findOne({ kind: 'transferred' })).toBeNull();
  await payment.restart();
  await payment.control('faults', {});
  await soon(() => connection.collection('ledger_entries').findOne({ kind: 'transferred' }));
  expect(await transfers()).toHaveLength(1);
  expect((await reconcile()).found).toEqual([]);
});

it('takes the fee back from the organiser when it goes back to the learner', async () => {
  const learner = await known(await payment.paid());
  await payment.connect();
  payment.env.clock.set(AFTER);
  await soon(() => connection.collection('ledger_entries').findOne({ kind: 'transferred' }));
  await disconnect();
  await payment.cancelled(learner);
  await soon(() => connection.collection('ledger_entries').findOne({ kind: 'transfer_reversed' }));
  expect(await transfers()).toMatchObject([{ reversed: true }]);
  await soon(async () => (await payment.statement(learner)).refundedMinor === 12_000);
  expect((await reconcile()).found).toEqual([]);
});

it('names transfers that are not ours, that are missing, and that differ', async () => {
  const learner = await known(await payment.paid());
  const account = await payment.connect();
  payment.env.clock.set(AFTER);
  const entry = await soon(() => connection.collection('ledger_entries').findOne({ kind: 'transferred' }));
  const byHand = await stripe.transfers.create({ amount: 77, currency: 'cny', destination: account });
  expect((await reconcile()).found).toMatchObject([
    { cause: 'transfer_by_hand', source: byHand.id, state: 'difference', differenceMinor: -77 },
  ]);
  await stripe.transfers.createReversal(byHand.id);
  const ledger = connection.collection('ledger_entries');
  await ledger.deleteOne({ _id: entry['_id'] });
  const missing = (await reconcile()).found.find(({ source }) => source === entry['source']);
  expect(missing).toMatchObject({ cause: 'transfer_not_booked', enrolmentId: learner.enrolmentId });
  const doubled = entry['lines'].map((line: { amountMinor: number }) => ({
    ...line,
    amountMinor: line.amountMinor * 2,
  }));
  await ledger.insertOne({ ...entry, lines: doubled } as never, { bypassDocumentValidation: true });
  expect((await reconcile()).found.find(({ source }) => source === entry['source'])).toMatchObject({
    cause: 'amount_differs',
  });
  await ledger.deleteOne({ _id: entry['_id'] });
  await ledger.insertOne({ ...entry, source: `tr_${randomUUID().slice(0, 8)}` } as never, {
    bypassDocumentValidation: true,
  });
  expect((await reconcile()).found.map(({ cause }) => cause)).toContain('unknown_to_processor');
});

it('counts what the organiser pays out of a transfer to their bank as theirs', async () => {
  await known(await payment.paid());
  const account = 'acct_organiser';
  await namedBefore(payment, account);
  payment.env.clock.set(AFTER);
  const [made] = await soon(async () => ((await transfers()).length > 0 ? transfers() : null));
  const options = { stripeAccount: account };
  await soon(() => connection.collection('ledger_entries').findOne({ kind: 'transferred' }));
  await stripe.payouts.create({ amount: made?.amount ?? 0, currency: 'cny' }, options);
  expect((await reconcile()).found.filter(({ state }) => state === 'difference')).toEqual([]);
});
