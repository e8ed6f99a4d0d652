import { refusalOf, startHarness, type Harness } from '../testing/harness';

const ORGANISER = { stripeAccount: 'acct_organiser' };

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.stop());

const order = (amount: number, more: object = {}) => ({
  amount,
  currency: 'usd',
  destination: ORGANISER.stripeAccount,
  ...more,
});
const balanceOf = async (options = {}) =>
  (await harness.stripe.balance.retrieve({}, options)).available[0]?.amount ?? 0;

it('takes a transfer off the platform and shows it to the account as a payment', async () => {
  await harness.paid(10_000);
  const before = await balanceOf();
  const made = await harness.stripe.transfers.create(
    order(2_000, { transfer_group: 'c1', metadata: { reason: 'fee' } }),
  );
  expect(made).toMatchObject({
    amount: 2_000,
    amount_reversed: 0,
    reversed: false,
    destination: 'acct_organiser',
    transfer_group: 'c1',
    metadata: { reason: 'fee' },
  });
  expect([before - (await balanceOf()), await balanceOf(ORGANISER)]).toEqual([2_000, 2_000]);
  const [moved] = (await harness.stripe.balanceTransactions.list({ source: made.id })).data;
  expect(moved).toMatchObject({ type: 'transfer', reporting_category: 'transfer', amount: -2_000, fee: 0 });
  const payment = await harness.stripe.charges.retrieve(String(made.destination_payment), {}, ORGANISER);
  expect(payment).toMatchObject({ amount: 2_000, source_transfer: made.id, payment_intent: null });
  const found = [
    await harness.stripe.transfers.list({ transfer_group: 'c1' }),
    await harness.stripe.transfers.list({ destination: 'acct_organiser' }),
    await harness.stripe.transfers.list({ transfer_group: 'c2' }),
    await harness.stripe.transfers.list({ transfer_group: 'c1', destination: 'acct_other' }),
  ];
  expect(found.map(({ data }) => data.length)).toEqual([1, 1, 0, 0]);
});

it('does a transfer once under a key, also after a restart of the question', async () => {
  await harness.paid(10_000);
  const key = { idempotencyKey: 'transfer:e1:fee:1:a1' };
  const first = await harness.stripe.transfers.create(order(500), key);
  expect((await harness.stripe.transfers.create(order(500), key)).id).toBe(first.id);
  expect(await refusalOf(harness.stripe.transfers.create(order(501), key))).toMatchObject({
    status: 400,
    type: 'idempotency_error',
  });
  expect((await harness.stripe.transfers.list()).data).toHaveLength(1);
});

it('reverses a transfer in parts, never more than it was', async () => {
  await harness.paid(10_000);
  const { id } = await harness.stripe.transfers.create(order(2_000));
  const before = await balanceOf();
  const part = await harness.stripe.transfers.createReversal(id, { amount: 500, metadata: { attempt: '1' } });
  expect(part).toMatchObject({ amount: 500, transfer: id, metadata: { attempt: '1' } });
  expect([(await balanceOf()) - before, await balanceOf(ORGANISER)]).toEqual([500, 1_500]);
  expect(await refusalOf(harness.stripe.transfers.createReversal(id, { amount: 1_501 }))).toMatchObject({
    status: 400,
    param: 'amount',
  });
  await harness.stripe.transfers.createReversal(id);
  expect(await harness.stripe.transfers.retrieve(id)).toMatchObject({
    amount_reversed: 2_000,
    reversed: true,
    reversals: { data: [{ amount: 1_500 }, { amount: 500 }] },
  });
  expect(await refusalOf(harness.stripe.transfers.createReversal(id))).toMatchObject({ status: 400 });
  expect((await harness.stripe.transfers.listReversals(id)).data).toHaveLength(2);
  const [moved] = (await harness.stripe.balanceTransactions.list({ source: part.id })).data;
  expect(moved).toMatchObject({ type: 'transfer_refund', reporting_category: 'transfer_reversal', amount: 500 });
  const [back] = (await harness.stripe.refunds.list({}, ORGANISER)).data.slice(-1);
  expect(back).toMatchObject({ source_transfer_reversal: part.id });
});

it('moves only what is available, on either side', async () => {
  const insufficient = { status: 400, code: 'balance_insufficient' };
  expect(await refusalOf(harness.stripe.transfers.create(order(1)))).toMatchObject(insufficient);
  await harness.control('terms', { availableAfterMs: 3_600_000 });
  await harness.paid(10_000);
  expect(await refusalOf(harness.stripe.transfers.create(order(1)))).toMatchObject(insufficient);
  await harness.control('clock', { advanceSeconds: 3_601 });
  const { id } = await harness.stripe.transfers.create(order(1_000));
  await harness.stripe.payouts.create({ amount: 700, currency: 'usd' }, ORGANISER);
  expect(await refusalOf(harness.stripe.transfers.createReversal(id))).toMatchObject(insufficient);
  await harness.stripe.transfers.createReversal(id, { amount: 300 });
});

it('refuses what Stripe would refuse', async () => {
  await harness.paid(10_000);
  await harness.control('terms', { accounts: ['acct_organiser'] });
  const bad = [
    order(100, { destination: 'acct_stranger' }),
    order(0),
    order(100, { currency: 'xyz' }),
    order(100, { surprise: 1 }),
    order(100, { source_transaction: 'ch_1' }),
  ];
  const codes = [];
  for (const one of bad) codes.push((await refusalOf(harness.stripe.transfers.create(one as never))).code);
  expect(codes).toEqual(['resource_missing', undefined, undefined, 'parameter_unknown', 'parameter_unsupported']);
  expect(await refusalOf(harness.stripe.transfers.create(order(1), ORGANISER))).toMatchObject({ status: 400 });
  expect(await refusalOf(harness.stripe.transfers.retrieve('tr_none'))).toMatchObject({ status: 404 });
});

it("shows the money of transfers as nobody's charge in the totals", async () => {
  await harness.paid(10_000);
  await harness.stripe.transfers.create(order(2_000));
  const { body } = await harness.control<{ totals: object; charges: object[] }>('state');
  expect(body.totals).toMatchObject({ usd: { captured: 10_000, balance: 9_680 } });
  expect(body.charges).toHaveLength(1);
});
