import type Stripe from 'stripe';
import { line, startHarness, type Harness } from '../testing/harness';
import { findStripeMock, startStripeMock } from '../testing/stripe-mock';

/** The sandbox's answers beside those of stripe-mock, which carries Stripe's OpenAPI. */

const binary = findStripeMock();
if (binary === undefined && process.env['CI'] !== 'true') {
  process.stderr.write(
    'stripe-mock is not here (STRIPE_MOCK_BIN, .daka/bin/stripe-mock): the comparison of answers with it is skipped\n',
  );
}

type Shape = Record<string, unknown>;
type Ask = (stripe: Stripe) => Promise<unknown>;

/** Fields of the API version that the SDK pins, which stripe-mock's description does not have yet. */
const NEWER_THAN_MOCK = ['allowed_payment_method_types', 'source', 'payment_record', 'intended_submission_method'];

/** Fields that Stripe's description calls optional: stripe-mock shows them, a real answer only when there is something to show, and the other way round. */
const OPTIONAL = [
  'refunds',
  'failure_reason',
  'failure_balance_transaction',
  'pending_reason',
  'description',
  'account',
  'secret',
  'network_reason_code',
  'level3',
  'radar_options',
];

const comparison = binary === undefined && process.env['CI'] !== 'true' ? describe.skip : describe;

comparison('beside stripe-mock', () => {
  let harness: Harness;
  let mock: Awaited<ReturnType<typeof startStripeMock>>;
  const ids = { session: '', intent: '', charge: '', refund: '', transaction: '', event: '', dispute: '' };

  beforeAll(async () => {
    if (binary === undefined)
      throw new Error('stripe-mock is needed in CI: set STRIPE_MOCK_BIN or put it at .daka/bin/stripe-mock');
    mock = await startStripeMock(binary);
    harness = await startHarness();
    const paid = await harness.paid(10_000);
    const refund = await harness.stripe.refunds.create({ payment_intent: paid.intent, amount: 100 });
    const dispute = await harness.control<Stripe.Dispute>('disputes', { charge: paid.charge });
    const [event] = (await harness.stripe.events.list({ type: 'refund.created' })).data;
    Object.assign(ids, paid, {
      refund: refund.id,
      transaction: String(refund.balance_transaction),
      event: event?.id,
      dispute: dispute.body.id,
    });
  });
  afterAll(async () => {
    await harness?.stop();
    await mock?.stop();
  });

  const session: Stripe.Checkout.SessionCreateParams = {
    mode: 'payment',
    line_items: [line(2_000, 'usd', 'Entry fee'), line(10_000)],
    client_reference_id: 'e1',
    metadata: { cohort: 'c1' },
    payment_intent_data: { metadata: { enrolment: 'e1' }, description: 'Cohort' },
    customer_email: 'a@b.test',
    locale: 'en',
    success_url: 'http://shop.test/done?s={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://shop.test/back',
    expires_at: Math.floor(Date.now() / 1_000) + 3_600,
  };
  const asks: readonly (readonly [string, Ask])[] = [
    ['a new session', (stripe) => stripe.checkout.sessions.create(session)],
    ['a session', (stripe) => stripe.checkout.sessions.retrieve(ids.session)],
    [
      'a session with its intent',
      (stripe) =>
        stripe.checkout.sessions
          .retrieve(ids.session, { expand: ['payment_intent'] })
          .then((one) => one.payment_intent),
    ],
    ['sessions', (stripe) => stripe.checkout.sessions.list({ payment_intent: ids.intent, limit: 1 })],
    ['the lines of a session', (stripe) => stripe.checkout.sessions.listLineItems(ids.session)],
    ['a line', (stripe) => stripe.checkout.sessions.listLineItems(ids.session).then(({ data }) => data[0])],
    [
      'the price of a line',
      (stripe) => stripe.checkout.sessions.listLineItems(ids.session).then(({ data }) => data[0]?.price),
    ],
    ['a payment intent', (stripe) => stripe.paymentIntents.retrieve(ids.intent)],
    ['a charge', (stripe) => stripe.charges.retrieve(ids.charge)],
    ['charges', (stripe) => stripe.charges.list({ payment_intent: ids.intent })],
    ['a refund', (stripe) => stripe.refunds.retrieve(ids.refund)],
    ['a changed refund', (stripe) => stripe.refunds.update(ids.refund, { metadata: { a: 'b' } })],
    ['refunds', (stripe) => stripe.refunds.list({ payment_intent: ids.intent, limit: 1 })],
    ['a balance transaction', (stripe) => stripe.balanceTransactions.retrieve(ids.transaction)],
    [
      'balance transactions',
      (stripe) => stripe.balanceTransactions.list({ created: { gte: 1, lt: 4_000_000_000 }, type: 'refund', limit: 1 }),
    ],
    ['the balance', (stripe) => stripe.balance.retrieve()],
    ['an event', (stripe) => stripe.events.retrieve(ids.event)],
    ['a dispute', (stripe) => stripe.disputes.retrieve(ids.dispute)],
    ['the evidence of a dispute', (stripe) => stripe.disputes.retrieve(ids.dispute).then(({ evidence }) => evidence)],
    ['disputes', (stripe) => stripe.disputes.list({ charge: ids.charge })],
    [
      'a webhook endpoint',
      (stripe) =>
        stripe.webhookEndpoints.create({ url: 'http://127.0.0.1:1/none', enabled_events: ['refund.created'] }),
    ],
  ];

  it.each(asks)('%s has the fields of Stripe, and no other', async (_what, ask) => {
    const [ours, theirs] = [shapeOf(await ask(harness.stripe)), shapeOf(await ask(mock.stripe))];
    const unknown = Object.keys(ours).filter(
      (key) => !(key in theirs) && ![...NEWER_THAN_MOCK, ...OPTIONAL].includes(key),
    );
    const absent = Object.keys(theirs).filter((key) => !(key in ours) && !OPTIONAL.includes(key));
    expect({ unknown, absent }).toEqual({ unknown: [], absent: [] });
  });

  it.each(asks)('%s has values of the same types', async (_what, ask) => {
    const [ours, theirs] = [shapeOf(await ask(harness.stripe)), shapeOf(await ask(mock.stripe))];
    const differing = Object.keys(ours).filter(
      (key) => key in theirs && ours[key] !== 'null' && theirs[key] !== 'null' && ours[key] !== theirs[key],
    );
    expect(differing).toEqual([]);
  });

  it.each([
    ['a session', (stripe: Stripe) => stripe.checkout.sessions.create({ ...session, bogus: '1' } as object)],
    ['a refund', (stripe: Stripe) => stripe.refunds.create({ charge: ids.charge, bogus: '1' } as object)],
    ['a refund of words', (stripe: Stripe) => stripe.refunds.create({ charge: ids.charge, amount: 'ten' } as object)],
    ['a list', (stripe: Stripe) => stripe.refunds.list({ bogus: '1' } as object)],
  ])('both refuse %s with what Stripe does not know', async (_what, ask) => {
    await expect(ask(mock.stripe)).rejects.toMatchObject({ statusCode: 400 });
    await expect(ask(harness.stripe)).rejects.toMatchObject({ statusCode: 400 });
  });
});

function shapeOf(answer: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answer as Shape)
      .filter(([key]) => key !== 'lastResponse')
      .map(([key, value]) => [key, typeName(value)]),
  );
}

const typeName = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
