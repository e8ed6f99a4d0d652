import { randomUUID } from 'node:crypto';
import type { paymentHttp } from '@daka/contracts';
import type { z } from 'zod';
import { ownerId, soon, startHarness, type Harness, type Learner } from '../../testing/service';

jest.setTimeout(180_000);

type Body = z.output<typeof paymentHttp.OrganisationMoneyPage>;
type Item = Body['items'][number];

let payment: Harness;
const secondCohort = randomUUID();

beforeAll(async () => {
  payment = await startHarness({ config: { REFUND_MAX_ATTEMPTS: 1 } });
  await payment.publishCohort(secondCohort, payment.organisationId, ownerId);
  await payment.publishCohort(randomUUID(), randomUUID(), randomUUID());
  await soon(async () => (await read()).length === 2);
});
afterAll(() => payment?.stop());
afterEach(() => payment.control('faults', {}));

const path = () => `/organisations/${payment.organisationId}/money`;
const page = async (query = '') => (await payment.request<Body>(path() + query, ownerId)).body;
const read = async () => (await page()).items ?? [];
const itemOf = async (cohortId: string): Promise<Item> => {
  const found = (await read()).find((item) => item.cohortId === cohortId);
  if (found === undefined) throw new Error(`${cohortId} is not there`);
  return found;
};
const chargeOf = async ({ enrolmentId }: Learner) =>
  (await payment.charges()).find(({ metadata }) => metadata['enrolmentId'] === enrolmentId);

it('says of each cohort what its own page says, and nothing of other organisations', async () => {
  const [learner] = [await payment.paid(), await payment.paid()];
  await payment.payoutDue(learner, '2026-03-02', 500);
  await soon(async () => (await itemOf(payment.cohortId)).heldMinor === 19_500);
  const item = await itemOf(payment.cohortId);
  const { body: own } = await payment.request<z.output<typeof paymentHttp.CohortMoneyBody>>(
    `/cohorts/${payment.cohortId}/money`,
    ownerId,
  );
  expect(item).toMatchObject({
    currency: 'CNY',
    enrolments: 2,
    heldMinor: own.whose.heldMinor + own.whose.frozenMinor,
    poolMinor: own.whose.poolMinor,
    organiserMinor: own.whose.organiserMinor,
    organiserPayableMinor: own.organiser.payableMinor,
    ledgerBalanced: true,
    differences: own.reconciliation?.differences ?? null,
  });
  expect(await itemOf(secondCohort)).toMatchObject({ enrolments: 0, heldMinor: 0, payables: { dueSince: null } });
});

it('says what is owed and not on its way, since when, and what of it only a person can pay', async () => {
  const learner = await payment.paid();
  await payment.control('faults', { refunds: { pendingMs: null } });
  await payment.payoutDue(learner, '2026-03-03', 700);
  await soon(async () => (await chargeOf(learner))?.refunds_pending === 700);
  expect(await itemOf(payment.cohortId)).toMatchObject({ inFlightMinor: 700, payables: { refunds: 0, failed: 0 } });
  const { payment_intent } = (await chargeOf(learner)) ?? { payment_intent: '' };
  const refunds = await fetch(`${payment.sandbox.url}/v1/refunds?payment_intent=${payment_intent}`, {
    headers: { authorization: 'Bearer sk_test_daka' },
  });
  const { data } = (await refunds.json()) as { data: { id: string }[] }; // the sandbox's own answer
  await payment.control(`refunds/${data[0]?.id}/settle`, { as: 'failed', reason: 'expired_or_canceled_card' });
  await soon(async () => (await itemOf(payment.cohortId)).payables.failed === 1);
  expect(await itemOf(payment.cohortId)).toMatchObject({
    owedMinor: 700,
    inFlightMinor: 0,
    payables: { refunds: 1, amountMinor: 700, dueSince: '2026-03-01T12:00:00.000Z', failed: 1, failedMinor: 700 },
  });
});

it('counts what banks question', async () => {
  const learner = await payment.paid();
  await payment.control('disputes', { charge: (await chargeOf(learner))?.id });
  await soon(async () => (await itemOf(payment.cohortId)).openDisputes === 1);
  await soon(async () => (await itemOf(payment.cohortId)).disputedMinor === 12_000);
});

it('is read in pages, and as a table with one row a cohort', async () => {
  const whole = await read();
  const first = await page('?limit=1');
  const second = await page(`?limit=1&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items]).toEqual(whole);
  expect(second).not.toHaveProperty('nextCursor');
  const answer = await fetch(`${payment.url}${path()}.csv`, {
    headers: { authorization: payment.env.bearer(ownerId) },
  });
  const [head = '', ...rows] = (await answer.text()).trimEnd().split('\r\n');
  const at = head.replaceAll('"', '').split(',').indexOf('owedMinor');
  expect([rows.length, rows.reduce((sum, row) => sum + Number(row.split(',')[at]), 0)]).toEqual([2, 700]);
});

it('adds up all cohorts on the first page, each currency for itself', async () => {
  const inDollars = randomUUID();
  await payment.publishCohort(inDollars, payment.organisationId, ownerId, 'USD');
  await payment.paid({ currency: 'USD', entryFeeMinor: 1_900, depositMinor: 5_000 }, inDollars);
  // A cohort that nobody came to has its currency from its rules, and one that took a fee only has no deposit.
  await payment.publishCohort(randomUUID(), payment.organisationId, ownerId, 'EUR');
  await payment.paid({ currency: 'CNY', entryFeeMinor: 700, depositMinor: 0 }, secondCohort);
  await soon(async () => (await read()).length === 4);
  await soon(async () => (await itemOf(secondCohort)).organiserMinor !== 0);
  // What was forfeited, and what of it went to the organiser and to charity, is in the sums as in the rows.
  const forfeiting = await payment.paid();
  await payment.settled(forfeiting, 4_000);
  await soon(async () => (await itemOf(payment.cohortId)).poolMinor === 6_000);
  await payment.env.publish('checkin.cohort', payment.cohortId, 'checkin.cohort-settled.v1', {
    cohortId: payment.cohortId,
    organisationId: payment.organisationId,
    currency: 'CNY',
    members: 1,
    poolMinor: 5_500,
    bonusMinor: 0,
    organiserMinor: 5_000,
    charityMinor: 500,
    settledAt: '2026-04-01T00:00:00Z',
  });
  await soon(async () => (await itemOf(payment.cohortId)).poolMinor === 500);
  const { items, sums } = await page('?limit=1');
  expect(items).toHaveLength(1);
  const rows = await read();
  const added = (currency: string) => {
    const own = rows.filter((item) => item.currency === currency);
    const sum = (of: (item: Item) => number) => own.reduce((total, item) => total + of(item), 0);
    return {
      currency,
      cohorts: own.length,
      heldMinor: sum(({ heldMinor }) => heldMinor),
      owedMinor: sum(({ owedMinor }) => owedMinor),
      inFlightMinor: sum(({ inFlightMinor }) => inFlightMinor),
      poolMinor: sum(({ poolMinor }) => poolMinor),
      organiserMinor: sum(({ organiserMinor }) => organiserMinor),
    };
  };
  expect(sums).toEqual(['CNY', 'EUR', 'USD'].map(added));
  expect(sums?.map(({ cohorts }) => cohorts)).toEqual([2, 1, 1]);
  expect(sums?.at(-1)).toMatchObject({ heldMinor: 5_000, poolMinor: 0 });
  expect(sums?.at(0)).toMatchObject({ poolMinor: 500 });
});

it('adds up on the first page alone', async () => {
  const { nextCursor } = await page('?limit=1');
  expect(await page(`?limit=1&cursor=${nextCursor}`)).not.toHaveProperty('sums');
});

it('is for the owner alone', async () => {
  const head = randomUUID();
  for (const who of [null, head, randomUUID()])
    for (const end of ['', '.csv'])
      expect([401, 403, 404]).toContain((await payment.request(path() + end, who)).status);
  expect((await payment.request(`/organisations/${randomUUID()}/money`, ownerId)).status).toBe(404);
  expect((await payment.request(`${path()}?cursor=x`, ownerId)).status).toBe(400);
});
