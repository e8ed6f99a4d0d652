import { line, startHarness, type Harness } from '../testing/harness';

let harness: Harness;
beforeAll(async () => (harness = await startHarness()));
afterAll(() => harness.stop());

/** What a browser sends when a button of the form is pressed. */
const submit = (url: string, verb: string) =>
  fetch(`${url}/${verb}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ payment_method: 'card' }),
    headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
  });

it('shows lines and total, and takes what a learner wrote as text', async () => {
  const session = await harness.newSession({
    line_items: [line(2_000, 'usd', 'Entry fee'), line(10_000, 'usd', '<script>alert("x")</script>')],
  });
  const page = await (await fetch(String(session.url))).text();
  for (const shown of ['Entry fee', '$20.00', '$120.00', '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;'])
    expect(page).toContain(shown);
  expect(page).not.toContain('<script>');
});

it('writes yen without cents', async () => {
  const session = await harness.newSession({ line_items: [line(5_000, 'jpy')] });
  expect(await (await fetch(String(session.url))).text()).toContain('¥5,000');
});

it('pays by form and goes on to success_url', async () => {
  const session = await harness.newSession();
  const paid = await submit(String(session.url), 'pay');
  expect([paid.status, paid.headers.get('location')]).toEqual([303, `http://shop.test/done?session=${session.id}`]);
  const again = await submit(String(session.url), 'pay');
  expect(again.status).toBe(409);
  expect(await again.text()).toContain('Already paid');
  expect((await fetch(String(session.url))).status).toBe(409);
});

it('shows a declined attempt with the buttons to try again', async () => {
  const session = await harness.newSession();
  const declined = await submit(String(session.url), 'decline');
  const page = await declined.text();
  expect(declined.status).toBe(402);
  expect(page).toContain('Your card was declined');
  expect(page).toContain(`/checkout/${session.id}/pay`);
  expect((await submit(String(session.url), 'pay')).status).toBe(303);
});

it('declines with the reason that was chosen, as Stripe says it', async () => {
  const session = await harness.newSession();
  expect(await harness.press(session, 'decline', { decline_code: 'insufficient_funds' })).toMatchObject({
    status: 402,
    body: { error: { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds' } },
  });
  const { payment_intent } = await harness.stripe.checkout.sessions.retrieve(session.id, {
    expand: ['payment_intent'],
  });
  expect(payment_intent).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { decline_code: 'insufficient_funds', message: 'Your card has insufficient funds.' },
  });
  expect(await harness.press(session, 'decline', { decline_code: 'bad_mood' })).toMatchObject({ status: 400 });
});

it('expires by a button, for good, and shows the way back', async () => {
  const session = await harness.newSession();
  const page = await submit(String(session.url), 'expire');
  expect([page.status, (await page.text()).includes('href="http://shop.test/back"')]).toEqual([200, true]);
  expect((await harness.stripe.checkout.sessions.retrieve(session.id)).status).toBe('expired');
  expect((await submit(String(session.url), 'pay')).status).toBe(409);
  expect((await submit(String(session.url), 'expire')).status).toBe(409);
});

it('goes back to cancel_url', async () => {
  const session = await harness.newSession();
  expect((await submit(String(session.url), 'abandon')).headers.get('location')).toBe('http://shop.test/back');
});

it('refuses a method that is not offered, and a session that is not there', async () => {
  const session = await harness.newSession({ allowed_payment_method_types: ['card'] });
  expect(await harness.press(session, 'pay', { payment_method: 'alipay' })).toMatchObject({
    status: 400,
    body: { error: { code: 'payment_method_not_offered' } },
  });
  expect(await harness.press(session, 'pay', { payment_method: 'pebbles' })).toMatchObject({ status: 400 });
  expect(await harness.press({ ...session, id: 'cs_test_none' }, 'pay')).toMatchObject({ status: 404 });
  expect((await fetch(`${harness.sandbox.url}/checkout/cs_test_none`)).status).toBe(404);
});
