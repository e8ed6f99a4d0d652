import { randomUUID } from 'node:crypto';
import { signatureHeader } from '@daka/stripe-sandbox';
import Stripe from 'stripe';
import { openDirectly, paidDirectly } from '../testing/charged-directly';
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
const choose = (accountId: string | null, who = ownerId) =>
  payment.request<{ code?: string; accountId?: string | null }>(path(), who, { accountId }, 'PUT');
const chargesOf = async ({ enrolmentId }: Learner) =>
  (await payment.charges()).filter(({ metadata }) => metadata['enrolmentId'] === enrolmentId);
const refunded = (learner: Learner, amountMinor: number) =>
  soon(async () => (await payment.statement(learner)).refundedMinor === amountMinor);
/** As it was when organisers' own accounts were charged. */
const paidBy = async (accountId: string | null) => {
  expect((await choose(accountId)).status).toBe(200);
  return accountId === null ? payment.paid() : paidDirectly(payment, await payment.seatHeld(), accountId);
};

it('the platform is charged, whatever account the organisation has chosen', async () => {
  payment = await start();
  await choose(NORTH);
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
    await choose(accountId);
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
  await choose(NORTH);
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

it('is refused when another organisation has it', async () => {
  payment = await start();
  const [theirs, them] = [randomUUID(), randomUUID()];
  await payment.publishCohort(randomUUID(), theirs, them);
  const choosing = `/organisations/${theirs}/stripe-account`;
  await soon(async () => (await payment.request(choosing, them)).status === 200);
  expect((await choose(NORTH)).status).toBe(200);
  expect(await payment.request(choosing, them, { accountId: NORTH }, 'PUT')).toMatchObject({
    status: 409,
    body: { code: 'account_bound_elsewhere' },
  });
  expect(await payment.request(choosing, them)).toMatchObject({ body: { accountId: null } });
  expect((await payment.request(choosing, them, { accountId: SOUTH }, 'PUT')).status).toBe(200);
});

it('is chosen by the owner only, and must look like an account', async () => {
  payment = await start();
  expect(await choose(NORTH)).toMatchObject({ status: 200, body: { accountId: NORTH } });
  expect(await payment.request(path(), ownerId)).toMatchObject({ status: 200, body: { accountId: NORTH } });
  expect(await choose(null)).toMatchObject({ status: 200, body: { accountId: null } });
  expect(await choose('sk_live_1')).toMatchObject({ status: 400, body: { fields: [{ path: 'accountId' }] } });
  expect((await choose(NORTH, randomUUID())).status).toBe(404);
  expect((await payment.request(path(), randomUUID())).status).toBe(404);
});
