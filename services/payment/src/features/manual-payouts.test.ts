import { randomUUID } from 'node:crypto';
import { ownerId, soon, startHarness, type Harness, type Learner } from '../testing/service';

jest.setTimeout(180_000);

let payment: Harness;
beforeAll(async () => {
  payment = await startHarness({ config: { REFUND_MAX_ATTEMPTS: 1 } });
});
afterAll(() => payment?.stop());

const path = ({ enrolmentId }: Learner) => `/enrolments/${enrolmentId}/manual-payouts`;
const order = (amountMinor: number, reference: string = randomUUID()) => ({
  amountMinor,
  method: 'bank transfer',
  reference,
});
const answer = ({ enrolmentId }: Learner, who: string, body: object) =>
  payment.request(`/enrolments/${enrolmentId}/manual-payout-answers`, who, body);
const chargeOf = async ({ enrolmentId }: Learner) =>
  (await payment.charges()).find(({ metadata }) => metadata['enrolmentId'] === enrolmentId);

/** A learner whose refund of 500 the bank gave back. */
async function stuck(): Promise<Learner> {
  const learner = await payment.paid();
  await payment.control('faults', { refunds: { pendingMs: null } });
  await payment.payoutDue(learner, '2026-03-02', 500);
  const { payment_intent } = await soon(async () => {
    const charge = await chargeOf(learner);
    return charge?.refunds_pending === 500 ? charge : null;
  });
  await payment.control('faults', {});
  const refunds = (await (
    await fetch(`${payment.sandbox.url}/v1/refunds?payment_intent=${payment_intent}`, {
      headers: { authorization: 'Bearer sk_test_daka' },
    })
  ).json()) as { data: { id: string }[] };
  await payment.control(`refunds/${refunds.data[0]?.id}/settle`, { as: 'failed', reason: 'expired_or_canceled_card' });
  await soon(async () => (await payment.statement(learner)).waiting.length === 1);
  return learner;
}

it('a refund that was pending and failed is owed again and shows the way by hand, which is recorded', async () => {
  const learner = await stuck();
  const shown = await payment.statement(learner);
  expect(shown).toMatchObject({
    payableMinor: 500,
    inFlightMinor: 0,
    waiting: [{ amountMinor: 500, reason: 'refunds_failed', text: expect.stringContaining('by hand') }],
  });
  const told = await payment.request(path(learner), ownerId, order(500, 'wire-1'));
  expect(told).toMatchObject({ status: 201, body: { amountMinor: 500, state: 'told', leftMinor: 500 } });
  const waiting = { payableMinor: 500, unconfirmedMinor: 500, paidOutsideMinor: 0 };
  expect(await payment.statement(learner)).toMatchObject(waiting);
  expect((await answer(learner, ownerId, { reference: 'wire-1', isReceived: true })).status).toBe(403);
  expect(await answer(learner, learner.learnerId, { reference: 'wire-1', isReceived: false })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'reason' }] },
  });
  expect(
    await answer(learner, learner.learnerId, { reference: 'wire-1', isReceived: false, reason: 'nothing came' }),
  ).toMatchObject({ status: 201, body: { state: 'objected', leftMinor: 500, reason: 'nothing came' } });
  expect(await payment.statement(learner)).toMatchObject({ ...waiting, unconfirmedMinor: 0 });
  expect(await answer(learner, learner.learnerId, { reference: 'wire-1', isReceived: true })).toMatchObject({
    status: 201,
    body: { state: 'confirmed', countedMinor: 500, leftMinor: 0 },
  });
  const after = await payment.statement(learner);
  expect(after).toMatchObject({ payableMinor: 0, paidOutsideMinor: 500, unconfirmedMinor: 0, waiting: [] });
  expect(after.lines.slice(-3).map(({ kind, amountMinor, reference }) => [kind, amountMinor, reference])).toEqual([
    ['hand_payment_told', 500, 'wire-1'],
    ['hand_payment_objected', 500, 'wire-1'],
    ['paid_outside', 500, 'wire-1'],
  ]);
  expect(await payment.accounts()).toMatchObject({ ledgerBalanced: true, paidOutsideMinor: 500 });
  expect(await payment.request(path(learner), learner.learnerId)).toMatchObject({
    status: 200,
    body: { leftMinor: 0, creditPayout: null, items: [{ reference: 'wire-1', state: 'confirmed' }] },
  });
  expect((await payment.request(path(learner), randomUUID())).status).toBe(404);
});
it('credit of 4500 stays when the owner says that it was paid in cash, and is asked for by its learner only', async () => {
  const learner = await payment.paid();
  await payment.settled(learner, 10_000);
  await soon(async () => (await payment.statement(learner)).refundedMinor === 10_000);
  await payment.bonus(learner, 6_500);
  await soon(async () => (await payment.statement(learner)).creditMinor === 4_500);
  expect(await payment.request(path(learner), ownerId, order(4_500, 'cash'))).toMatchObject({ status: 201 });
  expect(await payment.statement(learner)).toMatchObject({ creditMinor: 4_500, unconfirmedMinor: 4_500 });
  const ask = (who: string, body: object) =>
    payment.request(`/enrolments/${learner.enrolmentId}/credit-payouts`, who, body);
  expect((await ask(ownerId, { payTo: 'me' })).status).toBe(403);
  expect(await ask(learner.learnerId, { payTo: 'WeChat lin' })).toMatchObject({
    status: 201,
    body: { amountMinor: 4_500, payTo: 'WeChat lin' },
  });
  expect(await payment.request(path(learner), ownerId)).toMatchObject({
    body: { creditPayout: { amountMinor: 4_500 }, items: [{ state: 'told', countedMinor: 0 }] },
  });
  expect(await answer(learner, learner.learnerId, { reference: 'cash', isReceived: true })).toMatchObject({
    status: 201,
  });
  expect(await payment.statement(learner)).toMatchObject({ creditMinor: 0, paidOutsideMinor: 4_500 });
});
it('refuses too much, the same reference twice, bad words and other people', async () => {
  const learner = await stuck();
  expect(await payment.request(path(learner), ownerId, order(501))).toMatchObject({
    status: 409,
    body: { code: 'more_than_owed' },
  });
  expect(await payment.request(path(learner), ownerId, order(100, 'wire-2'))).toMatchObject({ status: 201 });
  expect(await payment.request(path(learner), ownerId, order(100, 'wire-2'))).toMatchObject({
    status: 409,
    body: { code: 'reference_used' },
  });
  expect(await payment.request(path(learner), ownerId, { ...order(1), amountMinor: 0.5 })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'amountMinor' }] },
  });
  expect(await payment.request(path(learner), ownerId, { ...order(1), reference: '  ' })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'reference' }] },
  });
  expect((await payment.request(path(learner), learner.learnerId, order(1))).status).toBe(403);
  expect((await payment.request(path(learner), randomUUID(), order(1))).status).toBe(404);
  expect(await payment.request(path(await payment.paid()), ownerId, order(1))).toMatchObject({
    status: 409,
    body: { code: 'nothing_owed' },
  });
});
it('two at once never pay more than waits', async () => {
  const learner = await stuck();
  const answers = await Promise.all(
    [order(300), order(300), order(300)].map((one) => payment.request(path(learner), ownerId, one)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect(await payment.statement(learner)).toMatchObject({ payableMinor: 500, unconfirmedMinor: 300 });
});
it('charges only currencies of the list', async () => {
  expect(
    await payment.checkout(await payment.seatHeld({ currency: 'ISK', entryFeeMinor: 0, depositMinor: 10_000 })),
  ).toMatchObject({ status: 409, body: { code: 'currency_not_supported' } });
  const yen = await payment.paid({ currency: 'JPY', entryFeeMinor: 501, depositMinor: 3_333 });
  expect(await chargeOf(yen)).toMatchObject({ captured: 3_834, currency: 'jpy' });
  const dinar = await payment.paid({ currency: 'KWD', entryFeeMinor: 0, depositMinor: 10_010 });
  await payment.payoutDue(dinar, '2026-03-02', 1_234);
  await soon(async () => (await chargeOf(dinar))?.refunded === 1_230);
});
