import { randomUUID } from 'node:crypto';
import type { paymentHttp } from '@daka/contracts';
import type { z } from 'zod';
import { ownerId, soon, startHarness, type Answer, type Harness, type Learner } from '../testing/service';

jest.setTimeout(180_000);

type Money = z.output<typeof paymentHttp.CohortMoneyBody>;
type Days = z.output<typeof paymentHttp.MoneyDaysPage>;
type Work = z.output<typeof paymentHttp.HandWorkPage>;
type Disputes = z.output<typeof paymentHttp.CohortDisputesPage>;

let payment: Harness;
beforeAll(async () => {
  payment = await startHarness({ config: { REFUND_MAX_ATTEMPTS: 1 } });
  await soon(async () => (await ask('/money')).status === 200);
});
afterAll(() => payment?.stop());
afterEach(() => payment.control('faults', {}));

const ask = <T>(path: string, who: string = ownerId): Promise<Answer<T>> =>
  payment.request<T>(`/cohorts/${payment.cohortId}${path}`, who);
const chargeOf = async ({ enrolmentId }: Learner) =>
  (await payment.charges()).find(({ metadata }) => metadata['enrolmentId'] === enrolmentId);

/** Each of the three says the same to the unit, whatever was done before. */
function expectWhole({ where, whose, organiser, pool }: Money): void {
  const { chargedMinor, ...parts } = where;
  expect(sum(Object.values(parts))).toBe(chargedMinor);
  const { disputedMinor, ...shares } = whose;
  expect(sum(Object.values(shares)) - disputedMinor).toBe(where.cashMinor);
  expect(
    organiser.feesDeferredMinor +
      organiser.feesEarnedMinor +
      organiser.shareMinor +
      organiser.paidOutsideMinor -
      organiser.transferredMinor -
      organiser.processorFeesMinor -
      organiser.lossesMinor -
      organiser.overpaidMinor,
  ).toBe(whose.organiserMinor);
  expect(pool.bonusesMinor + pool.organiserMinor + pool.charityMinor + pool.unsharedMinor).toBe(pool.forfeitedMinor);
}
const sum = (minors: number[]): number => minors.reduce((total, minor) => total + minor, 0);

async function whole(): Promise<Money> {
  const { status, body } = await ask<Money>('/money');
  expect(status).toBe(200);
  expectWhole(body);
  return body;
}

it('of a class to which nobody came is nothing, and says so', async () => {
  const { currency, enrolments, where } = await whole();
  expect([currency, enrolments, where.chargedMinor]).toEqual(['CNY', 0, 0]);
  expect((await ask<Days>('/money/days')).body).toEqual({ items: [] });
});

it('adds up after payments, refunds, a settlement, a bonus and a share of the pool', async () => {
  const [one, two] = [await payment.paid(), await payment.paid()];
  expect((await whole()).whose).toMatchObject({ heldMinor: 20_000 });
  await payment.payoutDue(one, '2026-03-02', 500);
  await soon(async () => (await whole()).where.refundedMinor === 500);
  await payment.settled(one, 10_000);
  await payment.settled(two, 4_000);
  await soon(async () => (await whole()).where.refundedMinor === 14_000);
  await payment.bonus(one, 2_000);
  await payment.env.publish('checkin.cohort', payment.cohortId, 'checkin.cohort-settled.v1', {
    cohortId: payment.cohortId,
    organisationId: payment.organisationId,
    currency: 'CNY',
    poolMinor: 6_000,
    bonusMinor: 2_000,
    organiserMinor: 3_000,
    charityMinor: 1_000,
    members: 2,
    settledAt: '2026-03-01T12:00:00Z',
  });
  await soon(async () => (await whole()).pool.unsharedMinor === 0 && (await whole()).where.refundedMinor === 16_000);
  const shown = await whole();
  expect(shown).toMatchObject({
    ledgerBalanced: true,
    pool: { forfeitedMinor: 6_000, bonusesMinor: 2_000, organiserMinor: 3_000, charityMinor: 1_000 },
    whose: { heldMinor: 0, charityMinor: 1_000 },
    organiser: { shareMinor: 3_000, isConnected: false },
  });
  expect(shown.where.cashMinor).toBe(Number((await payment.accounts())['cashMinor']));
});

it('by day says the same, page by page', async () => {
  const { where, whose, pool } = await whole();
  const [all, first] = await Promise.all([ask<Days>('/money/days'), ask<Days>('/money/days?limit=1')]);
  const { items } = all.body;
  expect(items.at(-1)?.total).toEqual({
    heldMinor: whose.heldMinor + whose.frozenMinor,
    refundedMinor: where.refundedMinor,
    forfeitedMinor: pool.forfeitedMinor,
  });
  expect(sum(items.map(({ cashMinor }) => cashMinor))).toBe(where.cashMinor);
  expect(first.body.items).toEqual(items.slice(0, 1));
  const { nextCursor } = first.body;
  expect(nextCursor === undefined).toBe(items.length === 1);
});

it('lists what only a person can pay, until the learner has confirmed it', async () => {
  const learner = await payment.paid();
  await payment.control('faults', { refunds: { pendingMs: null } });
  await payment.payoutDue(learner, '2026-03-02', 500);
  await soon(async () => (await chargeOf(learner))?.refunds_pending === 500);
  const { payment_intent } = (await chargeOf(learner)) ?? { payment_intent: '' };
  const refunds = await fetch(`${payment.sandbox.url}/v1/refunds?payment_intent=${payment_intent}`, {
    headers: { authorization: 'Bearer sk_test_daka' },
  });
  const { data } = (await refunds.json()) as { data: { id: string }[] };
  expect((await ask<Work>('/manual-payouts')).body.items).toEqual([]);
  await payment.control(`refunds/${data[0]?.id}/settle`, { as: 'failed', reason: 'expired_or_canceled_card' });
  const [stuck] = await soon(async () => {
    const { body } = await ask<Work>('/manual-payouts');
    return body.items.length > 0 ? body.items : null;
  });
  expect(stuck).toMatchObject({
    enrolmentId: learner.enrolmentId,
    openMinor: 500,
    leftMinor: 500,
    unconfirmedMinor: 0,
    waiting: [{ amountMinor: 500, reason: 'refunds_failed' }],
    items: [],
  });

  const order = { amountMinor: 400, method: 'transfer', reference: 'wire-9' };
  const path = `/enrolments/${learner.enrolmentId}`;
  expect((await payment.request(`${path}/manual-payouts`, ownerId, order)).status).toBe(201);
  expect((await ask<Work>('/manual-payouts')).body.items).toMatchObject([
    { openMinor: 100, leftMinor: 500, unconfirmedMinor: 400, items: [{ reference: 'wire-9', state: 'told' }] },
  ]);
  const answer = { reference: 'wire-9', isReceived: true };
  expect((await payment.request(`${path}/manual-payout-answers`, learner.learnerId, answer)).status).toBe(201);
  expect((await ask<Work>('/manual-payouts')).body.items).toMatchObject([{ openMinor: 100, leftMinor: 100 }]);
  const rest = { ...order, amountMinor: 100, reference: 'wire-10' };
  await payment.request(`${path}/manual-payouts`, ownerId, rest);
  await payment.request(`${path}/manual-payout-answers`, learner.learnerId, { ...answer, reference: 'wire-10' });
  expect((await ask<Work>('/manual-payouts')).body.items).toEqual([]);
  expect((await whole()).organiser).toMatchObject({ paidOutsideMinor: 500 });
});

it('lists disputes, open ones apart from decided ones, and still adds up', async () => {
  const learner = await payment.paid();
  const { id } = await payment.control<{ id: string }>('disputes', { charge: (await chargeOf(learner))?.id });
  const open = await soon(async () => {
    const { body } = await ask<Disputes>('/disputes');
    return body.items.some(({ withdrawnMinor }) => withdrawnMinor === 12_000) ? body.items : null;
  });
  expect(open).toMatchObject([
    { enrolmentId: learner.enrolmentId, disputeId: id, status: 'open', amountMinor: 12_000 },
  ]);
  expect((await ask<Disputes>('/disputes?state=decided')).body.items).toEqual([]);
  expect((await whole()).whose.disputedMinor).toBe(12_000);
  await payment.control(`disputes/${id}/close`, { as: 'lost' });
  const decided = await soon(async () => {
    const { body } = await ask<Disputes>('/disputes?state=decided');
    return body.items.some(({ coveredMinor }) => coveredMinor > 0) ? body.items : null;
  });
  expect(decided).toMatchObject([{ status: 'lost', coveredMinor: 10_000, lossMinor: 2_000 }]);
  expect((await ask<Disputes>('/disputes')).body.items).toEqual([]);
  expect((await whole()).organiser).toMatchObject({ lossesMinor: 2_000 });
});

const PLACES = ['/money', '/money/days', '/manual-payouts', '/disputes', '/reconciliation'];
const FILES = ['/money/members.csv', '/money/refunds.csv', '/money/entries.csv'];

describe('as a table', () => {
  /** Rows by the names of their columns; cells here hold neither quotes nor line breaks. */
  async function rows(name: string, cohortId = payment.cohortId): Promise<Record<string, string>[]> {
    const answer = await fetch(`${payment.url}/cohorts/${cohortId}/money/${name}.csv`, {
      headers: { authorization: payment.env.bearer(ownerId) },
    });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="daka-${cohortId}-${name}.csv"`);
    const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [head = [], ...lines] = text
      .slice(1)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')));
    return lines.map((cells) => Object.fromEntries(head.map((column, index) => [column, cells[index] ?? ''])));
  }
  const total = (found: Record<string, string>[], column: string): number =>
    sum(found.map((row) => Number(row[column])));

  it('has a row a member, whose amounts are those of the class', async () => {
    const [first] = await rows('entries');
    await payment.env.publish('membership.enrolment', String(first?.['book']), 'membership.enrolment-admitted.v1', {
      enrolmentId: String(first?.['book']),
      cohortId: payment.cohortId,
      memberNumber: 7,
      group: 1,
      admittedAt: '2026-03-01T12:00:00Z',
    });
    const members = await soon(async () => {
      const found = await rows('members');
      return found.some((row) => row['memberNumber'] === '7') ? found : null;
    });
    const { enrolments, whose, pool } = await whole();
    expect(members).toHaveLength(enrolments);
    expect(total(members, 'heldMinor')).toBe(whose.heldMinor + whose.frozenMinor);
    expect(total(members, 'payableMinor')).toBe(whose.payableMinor);
    expect(total(members, 'forfeitedMinor')).toBe(pool.forfeitedMinor);
    for (const row of members) expect([row['held'], row['currency']]).toEqual([decimal(row['heldMinor']), 'CNY']);
  });

  it('has all refunds, and the whole ledger, which comes to zero', async () => {
    const { where } = await whole();
    const refunds = await rows('refunds');
    const arrived = refunds.filter(({ status }) => status === 'succeeded');
    expect(total(arrived, 'amountMinor')).toBe(where.refundedMinor);
    const entries = await rows('entries');
    expect(total(entries, 'amountMinor')).toBe(0);
    expect(
      total(
        entries.filter(({ account }) => account === 'stripe_cash'),
        'amountMinor',
      ),
    ).toBe(where.cashMinor);
    expect(entries.some(({ book }) => book === `cohort:${payment.cohortId}`)).toBe(true);
    for (const { amount, amountMinor } of entries) expect(amount).toBe(decimal(amountMinor));
  });

  it('of another class has nothing of this one', async () => {
    const elsewhere = randomUUID();
    await payment.publishCohort(elsewhere, randomUUID(), ownerId);
    await soon(async () => (await payment.request(`/cohorts/${elsewhere}/money`, ownerId)).status === 200);
    for (const name of ['members', 'refunds', 'entries']) expect(await rows(name, elsewhere)).toEqual([]);
  });

  const decimal = (minor = ''): string => (Number(minor) / 100).toFixed(2);
});

it('is for owner and class head; instructors and the committee see none of it', async () => {
  const [head, instructor, committee] = [randomUUID(), randomUUID(), randomUUID()];
  await payment.env.publish('membership.cohort', payment.cohortId, 'membership.cohort-staff-changed.v1', {
    cohortId: payment.cohortId,
    staff: [
      { accountId: ownerId, role: 'owner' },
      { accountId: head, role: 'class_head' },
      { accountId: instructor, role: 'instructor' },
      { accountId: committee, role: 'committee' },
    ],
  });
  await soon(async () => (await ask('/money', head)).status === 200);
  for (const path of [...PLACES, ...FILES])
    for (const who of [instructor, committee])
      expect([path, await ask(path, who)]).toMatchObject([path, { status: 403, body: { code: 'not_allowed' } }]);
});

it("shows nothing to a learner, a stranger, or the owner of another's class", async () => {
  const learner = await payment.paid();
  const otherOwner = randomUUID();
  const elsewhere = randomUUID();
  await payment.publishCohort(elsewhere, randomUUID(), otherOwner);
  await soon(async () => (await payment.request(`/cohorts/${elsewhere}/money`, otherOwner)).status === 200);
  for (const path of [...PLACES, ...FILES])
    for (const who of [learner.learnerId, randomUUID(), otherOwner])
      expect([path, await ask(path, who)]).toMatchObject([path, { status: 404, body: { code: 'not_found' } }]);
  expect((await payment.request<Money>(`/cohorts/${elsewhere}/money`, otherOwner)).body.where.chargedMinor).toBe(0);
});

it('is not for staff who have no second factor where their organisation requires one', async () => {
  const learner = await payment.seatHeld();
  const of = async (path: string, waits: readonly string[]) => {
    const authorization = payment.env.bearer(ownerId, waits);
    const answer = await fetch(`${payment.url}${path}`, { headers: { authorization } });
    return [answer.status, ((await answer.json()) as { code?: string }).code];
  };
  for (const path of [
    `/cohorts/${payment.cohortId}/money`,
    `/organisations/${payment.organisationId}/stripe-account`,
    `/enrolments/${learner.enrolmentId}/statement`,
  ]) {
    expect(await of(path, [payment.organisationId])).toEqual([403, 'second_factor_required']);
    expect(await of(path, [learner.learnerId])).toEqual([200, undefined]);
  }
});
