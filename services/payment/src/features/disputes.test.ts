import { randomUUID } from 'node:crypto';
import { ownerId, soon, startHarness, type Harness, type Learner } from '../testing/service';

jest.setTimeout(180_000);

let payment: Harness;
beforeAll(async () => {
  payment = await startHarness();
});
afterAll(() => payment?.stop());
afterEach(() => payment.control('faults', {}));

interface Evidence {
  refundedMinor: number;
  refunds: { amountMinor: number; refundId: string; days: { day: string }[] }[];
  disputes: { status: string; lossMinor: number }[];
  text: string;
}
const chargeOf = async ({ enrolmentId }: Learner) =>
  (await payment.charges()).find(({ metadata }) => metadata['enrolmentId'] === enrolmentId);
const open = async (learner: Learner, more: object = {}) =>
  payment.control<{ id: string }>('disputes', { charge: (await chargeOf(learner))?.id, ...more });
const statementWhen = (learner: Learner, isSo: (shown: Awaited<ReturnType<Harness['statement']>>) => boolean) =>
  soon(async () => {
    const shown = await payment.statement(learner);
    return isSo(shown) ? shown : null;
  });
const evidence = (learner: Learner, who: string) =>
  payment.request<Evidence>(`/enrolments/${learner.enrolmentId}/dispute-evidence`, who);
/** What the processor holds must be what the ledger says that it holds. */
const agrees = () =>
  soon(async () => {
    const { totals } = await payment.control<{ totals: Record<string, { balance: number }> }>('state');
    const accounts = await payment.accounts();
    return accounts['ledgerBalanced'] === true && totals['cny']?.balance === accounts['cashMinor'];
  });

it('open freezes, won thaws: what waited is sent then', async () => {
  const learner = await payment.paid();
  await payment.payoutDue(learner, '2026-03-02', 500);
  await statementWhen(learner, ({ refundedMinor }) => refundedMinor === 500);
  const { id } = await open(learner);
  await statementWhen(learner, ({ isFrozen, disputedMinor }) => isFrozen && disputedMinor === 12_000);
  await payment.payoutDue(learner, '2026-03-03', 1_200);
  await statementWhen(learner, ({ payableMinor }) => payableMinor === 700);
  expect(await chargeOf(learner)).toMatchObject({ refund_count: 1 });
  await agrees();

  await payment.control(`disputes/${id}/close`, { as: 'won' });
  const shown = await statementWhen(learner, ({ refundedMinor }) => refundedMinor === 1_200);
  expect(shown).toMatchObject({ isFrozen: false, disputedMinor: 0 });
  expect(shown.lines.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['dispute_withdrawn', 'dispute_fee', 'dispute_returned', 'dispute_fee_returned']),
  );
  await agrees();
});

it.each([
  ['told by webhooks', {}],
  ['found without any webhook', { webhooks: { off: true } }],
])('lost after partial refunds, %s: the books bear it and the pool is whole', async (_how, faults) => {
  await payment.control('faults', faults);
  const learner = await payment.paid();
  await payment.payoutDue(learner, '2026-03-02', 500);
  await statementWhen(learner, ({ refundedMinor }) => refundedMinor === 500);
  const { id } = await open(learner);
  await statementWhen(learner, ({ isFrozen }) => isFrozen);
  await payment.control(`disputes/${id}/close`, { as: 'lost' });
  await statementWhen(learner, ({ isFrozen, lines }) => !isFrozen && lines.some(({ kind }) => kind === 'dispute_lost'));
  const before = await payment.accounts();
  await payment.settled(learner, 6_000);
  const shown = await statementWhen(learner, ({ forfeitedMinor }) => forfeitedMinor === 4_000);
  expect(shown).toMatchObject({ refundedMinor: 500, payableMinor: 0 });
  // The platform's sums follow the learner's books within moments.
  await soon(async () => {
    const after = await payment.accounts();
    expect(Number(after['forfeitPoolMinor']) - Number(before['forfeitPoolMinor'])).toBe(4_000);
    expect(Number(after['disputeLossesMinor']) - Number(before['disputeLossesMinor'])).toBe(4_000);
    return after;
  });
  await agrees();
  expect((await evidence(learner, ownerId)).body.disputes).toMatchObject([{ status: 'lost', lossMinor: 2_500 }]);
});

it('a refund refused for a dispute that nobody told of finds the dispute', async () => {
  await payment.control('faults', { webhooks: { off: true } });
  const learner = await payment.paid();
  await open(learner);
  await payment.payoutDue(learner, '2026-03-02', 500);
  await statementWhen(learner, ({ isFrozen, payableMinor }) => isFrozen && payableMinor === 500);
  expect(await chargeOf(learner)).toMatchObject({ refund_count: 0 });
});

describe('evidence', () => {
  it('says what was accepted and what went back already, with dates, amounts, ids and days', async () => {
    const learner = await payment.seatHeld();
    await payment.env.publish('membership.enrolment', learner.enrolmentId, 'membership.enrolment-rules-accepted.v1', {
      enrolmentId: learner.enrolmentId,
      rulesVersion: 3,
      acceptedAt: '2026-02-27T08:00:00Z',
    });
    const { body } = await payment.checkout(learner);
    await payment.pay(body.url);
    await statementWhen(learner, ({ paidMinor }) => paidMinor > 0);
    await payment.payoutDue(learner, '2026-03-02', 500);
    await statementWhen(learner, ({ refundedMinor }) => refundedMinor === 500);
    const shown = (await evidence(learner, ownerId)).body;
    expect(shown).toMatchObject({
      rulesAccepted: { rulesVersion: 3, acceptedAt: '2026-02-27T08:00:00.000Z' },
      refundedMinor: 500,
      disputes: [],
      payments: [{ amountMinor: 12_000, method: 'card', chargeId: expect.stringMatching(/^ch_/) }],
      refunds: [
        {
          amountMinor: 500,
          period: '2026-03-02',
          status: 'arrived',
          refundId: expect.stringMatching(/^re_/),
          days: [{ day: '2026-03-02' }],
        },
      ],
    });
    expect(shown.text).toContain('accepted version 3 of the rules on 2026-02-27');
    expect(shown.text).toContain('CNY 5.00 for 2026-03-02');
  });
  it('is for the operator only', async () => {
    const learner = await payment.paid();
    expect((await evidence(learner, learner.learnerId)).status).toBe(403);
    expect((await evidence(learner, randomUUID())).status).toBe(404);
    expect((await evidence({ ...learner, enrolmentId: randomUUID() }, ownerId)).status).toBe(404);
  });
});
