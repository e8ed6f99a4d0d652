import type Stripe from 'stripe';
import { refusalOf, startHarness, type Harness } from '../testing/harness';

let harness: Harness;
beforeEach(async () => (harness = await startHarness()));
afterEach(() => harness.stop());

const available = async () => (await harness.stripe.balance.retrieve()).available[0]?.amount ?? 0;
const open = async (charge: string, more = {}) => (await harness.control<Stripe.Dispute>('disputes', { charge, ...more })).body;

it('takes the money and a fee at once and bars refunds', async () => {
  const { charge } = await harness.paid(10_000);
  await harness.stripe.refunds.create({ charge, amount: 1_000 });
  const before = await available();
  const dispute = await open(charge, { amount: 9_000 });
  expect(dispute).toMatchObject({ status: 'needs_response', amount: 9_000, charge, reason: 'fraudulent' });
  expect(await available()).toBe(before - 9_000 - 1_500);
  expect(await refusalOf(harness.stripe.refunds.create({ charge, amount: 1 }))).toMatchObject({ status: 400, code: 'charge_disputed' });
  expect((await harness.stripe.charges.retrieve(charge)).disputed).toBe(true);
  await harness.quiet();
  expect(harness.received.map(({ type }) => type)).toEqual(expect.arrayContaining(['charge.dispute.created', 'charge.dispute.funds_withdrawn']));
  const [withdrawal] = (await harness.stripe.balanceTransactions.list({ type: 'adjustment' })).data;
  expect(withdrawal).toMatchObject({ amount: -9_000, fee: 1_500, net: -10_500, source: dispute.id, reporting_category: 'dispute' });
});

it('won: money and fee come back, refunds are possible again', async () => {
  const { charge } = await harness.paid(10_000);
  const before = await available();
  const dispute = await open(charge);
  expect((await harness.control<Stripe.Dispute>(`disputes/${dispute.id}/close`, { as: 'won' })).body).toMatchObject({ status: 'won' });
  expect(await available()).toBe(before);
  expect((await harness.stripe.disputes.retrieve(dispute.id)).balance_transactions.map(({ amount }) => amount)).toEqual([-10_000, 10_000]);
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
  expect(harness.received.at(-1)).toMatchObject({ type: 'charge.dispute.closed', data: { object: { status: 'lost' } } });
});

it('takes evidence, lists by charge, and closes through the API as lost', async () => {
  const { charge } = await harness.paid(10_000);
  const dispute = await open(charge);
  const answered = await harness.stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: 'refunded 1,000 on day 3' }, submit: true });
  expect(answered).toMatchObject({ status: 'under_review', evidence: { uncategorized_text: 'refunded 1,000 on day 3' }, evidence_details: { has_evidence: true, submission_count: 1 } });
  expect((await harness.stripe.disputes.list({ charge })).data.map(({ id }) => id)).toEqual([dispute.id]);
  expect((await harness.stripe.disputes.close(dispute.id)).status).toBe('lost');
  expect(await refusalOf(harness.stripe.disputes.update(dispute.id, { metadata: { a: 'b' } }))).toMatchObject({ code: 'dispute_already_closed' });
});

it('cannot dispute twice, more than was charged, or what is not there', async () => {
  const { charge } = await harness.paid(10_000);
  expect((await harness.control('disputes', { charge, amount: 10_001 })).status).toBe(409);
  await open(charge);
  expect((await harness.control('disputes', { charge })).status).toBe(409);
  expect((await harness.control('disputes', { charge: 'ch_none' })).status).toBe(404);
});
