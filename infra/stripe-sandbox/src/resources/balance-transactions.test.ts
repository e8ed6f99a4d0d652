import { refusalOf, startHarness, type Harness } from '../testing/harness';

let harness: Harness;
let nowMs = Date.UTC(2030, 0, 1);
beforeEach(async () => {
  nowMs = Date.UTC(2030, 0, 1);
  harness = await startHarness({ now: () => nowMs });
});
afterEach(() => harness.stop());

it('adds up: balance = sum of nets = captured - refunded - fees', async () => {
  const { intent } = await harness.paid(10_000);
  await harness.paid(333);
  await harness.stripe.refunds.create({ payment_intent: intent, amount: 1_234 });
  const nets: number[] = [];
  for await (const txn of harness.stripe.balanceTransactions.list({ limit: 1 })) nets.push(txn.net);
  expect(nets).toEqual([-1_234, 333 - 40, 10_000 - 320]);
  const { available } = await harness.stripe.balance.retrieve();
  expect(available).toMatchObject([{ currency: 'usd', amount: 10_333 - 1_234 - 360 }]);
  expect((await harness.control('state')).body['totals']).toEqual({
    usd: {
      captured: 10_333,
      refunded: 1_234,
      refunds_pending: 0,
      refunds_failed: 0,
      fees: 360,
      disputed: 0,
      balance: 8_739,
    },
  });
});

it('lists by time, type and source, without a gap between pages', async () => {
  const paid: { charge: string; intent: string }[] = [];
  for (let hour = 0; hour < 6; hour += 1) {
    paid.push(await harness.paid(1_000 + hour));
    nowMs += 3_600_000;
  }
  const start = Date.UTC(2030, 0, 1) / 1000;
  const amounts = async (params: object) =>
    (await harness.stripe.balanceTransactions.list(params)).data.map(({ amount }) => amount);
  expect(await amounts({ created: { gte: start + 3_600, lt: start + 3 * 3_600 } })).toEqual([1_002, 1_001]);
  expect(await amounts({ created: { gt: start + 4 * 3_600 } })).toEqual([1_005]);
  expect(await amounts({ created: start })).toEqual([1_000]);

  const first = paid[0]!;
  const refund = await harness.stripe.refunds.create({ payment_intent: first.intent, amount: 10 });
  expect(await amounts({ type: 'refund' })).toEqual([-10]);
  expect(await amounts({ source: refund.id })).toEqual([-10]);
  expect(await amounts({ source: first.charge })).toEqual([1_000]);

  const page = await harness.stripe.balanceTransactions.list({ limit: 3 });
  const next = await harness.stripe.balanceTransactions.list({ limit: 10, starting_after: page.data[2]!.id });
  expect([page.has_more, next.has_more]).toEqual([true, false]);
  expect([...page.data, ...next.data].map(({ amount }) => amount)).toEqual([
    -10, 1_005, 1_004, 1_003, 1_002, 1_001, 1_000,
  ]);
  expect(
    (await harness.stripe.balanceTransactions.retrieve(page.data[0]!.id, { expand: ['source.charge'] })).source,
  ).toMatchObject({ id: refund.id, charge: { id: first.charge } });
});

it.each([
  ['a cursor from nowhere', { starting_after: 'txn_none' }, { status: 404 }],
  ['two cursors', { starting_after: 'txn_a', ending_before: 'txn_b' }, { status: 400 }],
  ['a page of 101', { limit: 101 }, { status: 400, param: 'limit' }],
  ['an unknown filter', { colour: 'red' }, { status: 400, code: 'parameter_unknown' }],
])('refuses %s', async (_what, params, refusal) => {
  expect(await refusalOf(harness.stripe.balanceTransactions.list(params as object))).toMatchObject(refusal);
});

it('pays out to a bank what is available, and not a unit more', async () => {
  await harness.paid(10_000);
  const before = (await harness.stripe.balance.retrieve()).available[0]!.amount;
  const payout = await harness.stripe.payouts.create({ amount: 9_000, currency: 'usd' });
  expect(payout).toMatchObject({ object: 'payout', amount: 9_000, status: 'paid' });
  expect(await harness.stripe.payouts.retrieve(payout.id)).toMatchObject({ id: payout.id, amount: 9_000 });
  expect((await harness.stripe.balance.retrieve()).available[0]?.amount).toBe(before - 9_000);
  const { data } = await harness.stripe.balanceTransactions.list({ source: payout.id, expand: ['data.source'] });
  expect(data).toMatchObject([
    { amount: -9_000, type: 'payout', reporting_category: 'payout', source: { id: payout.id, object: 'payout' } },
  ]);
  expect(await refusalOf(harness.stripe.payouts.create({ amount: before - 9_000 + 1, currency: 'usd' }))).toMatchObject(
    { status: 400, code: 'balance_insufficient' },
  );
  expect(await refusalOf(harness.stripe.payouts.retrieve('po_none'))).toMatchObject({ status: 404 });
});
