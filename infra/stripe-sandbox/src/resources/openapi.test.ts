import type Stripe from 'stripe';
import { line, startHarness, type Harness } from '../testing/harness';
import { findStripeMock } from '../testing/stripe-mock';
import {
  createAnswerCheck,
  eventTypesOf,
  readStripeOpenApi,
  type AnswerCheck,
  type OpenApi,
} from '../testing/stripe-openapi';

/** The sandbox's answers against Stripe's own OpenAPI document, which stripe-mock carries. */

const binary = findStripeMock();
const isNeeded = process.env['CI'] === 'true';
if (binary === undefined && !isNeeded) {
  process.stderr.write(
    "stripe-mock is not here (STRIPE_MOCK_BIN, .daka/bin/stripe-mock): the check of answers against Stripe's OpenAPI is skipped\n",
  );
}
const check = binary === undefined && !isNeeded ? describe.skip : describe;

const PLAYED = [
  'account',
  'account_link',
  'balance',
  'balance_transaction',
  'charge',
  'checkout.session',
  'dispute',
  'event',
  'item',
  'line_item',
  'payment_intent',
  'price',
  'refund',
  'transfer',
  'transfer_reversal',
  'webhook_endpoint',
  'deleted_webhook_endpoint',
];

/** Fields of the API version that the SDK pins, which the document of stripe-mock does not have yet. */
const NEWER_THAN_DOCUMENT = {
  'checkout.session': ['allowed_payment_method_types'],
  charge: ['source'],
  dispute: ['intended_submission_method'],
  dispute_evidence_details: ['submission_method'],
  payment_intent: ['allowed_payment_method_types', 'payment_record', 'source'],
  payment_method_details_card: ['electronic_commerce_indicator'],
};

check("by Stripe's OpenAPI", () => {
  let harness: Harness;
  let document: OpenApi;
  let answers: AnswerCheck;

  beforeAll(async () => {
    if (binary === undefined)
      throw new Error('stripe-mock is needed in CI: set STRIPE_MOCK_BIN or put it at .daka/bin/stripe-mock');
    document = readStripeOpenApi(binary);
    answers = createAnswerCheck(document, { played: PLAYED, extra: NEWER_THAN_DOCUMENT });
    harness = await startHarness();
  });
  afterAll(() => harness?.stop());
  afterEach(async () => {
    await harness.control('faults', {});
    await harness.control('terms', {});
  });

  /** Asks and holds the answer against the document; `params` are as on the wire. */
  async function ask(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    params: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const form = new URLSearchParams(params);
    const response = await fetch(`${harness.sandbox.url}${path}${method === 'GET' ? `?${form}` : ''}`, {
      method,
      headers: { authorization: 'Bearer sk_test_daka', ...headers },
      ...(method === 'POST' && { body: form }),
    });
    const body = (await response.json()) as Record<string, unknown>;
    expect(answers.answer({ method, path }, response.status, body)).toEqual([]);
    return { status: response.status, body };
  }

  const expanding = (...paths: string[]): Record<string, string> =>
    Object.fromEntries(paths.map((path, i) => [`expand[${i}]`, path]));

  it.each(['card', 'wechat_pay', 'alipay', 'link'])(
    'sessions, intents, charges and refunds paid by %s',
    async (method) => {
      await harness.control('terms', { payWith: method, availableAfterMs: 60_000 });
      const open = await harness.newSession({ metadata: { a: 'b' }, customer_email: 'a@b.test' });
      expect((await ask('GET', `/v1/checkout/sessions/${open.id}`)).body['status']).toBe('open');
      const { session, intent, charge } = await harness.paid(10_000, {
        line_items: [line(2_000), line(8_000)],
        client_reference_id: 'e1',
        locale: 'en',
      });
      await ask(
        'GET',
        `/v1/checkout/sessions/${session}`,
        expanding('line_items', 'payment_intent.latest_charge.balance_transaction'),
      );
      await ask('GET', `/v1/checkout/sessions/${session}/line_items`);
      await ask('GET', '/v1/checkout/sessions', { payment_intent: intent });
      await ask('GET', `/v1/payment_intents/${intent}`, expanding('latest_charge'));
      await ask('GET', '/v1/payment_intents', { limit: '2' });
      const made = await ask('POST', '/v1/refunds', {
        payment_intent: intent,
        amount: '100',
        reason: 'requested_by_customer',
        'metadata[a]': 'b',
        ...expanding('balance_transaction'),
      });
      expect(made.status).toBe(200);
      await ask('POST', `/v1/refunds/${String(made.body['id'])}`, { 'metadata[a]': 'c' });
      await ask('GET', '/v1/refunds', { charge, ...expanding('data.charge') });
      await ask('GET', `/v1/charges/${charge}`, expanding('balance_transaction', 'payment_intent', 'refunds'));
      await ask('GET', '/v1/charges', { payment_intent: intent });
      await ask('GET', '/v1/balance');
      await ask('GET', '/v1/balance_transactions', { ...expanding('data.source') });
    },
  );

  it('new and expired sessions, declined and free payments', async () => {
    const made = await ask('POST', '/v1/checkout/sessions', {
      mode: 'payment',
      success_url: 'http://shop.test/done',
      'line_items[0][quantity]': '1',
      'line_items[0][price_data][currency]': 'jpy',
      'line_items[0][price_data][unit_amount]': '500',
      'line_items[0][price_data][product_data][name]': 'Deposit',
    });
    expect((await ask('POST', `/v1/checkout/sessions/${String(made.body['id'])}/expire`)).body['status']).toBe(
      'expired',
    );
    const session = await harness.newSession();
    const { body } = await harness.press(session, 'decline');
    await ask('GET', `/v1/payment_intents/${String(body.error?.payment_intent)}`, expanding('latest_charge'));
    await ask('GET', `/v1/checkout/sessions/${(await harness.newSession({ line_items: [line(0)] })).id}`);
  });

  it.each([
    ['sepa_debit', 'eur'],
    ['konbini', 'jpy'],
  ])('a payment by %s, open and then settled', async (method, currency) => {
    const session = await harness.newSession({ line_items: [line(5_000, currency)] });
    const { body: pressed } = await harness.press(session, 'pay', { payment_method: method });
    await ask('GET', `/v1/checkout/sessions/${session.id}`, expanding('payment_intent.latest_charge'));
    await harness.control(`sessions/${session.id}/settle`, { as: 'succeeded' });
    await ask('POST', '/v1/refunds', {
      payment_intent: String(pressed.session?.payment_intent),
      ...expanding('charge'),
    });
  });

  it('refunds that are pending, wait for an action, fail or are canceled', async () => {
    const { charge } = await harness.paid(10_000);
    await harness.control('faults', { refunds: { pendingMs: null } });
    const pending = await ask('POST', '/v1/refunds', { charge, amount: '100' });
    expect(pending.body['status']).toBe('pending');
    await harness.control(`refunds/${String(pending.body['id'])}/settle`, {
      as: 'failed',
      reason: 'lost_or_stolen_card',
    });
    const failed = await ask(
      'GET',
      `/v1/refunds/${String(pending.body['id'])}`,
      expanding('failure_balance_transaction'),
    );
    expect(failed.body).toMatchObject({ status: 'failed', failure_balance_transaction: { type: 'refund_failure' } });
    await harness.control('faults', { refunds: { requiresActionEvery: 1 } });
    const waiting = await ask('POST', '/v1/refunds', { charge, amount: '100' });
    expect((await ask('POST', `/v1/refunds/${String(waiting.body['id'])}/cancel`)).body['status']).toBe('canceled');
    await ask('GET', '/v1/balance_transactions', { type: 'refund_failure' });
  });

  it.each(['won', 'lost'])('disputes that are %s', async (as) => {
    const { charge } = await harness.paid(10_000);
    const { body: dispute } = await harness.control<Stripe.Dispute>('disputes', {
      charge,
      reason: 'product_not_received',
    });
    await ask('GET', `/v1/disputes/${dispute.id}`, expanding('charge', 'payment_intent'));
    await ask('POST', `/v1/disputes/${dispute.id}`, { 'evidence[uncategorized_text]': 'refunded', 'metadata[a]': 'b' });
    await harness.control(`disputes/${dispute.id}/close`, { as });
    expect((await ask('GET', '/v1/disputes', { charge })).body['data']).toMatchObject([{ status: as }]);
    await ask('GET', '/v1/balance_transactions', { source: dispute.id, ...expanding('data.source') });
  });

  it('transfers, their reversals, and what they are in the account that gets them', async () => {
    await harness.paid(10_000);
    const there = { 'stripe-account': 'acct_one' };
    const made = await ask('POST', '/v1/transfers', {
      amount: '500',
      currency: 'usd',
      destination: 'acct_one',
      transfer_group: 'c1',
      'metadata[reason]': 'fee',
      ...expanding('balance_transaction'),
    });
    const id = String(made.body['id']);
    const reversal = await ask('POST', `/v1/transfers/${id}/reversals`, { amount: '200', 'metadata[attempt]': '1' });
    expect([made.status, reversal.status]).toEqual([200, 200]);
    await ask('GET', `/v1/transfers/${id}`);
    await ask('GET', '/v1/transfers', { transfer_group: 'c1' });
    await ask('GET', `/v1/transfers/${id}/reversals`);
    for (const source of [id, String(reversal.body['id'])])
      await ask('GET', '/v1/balance_transactions', { source, ...expanding('data.source') });
    await ask('GET', '/v1/balance_transactions', expanding('data.source'), there);
    await ask('GET', '/v1/charges', {}, there);
    await ask('GET', '/v1/refunds', {}, there);
    const refused = await ask('POST', '/v1/transfers', { amount: '900000', currency: 'usd', destination: 'acct_one' });
    expect(refused.status).toBe(400);
  });

  it("events and what is inside them, as listed and as sent; their types are Stripe's", async () => {
    await harness.quiet();
    const listed = await ask('GET', '/v1/events', { limit: '100' });
    const events = [
      ...(listed.body['data'] as Stripe.Event[]),
      ...(JSON.parse(JSON.stringify(harness.received)) as Stripe.Event[]),
    ];
    const known = new Set(eventTypesOf(document));
    for (const event of events) {
      expect(known).toContain(event.type);
      expect([...answers.object(event), ...answers.object(event.data.object as unknown as { object: string })]).toEqual(
        [],
      );
    }
    const kinds = new Set(events.map(({ data }) => (data.object as unknown as { object: string }).object));
    expect([...kinds].sort()).toEqual([
      'charge',
      'checkout.session',
      'dispute',
      'payment_intent',
      'refund',
      'transfer',
    ]);
    await ask('GET', `/v1/events/${String(events[0]?.id)}`);
  });

  it('accounts and webhook endpoints', async () => {
    await ask('GET', '/v1/account');
    await ask('GET', '/v1/accounts/acct_one');
    const { body: account } = await ask('POST', '/v1/accounts', {
      type: 'express',
      'capabilities[transfers][requested]': 'true',
      'metadata[organisationId]': 'o1',
    });
    await ask('GET', '/v1/accounts');
    const link = await ask('POST', '/v1/account_links', {
      account: String(account['id']),
      type: 'account_onboarding',
      refresh_url: 'http://shop.test/again',
      return_url: 'http://shop.test/done',
    });
    await fetch(`${String(link.body['url'])}/complete`, { method: 'POST', headers: { accept: 'application/json' } });
    const { data } = (await ask('GET', '/v1/events', {}, { 'stripe-account': String(account['id']) })).body;
    const [event] = data as Stripe.Event[];
    expect(event?.type).toBe('account.updated');
    expect(answers.object(event?.data.object as unknown as { object: string })).toEqual([]);
    const made = await ask('POST', '/v1/webhook_endpoints', {
      url: 'http://127.0.0.1:1/none',
      'enabled_events[0]': 'refund.created',
    });
    await ask('GET', '/v1/webhook_endpoints');
    await ask('GET', `/v1/webhook_endpoints/${String(made.body['id'])}`);
    await ask('DELETE', `/v1/webhook_endpoints/${String(made.body['id'])}`);
  });

  it('errors of every kind', async () => {
    const { charge } = await harness.paid(1_000);
    const key = { 'idempotency-key': `k:${charge}` };
    await ask('POST', '/v1/refunds', { charge, amount: '100' }, key);
    const refusals = [
      await ask('POST', '/v1/refunds', { charge, amount: '101' }, key),
      await ask('POST', '/v1/refunds', { charge, amount: '5000' }),
      await ask('POST', '/v1/refunds', { charge, bogus: '1' }),
      await ask('POST', '/v1/refunds', {}),
      await ask('GET', '/v1/charges/ch_none'),
      await ask('GET', '/v1/balance', {}, { authorization: 'Bearer sk_test_wrong' }),
      await ask('GET', '/v1/balance', {}, { 'stripe-account': 'someone' }),
    ];
    for (const fault of ['rateLimitEvery', 'lockTimeoutEvery', 'keyInUseEvery', 'serverErrorEvery']) {
      await harness.control('faults', { requests: { [fault]: 1 } });
      refusals.push(await ask('POST', '/v1/refunds', { charge, amount: '1' }));
    }
    expect(refusals.map(({ status }) => status)).toEqual([400, 400, 400, 400, 404, 401, 403, 429, 429, 409, 500]);
  });

  it('finds what is wrong with an answer', () => {
    const refund = { id: 're_1', object: 'refund', amount: 1, created: 1, currency: 'usd', status: 'succeeded' };
    const asked = { method: 'GET', path: '/v1/refunds/re_1' };
    expect(answers.answer(asked, 200, refund)).toEqual([]);
    expect(answers.answer(asked, 200, { ...refund, amount: '1' })).toEqual([
      expect.stringContaining('/amount: must be integer'),
    ]);
    expect(answers.answer(asked, 200, { ...refund, colour: 'red' })).toEqual([expect.stringContaining('"colour"')]);
    expect(answers.answer(asked, 200, { ...refund, currency: undefined })).toEqual([
      expect.stringContaining('"currency"'),
    ]);
    expect(
      answers.answer(asked, 200, { ...refund, charge: { object: 'customer', id: 'cus_1' } }).length,
    ).toBeGreaterThan(0);
    expect(answers.answer(asked, 404, { error: { type: 'gremlin', message: 'x' } })).toEqual([
      expect.stringContaining('/error/type'),
    ]);
    expect(answers.answer({ method: 'GET', path: '/v1/nothing' }, 200, {})).toEqual([
      expect.stringContaining('describes no answer'),
    ]);
  });
});
