import { randomUUID } from 'node:crypto';
import type { paymentHttp } from '@daka/contracts';
import type { z } from 'zod';
import { ownerId, soon, startHarness, type Harness, type Learner } from '../../testing/service';

jest.setTimeout(240_000);

type Body = z.infer<typeof paymentHttp.RecordBody>;

let payment: Harness;
let learners: Learner[];
const SETTLED_AT = '2026-03-01T12:00:00Z';

beforeAll(async () => {
  payment = await startHarness();
  learners = await Promise.all(Array.from({ length: 5 }, () => payment.paid()));
});
afterAll(() => payment?.stop());

const path = () => `/organisations/${payment.organisationId}/record`;
const read = async (query = '') => (await payment.request<Body>(path() + query, null)).body;
/** The record once it says so. */
const until = (isSo: (record: Body) => boolean) =>
  soon(async () => {
    const record = await read();
    return isSo(record) ? record : null;
  });
/** What check-in says of a cohort of two members whose pool is 8000. */
const settleCohort = (cohortId: string, members: number, poolMinor: number) =>
  payment.env.publish('checkin.cohort', cohortId, 'checkin.cohort-settled.v1', {
    cohortId,
    organisationId: payment.organisationId,
    currency: 'CNY',
    members,
    completed: members - 1,
    perfect: 1,
    poolMinor,
    bonusMinor: poolMinor / 2,
    organiserMinor: poolMinor / 4,
    charityMinor: poolMinor / 4,
    settledAt: SETTLED_AT,
  });
const cancelCohort = (cohortId: string) =>
  payment.env.publish('membership.cohort', cohortId, 'membership.cohort-cancelled.v1', {
    cohortId,
    reason: 'Nobody came',
    cancelledAt: '2026-03-02T12:00:00Z',
  });

it('is for everybody, and of no organisation that is not there', async () => {
  expect((await payment.request(`/organisations/${randomUUID()}/record`, null)).status).toBe(404);
  const record = await until(({ conduct }) => conduct?.enrolments === 5);
  expect(record).toMatchObject({
    organisationId: payment.organisationId,
    cohorts: { published: 1, running: 1, settled: 0, cancelled: 0 },
    totals: [],
    items: [],
    conduct: { rejections: 0, appeals: { made: 0 }, refunds: { due: 0, halfWithinS: null } },
  });
});

it('counts rejections and how appeals ended, each once', async () => {
  const [first] = learners as [Learner];
  const { enrolmentId, cohortId } = first;
  const say = (type: string, data: object) =>
    payment.env.publish('checkin.enrolment', enrolmentId, type as 'checkin.appeal-opened.v1', data as never);
  const appealId = randomUUID();
  const subject = { kind: 'rejected_entry', day: '2026-03-02' };
  const about = { enrolmentId, cohortId, appealId, subject, reason: 'mine' };
  const answered = (more: object) => ({
    ...about,
    frozenMinor: 0,
    excusedDays: [],
    answeredAt: SETTLED_AT,
    answeredBy: ownerId,
    ...more,
  });
  await say('checkin.entry-rejected.v1', {
    enrolmentId,
    day: '2026-03-02',
    reason: 'copied',
    rejectedBy: ownerId,
    rejectedAt: SETTLED_AT,
  });
  await say('checkin.appeal-opened.v1', { ...about, frozenMinor: 100, openedAt: SETTLED_AT });
  await until(({ conduct }) => conduct?.appeals.open === 1);
  await say('checkin.appeal-answered.v1', answered({ decision: 'dismissed' }));
  await until(({ conduct }) => conduct?.appeals.dismissed === 1);
  await say('checkin.appeal-escalated.v1', { ...about, frozenMinor: 100, escalatedAt: SETTLED_AT });
  await say('checkin.appeal-answered.v1', answered({ decision: 'upheld', answeredAs: 'arbiter' }));
  const { conduct } = await until((record) => record.conduct?.appeals.upheldByArbiter === 1);
  expect(conduct).toMatchObject({ rejections: 1, appeals: { made: 1, open: 0, dismissed: 0, upheldByArbiter: 1 } });
});

it('shows how a cohort ended once every member was settled, with what became of the deposits', async () => {
  await settleCohort(payment.cohortId, 5, 8_000);
  for (const [index, learner] of learners.entries()) {
    expect((await read()).cohorts.settled).toBe(0);
    await payment.settled(learner, index === 0 ? 2_000 : 10_000);
  }
  const record = await until(({ totals }) => totals[0]?.unconfirmedMinor === 0);
  const figures = {
    members: 5,
    completion: { of: 5, completed: 4, perfect: 1 },
    depositMinor: 50_000,
    forfeitedMinor: 8_000,
    finishersMinor: 4_000,
    organiserMinor: 2_000,
    charityMinor: 2_000,
    returnedMinor: 42_000,
    unconfirmedMinor: 0,
    otherwise: 0,
  };
  expect(record.cohorts).toEqual({ published: 1, running: 0, settled: 1, cancelled: 0 });
  expect(record.totals).toEqual([{ ...figures, currency: 'CNY', cohorts: 1, cohortsLeftOut: 0 }]);
  expect(record.items).toMatchObject([{ cohortId: payment.cohortId, state: 'settled', currency: 'CNY', figures }]);
  expect(record.conduct?.refunds).toMatchObject({ due: 5, waiting: 0, untimed: 0 });
  expect(JSON.stringify(record)).not.toMatch(new RegExp(learners.map(({ enrolmentId }) => enrolmentId).join('|')));
});

it('only grows: a new cohort, a cancelled one and a restart leave what was', async () => {
  const before = await read();
  const next = randomUUID();
  await payment.publishCohort(next, payment.organisationId, ownerId);
  await until(({ cohorts }) => cohorts.published === 2);
  const dropped = randomUUID();
  await payment.publishCohort(dropped, payment.organisationId, ownerId);
  await cancelCohort(dropped);
  const after = await until(({ cohorts }) => cohorts.cancelled === 1);
  expect(after.cohorts).toEqual({ published: 3, running: 1, settled: 1, cancelled: 1 });
  expect(after.totals).toEqual([{ ...before.totals[0], cohortsLeftOut: 1 }]);
  expect(after.conduct).toEqual(before.conduct);
  expect(after.items.map(({ state, figures }) => [state, figures === null])).toEqual([
    ['cancelled', true],
    ['settled', false],
  ]);
  await payment.restart();
  expect(await read()).toEqual(after);
});

it('is read in pages, each with the totals', async () => {
  const whole = await read();
  const first = await read('?limit=1');
  const second = await read(`?limit=1&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items]).toEqual(whole.items);
  expect(second).not.toHaveProperty('nextCursor');
  expect([first.totals, second.totals]).toEqual([whole.totals, whole.totals]);
  expect((await payment.request(`${path()}?cursor=x`, null)).status).toBe(400);
});
