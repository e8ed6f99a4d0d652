import { createFaults, FaultSettings } from './faults';
import { refusalOf, sdkFor, startHarness, type Harness } from './testing/harness';

let harness: Harness;
beforeAll(async () => (harness = await startHarness()));
afterAll(() => harness.stop());
afterEach(() => harness.control('faults', {}));

const refundedMinor = async (charge: string) => (await harness.stripe.charges.retrieve(charge)).amount_refunded;

it.each([
  ['rateLimitEvery', { status: 429, code: 'rate_limit' }],
  ['lockTimeoutEvery', { status: 429, code: 'lock_timeout' }],
  ['keyInUseEvery', { status: 409, code: 'idempotency_key_in_use' }],
])('%s refuses every second request, changes nothing and does not use up the key', async (name, refusal) => {
  const { intent, charge } = await harness.paid(1_000);
  await harness.control('faults', { requests: { [name]: 2 } });
  await harness.stripe.refunds.create({ payment_intent: intent, amount: 1 });
  const again = () =>
    harness.stripe.refunds.create({ payment_intent: intent, amount: 2 }, { idempotencyKey: `${name}:${charge}` });
  expect(await refusalOf(again())).toMatchObject(refusal);
  expect((await again()).amount).toBe(2);
  await harness.control('faults', {});
  expect(await refundedMinor(charge)).toBe(3);
});

it('serverErrorEvery changes nothing and, as at Stripe, is remembered under the key', async () => {
  const { intent, charge } = await harness.paid(1_000);
  await harness.control('faults', { requests: { serverErrorEvery: 1 } });
  const refund = () =>
    harness.stripe.refunds.create({ payment_intent: intent, amount: 2 }, { idempotencyKey: `500:${charge}` });
  expect(await refusalOf(refund())).toMatchObject({ status: 500, type: 'api_error' });
  await harness.control('faults', {});
  expect(await refusalOf(refund())).toMatchObject({ status: 500 });
  expect(await refundedMinor(charge)).toBe(0);

  await harness.control('faults', { requests: { serverErrorEvery: 1, serverErrorStored: false } });
  const other = () =>
    harness.stripe.refunds.create({ payment_intent: intent, amount: 2 }, { idempotencyKey: `500b:${charge}` });
  expect(await refusalOf(other())).toMatchObject({ status: 500 });
  await harness.control('faults', {});
  expect((await other()).amount).toBe(2);
});

it('lostAnswerEvery does it, says nothing, and answers the repeated key', async () => {
  const { intent, charge } = await harness.paid(1_000);
  await harness.control('faults', { requests: { lostAnswerEvery: 1 } });
  const once = fetch(`${harness.sandbox.url}/v1/refunds`, {
    method: 'POST',
    body: new URLSearchParams({ payment_intent: intent, amount: '100' }),
    headers: { authorization: 'Bearer sk_test_daka', 'idempotency-key': `lost:${charge}` },
  });
  await expect(once).rejects.toThrow('fetch failed');
  await harness.control('faults', {});
  expect(await refundedMinor(charge)).toBe(100);
  const refund = await harness.stripe.refunds.create(
    { payment_intent: intent, amount: 100 },
    { idempotencyKey: `lost:${charge}` },
  );
  expect(refund.lastResponse.headers['idempotent-replayed']).toBe('true');
  expect(await refundedMinor(charge)).toBe(100);
});

const refundByFetch = (body: Record<string, string>, key: string, signal?: AbortSignal) =>
  fetch(`${harness.sandbox.url}/v1/refunds`, {
    method: 'POST',
    body: new URLSearchParams(body),
    headers: { authorization: 'Bearer sk_test_daka', 'idempotency-key': key },
    ...(signal && { signal }),
  });

it.each([
  ['hangBeforeEvery', 0],
  ['hangAfterEvery', 100],
])('%s never answers; refunded afterwards: %d', async (name, refunded) => {
  const { intent, charge } = await harness.paid(1_000);
  await harness.control('faults', { requests: { [name]: 1 } });
  const key = `${name}:${charge}`;
  await expect(refundByFetch({ payment_intent: intent, amount: '100' }, key, AbortSignal.timeout(500))).rejects.toThrow(
    'timeout',
  );
  await harness.control('faults', {});
  expect(await refundedMinor(charge)).toBe(refunded);
  const refund = await harness.stripe.refunds.create({ payment_intent: intent, amount: 100 }, { idempotencyKey: key });
  expect(refund.lastResponse.headers['idempotent-replayed']).toBe(refunded === 0 ? undefined : 'true');
  expect(await refundedMinor(charge)).toBe(100);
});

it('cuts the connection when it has hung long enough', async () => {
  const { intent } = await harness.paid(1_000);
  await harness.control('faults', { requests: { hangBeforeEvery: 1, hangMs: 50 } });
  await expect(refundByFetch({ payment_intent: intent }, `cut:${intent}`)).rejects.toThrow('fetch failed');
});

it('draws request faults from the seed: the same run meets the same ones, and counts them', async () => {
  const run = async (seed: number) => {
    const { charge } = await harness.paid(1_000);
    await harness.control('faults', {
      seed,
      requests: {
        probabilities: { rateLimit: 0.2, lockTimeout: 0.1, keyInUse: 0.1, serverError: 0.1, lostAnswer: 0.1 },
      },
    });
    const outcomes: string[] = [];
    for (let n = 0; n < 30; n += 1) {
      outcomes.push(
        await harness.stripe.refunds.create({ charge, amount: 1 }, { idempotencyKey: `drawn:${charge}:${n}` }).then(
          () => 'done',
          (error: { code?: string; rawType?: string; type: string }) => error.code ?? error.rawType ?? error.type,
        ),
      );
    }
    const { body: met } = await harness.control<Record<string, number>>('faults/met');
    await harness.control('faults', {});
    return { outcomes, met, refunded: await refundedMinor(charge) };
  };
  const [first, again, other] = [await run(5), await run(5), await run(6)];
  expect(first).toEqual(again);
  expect(first.outcomes).not.toEqual(other.outcomes);
  for (const fault of ['rate_limit', 'lock_timeout', 'key_in_use', 'server_error', 'lost_answer'])
    expect(first.met[fault]).toBeGreaterThan(0);
});

it('meets only the paths that it is told', async () => {
  const { charge } = await harness.paid(1_000);
  await harness.control('faults', { requests: { paths: ['/v1/refunds'], rateLimitEvery: 1 } });
  await harness.newSession();
  expect(await refundedMinor(charge)).toBe(0);
  expect(await refusalOf(harness.stripe.refunds.create({ charge }))).toMatchObject({ code: 'rate_limit' });
  expect((await harness.control('faults/met')).body).toEqual({ rate_limit: 1 });
});

it('does not cut answers to GETs, which have nothing to lose', async () => {
  const { charge } = await harness.paid(1_000);
  await harness.control('faults', { requests: { probabilities: { lostAnswer: 0.5, keyInUse: 0.5 } } });
  for (let n = 0; n < 20; n += 1) expect(await refundedMinor(charge)).toBe(0);
  expect((await harness.control('faults/met')).body).toEqual({});
});

it('ends in exactly one refund per key when the SDK retries through all of it', async () => {
  const { intent, charge } = await harness.paid(10_000);
  await harness.control('faults', { requests: { rateLimitEvery: 7, keyInUseEvery: 5, lostAnswerEvery: 3 } });
  const stripe = sdkFor(harness.sandbox, { maxNetworkRetries: 3 });
  for (let n = 0; n < 12; n += 1) {
    for (let attempt = 0, isSent = false; !isSent && attempt < 10; attempt += 1) {
      isSent = await stripe.refunds
        .create({ payment_intent: intent, amount: 100 }, { idempotencyKey: `all:${charge}:${n}` })
        .then(
          () => true,
          () => false,
        );
    }
  }
  await harness.control('faults', {});
  expect(await refundedMinor(charge)).toBe(1_200);
  expect((await harness.stripe.refunds.list({ charge, limit: 100 })).data).toHaveLength(12);
});

it('draws the same faults from the same seed', () => {
  const drawn = (seed: number) => {
    const faults = createFaults(FaultSettings.parse({ seed, webhooks: { lossProbability: 0.5 } }));
    return Array.from({ length: 64 }, () => (faults.isWebhookLost() ? 'x' : '.')).join('');
  };
  expect(drawn(7)).toBe(drawn(7));
  expect(drawn(7)).not.toBe(drawn(8));
});

it.each([
  { webhooks: { copies: 0 } },
  { requests: { rateLimitEvery: -1 } },
  { gremlins: true },
  { requests: { probabilities: { rateLimit: 0.6, lostAnswer: 0.6 } } },
  { webhooks: { duplicateProbability: 2 } },
  { requests: { paths: ['refunds'] } },
])('refuses settings that make no sense: %j', async (settings) => {
  expect((await harness.control('faults', settings)).status).toBe(400);
});
