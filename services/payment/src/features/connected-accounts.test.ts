import { randomUUID } from 'node:crypto';
import { signatureHeader } from '@daka/stripe-sandbox';
import Stripe from 'stripe';
import { namedBefore, openDirectly, paidDirectly } from '../testing/charged-directly';
import { ownerId, SECRET, soon, startHarness, type Harness, type Learner } from '../testing/service';

jest.setTimeout(180_000);

const NORTH = 'acct_1North';
const SOUTH = 'acct_1South';
const HOUR_MS = 3_600_000;

let payment: Harness;
afterEach(async () => {
  await payment?.stop();
});

/** The harness, once payment knows who owns the organisation. */
async function start(...options: Parameters<typeof startHarness>): Promise<Harness> {
  payment = await startHarness(...options);
  await soon(async () => (await payment.request(path(), ownerId)).status === 200);
  return payment;
}
const path = () => `/organisations/${payment.organisationId}/stripe-account`;
const choose = (accountId: string | null, who: string = ownerId) =>
  payment.request<{ code?: string; accountId?: string | null }>(path(), who, { accountId }, 'PUT');
const chargesOf = async ({ enrolmentId }: Learner) =>
  (await payment.charges()).filter(({ metadata }) => metadata['enrolmentId'] === enrolmentId);
const refunded = (learner: Learner, amountMinor: number) =>
  soon(async () => (await payment.statement(learner)).refundedMinor === amountMinor);
/** As it was when organisers' own accounts were charged. */
const paidBy = async (accountId: string | null) => {
  if (accountId === null) {
    expect((await choose(null)).status).toBe(200);
    return payment.paid();
  }
  await namedBefore(payment, accountId);
  return paidDirectly(payment, await payment.seatHeld(), accountId);
};

it('the platform is charged, whatever account the organisation has chosen', async () => {
  payment = await start();
  await payment.connect();
  expect(await chargesOf(await payment.paid())).toMatchObject([{ account: '', captured: 12_000 }]);
});

it('each charge lives in the account of its checkout, and its refunds and disputes stay there when the organisation chooses another', async () => {
  payment = await start();
  const [north, south, platform] = [await paidBy(NORTH), await paidBy(SOUTH), await paidBy(null)];
  expect((await Promise.all([north, south, platform].map(chargesOf))).map(([charge]) => charge?.account)).toEqual([
    NORTH,
    SOUTH,
    '',
  ]);
  for (const learner of [north, south, platform]) await payment.payoutDue(learner, '2026-03-02', 500);
  for (const learner of [north, south, platform]) await refunded(learner, 500);
  for (const learner of [north, south, platform])
    expect(await chargesOf(learner)).toMatchObject([{ refunded: 500, refund_count: 1 }]);

  await payment.control('faults', { webhooks: { off: true } });
  const [charge] = await chargesOf(south);
  const { id } = await payment.control<{ id: string }>('disputes', { charge: charge?.id });
  await soon(async () => (await payment.statement(south)).isFrozen);
  await payment.control(`disputes/${id}/close`, { as: 'lost' });
  await soon(async () => (await payment.statement(south)).lines.some(({ kind }) => kind === 'dispute_lost'));
  expect((await payment.statement(north)).isFrozen).toBe(false);
  const { totals } = await payment.control<{ totals: Record<string, { balance: number }> }>('state');
  expect(await payment.accounts()).toMatchObject({ ledgerBalanced: true, cashMinor: totals['cny']?.balance });
});

it('an event of one account is not taken for the event of the same name of another', async () => {
  payment = await start({ config: { CHECKOUT_POLL_FIRST_MS: HOUR_MS, CHECKOUT_POLL_MAX_MS: HOUR_MS } });
  await payment.control('faults', { webhooks: { off: true } });
  const open = async (accountId: string) => {
    await namedBefore(payment, accountId);
    const learner = await payment.seatHeld();
    const { url, sessionId } = await openDirectly(payment, learner, accountId);
    await payment.pay(url);
    return { learner, accountId, sessionId };
  };
  const both = [await open(NORTH), await open(SOUTH)];
  const id = `evt_${randomUUID()}`;
  for (const { accountId, sessionId } of both) {
    const body = JSON.stringify({
      id,
      object: 'event',
      account: accountId,
      type: 'checkout.session.completed',
      data: { object: { id: sessionId } },
    });
    expect(
      (
        await fetch(`${payment.url}/webhooks/stripe`, {
          method: 'POST',
          headers: { 'stripe-signature': signatureHeader(body, SECRET), 'content-type': 'application/json' },
          body,
        })
      ).status,
    ).toBe(200);
  }
  for (const { learner } of both) await soon(async () => (await payment.statement(learner)).paidMinor === 12_000);
});

it('a payment in an account that the enrolment was never charged in buys nothing, whatever its metadata say', async () => {
  payment = await start();
  await namedBefore(payment, NORTH);
  const learner = await payment.seatHeld();
  await openDirectly(payment, learner, NORTH);
  const stripe = new Stripe('sk_test_daka', { protocol: 'http', host: '127.0.0.1', port: payment.sandbox.port });
  const forged = await stripe.checkout.sessions.create(
    {
      mode: 'payment',
      success_url: 'http://shop.test',
      client_reference_id: learner.enrolmentId,
      metadata: { enrolmentId: learner.enrolmentId, checkout: '1' },
      payment_intent_data: { metadata: { enrolmentId: learner.enrolmentId } },
      line_items: [
        { quantity: 1, price_data: { currency: 'cny', unit_amount: 12_000, product_data: { name: 'forged' } } },
      ],
    },
    { stripeAccount: SOUTH },
  );
  await payment.pay(forged.url ?? '');
  await soon(async () => (await payment.control<{ quiet: boolean }>('state')).quiet);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await payment.statement(learner)).toMatchObject({ paidMinor: 0, lines: [] });
});

/** Another organisation and who owns it. */
async function another() {
  const [theirs, them] = [randomUUID(), randomUUID()];
  await payment.publishCohort(randomUUID(), theirs, them);
  const choosing = `/organisations/${theirs}/stripe-account`;
  await soon(async () => (await payment.request(choosing, them)).status === 200);
  return { theirs, them, choosing };
}
const begin = async (who: string = ownerId, at = path()) =>
  payment.request<{ accountId: string; url: string | null; expiresAt: string | null }>(at, who, {});
const press = (url: string | null, button = 'complete') =>
  fetch(`${url ?? ''}/${button}`, { method: 'POST', headers: { accept: 'application/json' } });
const chosen = async (who: string = ownerId, at = path()) =>
  (await payment.request<{ accountId: string | null }>(at, who)).body.accountId;

describe('an account is connected', () => {
  it("by who has been through Stripe's page for this organisation, and by nobody's word", async () => {
    payment = await start();
    const first = await begin();
    expect(first).toMatchObject({
      status: 200,
      body: { accountId: expect.stringMatching(/^acct_/), url: expect.any(String) },
    });
    const again = await begin();
    expect([again.body.accountId === first.body.accountId, again.body.url === first.body.url]).toEqual([true, false]);
    expect(await choose(first.body.accountId)).toMatchObject({ status: 409, body: { code: 'account_not_usable' } });
    expect(await choose(NORTH)).toMatchObject({ status: 409, body: { code: 'account_not_usable' } });
    await press(first.body.url, 'leave');
    expect(await chosen()).toBeNull();
    expect(await (await press(again.body.url)).json()).toMatchObject({
      redirect_url: expect.stringContaining(`/account?organisation=${payment.organisationId}&onboarding=done`),
    });
    await soon(async () => (await chosen()) === first.body.accountId);
    expect(await begin()).toMatchObject({ status: 200, body: { url: null, expiresAt: null } });
    expect((await choose(null)).status).toBe(200);
    await payment.control('clock', { advanceSeconds: 1 });
    expect(await chosen()).toBeNull();
    expect((await choose(first.body.accountId)).status).toBe(200);
  });

  it('also when every webhook is lost, and once, also when asked for many times at once', async () => {
    payment = await start();
    await payment.control('faults', { webhooks: { off: true } });
    const asked = await Promise.all(Array.from({ length: 5 }, () => begin()));
    expect(new Set(asked.map(({ body }) => body.accountId)).size).toBe(1);
    await press(asked[0]?.body.url ?? null);
    await soon(async () => (await chosen()) === asked[0]?.body.accountId);
  });

  it('to one organisation only, whoever names it and whatever an account says of itself', async () => {
    payment = await start();
    const { theirs, them, choosing } = await another();
    const ours = await payment.connect();
    expect(await payment.request(choosing, them, { accountId: ours }, 'PUT')).toMatchObject({
      status: 409,
      body: { code: 'account_bound_elsewhere' },
    });
    const stripe = new Stripe('sk_test_daka', { protocol: 'http', host: '127.0.0.1', port: payment.sandbox.port });
    // Made by somebody else with the same words in it: it is bound to nobody.
    const forged = await stripe.accounts.create({
      type: 'express',
      capabilities: { transfers: { requested: true } },
      metadata: { organisationId: theirs },
    });
    const link = await stripe.accountLinks.create({
      account: forged.id,
      type: 'account_onboarding',
      refresh_url: 'http://shop.test',
      return_url: 'http://shop.test',
    });
    await press(link.url);
    await soon(async () => (await payment.control<{ quiet: boolean }>('state')).quiet);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await chosen(them, choosing)).toBeNull();
    const own = await payment.connect(them, theirs);
    expect([own === ours, own === forged.id]).toEqual([false, false]);
    expect(await chosen()).toBe(ours);
  });

  it('before the organisation has a cohort, as soon as it is founded', async () => {
    payment = await start();
    const [young, founder] = [randomUUID(), randomUUID()];
    const data = { organisationId: young, ownerId: founder };
    await payment.env.publish('membership.organisation', young, 'membership.organisation-founded.v1', data);
    expect(await payment.connect(founder, young)).toMatch(/^acct_/);
    expect((await payment.request(`/organisations/${young}/stripe-account`, ownerId, {})).status).toBe(404);
  });

  it('by the owner only', async () => {
    payment = await start();
    const stranger = randomUUID();
    expect([(await begin(stranger)).status, (await choose(null, stranger)).status]).toEqual([404, 404]);
    expect((await payment.request(path(), stranger)).status).toBe(404);
    expect(await choose('sk_live_1')).toMatchObject({ status: 400, body: { fields: [{ path: 'accountId' }] } });
  });

  it('that was named before there was onboarding, and goes on as it was', async () => {
    payment = await start();
    await namedBefore(payment, NORTH);
    expect(await chosen()).toBe(NORTH);
    expect([(await choose(null)).status, (await choose(NORTH)).status]).toEqual([200, 200]);
    const { them, choosing } = await another();
    expect(await payment.request(choosing, them, { accountId: NORTH }, 'PUT')).toMatchObject({
      status: 409,
      body: { code: 'account_bound_elsewhere' },
    });
  });
});
