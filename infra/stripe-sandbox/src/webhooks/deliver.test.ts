import type Stripe from 'stripe';
import { refusalOf, startHarness, type Harness } from '../testing/harness';

let harness: Harness;
beforeEach(async () => (harness = await startHarness()));
afterEach(() => harness.stop());

const types = () => harness.received.map(({ type }) => type);
const refundAmounts = () =>
  harness.received
    .filter(({ type }) => type === 'refund.created')
    .map(({ data }) => (data.object as Stripe.Refund).amount);

/** A paid charge with refunds of 1, 2, ... n, their webhooks all delivered. */
async function refundSome(n: number): Promise<void> {
  const { intent } = await harness.paid(1_000);
  for (let amount = 1; amount <= n; amount += 1)
    await harness.stripe.refunds.create({ payment_intent: intent, amount });
  await harness.quiet();
}

it('delivers events of one payment in order', async () => {
  await refundSome(5);
  expect(types().slice(0, 3)).toEqual(['charge.succeeded', 'payment_intent.succeeded', 'checkout.session.completed']);
  expect(refundAmounts()).toEqual([1, 2, 3, 4, 5]);
});

it('tries again until a 2xx, the later events of the payment waiting', async () => {
  harness.hookAnswers.push(500, 404, 302);
  await harness.paid(1_000);
  await harness.quiet();
  expect(types()).toEqual(['charge.succeeded', 'payment_intent.succeeded', 'checkout.session.completed']);
  expect((await harness.control('state')).body['webhooks']).toEqual({ undelivered: 0, delivered: 3, abandoned: 0 });
});

it('gives up after the last attempt', async () => {
  const impatient = await startHarness({ delivery: { maxAttempts: 2, firstRetryMs: 1 } });
  try {
    impatient.hookAnswers.push(500, 500);
    await impatient.paid(1_000);
    await impatient.quiet();
    expect(impatient.received.map(({ type }) => type)).toEqual([
      'payment_intent.succeeded',
      'checkout.session.completed',
    ]);
    expect((await impatient.control('state')).body['webhooks']).toMatchObject({ abandoned: 1 });
  } finally {
    await impatient.stop();
  }
});

it('sends each event as often as told', async () => {
  await harness.control('faults', { webhooks: { copies: 2 } });
  await refundSome(1);
  await harness.quiet();
  const ids = harness.received.map(({ id }) => id);
  expect(ids).toHaveLength(10);
  expect(new Set(ids).size).toBe(5);
});

it('sends a window of events last first', async () => {
  await harness.control('faults', { webhooks: { reverseWindow: 7, reverseWaitMs: 20_000 } });
  await refundSome(2);
  expect(types()).toEqual([
    'charge.refunded',
    'refund.created',
    'charge.refunded',
    'refund.created',
    'checkout.session.completed',
    'payment_intent.succeeded',
    'charge.succeeded',
  ]);
  expect(refundAmounts()).toEqual([2, 1]);
});

it('sends nothing while off, and loses the events for good', async () => {
  await harness.control('faults', { webhooks: { off: true } });
  await refundSome(1);
  await harness.control('faults', {});
  await refundSome(1);
  expect(types()).toHaveLength(5);
  expect((await harness.stripe.events.list({ type: 'refund.created' })).data).toHaveLength(2);
});

it('loses about as many as told', async () => {
  await harness.control('faults', { seed: 3, webhooks: { lossProbability: 0.5 } });
  await refundSome(30);
  expect(harness.received.length).toBeGreaterThan(15);
  expect(harness.received.length).toBeLessThan(48);
});

it('delays as long as told', async () => {
  await harness.control('faults', { webhooks: { delayMs: 150 } });
  const startedAtMs = Date.now();
  await harness.paid(1_000);
  expect(harness.received).toHaveLength(0);
  await harness.quiet();
  expect(harness.received).toHaveLength(3);
  expect(Date.now() - startedAtMs).toBeGreaterThanOrEqual(150);
});

it('sends about as many twice as told', async () => {
  await harness.control('faults', { seed: 3, webhooks: { duplicateProbability: 0.5 } });
  await refundSome(20);
  const ids = harness.received.map(({ id }) => id);
  expect(new Set(ids).size).toBe(43);
  expect(ids.length).toBeGreaterThan(50);
  expect(ids.length).toBeLessThan(80);
});

it('lets later events overtake under jitter, and loses none', async () => {
  await harness.control('faults', { seed: 3, webhooks: { jitterMs: 300 } });
  await refundSome(20);
  const amounts = refundAmounts();
  const inOrder = Array.from({ length: 20 }, (_, i) => i + 1);
  expect(amounts).not.toEqual(inOrder);
  expect([...amounts].sort((a, b) => a - b)).toEqual(inOrder);
});

it('forgets on reset what jitter holds back', async () => {
  await harness.control('faults', { webhooks: { jitterMs: 3_600_000 } });
  await harness.paid(1_000);
  expect((await harness.control<{ quiet: boolean }>('state')).body.quiet).toBe(false);
  await harness.control('reset', {});
  expect((await harness.control<{ quiet: boolean }>('state')).body.quiet).toBe(true);
  expect(harness.received).toEqual([]);
});

it('shows the events as a list and one by one, the same as sent', async () => {
  await refundSome(1);
  const listed = await harness.stripe.events.list({ types: ['refund.created', 'charge.refunded'] });
  expect(listed.data.map(({ type }) => type)).toEqual(['charge.refunded', 'refund.created']);
  const sent = harness.received.find(({ type }) => type === 'refund.created');
  expect(JSON.parse(JSON.stringify(await harness.stripe.events.retrieve(sent?.id ?? '')))).toEqual(
    JSON.parse(JSON.stringify(sent)),
  );
  expect(await refusalOf(harness.stripe.events.retrieve('evt_none'))).toMatchObject({ status: 404 });
});

it('delivers to endpoints made through the API, only what they asked for, until deleted', async () => {
  const made = await harness.stripe.webhookEndpoints.create({
    url: `${harness.sandbox.url}/nowhere`,
    enabled_events: ['refund.created'],
  });
  expect(made.secret).toMatch(/^whsec_/);
  expect((await harness.stripe.webhookEndpoints.list()).data.map(({ id }) => id)).toContain(made.id);
  await harness.paid(1_000);
  await harness.quiet();
  const { intent } = await harness.paid(1_000);
  await harness.stripe.refunds.create({ payment_intent: intent, amount: 1 });
  expect((await harness.control<{ quiet: boolean }>('state')).body.quiet).toBe(false);
  await harness.stripe.webhookEndpoints.del(made.id);
  await harness.quiet();
  expect(await refusalOf(harness.stripe.webhookEndpoints.retrieve(made.id))).toMatchObject({ status: 404 });
});
