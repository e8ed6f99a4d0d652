import { refusalOf, sdkFor, startHarness, type Harness } from '../testing/harness';

let harness: Harness;
beforeAll(async () => (harness = await startHarness()));
afterAll(() => harness.stop());
afterEach(() => harness.control('faults', {}));

const KEY = { idempotencyKey: '' };
let keys = 0;
beforeEach(() => (KEY.idempotencyKey = `refund:e1:p${(keys += 1)}:a1`));

it('answers the same again for the same key and parameters, and does it once', async () => {
  const { intent, charge } = await harness.paid(1_000);
  const first = await harness.stripe.refunds.create(
    { payment_intent: intent, amount: 100, metadata: { a: '1', b: '2' } },
    KEY,
  );
  const again = await harness.stripe.refunds.create(
    { metadata: { b: '2', a: '1' }, amount: 100, payment_intent: intent },
    KEY,
  );
  expect(again.id).toBe(first.id);
  expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
  expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
  expect((await harness.stripe.charges.retrieve(charge)).amount_refunded).toBe(100);
});

it('refuses the key with other parameters, and at another endpoint', async () => {
  const { intent, charge } = await harness.paid(1_000);
  await harness.stripe.refunds.create({ payment_intent: intent, amount: 100 }, KEY);
  expect(await refusalOf(harness.stripe.refunds.create({ payment_intent: intent, amount: 101 }, KEY))).toMatchObject({
    status: 400,
    type: 'idempotency_error',
    message: expect.stringContaining('same parameters'),
  });
  expect(await refusalOf(harness.newSession({}, KEY))).toMatchObject({
    status: 400,
    type: 'idempotency_error',
    message: expect.stringContaining('same endpoint'),
  });
  expect((await harness.stripe.charges.retrieve(charge)).amount_refunded).toBe(100);
});

it('remembers a refusal too: the key answers it again although it would succeed now', async () => {
  const { intent, charge } = await harness.paid(1_000);
  await harness.control('faults', { refunds: { pendingMs: null } });
  const open = await harness.stripe.refunds.create({ payment_intent: intent });
  expect(await refusalOf(harness.stripe.refunds.create({ charge, amount: 10 }, KEY))).toMatchObject({
    code: 'charge_already_refunded',
  });
  await harness.control(`refunds/${open.id}/settle`, { as: 'failed' });
  expect(await refusalOf(harness.stripe.refunds.create({ charge, amount: 10 }, KEY))).toMatchObject({
    code: 'charge_already_refunded',
  });
});

it('does not use up the key on parameters that are not understood', async () => {
  const { intent } = await harness.paid(1_000);
  expect(
    await refusalOf(harness.stripe.refunds.create({ payment_intent: intent, bogus: '1' } as object, KEY)),
  ).toMatchObject({ code: 'parameter_unknown' });
  expect((await harness.stripe.refunds.create({ payment_intent: intent, amount: 10 }, KEY)).amount).toBe(10);
});

it('answers 409 while the first request with the key is still running', async () => {
  const { intent, charge } = await harness.paid(1_000);
  await harness.control('faults', { requests: { latencyMs: 1_000 } });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 5 }, () => harness.stripe.refunds.create({ payment_intent: intent, amount: 100 }, KEY)),
  );
  const refused = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason as { statusCode: number; code: string }] : [],
  );
  expect(refused).toHaveLength(4);
  expect(refused[0]).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });
  expect((await harness.stripe.charges.retrieve(charge)).amount_refunded).toBe(100);
});

it('forgets keys after 24 hours of their clock, not before', async () => {
  const { intent, charge } = await harness.paid(1_000);
  const refund = () => harness.stripe.refunds.create({ payment_intent: intent, amount: 100 }, KEY);
  const first = await refund();
  await harness.control('clock', { advanceMs: 23 * 3_600_000 });
  expect((await refund()).id).toBe(first.id);
  await harness.control('clock', { advanceMs: 3_600_000 });
  expect((await refund()).id).not.toBe(first.id);
  expect((await harness.stripe.charges.retrieve(charge)).amount_refunded).toBe(200);
});

it('keeps connected accounts apart: objects, lists, balance and keys', async () => {
  const mine = { stripeAccount: 'acct_one' };
  const other = { stripeAccount: 'acct_two' };
  const { intent } = await harness.paid(1_000, {}, mine);
  await harness
    .paid(1_000, {}, other)
    .then((paid) => harness.stripe.refunds.create({ payment_intent: paid.intent }, { ...other, ...KEY }));
  const refund = await harness.stripe.refunds.create({ payment_intent: intent, amount: 5 }, { ...mine, ...KEY });
  expect(refund.amount).toBe(5);
  expect((await harness.stripe.balance.retrieve({}, mine)).available).toMatchObject([
    { amount: 1_000 - 59 - 5, currency: 'usd' },
  ]);
  expect(await refusalOf(harness.stripe.paymentIntents.retrieve(intent))).toMatchObject({ status: 404 });
  expect(await refusalOf(harness.stripe.paymentIntents.retrieve(intent, {}, other))).toMatchObject({ status: 404 });
  await harness.quiet();
  expect(harness.received.at(-1)?.account).toBe('acct_one');
  expect(await refusalOf(harness.stripe.balance.retrieve({}, { stripeAccount: 'someone' }))).toMatchObject({
    status: 403,
    code: 'account_invalid',
  });
});

it('answers 401 to another key or none, and 404 to what it does not play', async () => {
  expect(await refusalOf(sdkFor(harness.sandbox, { key: 'sk_test_somebody_else' }).balance.retrieve())).toMatchObject({
    status: 401,
  });
  expect((await fetch(`${harness.sandbox.url}/v1/balance`)).status).toBe(401);
  expect(await refusalOf(harness.stripe.customers.list())).toMatchObject({
    status: 404,
    message: expect.stringContaining('Unrecognized request URL'),
  });
});

it('names each request and echoes the version', async () => {
  const { lastResponse } = await harness.stripe.balance.retrieve();
  expect(lastResponse.requestId).toMatch(/^req_/);
  expect(lastResponse.headers['stripe-version']).toBe(lastResponse.apiVersion);
});
