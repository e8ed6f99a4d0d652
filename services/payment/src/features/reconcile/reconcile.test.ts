import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import Stripe from 'stripe';
import { createReconciliations } from '../../adapters/mongo/reconciliations';
import { openReconcile } from '../../commands/open-reconcile';
import type { Finding } from '../../domain/reconcile/judge';
import { namedBefore, paidDirectly } from '../../testing/charged-directly';
import { ownerId, soon, startHarness, type Harness, type Learner } from '../../testing/service';

jest.setTimeout(180_000);

let payment: Harness;
let stripe: Stripe;
let connection: mongoose.Connection;
beforeEach(async () => {
  payment = await startHarness();
  stripe = new Stripe('sk_test_daka', {
    host: '127.0.0.1',
    port: payment.sandbox.port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
  });
  connection = await mongoose
    .createConnection(payment.config.MONGO_URL, { dbName: payment.config.MONGO_DB })
    .asPromise();
});
afterEach(async () => {
  await connection?.close();
  await payment?.stop();
});

const organisationId = async () => String((await connection.collection('books').findOne({}))?.['state'].organisationId);
const chargeOf = async ({ enrolmentId }: Learner) => {
  const found = (await payment.charges()).find(({ metadata }) => metadata['enrolmentId'] === enrolmentId);
  if (!found) throw new Error('no charge');
  return found as typeof found & { id: string };
};
const refunded = (learner: Learner, amountMinor: number) =>
  soon(async () => (await payment.statement(learner)).refundedMinor === amountMinor);
/** Past the guard of the ledger, as somebody with the database could. */
const entries = () =>
  connection.collection<{ _id: string; lines: { account: string; amountMinor: number }[] }>('ledger_entries');

async function reconcile({ graceMs = 0, isFull = false, aheadMs = 0 } = {}) {
  // As the command does it: on a connection of its own, beside the running service.
  const own = await mongoose
    .createConnection(payment.config.MONGO_URL, { dbName: payment.config.MONGO_DB })
    .asPromise();
  try {
    const mongo = { connection: own } as never;
    const run = await openReconcile(
      mongo,
      { ...payment.config, RECONCILE_GRACE_MS: graceMs },
      { wallMs: () => Date.now() + aheadMs },
    );
    const found: Finding[] = [];
    const report = await run({ isFull, onFinding: (finding) => found.push(finding) });
    return { report, found };
  } finally {
    await own.close();
  }
}

/** A paid learner with one refund that has arrived. */
async function paidAndRefunded(paid: Promise<Learner> = payment.paid()): Promise<Learner> {
  const learner = await paid;
  await payment.payoutDue(learner, '2026-03-02', 500);
  await refunded(learner, 500);
  return learner;
}

it('walks connected accounts too, and says in which of them a difference lies', async () => {
  const connected = 'acct_1North';
  await namedBefore(payment, connected);
  const learner = await paidAndRefunded(paidDirectly(payment, await payment.seatHeld(), connected));
  expect((await reconcile()).report).toMatchObject({ differences: 0, sources: 2 });

  const { payment_intent } = await chargeOf(learner);
  await stripe.refunds.create({ payment_intent, amount: 300 }, { stripeAccount: connected });
  const { found } = await reconcile();
  expect(found).toMatchObject([{ account: connected, differenceMinor: -300, enrolmentId: learner.enrolmentId }]);
});

it('finds nothing where ledger and Stripe are equal to the unit, disputes and returned refunds included, again and again', async () => {
  const [learner, disputed] = [await paidAndRefunded(), await payment.paid()];
  await payment.control('disputes', { charge: (await chargeOf(disputed)).id });
  await payment.control('faults', { refunds: { pendingMs: null } });
  await payment.payoutDue(learner, '2026-03-03', 900);
  const { payment_intent } = await soon(async () =>
    (await payment.charges()).find((charge) => charge.refunds_pending === 400),
  );
  await payment.control('faults', {});
  const {
    data: [pending],
  } = await stripe.refunds.list({ payment_intent });
  await payment.control(`refunds/${pending?.id}/settle`, { as: 'failed', reason: 'lost_or_stolen_card' });
  await refunded(learner, 900);
  await soon(async () => (await payment.statement(disputed)).isFrozen);

  for (const isFull of [false, false, true]) {
    const { report, found } = await reconcile({ isFull });
    expect(found).toEqual([]);
    expect(report).toMatchObject({ differences: 0, inFlight: 0, sources: 6 });
    const { totals } = await payment.control<{ totals: { cny: { balance: number } } }>('state');
    expect(report.totals).toEqual([
      {
        currency: 'CNY',
        processorMinor: totals.cny.balance,
        ledgerMinor: totals.cny.balance,
        inFlightMinor: 0,
        outsideMinor: 0,
        differenceMinor: 0,
        grossDifferenceMinor: 0,
      },
    ]);
  }
});

it("takes a payout for a difference only as far as it is more than the organisers', and says that it left the platform", async () => {
  await paidAndRefunded();
  const balanceMinor = (await stripe.balance.retrieve()).available[0]!.amount;
  // The fee may still go back: nothing is the organiser's yet.
  await stripe.payouts.create({ amount: 700, currency: 'cny' });
  const early = await reconcile();
  expect(early.found).toMatchObject([
    { state: 'outside', cause: 'left_the_platform', differenceMinor: -700 },
    { state: 'difference', cause: 'left_the_platform', processorMinor: -700, ledgerMinor: 0, differenceMinor: -700 },
  ]);
  expect(early.report).toMatchObject({
    differences: 1,
    causes: { left_the_platform: 1 },
    totals: [{ outsideMinor: 0, differenceMinor: -700, processorMinor: balanceMinor - 700 }],
  });

  const learner = await payment.paid();
  await payment.settled(learner, 10_000);
  await refunded(learner, 10_000);
  const later = await reconcile();
  expect(later.found).toMatchObject([{ state: 'outside' }]);
  expect(later.report).toMatchObject({ differences: 0, outside: 1 });
});

it('names a refund made by hand, and whose money it was', async () => {
  const learner = await paidAndRefunded();
  const { id } = await stripe.refunds.create({ payment_intent: (await chargeOf(learner)).payment_intent, amount: 123 });
  const { report, found } = await reconcile();
  expect(found).toMatchObject([
    {
      state: 'difference',
      cause: 'refund_by_hand',
      source: id,
      types: ['refund'],
      currency: 'CNY',
      processorMinor: -123,
      ledgerMinor: 0,
      differenceMinor: -123,
      enrolmentId: learner.enrolmentId,
      cohortId: learner.cohortId,
      organisationId: await organisationId(),
    },
  ]);
  expect(report).toMatchObject({
    differences: 1,
    causes: { refund_by_hand: 1 },
    totals: [{ differenceMinor: -123, grossDifferenceMinor: 123 }],
  });
  // Listed again, never plugged.
  expect((await reconcile()).found).toHaveLength(1);
});

it('is not taken in by a refund made by hand with the words of one of ours', async () => {
  const learner = await paidAndRefunded();
  const metadata = { enrolmentId: learner.enrolmentId, period: '2026-03-02', attempt: '1' };
  await stripe.refunds.create({ payment_intent: (await chargeOf(learner)).payment_intent, amount: 77, metadata });
  expect((await reconcile()).found).toMatchObject([{ cause: 'refund_by_hand', differenceMinor: -77 }]);
});

it('names a payment that belongs to nobody', async () => {
  const session = await stripe.checkout.sessions.create({
    mode: 'payment',
    success_url: 'http://shop.test',
    line_items: [
      { quantity: 1, price_data: { currency: 'usd', unit_amount: 1_000, product_data: { name: 'A book' } } },
    ],
  });
  await payment.pay(session.url ?? '');
  expect((await reconcile()).found).toMatchObject([
    {
      state: 'difference',
      cause: 'payment_of_nobody',
      currency: 'USD',
      processorMinor: 1_000 - 59,
      enrolmentId: null,
      organisationId: null,
    },
  ]);
});

it('takes a payment whose webhook is still to come for one in flight, and for a difference once its time is over', async () => {
  await payment.stop();
  payment = await startHarness({
    sandbox: { faults: { webhooks: { off: true } } },
    config: { CHECKOUT_POLL_FIRST_MS: 600_000, CHECKOUT_POLL_MAX_MS: 600_000 },
  });
  const learner = await payment.seatHeld();
  const { body } = await payment.checkout(learner);
  await payment.pay(body.url);
  expect(await reconcile({ graceMs: 600_000 })).toMatchObject({
    found: [{ state: 'in_flight', cause: 'payment_not_booked', enrolmentId: learner.enrolmentId }],
    report: { differences: 0, inFlight: 1 },
  });
  expect((await reconcile({ graceMs: 600_000, aheadMs: 601_000 })).found).toMatchObject([
    { state: 'difference', cause: 'payment_not_booked' },
  ]);
});

it('takes a pending refund for one in flight, for as long as the bank may take', async () => {
  const learner = await payment.paid();
  await payment.control('faults', { refunds: { pendingMs: null } });
  await payment.payoutDue(learner, '2026-03-02', 500);
  await soon(async () => (await chargeOf(learner)).refunds_pending === 500);
  await soon(
    async () => (await connection.collection('books').findOne({ 'state.refunds.status': 'pending' })) !== null,
  );
  expect((await reconcile()).found).toMatchObject([
    {
      state: 'in_flight',
      cause: 'refund_pending',
      processorMinor: -500,
      ledgerMinor: 0,
      enrolmentId: learner.enrolmentId,
    },
  ]);
  expect((await reconcile({ aheadMs: 31 * 86_400_000 })).found).toMatchObject([
    { state: 'difference', cause: 'refund_pending' },
  ]);
});

describe('what was done to the ledger behind its back is named:', () => {
  it.each<[string, (learner: Learner) => Promise<unknown>, object]>([
    [
      'a refund that is gone',
      ({ enrolmentId }) => entries().deleteOne({ book: enrolmentId, kind: 'refunded' } as object),
      { cause: 'refund_not_booked', processorMinor: -500, ledgerMinor: 0 },
    ],
    [
      'a payment that is gone',
      ({ enrolmentId }) =>
        entries().deleteMany({ book: enrolmentId, kind: { $in: ['paid', 'processor_fee'] } } as object),
      { cause: 'payment_not_booked', ledgerMinor: 0 },
    ],
    [
      'a fee that is gone',
      ({ enrolmentId }) => entries().deleteOne({ book: enrolmentId, kind: 'processor_fee' } as object),
      { cause: 'fee_not_booked', differenceMinor: -378 },
    ],
    [
      'another fee',
      ({ enrolmentId }) => rewrite(enrolmentId, 'processor_fee', 'stripe_cash', -377),
      { cause: 'fee_differs', differenceMinor: -1 },
    ],
    [
      'another amount',
      ({ enrolmentId }) => rewrite(enrolmentId, 'paid', 'stripe_cash', 12_001),
      { cause: 'amount_differs', differenceMinor: -1 },
    ],
    [
      'another currency',
      ({ enrolmentId }) => change(enrolmentId, 'refunded', { currency: 'JPY' }),
      { cause: 'currency_differs', processorMinor: -500, ledgerMinor: -500 },
    ],
    [
      'a refund that never was',
      ({ enrolmentId }) => change(enrolmentId, 'refunded', { source: 're_invented' }),
      { cause: 'unknown_to_processor', source: 're_invented', ledgerMinor: -500, processorMinor: 0 },
    ],
  ])('%s', async (what, harm, finding) => {
    const [learner] = [await paidAndRefunded(), await paidAndRefunded()];
    await harm(learner);
    const { found } = await reconcile();
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ state: 'difference', enrolmentId: learner.enrolmentId, ...finding }),
      ]),
    );
    // The one that lost its entry to an invented source is missing it too.
    expect(found).toHaveLength(what === 'a refund that never was' ? 2 : 1);
  });

  async function change(book: string, kind: string, more: object): Promise<void> {
    const entry = await entries().findOne({ book, kind } as object);
    await entries().replaceOne({ _id: entry?._id ?? '' }, { ...entry, ...more } as never, {
      bypassDocumentValidation: true,
    });
  }
  async function rewrite(book: string, kind: string, account: string, amountMinor: number): Promise<void> {
    const entry = await entries().findOne({ book, kind } as object);
    await change(book, kind, {
      lines: entry?.lines.map((line) => (line.account === account ? { account, amountMinor } : line)),
    });
  }
});

it('matches entries from before sources were written, and finds the one that Stripe does not know', async () => {
  const learner = await paidAndRefunded();
  await entries().updateMany(
    { book: learner.enrolmentId, kind: { $in: ['paid', 'refunded'] } } as object,
    { $unset: { source: 1 } },
    { bypassDocumentValidation: true },
  );
  expect((await reconcile()).found).toEqual([]);
  const refund = await entries().findOne({ book: learner.enrolmentId, kind: 'refunded' } as object);
  await entries().insertOne({ ...refund, _id: 'old', seq: 99, cause: 'refund:2026-03-09:a1:succeeded' } as never, {
    bypassDocumentValidation: true,
  });
  expect((await reconcile()).found).toMatchObject([
    {
      cause: 'unknown_to_processor',
      source: `${learner.enrolmentId}:refund:2026-03-09:a1:succeeded`,
      ledgerMinor: -500,
    },
  ]);
});

it('fetches all anew when told to, so that a copy that was changed is found out', async () => {
  await paidAndRefunded();
  await reconcile();
  const copy = connection.collection('processor_movements');
  await copy.updateOne({ kind: 'refund' }, { $set: { amountMinor: -400 } });
  await copy.insertOne({
    _id: '|txn_invented',
    account: '',
    source: 're_invented',
    kind: 'refund',
    currency: 'CNY',
    amountMinor: -5,
    feeMinor: 0,
    unsourced: [],
    run: 'none',
  } as object);
  const { found, report } = await reconcile({ isFull: true });
  expect(found).toEqual([]);
  expect(report.differences).toBe(0);
});

it('says so and changes nothing when Stripe cannot be asked', async () => {
  await paidAndRefunded();
  await payment.control('faults', { requests: { serverErrorEvery: 1, serverErrorStored: false, rateLimitEvery: 1 } });
  await expect(reconcile()).rejects.toMatchObject({ statusCode: expect.any(Number) });
  expect(
    await connection.collection('reconciliations').countDocuments({ 'causes.unknown_to_processor': { $gt: 0 } }),
  ).toBe(0);
});

describe('the service itself', () => {
  const path = async () => `/organisations/${await organisationId()}/reconciliation`;
  interface Shown {
    checkedAt: string | null;
    differences: number;
    inFlight: number;
    items: { cause: string; source: string; text: string }[];
    nextCursor?: string;
  }

  it('compares periodically, shows owners what is theirs and nobody else, page by page, and tells metrics that the alert rules name', async () => {
    const learner = await paidAndRefunded();
    const charge = await chargeOf(learner);
    const made = [
      await stripe.refunds.create({ payment_intent: charge.payment_intent, amount: 1 }),
      await stripe.refunds.create({ payment_intent: charge.payment_intent, amount: 2 }),
    ];
    await connection.collection<{ _id: string }>('marks').deleteOne({ _id: 'reconcile' });
    await payment.restart();
    const { body } = await soon(async () => {
      const answer = await payment.request<Shown>(await path(), ownerId);
      return answer.body.differences === 2 ? answer : null;
    });
    expect(body.checkedAt).not.toBeNull();
    expect(body.items.map(({ source }) => source).sort()).toEqual(made.map(({ id }) => id).sort());
    const first = await payment.request<Shown>(`${await path()}?limit=1`, ownerId);
    const second = await payment.request<Shown>(
      `${await path()}?limit=1&cursor=${encodeURIComponent(first.body.nextCursor ?? '')}`,
      ownerId,
    );
    expect([...first.body.items, ...second.body.items]).toEqual(body.items);
    expect(second.body.nextCursor).toBeUndefined();

    expect((await payment.request(await path(), learner.learnerId)).status).toBe(404);
    expect((await payment.request(await path(), null)).status).toBe(401);
    expect((await payment.request(`/organisations/${randomUUID()}/reconciliation`, ownerId)).status).toBe(404);
    expect((await payment.request(`${await path()}?limit=0`, ownerId)).status).toBe(400);

    const metrics = await (await fetch(`${payment.operationsUrl()}/metrics`)).text();
    expect(metrics).toContain('daka_reconciliation_differences{cause="refund_by_hand"} 2');
    expect(metrics).toContain('daka_reconciliation_differences{cause="payment_not_booked"} 0');
    expect(metrics).toContain('daka_reconciliation_difference_minor{currency="CNY"} 3');
    const rules = readFileSync(join(__dirname, '../../../../../infra/alerts/daka.yml'), 'utf8');
    // Check-in tells of settlements; its own test looks for that.
    const named = new Set(rules.match(/\bdaka_(?!settlements_)\w+/g));
    expect(named.size).toBeGreaterThanOrEqual(3);
    for (const name of named) expect(metrics).toMatch(new RegExp(`^${name}(\\{| )`, 'm'));
  });

  it('keeps what concerns no organisation from all of them', async () => {
    await paidAndRefunded();
    const session = await stripe.checkout.sessions.create({
      mode: 'payment',
      success_url: 'http://shop.test',
      line_items: [
        { quantity: 1, price_data: { currency: 'usd', unit_amount: 1_000, product_data: { name: 'A book' } } },
      ],
    });
    await payment.pay(session.url ?? '');
    expect((await reconcile()).report.differences).toBe(1);
    expect((await payment.request<Shown>(await path(), ownerId)).body).toMatchObject({ differences: 0, items: [] });
  });

  it('takes turns: of two instances one compares, once in its time; after a failure somebody tries again', async () => {
    // In a database of its own: the running service takes turns too, and in its own one it would now and then win.
    const apart = connection.useDb(`${payment.config.MONGO_DB}_turns`);
    const reconciliations = await createReconciliations({ connection: apart } as never);
    const turns = await Promise.all(Array.from({ length: 8 }, () => reconciliations.takeTurn(10_000_000, 3_600_000)));
    expect(turns.filter(Boolean)).toHaveLength(1);
    expect(await reconciliations.takeTurn(13_599_999, 3_600_000)).toBe(false);
    expect(await reconciliations.takeTurn(13_600_000, 3_600_000)).toBe(true);
    await reconciliations.giveTurnBack(13_700_000, 3_600_000);
    expect(await reconciliations.takeTurn(13_699_999, 3_600_000)).toBe(false);
    expect(await reconciliations.takeTurn(13_700_000, 3_600_000)).toBe(true);
    await apart.dropDatabase();
  });
});
