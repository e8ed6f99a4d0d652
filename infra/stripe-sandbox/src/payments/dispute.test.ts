import type Stripe from 'stripe';
import { refusalOf, startHarness, type Harness } from '../testing/harness';

let harness: Harness;
beforeEach(async () => (harness = await startHarness()));
afterEach(() => harness.stop());

const available = async () => (await harness.stripe.balance.retrieve()).available[0]?.amount ?? 0;
const open = async (charge: string, more = {}) =>
  (await harness.control<Stripe.Dispute>('disputes', { charge, ...more })).body;

it('takes the money and a fee at once and bars refunds', async () => {
  const { charge } = await harness.paid(10_000);
  await harness.stripe.refunds.create({ charge, amount: 1_000 });
  const before = await available();
  const dispute = await open(charge, { amount: 9_000 });
  expect(dispute).toMatchObject({ status: 'needs_response', amount: 9_000, charge, reason: 'fraudulent' });
  expect(await available()).toBe(before - 9_000 - 1_500);
  expect(await refusalOf(harness.stripe.refunds.create({ charge, amount: 1 }))).toMatchObject({
    status: 400,
    code: 'charge_disputed',
  });
  expect((await harness.stripe.charges.retrieve(charge)).disputed).toBe(true);
  await harness.quiet();
  expect(harness.received.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['charge.dispute.created', 'charge.dispute.funds_withdrawn']),
  );
  const [withdrawal] = (await harness.stripe.balanceTransactions.list({ type: 'adjustment' })).data;
  expect(withdrawal).toMatchObject({
    amount: -9_000,
    fee: 1_500,
    net: -10_500,
    source: dispute.id,
    reporting_category: 'dispute',
  });
});

it('tells its operator what was moved for each in all', async () => {
  const { charge } = await harness.paid(10_000);
  const { id } = await open(charge);
  const told = async () => (await harness.control<{ disputes: object[] }>('state')).body.disputes;
  expect(await told()).toMatchObject([{ id, charge, status: 'needs_response', withdrawn: 10_000, fee: 1_500 }]);
  await harness.control(`disputes/${id}/close`, { as: 'won' });
  expect(await told()).toMatchObject([{ id, status: 'won', withdrawn: 0, fee: 0 }]);
});

it('won: money and fee come back, refunds are possible again', async () => {
  const { charge } = await harness.paid(10_000);
  const before = await available();
  const dispute = await open(charge);
  expect((await harness.control<Stripe.Dispute>(`disputes/${dispute.id}/close`, { as: 'won' })).body).toMatchObject({
    status: 'won',
  });
  expect(await available()).toBe(before);
  expect((await harness.stripe.disputes.retrieve(dispute.id)).balance_transactions.map(({ amount }) => amount)).toEqual(
    [-10_000, 10_000],
  );
  expect((await harness.stripe.refunds.create({ charge, amount: 1 })).status).toBe('succeeded');
  expect((await harness.control(`disputes/${dispute.id}/close`, { as: 'lost' })).status).toBe(409);
});

it('lost: the money stays away and no refund is possible ever again', async () => {
  const { charge } = await harness.paid(10_000);
  const before = await available();
  const dispute = await open(charge);
  await harness.control(`disputes/${dispute.id}/close`, { as: 'lost' });
  expect(await available()).toBe(before - 11_500);
  expect(await refusalOf(harness.stripe.refunds.create({ charge }))).toMatchObject({ code: 'charge_disputed' });
  await harness.quiet();
  expect(harness.received.at(-1)).toMatchObject({
    type: 'charge.dispute.closed',
    data: { object: { status: 'lost' } },
  });
});

it('takes evidence, lists by charge, and closes through the API as lost', async () => {
  const { charge } = await harness.paid(10_000);
  const dispute = await open(charge);
  const answered = await harness.stripe.disputes.update(dispute.id, {
    evidence: { uncategorized_text: 'refunded 1,000 on day 3' },
    submit: true,
  });
  expect(answered).toMatchObject({
    status: 'under_review',
    evidence: { uncategorized_text: 'refunded 1,000 on day 3' },
    evidence_details: { has_evidence: true, submission_count: 1 },
  });
  expect((await harness.stripe.disputes.list({ charge })).data.map(({ id }) => id)).toEqual([dispute.id]);
  expect((await harness.stripe.disputes.close(dispute.id)).status).toBe('lost');
  expect(await refusalOf(harness.stripe.disputes.update(dispute.id, { metadata: { a: 'b' } }))).toMatchObject({
    code: 'dispute_already_closed',
  });
});

it('cannot dispute twice, more than was charged, or what is not there', async () => {
  const { charge } = await harness.paid(10_000);
  expect((await harness.control('disputes', { charge, amount: 10_001 })).status).toBe(409);
  await open(charge);
  expect((await harness.control('disputes', { charge })).status).toBe(409);
  expect((await harness.control('disputes', { charge: 'ch_none' })).status).toBe(404);
});

it('won without the fee where the terms keep it', async () => {
  await harness.control('terms', { fees: { disputeReturned: false, disputeMinor: 2_000 } });
  const { charge } = await harness.paid(10_000);
  const before = await available();
  const dispute = await open(charge);
  await harness.control(`disputes/${dispute.id}/close`, { as: 'won' });
  expect(await available()).toBe(before - 2_000);
  const { data } = await harness.stripe.balanceTransactions.list({ source: dispute.id });
  expect(data).toMatchObject([
    { amount: 10_000, fee: 0, fee_details: [], reporting_category: 'dispute_reversal' },
    { amount: -10_000, fee: 2_000, net: -12_000, reporting_category: 'dispute' },
  ]);
});

it.each([
  ['winning_evidence', 'won'],
  ['losing_evidence', 'lost'],
])('%s decides at once: %s, and tells so', async (words, status) => {
  const { charge } = await harness.paid(10_000);
  const { id } = await open(charge);
  expect(
    (await harness.stripe.disputes.update(id, { evidence: { uncategorized_text: words }, submit: false })).status,
  ).toBe('needs_response');
  expect((await harness.stripe.disputes.update(id, { evidence: { uncategorized_text: words } })).status).toBe(status);
  await harness.quiet();
  const told = harness.received.map(({ type }) => type).filter((type) => type.startsWith('charge.dispute'));
  expect(told).toEqual([
    'charge.dispute.created',
    'charge.dispute.funds_withdrawn',
    'charge.dispute.updated',
    'charge.dispute.updated',
    'charge.dispute.closed',
    ...(status === 'won' ? ['charge.dispute.funds_reinstated'] : []),
  ]);
});

it('lets open refunds fail when the dispute says so, and only then', async () => {
  await harness.control('faults', { refunds: { pendingMs: null } });
  const first = await harness.paid(10_000);
  const kept = await harness.stripe.refunds.create({ charge: first.charge, amount: 1_000 });
  await open(first.charge);
  expect((await harness.stripe.refunds.retrieve(kept.id)).status).toBe('pending');

  const second = await harness.paid(10_000);
  const refund = await harness.stripe.refunds.create({ charge: second.charge, amount: 1_000 });
  await open(second.charge, { failOpenRefunds: true });
  expect(await harness.stripe.refunds.retrieve(refund.id)).toMatchObject({
    status: 'failed',
    failure_reason: 'charge_for_pending_refund_disputed',
  });
  expect(await harness.stripe.charges.retrieve(second.charge)).toMatchObject({ amount_refunded: 0, disputed: true });
  expect(await refusalOf(harness.stripe.refunds.create({ charge: second.charge, amount: 1 }))).toMatchObject({
    code: 'charge_disputed',
  });
});

it('is lost when nobody answers within seven days', async () => {
  let nowMs = Date.UTC(2030, 0, 1);
  const timed = await startHarness({ now: () => nowMs });
  try {
    const { charge } = await timed.paid(10_000);
    const other = await timed.paid(10_000);
    const silent = (await timed.control<Stripe.Dispute>('disputes', { charge })).body;
    const answered = (await timed.control<Stripe.Dispute>('disputes', { charge: other.charge })).body;
    await timed.stripe.disputes.update(answered.id, { evidence: { uncategorized_text: 'refunded' } });
    nowMs += 7 * 86_400_000;
    const statusOf = async (id: string) => (await timed.stripe.disputes.retrieve(id)).status;
    for (let attempt = 0; attempt < 100 && (await statusOf(silent.id)) !== 'lost'; attempt += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect([await statusOf(silent.id), await statusOf(answered.id)]).toEqual(['lost', 'under_review']);
  } finally {
    await timed.stop();
  }
});

it('lists by payment intent and by time, and names what is not there', async () => {
  const { charge, intent } = await harness.paid(10_000);
  const dispute = await open(charge);
  const ids = async (params: Stripe.DisputeListParams) =>
    (await harness.stripe.disputes.list(params)).data.map(({ id }) => id);
  expect(await ids({ payment_intent: intent })).toEqual([dispute.id]);
  expect(await ids({ created: { gte: dispute.created } })).toEqual([dispute.id]);
  expect(await ids({ created: { gt: dispute.created } })).toEqual([]);
  expect(await ids({ charge: (await harness.paid(500)).charge })).toEqual([]);
  expect(await refusalOf(harness.stripe.disputes.list({ charge: 'ch_none' }))).toMatchObject({
    status: 404,
    param: 'charge',
  });
  expect(await refusalOf(harness.stripe.disputes.list({ payment_intent: 'pi_none' }))).toMatchObject({
    status: 404,
    param: 'payment_intent',
  });
});

it.each([
  [{ evidence: { diary: 'no' } }, { code: 'parameter_unknown', param: 'evidence[diary]' }],
  [{ amount: 5 }, { code: 'parameter_unknown', param: 'amount' }],
])('refuses evidence that Stripe does not know: %j', async (params, refusal) => {
  const dispute = await open((await harness.paid(10_000)).charge);
  expect(await refusalOf(harness.stripe.disputes.update(dispute.id, params as object))).toMatchObject(refusal);
  expect((await harness.stripe.disputes.retrieve(dispute.id)).status).toBe('needs_response');
});

it('refuses a reason that no bank gives', async () => {
  const { charge } = await harness.paid(10_000);
  expect((await harness.control('disputes', { charge, reason: 'mood' })).status).toBe(400);
});
