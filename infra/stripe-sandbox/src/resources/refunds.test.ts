import { line, refusalOf, startHarness, type Harness } from '../testing/harness';

let harness: Harness;
beforeAll(async () => (harness = await startHarness()));
afterAll(() => harness.stop());
afterEach(() => harness.control('faults', {}));

const availableMinor = async () => (await harness.stripe.balance.retrieve()).available.find(({ currency }) => currency === 'usd')?.amount ?? 0;

it('refunds parts until nothing is left, and never a unit more', async () => {
  const { intent, charge } = await harness.paid(1_000);
  const before = await availableMinor();
  const first = await harness.stripe.refunds.create({ payment_intent: intent, amount: 300, reason: 'requested_by_customer', metadata: { period: '1' } });
  expect(first).toMatchObject({ status: 'succeeded', amount: 300, charge, payment_intent: intent, reason: 'requested_by_customer', metadata: { period: '1' } });

  expect(await refusalOf(harness.stripe.refunds.create({ charge, amount: 701 }))).toMatchObject({
    status: 400, code: 'amount_too_large', param: 'amount', message: 'Refund amount ($7.01) is greater than unrefunded amount on charge ($7.00)',
  });
  const rest = await harness.stripe.refunds.create({ charge }, { idempotencyKey: `rest-${charge}` });
  expect(rest.amount).toBe(700);
  expect(await refusalOf(harness.stripe.refunds.create({ charge, amount: 1 }))).toMatchObject({ status: 400, code: 'charge_already_refunded' });
  expect(await harness.stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 1_000, refunded: true });
  expect(await availableMinor()).toBe(before - 1_000);
});

it('keeps to the charge under 50 refunds at once', async () => {
  const { intent, charge } = await harness.paid(1_000);
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => harness.stripe.refunds.create({ payment_intent: intent, amount: 100 })));
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
  expect(told[1]?.data).toMatchObject({ object: { amount_refunded: 400 }, previous_attributes: { amount_refunded: 0 } });
});

it('lists by payment intent and by charge, newest first, a page at a time', async () => {
  const { intent, charge } = await harness.paid(1_000);
  const made: string[] = [];
  for (let i = 0; i < 5; i += 1) made.unshift((await harness.stripe.refunds.create({ payment_intent: intent, amount: 10 + i })).id);
  await harness.paid(1_000).then((other) => harness.stripe.refunds.create({ payment_intent: other.intent }));

  const walked: string[] = [];
  for await (const refund of harness.stripe.refunds.list({ payment_intent: intent, limit: 2 })) walked.push(refund.id);
  expect(walked).toEqual(made);
  const page = await harness.stripe.refunds.list({ charge, ending_before: made[2]!, limit: 10 });
  expect(page.data.map(({ id }) => id)).toEqual(made.slice(0, 2));
  expect(await refusalOf(harness.stripe.refunds.list({ charge: 'ch_none' }))).toMatchObject({ status: 404, param: 'charge' });
});

it('changes metadata only: merges, unsets, refuses anything else', async () => {
  const { intent } = await harness.paid(1_000);
  const refund = await harness.stripe.refunds.create({ payment_intent: intent, amount: 10, metadata: { a: '1', b: '2' } });
  expect((await harness.stripe.refunds.update(refund.id, { metadata: { b: '', c: '3' } })).metadata).toEqual({ a: '1', c: '3' });
  expect(await refusalOf(harness.stripe.refunds.update(refund.id, { amount: 5 } as object))).toMatchObject({ code: 'parameter_unknown', param: 'amount' });
  expect((await harness.stripe.refunds.retrieve(refund.id)).amount).toBe(10);
});

it('debits a pending refund at once and gives it back when it fails', async () => {
  const { intent, charge } = await harness.paid(1_000);
  await harness.control('faults', { refunds: { pendingMs: null } });
  const before = await availableMinor();
  const refund = await harness.stripe.refunds.create({ payment_intent: intent, amount: 600 });
  expect(refund).toMatchObject({ status: 'pending', pending_reason: 'processing' });
  expect(await availableMinor()).toBe(before - 600);
  expect(await refusalOf(harness.stripe.refunds.create({ charge, amount: 500 }))).toMatchObject({ code: 'amount_too_large' });

  await harness.control(`refunds/${refund.id}/settle`, { as: 'failed', reason: 'lost_or_stolen_card' });
  await harness.quiet();
  expect(await availableMinor()).toBe(before);
  expect(await harness.stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction'] })).toMatchObject({
    status: 'failed', failure_reason: 'lost_or_stolen_card', failure_balance_transaction: { type: 'refund_failure', amount: 600 },
  });
  expect((await harness.stripe.charges.retrieve(charge)).amount_refunded).toBe(0);
  expect(harness.received.map(({ type }) => type)).toEqual(expect.arrayContaining(['refund.failed', 'refund.updated', 'charge.updated']));
  expect((await harness.control(`refunds/${refund.id}/settle`, { as: 'succeeded' })).status).toBe(409);
});

it('settles pending refunds by itself, every second one as failed', async () => {
  const { intent } = await harness.paid(1_000);
  await harness.control('faults', { refunds: { pendingMs: 30, failEvery: 2 } });
  const made = [await harness.stripe.refunds.create({ payment_intent: intent, amount: 100 }), await harness.stripe.refunds.create({ payment_intent: intent, amount: 200 })];
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
  expect(await refusalOf(harness.stripe.refunds.create({ payment_intent: body.error?.payment_intent ?? '' }))).toMatchObject({ code: 'payment_intent_unexpected_state' });
});

it.each([
  ['neither charge nor intent', {}, { message: expect.stringContaining('One of the following params') }],
  ['an intent that is not there', { payment_intent: 'pi_none' }, { status: 404, code: 'resource_missing', param: 'payment_intent' }],
  ['a charge that is not there', { charge: 'ch_none' }, { status: 404, code: 'resource_missing', param: 'charge' }],
  ['nothing', { charge: 'ch_none', amount: 0 }, { status: 400, param: 'amount' }],
  ['less than nothing', { charge: 'ch_none', amount: -5 }, { status: 400, param: 'amount' }],
  ['a reason of its own', { charge: 'ch_none', reason: 'mood' }, { status: 400, param: 'reason' }],
  ["Stripe's origin", { charge: 'ch_none', origin: 'customer_balance' }, { status: 400, code: 'parameter_unsupported' }],
  ['an unknown parameter', { charge: 'ch_none', speed: 'fast' }, { status: 400, code: 'parameter_unknown', param: 'speed' }],
])('refuses %s', async (_what, params, refusal) => {
  expect(await refusalOf(harness.stripe.refunds.create(params as object))).toMatchObject(refusal);
});

it('pays out three-decimal currencies in tens only', async () => {
  const { intent } = await harness.paid(0, { line_items: [line(10_000, 'kwd')] });
  expect(await refusalOf(harness.stripe.refunds.create({ payment_intent: intent, amount: 1_005 }))).toMatchObject({ param: 'amount' });
  expect((await harness.stripe.refunds.create({ payment_intent: intent, amount: 1_010 })).amount).toBe(1_010);
});
