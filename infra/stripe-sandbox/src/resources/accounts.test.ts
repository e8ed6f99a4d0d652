import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';
import { refusalOf, startHarness, type Harness } from '../testing/harness';

const ONE = { stripeAccount: 'acct_one' };
const TWO = { stripeAccount: 'acct_two' };

let harness: Harness;
let connectHook: { server: Server; events: Stripe.Event[] };
beforeEach(async () => {
  harness = await startHarness();
  connectHook = await hearing();
});
afterEach(async () => {
  await harness.stop();
  await new Promise((resolve) => connectHook.server.close(resolve));
});

const connectUrl = () => `http://127.0.0.1:${(connectHook.server.address() as AddressInfo).port}/connect`;

it('shows nothing of one account to another, nor to the platform', async () => {
  const { session, intent, charge } = await harness.paid(1_000, {}, ONE);
  const refund = await harness.stripe.refunds.create({ charge, amount: 100 }, ONE);
  const dispute = (await harness.control<Stripe.Dispute>('disputes', { charge })).body;
  const [event] = (await harness.stripe.events.list({ type: 'refund.created' }, ONE)).data;
  expect(event?.account).toBe('acct_one');
  const looks: ((options: Stripe.RequestOptions) => Promise<unknown>)[] = [
    (options) => harness.stripe.checkout.sessions.retrieve(session, {}, options),
    (options) => harness.stripe.paymentIntents.retrieve(intent, {}, options),
    (options) => harness.stripe.charges.retrieve(charge, {}, options),
    (options) => harness.stripe.refunds.retrieve(refund.id, {}, options),
    (options) => harness.stripe.refunds.create({ charge, amount: 1 }, options),
    (options) => harness.stripe.refunds.list({ payment_intent: intent }, options),
    (options) => harness.stripe.disputes.retrieve(dispute.id, {}, options),
    (options) => harness.stripe.disputes.list({ charge }, options),
    (options) => harness.stripe.balanceTransactions.retrieve(String(refund.balance_transaction), {}, options),
    (options) =>
      harness.stripe.balanceTransactions.list({ starting_after: String(refund.balance_transaction) }, options),
    (options) => harness.stripe.events.retrieve(String(event?.id), {}, options),
  ];
  for (const look of looks) {
    for (const options of [{}, TWO])
      expect(await refusalOf(look(options))).toMatchObject({ status: 404, code: 'resource_missing' });
  }
  expect((await harness.stripe.charges.retrieve(charge, {}, ONE)).amount_refunded).toBe(100);
  for (const options of [{}, TWO]) {
    const lists = await Promise.all([
      harness.stripe.charges.list({}, options),
      harness.stripe.balanceTransactions.list({}, options),
      harness.stripe.events.list({}, options),
      harness.stripe.checkout.sessions.list({}, options),
    ]);
    expect(lists.map(({ data }) => data.length)).toEqual([0, 0, 0, 0]);
  }
});

it('keeps idempotency keys per account: the same key does its work once in each', async () => {
  const [one, two] = [await harness.paid(1_000, {}, ONE), await harness.paid(1_000, {}, TWO)];
  const key = { idempotencyKey: 'refund:e1:p1:a1' };
  const first = await harness.stripe.refunds.create({ charge: one.charge, amount: 5 }, { ...ONE, ...key });
  const other = await harness.stripe.refunds.create({ charge: two.charge, amount: 7 }, { ...TWO, ...key });
  expect((await harness.stripe.refunds.create({ charge: one.charge, amount: 5 }, { ...ONE, ...key })).id).toBe(
    first.id,
  );
  expect([first.amount, other.amount]).toEqual([5, 7]);
});

it('sends events of connected accounts to connect endpoints only, with the account on them', async () => {
  const connect = await harness.stripe.webhookEndpoints.create({
    url: connectUrl(),
    enabled_events: ['charge.succeeded'],
    connect: true,
  });
  await harness.stripe.webhookEndpoints.create({ url: `${connectUrl()}/own`, enabled_events: ['charge.succeeded'] });
  await harness.paid(1_000, {}, ONE);
  await harness.quiet();
  expect(connectHook.events.map(({ type, account }) => [type, account])).toEqual([['charge.succeeded', 'acct_one']]);
  await harness.paid(2_000);
  await harness.quiet();
  expect(connectHook.events.map(({ account }) => account)).toEqual(['acct_one', undefined]);
  expect(await refusalOf(harness.stripe.webhookEndpoints.retrieve(connect.id, {}, ONE))).toMatchObject({
    code: 'resource_missing',
  });
});

it('keeps a configured endpoint for own events apart from one for connected accounts, at the same address', async () => {
  const both = await startHarness({
    webhookEndpoints: [
      { url: connectUrl(), secret: 'whsec_a', hears: 'own', enabledEvents: ['charge.succeeded'] },
      { url: connectUrl(), secret: 'whsec_b', hears: 'connect', enabledEvents: ['charge.succeeded'] },
    ],
  });
  try {
    await both.paid(1_000, {}, ONE);
    await both.paid(1_000);
    await both.quiet();
    expect(connectHook.events.map(({ account }) => account).sort()).toEqual(['acct_one', undefined]);
  } finally {
    await both.stop();
  }
});

it('tells the state of each account and of all', async () => {
  const { charge } = await harness.paid(1_000, {}, ONE);
  await harness.stripe.refunds.create({ charge, amount: 100 }, ONE);
  await harness.paid(500);
  await harness.quiet();
  const totalsOf = async (query: string) =>
    (
      await harness.control<{ totals: Record<string, { captured: number; refunded: number }>; webhooks: object }>(
        `state${query}`,
      )
    ).body;
  expect(await totalsOf('')).toMatchObject({
    totals: { usd: { captured: 1_500, refunded: 100 } },
    webhooks: { delivered: 8 },
  });
  expect(await totalsOf('?account=acct_one')).toMatchObject({
    totals: { usd: { captured: 1_000, refunded: 100 } },
    webhooks: { delivered: 5, undelivered: 0, abandoned: 0 },
    charges: [{ id: charge, account: 'acct_one' }],
  });
  expect(await totalsOf('?account=')).toMatchObject({
    totals: { usd: { captured: 500, refunded: 0 } },
    webhooks: { delivered: 3 },
  });
  expect((await totalsOf('?account=acct_two')).totals).toEqual({});
  expect((await harness.control('state?account=nobody')).status).toBe(400);
});

it('takes only the accounts that the terms name', async () => {
  await harness.control('terms', { accounts: ['acct_one'] });
  await harness.paid(1_000, {}, ONE);
  const refused = { status: 403, code: 'account_invalid', message: expect.stringContaining("'acct_two'") };
  expect(await refusalOf(harness.newSession({}, TWO))).toMatchObject(refused);
  expect(await refusalOf(harness.stripe.accounts.retrieve('acct_two'))).toMatchObject(refused);
  for (const malformed of ['someone', 'acct_', 'acct_../x'])
    expect(await refusalOf(harness.stripe.balance.retrieve({}, { stripeAccount: malformed }))).toMatchObject({
      status: 403,
      code: 'account_invalid',
    });
  expect((await harness.control('terms', { accounts: ['someone'] })).status).toBe(400);
});

it("shows the account that is asked for, and no stranger's", async () => {
  expect((await harness.stripe.accounts.retrieve('acct_one')).charges_enabled).toBe(true);
  expect(await harness.stripe.rawRequest('GET', '/v1/account', {}, ONE)).toMatchObject({
    id: 'acct_one',
    object: 'account',
  });
  expect(await refusalOf(harness.stripe.accounts.retrieve('acct_two', {}, ONE))).toMatchObject({
    code: 'account_invalid',
  });
});

async function hearing(): Promise<{ server: Server; events: Stripe.Event[] }> {
  const events: Stripe.Event[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      events.push(JSON.parse(Buffer.concat(chunks).toString()) as Stripe.Event);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, events };
}
