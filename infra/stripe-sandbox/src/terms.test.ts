import type Stripe from 'stripe';
import { refusalOf, startHarness, type Harness } from './testing/harness';

let harness: Harness;
let nowMs: number;
beforeEach(async () => {
  nowMs = Date.UTC(2030, 0, 1);
  harness = await startHarness({ now: () => nowMs });
});
afterEach(() => harness.stop());

const transactionOf = async (session: string): Promise<Stripe.BalanceTransaction> => {
  const paid = await harness.stripe.checkout.sessions.retrieve(session, {
    expand: ['payment_intent.latest_charge.balance_transaction'],
  });
  return ((paid.payment_intent as Stripe.PaymentIntent).latest_charge as Stripe.Charge)
    .balance_transaction as Stripe.BalanceTransaction;
};

it('takes the fees of the run, from the next charge on', async () => {
  const { session: before } = await harness.paid(10_000);
  expect((await harness.control('terms', { fees: { percentBps: 150, fixedMinor: 0 } })).body).toMatchObject({
    fees: { percentBps: 150, fixedMinor: 0, disputeMinor: 1_500 },
  });
  const { session } = await harness.paid(10_000);
  expect(await transactionOf(session)).toMatchObject({
    fee: 150,
    net: 9_850,
    fee_details: [{ amount: 150, type: 'stripe_fee', currency: 'usd' }],
  });
  expect(await transactionOf(before)).toMatchObject({ fee: 320, net: 9_680 });
});

it('takes nothing where the run has no fees', async () => {
  await harness.control('terms', { fees: { percentBps: 0, fixedMinor: 0 } });
  const { session } = await harness.paid(333);
  expect(await transactionOf(session)).toMatchObject({ fee: 0, net: 333, fee_details: [] });
});

it.each(['wechat_pay', 'alipay'] as const)(
  'pays with %s where the run or the form says so, else by card',
  async (method) => {
    const methodOf = async (charge: string) =>
      (await harness.stripe.charges.retrieve(charge)).payment_method_details?.type;
    expect(await methodOf((await harness.paid(1_000)).charge)).toBe('card');
    await harness.control('terms', { payWith: method });
    const session = await harness.newSession();
    expect(await (await fetch(String(session.url))).text()).toContain(`<option value="${method}" selected>`);
    const { charge } = await harness.paid(1_000);
    expect(await methodOf(charge)).toBe(method);
    expect(
      (await harness.stripe.charges.retrieve(charge, { expand: ['balance_transaction'] })).balance_transaction,
    ).toMatchObject({ type: 'payment' });
    const only = await harness.paid(1_000, { allowed_payment_method_types: ['card'] });
    expect(await methodOf(only.charge)).toBe('card');
  },
);

it('keeps the money of a charge pending as long as told, while refunds leave what is available', async () => {
  await harness.control('terms', { availableAfterMs: 2 * 86_400_000 });
  const { session, intent } = await harness.paid(10_000);
  await harness.stripe.refunds.create({ payment_intent: intent, amount: 1_000 });
  expect(await harness.stripe.balance.retrieve()).toMatchObject({
    available: [{ amount: -1_000 }],
    pending: [{ amount: 9_680 }],
  });
  expect(await transactionOf(session)).toMatchObject({ status: 'pending', available_on: nowMs / 1_000 + 2 * 86_400 });
  nowMs += 2 * 86_400_000;
  expect(await harness.stripe.balance.retrieve()).toMatchObject({
    available: [{ amount: 8_680 }],
    pending: [{ amount: 0 }],
  });
  expect(await transactionOf(session)).toMatchObject({ status: 'available' });
});

it.each([{ fees: { percentBps: 10_001 } }, { fees: { fixedMinor: 0.5 } }, { payWith: 'pebbles' }, { colour: 'red' }])(
  'refuses terms that make no sense: %j',
  async (terms) => {
    expect((await harness.control('terms', terms)).status).toBe(400);
    expect((await harness.control('terms')).body).toMatchObject({ fees: { percentBps: 290 }, payWith: null });
  },
);

it('does not expand what holds no id', async () => {
  const { session } = await harness.paid(1_000);
  expect(
    await refusalOf(
      harness.stripe.checkout.sessions.retrieve(session, { expand: ['payment_intent.latest_charge.fee'] }),
    ),
  ).toMatchObject({ param: 'expand' });
});
