import { line, refusalOf, startHarness, type Harness } from '../testing/harness';

let harness: Harness;
beforeAll(async () => (harness = await startHarness()));
afterAll(() => harness.stop());

const nowSeconds = () => Math.floor(Date.now() / 1000);

it('pays a session with two lines: captured, marked paid, told by three events', async () => {
  const session = await harness.newSession({
    line_items: [line(2_000, 'usd', 'Entry fee'), line(10_000, 'usd', 'Deposit')],
    client_reference_id: 'enrolment-1',
    metadata: { cohort: 'c1' },
    payment_intent_data: { metadata: { enrolment: 'e1' } },
    customer_email: 'a@b.test',
  });
  expect(session).toMatchObject({
    status: 'open',
    payment_status: 'unpaid',
    amount_total: 12_000,
    payment_intent: null,
    metadata: { cohort: 'c1' },
    url: `${harness.sandbox.url}/checkout/${session.id}`,
  });

  const pressed = await harness.press(session, 'pay');
  expect(pressed).toMatchObject({ status: 200, body: { redirect_url: `http://shop.test/done?session=${session.id}` } });
  await harness.quiet();

  const paid = await harness.stripe.checkout.sessions.retrieve(session.id, {
    expand: ['payment_intent.latest_charge.balance_transaction', 'line_items'],
  });
  expect(paid).toMatchObject({ status: 'complete', payment_status: 'paid', url: null });
  expect(paid.payment_intent).toMatchObject({
    object: 'payment_intent',
    status: 'succeeded',
    amount_received: 12_000,
    metadata: { enrolment: 'e1' },
    latest_charge: {
      object: 'charge',
      paid: true,
      captured: true,
      metadata: { enrolment: 'e1' },
      balance_transaction: { amount: 12_000, fee: 378, net: 11_622, type: 'charge' },
    },
  });
  expect(paid.line_items?.data.map(({ description, amount_total }) => [description, amount_total])).toEqual([
    ['Entry fee', 2_000],
    ['Deposit', 10_000],
  ]);
  expect(harness.received.slice(-3).map(({ type }) => type)).toEqual([
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.completed',
  ]);
});

it('refuses to pay the same session twice', async () => {
  const session = await harness.newSession();
  const pressed = await Promise.all(Array.from({ length: 10 }, () => harness.press(session, 'pay')));
  expect(pressed.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
  expect(pressed.find(({ status }) => status === 409)?.body.error?.code).toBe('already_paid');
  const charges = (await harness.control<{ charges: { session: string }[] }>('state')).body.charges;
  expect(charges.filter((charge) => charge.session === session.id)).toHaveLength(1);
});

it('keeps a declined session open for another try on the same payment intent', async () => {
  const session = await harness.newSession();
  const declined = await harness.press(session, 'decline');
  expect(declined).toMatchObject({ status: 402, body: { error: { code: 'card_declined' } } });
  const intent = await harness.stripe.paymentIntents.retrieve(declined.body.error?.payment_intent ?? '');
  expect(intent).toMatchObject({
    status: 'requires_payment_method',
    amount_received: 0,
    last_payment_error: { code: 'card_declined', decline_code: 'generic_decline' },
  });

  const paid = await harness.press(session, 'pay');
  expect(paid.body.session?.payment_intent).toBe(intent.id);
  const charges = await harness.stripe.charges.list({ payment_intent: intent.id });
  expect(charges.data.map(({ status }) => status)).toEqual(['succeeded', 'failed']);
  await harness.quiet();
  expect(harness.received.map(({ type }) => type)).toContain('payment_intent.payment_failed');
});

it('sends who abandons back to cancel_url and leaves the session open', async () => {
  const session = await harness.newSession();
  expect((await harness.press(session, 'abandon')).body.redirect_url).toBe('http://shop.test/back');
  expect((await harness.stripe.checkout.sessions.retrieve(session.id)).status).toBe('open');
});

it('expires once, and takes no payment afterwards', async () => {
  const session = await harness.newSession();
  expect((await harness.stripe.checkout.sessions.expire(session.id)).status).toBe('expired');
  expect((await refusalOf(harness.stripe.checkout.sessions.expire(session.id))).message).toContain(
    'status of `expired`',
  );
  expect(await harness.press(session, 'pay')).toMatchObject({
    status: 409,
    body: { error: { code: 'session_expired' } },
  });
  await harness.quiet();
  expect(harness.received.at(-1)).toMatchObject({
    type: 'checkout.session.expired',
    data: { object: { id: session.id } },
  });
});

it('expires by itself at expires_at', async () => {
  let nowMs = Date.now();
  const timed = await startHarness({ now: () => nowMs });
  try {
    const session = await timed.newSession({ expires_at: Math.floor(nowMs / 1000) + 1_800 });
    nowMs += 1_801_000;
    expect((await timed.press(session, 'pay')).body.error?.code).toBe('session_expired');
    const status = async () => (await timed.stripe.checkout.sessions.retrieve(session.id)).status;
    for (let attempt = 0; attempt < 100 && (await status()) === 'open'; attempt += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await status()).toBe('expired');
  } finally {
    await timed.stop();
  }
});

it('completes a session of nothing at once', async () => {
  const session = await harness.newSession({ line_items: [line(0)] });
  expect(session).toMatchObject({
    status: 'complete',
    payment_status: 'no_payment_required',
    payment_intent: null,
    url: null,
  });
});

it.each(['succeeded', 'failed'] as const)('a delayed method completes unpaid and later says %s', async (as) => {
  const session = await harness.newSession({
    allowed_payment_method_types: ['card', 'sepa_debit'],
    line_items: [line(5_000, 'eur')],
  });
  const { body } = await harness.press(session, 'pay', { payment_method: 'sepa_debit' });
  expect(body.session).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
  const settled = await harness.control(`sessions/${session.id}/settle`, { as });
  expect(settled.body).toMatchObject({ payment_status: as === 'succeeded' ? 'paid' : 'unpaid' });
  expect((await harness.control(`sessions/${session.id}/settle`, { as })).status).toBe(409);
  await harness.quiet();
  expect(harness.received.at(-1)?.type).toBe(`checkout.session.async_payment_${as}`);
});

it('lists by payment intent and by status', async () => {
  const { intent, session } = await harness.paid(700);
  expect((await harness.stripe.checkout.sessions.list({ payment_intent: intent })).data.map(({ id }) => id)).toEqual([
    session,
  ]);
  const open = await harness.newSession();
  const listed = await harness.stripe.checkout.sessions.list({ status: 'open', limit: 1 });
  expect(listed.data.map(({ id }) => id)).toEqual([open.id]);
});

it('counts yen as yen and thousandths in tens', async () => {
  expect((await harness.newSession({ line_items: [line(500, 'jpy')] })).amount_total).toBe(500);
  expect((await harness.newSession({ line_items: [line(12_340, 'kwd')] })).amount_total).toBe(12_340);
  expect(await refusalOf(harness.newSession({ line_items: [line(12_345, 'kwd')] }))).toMatchObject({
    status: 400,
    param: 'line_items',
  });
});

it.each([
  ['an unknown parameter', { bogus: 1 }, { code: 'parameter_unknown', param: 'bogus' }],
  [
    'an unknown nested parameter',
    { line_items: [{ ...line(500), colour: 'red' }] },
    { code: 'parameter_unknown', param: 'line_items[0][colour]' },
  ],
  [
    "a parameter of Stripe's that is not played",
    { allow_promotion_codes: true },
    { code: 'parameter_unsupported', param: 'allow_promotion_codes' },
  ],
  [
    'a nested one of these',
    { payment_intent_data: { capture_method: 'manual' } },
    { code: 'parameter_unsupported', param: 'payment_intent_data[capture_method]' },
  ],
  ['another mode', { mode: 'subscription' }, { param: 'mode' }],
  ['no line', { line_items: undefined }, { code: 'parameter_missing', param: 'line_items' }],
  ['no success_url', { success_url: undefined }, { code: 'parameter_missing', param: 'success_url' }],
  ['no address', { success_url: 'not a url' }, { code: 'url_invalid', param: 'success_url' }],
  ['too little', { line_items: [line(49)] }, { code: 'amount_too_small' }],
  ['too much', { line_items: [line(100_000_000)] }, { code: 'amount_too_large' }],
  [
    'half a cent',
    { line_items: [line(50.5)] },
    { code: 'parameter_invalid_integer', param: 'line_items[0][price_data][unit_amount]' },
  ],
  ['two currencies', { line_items: [line(500), line(500, 'eur')] }, { param: 'line_items[1][price_data][currency]' }],
  ['no currency of this world', { line_items: [line(500, 'xxx')] }, { param: 'line_items[0][price_data][currency]' }],
  [
    'what the API version no longer has',
    { payment_method_types: ['card'] },
    { code: 'parameter_unknown', param: 'payment_method_types' },
  ],
  ['a method not played', { allowed_payment_method_types: ['giropay'] }, { param: 'allowed_payment_method_types[0]' }],
  [
    'only methods that do not take the currency',
    { allowed_payment_method_types: ['sepa_debit'] },
    { param: 'allowed_payment_method_types' },
  ],
  ['too early an end', { expires_at: nowSeconds() + 60 }, { param: 'expires_at' }],
  ['too late an end', { expires_at: nowSeconds() + 90_000 }, { param: 'expires_at' }],
  ['a metadata value of 501 characters', { metadata: { a: 'x'.repeat(501) } }, { param: 'metadata[a]' }],
  ['a property that cannot be expanded', { expand: ['nothing'] }, { param: 'expand' }],
])('refuses %s', async (_what, overrides, refusal) => {
  expect(await refusalOf(harness.newSession(overrides as object))).toMatchObject({
    status: 400,
    type: 'invalid_request_error',
    ...refusal,
  });
});

it('does not know sessions that were never made', async () => {
  expect(await refusalOf(harness.stripe.checkout.sessions.retrieve('cs_test_none'))).toMatchObject({
    status: 404,
    code: 'resource_missing',
    message: "No such checkout.session: 'cs_test_none'",
  });
});
