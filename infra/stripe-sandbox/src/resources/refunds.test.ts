import type Stripe from 'stripe';
import { line, refusalOf, startHarness, type Harness } from '../testing/harness';

let harness: Harness;
beforeAll(async () => (harness = await startHarness()));
afterAll(() => harness.stop());
afterEach(() => harness.control('faults', {}));

const availableMinor = async () =>
  (await harness.stripe.balance.retrieve()).available.find(({ currency }) => currency === 'usd')?.amount ?? 0;

it('refunds parts until nothing is left, and never a unit more', async () => {
  const { intent, charge } = await harness.paid(1_000);
  const before = await availableMinor();
  const first = await harness.stripe.refunds.create({
    payment_intent: intent,
    amount: 300,
    reason: 'requested_by_customer',
    metadata: { period: '1' },
  });
  expect(first).toMatchObject({
    status: 'succeeded',
    amount: 300,
    charge,
    payment_intent: intent,
    reason: 'requested_by_customer',
    metadata: { period: '1' },
  });

  expect(await refusalOf(harness.stripe.refunds.create({ charge, amount: 701 }))).toMatchObject({
    status: 400,
    code: 'amount_too_large',
    param: 'amount',
    message: 'Refund amount ($7.01) is greater than unrefunded amount on charge ($7.00)',
  });
  const rest = await harness.stripe.refunds.create({ charge }, { idempotencyKey: `rest-${charge}` });
  expect(rest.amount).toBe(700);
  expect(await refusalOf(harness.stripe.refunds.create({ charge, amount: 1 }))).toMatchObject({
    status: 400,
    code: 'charge_already_refunded',
  });
  expect(await harness.stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 1_000, refunded: true });
  expect(await availableMinor()).toBe(before - 1_000);
});

it('keeps to the charge under 50 refunds at once', async () => {
  const { intent, charge } = await harness.paid(1_000);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, () => harness.stripe.refunds.create({ payment_intent: intent, amount: 100 })),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  expect((await harness.stripe.charges.retrieve(charge)).amount_refunded).toBe(1_000);
});

it('tells of a refund by refund.created and charge.refunded', async () => {
  const { intent } = await harness.paid(1_000);
  const refund = await harness.stripe.refunds.create({ payment_intent: intent, amount: 400 });
  await harness.quiet();
  const told = harness.received.slice(-2);
  expect(told.map(({ type }) => type)).toEqual(['refund.created', 'charge.refunded']);
  expect(told[0]?.data.object).toMatchObject({ id: refund.id, amount: 400 });
  expect(told[1]?.data).toMatchObject({
    object: { amount_refunded: 400 },
    previous_attributes: { amount_refunded: 0 },
  });
});

it('lists by payment intent and by charge, newest first, a page at a time', async () => {
  const { intent, charge } = await harness.paid(1_000);
  const made: string[] = [];
  for (let i = 0; i < 5; i += 1)
    made.unshift((await harness.stripe.refunds.create({ payment_intent: intent, amount: 10 + i })).id);
  await harness.paid(1_000).then((other) => harness.stripe.refunds.create({ payment_intent: other.intent }));

  const walked: string[] = [];
  for await (const refund of harness.stripe.refunds.list({ payment_intent: intent, limit: 2 })) walked.push(refund.id);
  expect(walked).toEqual(made);
  const page = await harness.stripe.refunds.list({ charge, ending_before: made[2]!, limit: 10 });
  expect(page.data.map(({ id }) => id)).toEqual(made.slice(0, 2));
  expect(await refusalOf(harness.stripe.refunds.list({ charge: 'ch_none' }))).toMatchObject({
    status: 404,
    param: 'charge',
  });
});

it('changes metadata only: merges, unsets, refuses anything else', async () => {
  const { intent } = await harness.paid(1_000);
  const refund = await harness.stripe.refunds.create({
    payment_intent: intent,
    amount: 10,
    metadata: { a: '1', b: '2' },
  });
  expect((await harness.stripe.refunds.update(refund.id, { metadata: { b: '', c: '3' } })).metadata).toEqual({
    a: '1',
    c: '3',
  });
  expect(await refusalOf(harness.stripe.refunds.update(refund.id, { amount: 5 } as object))).toMatchObject({
    code: 'parameter_unknown',
    param: 'amount',
  });
  expect((await harness.stripe.refunds.retrieve(refund.id)).amount).toBe(10);
});

it('debits a pending refund at once and gives it back when it fails', async () => {
  const { intent, charge } = await harness.paid(1_000);
  await harness.control('faults', { refunds: { pendingMs: null } });
  const before = await availableMinor();
  const refund = await harness.stripe.refunds.create({ payment_intent: intent, amount: 600 });
  expect(refund).toMatchObject({ status: 'pending', pending_reason: 'processing' });
  expect(await availableMinor()).toBe(before - 600);
  expect(await refusalOf(harness.stripe.refunds.create({ charge, amount: 500 }))).toMatchObject({
    code: 'amount_too_large',
  });

  await harness.control(`refunds/${refund.id}/settle`, { as: 'failed', reason: 'lost_or_stolen_card' });
  await harness.quiet();
  expect(await availableMinor()).toBe(before);
  expect(await harness.stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction'] })).toMatchObject({
    status: 'failed',
    failure_reason: 'lost_or_stolen_card',
    failure_balance_transaction: { type: 'refund_failure', amount: 600 },
  });
  expect((await harness.stripe.charges.retrieve(charge)).amount_refunded).toBe(0);
  expect(harness.received.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['refund.failed', 'refund.updated', 'charge.updated']),
  );
  expect((await harness.control(`refunds/${refund.id}/settle`, { as: 'succeeded' })).status).toBe(409);
});

it('settles pending refunds by itself, every second one as failed', async () => {
  const { intent } = await harness.paid(1_000);
  await harness.control('faults', { refunds: { pendingMs: 30, failEvery: 2 } });
  const made = [
    await harness.stripe.refunds.create({ payment_intent: intent, amount: 100 }),
    await harness.stripe.refunds.create({ payment_intent: intent, amount: 200 }),
  ];
  expect(made.map(({ status }) => status)).toEqual(['pending', 'pending']);
  await harness.quiet();
  const settled = await Promise.all(made.map(({ id }) => harness.stripe.refunds.retrieve(id)));
  expect(settled.map(({ status }) => status)).toEqual(['succeeded', 'failed']);
});

it('cancels only a refund that waits for an action', async () => {
  const { intent } = await harness.paid(1_000);
  await harness.control('faults', { refunds: { requiresActionEvery: 1 } });
  const refund = await harness.stripe.refunds.create({ payment_intent: intent });
  expect(refund.status).toBe('requires_action');
  expect((await harness.stripe.refunds.cancel(refund.id)).status).toBe('canceled');
  expect(await refusalOf(harness.stripe.refunds.cancel(refund.id))).toMatchObject({ status: 400 });
});

it('refuses to refund what was not captured', async () => {
  const session = await harness.newSession();
  const { body } = await harness.press(session, 'decline');
  expect(
    await refusalOf(harness.stripe.refunds.create({ payment_intent: body.error?.payment_intent ?? '' })),
  ).toMatchObject({ code: 'payment_intent_unexpected_state' });
});

it.each([
  ['neither charge nor intent', {}, { message: expect.stringContaining('One of the following params') }],
  [
    'an intent that is not there',
    { payment_intent: 'pi_none' },
    { status: 404, code: 'resource_missing', param: 'payment_intent' },
  ],
  ['a charge that is not there', { charge: 'ch_none' }, { status: 404, code: 'resource_missing', param: 'charge' }],
  ['nothing', { charge: 'ch_none', amount: 0 }, { status: 400, param: 'amount' }],
  ['less than nothing', { charge: 'ch_none', amount: -5 }, { status: 400, param: 'amount' }],
  ['a reason of its own', { charge: 'ch_none', reason: 'mood' }, { status: 400, param: 'reason' }],
  [
    "Stripe's origin",
    { charge: 'ch_none', origin: 'customer_balance' },
    { status: 400, code: 'parameter_unsupported' },
  ],
  [
    'an unknown parameter',
    { charge: 'ch_none', speed: 'fast' },
    { status: 400, code: 'parameter_unknown', param: 'speed' },
  ],
])('refuses %s', async (_what, params, refusal) => {
  expect(await refusalOf(harness.stripe.refunds.create(params as object))).toMatchObject(refusal);
});

it('pays out three-decimal currencies in tens only', async () => {
  const { intent } = await harness.paid(0, { line_items: [line(10_000, 'kwd')] });
  expect(await refusalOf(harness.stripe.refunds.create({ payment_intent: intent, amount: 1_005 }))).toMatchObject({
    param: 'amount',
  });
  expect((await harness.stripe.refunds.create({ payment_intent: intent, amount: 1_010 })).amount).toBe(1_010);
});

it('lets a refund that had succeeded come back: money, charge and events follow', async () => {
  const { charge } = await harness.paid(1_000);
  const before = await availableMinor();
  await harness.control('faults', {
    refunds: { failLateEvery: 1, failLateMs: 100, failReason: 'expired_or_canceled_card' },
  });
  const refund = await harness.stripe.refunds.create({ charge, amount: 600 });
  expect(refund.status).toBe('succeeded');
  await harness.quiet();
  const failed = await harness.stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction'] });
  expect(failed).toMatchObject({
    status: 'failed',
    failure_reason: 'expired_or_canceled_card',
    failure_balance_transaction: { type: 'refund_failure', amount: 600, net: 600 },
  });
  expect(await availableMinor()).toBe(before);
  expect((await harness.stripe.charges.retrieve(charge)).amount_refunded).toBe(0);
  await harness.control('faults', {});
  expect((await harness.stripe.refunds.create({ charge })).amount).toBe(1_000);
});

it('fails late after it was pending, and once only', async () => {
  const { charge } = await harness.paid(1_000);
  await harness.control('faults', { refunds: { pendingMs: 30, failLateEvery: 1, failLateMs: 30 } });
  const refund = await harness.stripe.refunds.create({ charge, amount: 600 });
  await harness.quiet();
  expect((await harness.stripe.refunds.retrieve(refund.id)).status).toBe('failed');
  const told = harness.received
    .filter(({ type, data }) => type === 'refund.updated' && (data.object as Stripe.Refund).id === refund.id)
    .map(({ data }) => (data.object as Stripe.Refund).status);
  expect(told).toEqual(['succeeded', 'failed']);
  expect((await harness.control(`refunds/${refund.id}/settle`, { as: 'failed' })).status).toBe(409);
});

it('draws the same fates from the same seed, and about as many as told', async () => {
  const fates = async (seed: number) => {
    const { charge } = await harness.paid(1_000);
    await harness.control('faults', {
      seed,
      refunds: {
        pendingMs: 20,
        pendingProbability: 0.5,
        failProbability: 0.3,
        failLateProbability: 0.2,
        failLateMs: 20,
      },
    });
    const made: Stripe.Refund[] = [];
    for (let n = 0; n < 30; n += 1) made.push(await harness.stripe.refunds.create({ charge, amount: 1 }));
    await harness.quiet();
    const ended = await harness.stripe.refunds.list({ charge, limit: 100 });
    return made.map(({ id, status }) => `${status}>${ended.data.find((refund) => refund.id === id)?.status}`);
  };
  const [first, again, other] = [await fates(7), await fates(7), await fates(8)];
  expect(first).toEqual(again);
  expect(first).not.toEqual(other);
  for (const kind of ['succeeded>succeeded', 'pending>succeeded', 'pending>failed', 'succeeded>failed'])
    expect(first).toContain(kind);
});

it('keeps to the 50 refunds of WeChat Pay, not counting failed ones; a card has no such limit', async () => {
  const { charge } = await harness.paid(1_000, { allowed_payment_method_types: ['wechat_pay'] });
  const refund = (of: string) => harness.stripe.refunds.create({ charge: of, amount: 1 });
  await harness.control('faults', { refunds: { pendingMs: null } });
  const failed = await refund(charge);
  await harness.control(`refunds/${failed.id}/settle`, { as: 'failed' });
  await harness.control('faults', {});
  for (let n = 0; n < 50; n += 1) await refund(charge);
  expect(await refusalOf(refund(charge))).toMatchObject({
    status: 400,
    type: 'invalid_request_error',
    code: 'charge_not_refundable',
    param: 'charge',
    message: expect.stringContaining('at most 50 refunds'),
  });
  expect((await harness.stripe.charges.retrieve(charge)).amount_refunded).toBe(50);
  await harness.control('terms', { refundLimits: {} });
  expect((await refund(charge)).amount).toBe(1);
  await harness.control('terms', {});

  const card = await harness.paid(1_000);
  for (let n = 0; n < 51; n += 1) await refund(card.charge);
  expect((await harness.stripe.charges.retrieve(card.charge)).amount_refunded).toBe(51);
});

it('refuses what is too old for its payment method', async () => {
  let nowMs = Date.UTC(2030, 0, 1);
  const timed = await startHarness({
    now: () => nowMs,
    terms: { refundLimits: { wechat_pay: { days: 365 }, alipay: { days: 90 } } },
  });
  try {
    const [wechat, alipay, card] = [
      await timed.paid(1_000, { allowed_payment_method_types: ['wechat_pay'] }),
      await timed.paid(1_000, { allowed_payment_method_types: ['alipay'] }),
      await timed.paid(1_000),
    ];
    const refund = (charge: string) => timed.stripe.refunds.create({ charge, amount: 1 });
    nowMs += 90 * 86_400_000;
    expect(await refusalOf(refund(alipay.charge))).toMatchObject({
      code: 'charge_not_refundable',
      message: expect.stringContaining('more than 90 days ago'),
    });
    expect((await refund(wechat.charge)).amount).toBe(1);
    nowMs += 275 * 86_400_000;
    expect(await refusalOf(refund(wechat.charge))).toMatchObject({ code: 'charge_not_refundable' });
    expect((await refund(card.charge)).amount).toBe(1);
  } finally {
    await timed.stop();
  }
});
