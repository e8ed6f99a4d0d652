import { randomUUID } from 'node:crypto';
import type { paymentHttp } from '@daka/contracts';
import type { z } from 'zod';
import { ownerId, soon, startHarness, type Harness, type Learner } from '../../testing/service';

type Shown = z.infer<typeof paymentHttp.CheckoutStateBody>;

jest.setTimeout(120_000);

let payment: Harness;
beforeAll(async () => {
  payment = await startHarness();
});
afterAll(() => payment?.stop());
afterEach(() => payment.control('faults', {}));

const look = async ({ enrolmentId, learnerId }: Learner) =>
  (await payment.request<Shown>(`/enrolments/${enrolmentId}/checkout`, learnerId)).body;
const until = (learner: Learner, state: Shown['state']) =>
  soon(async () => {
    const shown = await look(learner);
    return shown.state === state ? shown : null;
  });
const press = async (url: string, verb: string, form: Record<string, string> = {}) =>
  (
    await fetch(`${url}/${verb}`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(form),
    })
  ).status;
const EUROS = { currency: 'EUR', entryFeeMinor: 2_000, depositMinor: 10_000 };

it('says what there is to pay before a page is opened, and the page once it is', async () => {
  const learner = await payment.seatHeld();
  expect(await look(learner)).toEqual({
    enrolmentId: learner.enrolmentId,
    state: 'none',
    reason: null,
    payable: true,
    sessionId: null,
    url: null,
    expiresAt: null,
    seatHeldUntil: '2026-03-01T12:30:00.000Z',
    paidAt: null,
    currency: 'CNY',
    entryFeeMinor: 2_000,
    depositMinor: 10_000,
    creditMinor: 0,
    amountMinor: 12_000,
  });
  const { body } = await payment.checkout(learner);
  expect(await look(learner)).toMatchObject({
    state: 'open',
    payable: true,
    sessionId: body.sessionId,
    url: body.url,
    expiresAt: expect.stringMatching(/Z$/),
  });
});

it.each([
  ['by webhooks', {}],
  ['with every webhook lost', { webhooks: { off: true } }],
])('tells why a payment was declined, and that it is paid after all, %s', async (_how, faults) => {
  await payment.control('faults', faults);
  const learner = await payment.seatHeld();
  const { body } = await payment.checkout(learner);
  expect(await press(body.url, 'decline', { decline_code: 'insufficient_funds' })).toBe(402);
  expect(await until(learner, 'declined')).toMatchObject({
    reason: 'insufficient_funds',
    payable: true,
    url: body.url,
  });
  const told = await payment.env.nextMessage(
    'payment.enrolment',
    ({ subject, type }) => subject === learner.enrolmentId && type === 'payment.checkout-tried.v1',
    45_000,
  );
  expect(told.data).toMatchObject({ outcome: 'declined', reason: 'insufficient_funds' });
  await press(body.url, 'decline', { decline_code: 'expired_card' });
  await soon(async () => (await look(learner)).reason === 'card_expired');
  await payment.pay(body.url);
  expect(await until(learner, 'paid')).toMatchObject({ reason: null, payable: false, url: null });
});

it('tells that a page ended, and lets a new one be opened', async () => {
  const learner = await payment.seatHeld();
  const { body } = await payment.checkout(learner);
  expect(await press(body.url, 'expire')).toBe(200);
  expect(await until(learner, 'expired')).toMatchObject({ reason: 'session_expired', payable: true, url: null });
  const again = await payment.checkout(learner);
  expect(again.body.sessionId).not.toBe(body.sessionId);
  expect(await look(learner)).toMatchObject({ state: 'open', url: again.body.url });
});

it('waits for money that takes days, and says when it did not come', async () => {
  const learner = await payment.seatHeld(EUROS);
  const { body } = await payment.checkout(learner);
  expect(await press(body.url, 'pay', { payment_method: 'sepa_debit' })).toBe(200);
  expect(await until(learner, 'processing')).toMatchObject({ payable: false, url: null });
  expect(await payment.checkout(learner)).toMatchObject({ status: 409, body: { code: 'payment_processing' } });
  await payment.control(`sessions/${body.sessionId}/settle`, { as: 'failed' });
  expect(await until(learner, 'declined')).toMatchObject({ reason: 'payment_failed', payable: true, url: null });
  expect((await payment.checkout(learner)).status).toBe(201);
});

it('of nothing has no page and is paid', async () => {
  const learner = await payment.seatHeld({ currency: 'CNY', entryFeeMinor: 0, depositMinor: 0 });
  expect((await payment.checkout(learner)).body).toMatchObject({ url: null, sessionId: null });
  expect(await look(learner)).toMatchObject({ state: 'paid', amountMinor: 0, payable: false });
});

it('refused for want of a seat is given under the same key once there is one', async () => {
  const learner = await payment.seatHeld();
  const ask = async () =>
    (
      await fetch(`${payment.url}/enrolments/${learner.enrolmentId}/checkout`, {
        method: 'POST',
        headers: {
          authorization: payment.env.bearer(learner.learnerId),
          'content-type': 'application/json',
          'idempotency-key': 'the-same',
        },
        body: '{}',
      })
    ).status;
  const { enrolmentId, cohortId } = learner;
  const say = (type: string, data: object) =>
    payment.env.publish('membership.enrolment', enrolmentId, type, { enrolmentId, ...data });
  await say('membership.enrolment-seat-released.v1', { releasedAt: '2026-03-01T12:00:00Z' });
  await until(learner, 'none');
  await soon(async () => !(await look(learner)).payable);
  expect(await ask()).toBe(409);
  await say('membership.enrolment-seat-held.v1', {
    cohortId,
    holdExpiresAt: '2026-03-01T12:30:00Z',
    currency: 'CNY',
    entryFeeMinor: 2_000,
    depositMinor: 10_000,
  });
  await soon(async () => (await look(learner)).payable);
  expect([await ask(), await ask()]).toEqual([201, 201]);
});

it("is the learner's own business", async () => {
  const { enrolmentId, learnerId } = await payment.seatHeld();
  const path = `/enrolments/${enrolmentId}/checkout`;
  expect((await payment.request(path, learnerId)).status).toBe(200);
  expect((await payment.request(path, null)).status).toBe(401);
  expect((await payment.request(path, randomUUID())).status).toBe(404);
  expect((await payment.request(path, ownerId)).status).toBe(403);
});
