import type Stripe from 'stripe';
import { refusalOf, startHarness, type Harness } from '../testing/harness';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.stop());

const newAccount = (options: Stripe.RequestOptions = {}) =>
  harness.stripe.accounts.create(
    { type: 'express', capabilities: { transfers: { requested: true } }, metadata: { organisationId: 'o1' } },
    options,
  );
const linkFor = (account: string) =>
  harness.stripe.accountLinks.create({
    account,
    type: 'account_onboarding',
    refresh_url: 'http://shop.test/again',
    return_url: 'http://shop.test/done',
  });
const press = (url: string, button: 'complete' | 'leave') =>
  fetch(`${url}/${button}`, { method: 'POST', headers: { accept: 'application/json' }, redirect: 'manual' });

it('creates an account that may be paid once its owner has been through the page', async () => {
  await harness.paid(10_000);
  const { id, ...account } = await newAccount();
  expect(account).toMatchObject({
    type: 'express',
    details_submitted: false,
    capabilities: { transfers: 'inactive' },
    metadata: { organisationId: 'o1' },
  });
  const order = { amount: 100, currency: 'usd', destination: id };
  expect(await refusalOf(harness.stripe.transfers.create(order))).toMatchObject({
    status: 400,
    code: 'insufficient_capabilities_for_transfer',
  });
  const { url } = await linkFor(id);
  expect(await (await fetch(url)).text()).toContain(id);
  expect(await (await press(url, 'complete')).json()).toEqual({ redirect_url: 'http://shop.test/done' });
  expect(await harness.stripe.accounts.retrieve(id)).toMatchObject({
    details_submitted: true,
    capabilities: { transfers: 'active' },
  });
  await harness.quiet();
  expect(harness.received.find(({ type }) => type === 'account.updated')).toMatchObject({
    account: id,
    data: { object: { id, metadata: { organisationId: 'o1' }, details_submitted: true } },
  });
  expect((await harness.stripe.transfers.create(order)).destination).toBe(id);
});

it('takes a link once, for five minutes, and sends who comes later to the refresh address', async () => {
  const { id } = await newAccount();
  const [left, old] = [await linkFor(id), await linkFor(id)];
  expect((await press(left.url, 'leave')).status).toBe(200);
  await harness.control('clock', { advanceSeconds: 301 });
  for (const { url } of [left, old]) {
    const answer = await press(url, 'complete');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, 'http://shop.test/again']);
  }
  expect((await harness.stripe.accounts.retrieve(id)).details_submitted).toBe(false);
  expect((await fetch(`${harness.sandbox.url}/onboarding/alink_none`)).status).toBe(404);
});

it('creates one account under a key, refuses links for others, and lists its own', async () => {
  const key = { idempotencyKey: 'account:o1' };
  const first = await newAccount(key);
  expect((await newAccount(key)).id).toBe(first.id);
  expect((await harness.stripe.accounts.list()).data.map(({ id }) => id)).toEqual([first.id]);
  expect(await refusalOf(linkFor('acct_somebody'))).toMatchObject({ status: 400, code: 'resource_missing' });
  await harness.control('terms', { accounts: [] });
  expect((await harness.stripe.balance.retrieve({}, { stripeAccount: first.id })).object).toBe('balance');
});
