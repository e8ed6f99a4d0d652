import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import Stripe from 'stripe';
import { createAccountBooks } from '../../adapters/mongo/account-books';
import { openReconcile } from '../../commands/open-reconcile';
import { custodyOf } from '../../domain/proof/custody';
import type { Finding } from '../../domain/reconcile/judge';
import { paidDirectly } from '../../testing/charged-directly';
import { soon, startHarness, type Harness, type Learner } from '../../testing/service';

jest.setTimeout(180_000);

const AFTER = '2026-04-01T12:00:00Z';

let payment: Harness;
let stripe: Stripe;
let connection: mongoose.Connection;
beforeEach(async () => {
  payment = await startHarness();
  const { port } = payment.sandbox;
  stripe = new Stripe('sk_test_daka', { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 });
  connection = await open();
});
afterEach(async () => {
  await connection?.close();
  await payment?.stop();
});

const open = () => mongoose.createConnection(payment.config.MONGO_URL, { dbName: payment.config.MONGO_DB }).asPromise();
const transfers = async () => (await stripe.transfers.list()).data;
const shares = async () => (await transfers()).filter(({ metadata }) => metadata['reason'] === 'share');
const sum = (minors: readonly number[]) => minors.reduce((all, minor) => all + minor, 0);
const entries = (filter: object) => connection.collection('ledger_entries').find(filter).toArray();
const feesOf = async () => sum((await entries({ kind: 'processor_fee' })).map(({ lines }) => lines[0].amountMinor));

/** A cohort of one who earned all and one who forfeits 4,000, of which the organiser has 800. */
async function settle([finisher, other]: readonly [Learner, Learner]): Promise<void> {
  payment.env.clock.set(AFTER);
  await payment.settled(finisher, 10_000);
  await payment.settled(other, 6_000);
  await payment.env.publish('checkin.cohort', payment.cohortId, 'checkin.cohort-settled.v1', {
    cohortId: payment.cohortId,
    organisationId: payment.organisationId,
    currency: 'CNY',
    members: 2,
    poolMinor: 4_000,
    bonusMinor: 3_200,
    organiserMinor: 800,
    charityMinor: 0,
    settledAt: AFTER,
  });
}
async function reconcile() {
  const own = await open();
  try {
    const found: Finding[] = [];
    const run = await openReconcile({ connection: own } as never, payment.config, { wallMs: Date.now });
    await run({ onFinding: (finding) => found.push(finding) });
    return found;
  } finally {
    await own.close();
  }
}
/** What the books say is in the platform's account, and what the processor says. */
async function inAccount() {
  const books = await createAccountBooks({ connection } as never).all();
  const { available, pending } = await stripe.balance.retrieve();
  const balance = { currency: 'CNY', availableMinor: available[0]?.amount ?? 0, pendingMinor: pending[0]?.amount ?? 0 };
  const [custody] = custodyOf(
    { organisationId: payment.organisationId, currency: 'CNY' },
    books,
    new Map([['', [balance]]]),
  );
  return { custody, own: books.find(({ account }) => account === '') };
}
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 2_500));

it('sends the share after the settlement, when every bonus is booked; what is left is exactly what learners are owed', async () => {
  const learners = [await payment.paid(), await payment.paid()] as const;
  const account = await payment.connect();
  await settle(learners);
  await aMoment();
  expect(await shares()).toEqual([]);
  await payment.bonus(learners[0], 3_200);
  const [share] = await soon(async () => ((await shares()).length > 0 ? shares() : null));
  expect(share).toMatchObject({
    amount: 800,
    destination: account,
    transfer_group: `cohort:${payment.cohortId}`,
    metadata: { cohortId: payment.cohortId, number: '1' },
  });
  await soon(async () => (await entries({ kind: 'transferred' })).length === 3);
  expect(sum((await transfers()).map(({ amount }) => amount))).toBe(4_000 + 800 - (await feesOf()));
  await soon(async () => (await payment.accounts())['workPending'] === 0);
  expect(await reconcile()).toEqual([]);
  const { custody, own } = await inAccount();
  expect(custody?.availableMinor).toBe(custody?.booksMinor);
  expect(own).toMatchObject({ cashMinor: own?.owedMinor, organisersMinor: 0 });
  expect(await payment.accounts()).toMatchObject({
    ledgerBalanced: true,
    transferredMinor: 4_800 - (await feesOf()),
    organiserPayableMinor: 0,
    cashMinor: own?.cashMinor,
  });
  await aMoment();
  expect(await shares()).toHaveLength(1);
});

it('lets it wait without an account, and after a restart', async () => {
  const learners = [await payment.paid(), await payment.paid()] as const;
  await settle(learners);
  await payment.bonus(learners[0], 3_200);
  await soon(async () => (await payment.accounts())['organiserMinor'] === 800);
  await aMoment();
  expect(await transfers()).toEqual([]);
  expect(await payment.accounts()).toMatchObject({
    transferredMinor: 0,
    organiserPayableMinor: 4_800 - (await feesOf()),
  });
  await payment.restart();
  await payment.connect();
  await soon(async () => (await shares()).length === 1);
});

it("sends nothing of what was charged in the organiser's own account", async () => {
  const account = await payment.connect();
  const learners = [
    await paidDirectly(payment, await payment.seatHeld(), account),
    await paidDirectly(payment, await payment.seatHeld(), account),
  ] as const;
  await settle(learners);
  await payment.bonus(learners[0], 3_200);
  await soon(async () => (await payment.accounts())['organiserMinor'] === 800);
  await aMoment();
  expect(await transfers()).toEqual([]);
});

it('takes back of the share what a lost dispute costs', async () => {
  const learners = [await payment.paid(), await payment.paid()] as const;
  await payment.connect();
  await settle(learners);
  await payment.bonus(learners[0], 3_200);
  await soon(async () => (await shares()).length === 1);
  await soon(async () => (await entries({ kind: 'transferred' })).length === 3);
  const charge = (await payment.charges()).find(({ metadata }) => metadata['enrolmentId'] === learners[1].enrolmentId);
  const { id } = await payment.control<{ id: string }>('disputes', { charge: charge?.id });
  await payment.control(`disputes/${id}/close`, { as: 'lost' });
  await soon(async () => (await payment.statement(learners[1])).lines.some(({ kind }) => kind === 'dispute_lost'));
  await soon(async () => (await entries({ book: learners[1].enrolmentId, kind: 'transfer_reversed' })).length === 1);
  // The cohort's own book is looked at once a day; a service that knows it does not read it again.
  await connection
    .collection('cohort_books')
    .updateOne({}, { $set: { 'state.work.transferAtMs': 0, 'state.transfersPutOffMs': 0 } });
  await payment.restart();
  await soon(
    async () => (await entries({ book: `cohort:${payment.cohortId}`, kind: 'transfer_reversed' })).length === 1,
  );
  expect(await shares()).toMatchObject([{ amount: 800, amount_reversed: 800 }]);
  expect((await reconcile()).filter(({ state }) => state === 'difference')).toEqual([]);
}, 240_000);

it('is of the organisation whose cohort it is, whoever has an account', async () => {
  const [theirs, them] = [randomUUID(), randomUUID()];
  await payment.publishCohort(randomUUID(), theirs, them);
  await payment.connect(them, theirs);
  const learners = [await payment.paid(), await payment.paid()] as const;
  await settle(learners);
  await payment.bonus(learners[0], 3_200);
  await soon(async () => (await payment.accounts())['organiserMinor'] === 800);
  await aMoment();
  expect(await transfers()).toEqual([]);
});
