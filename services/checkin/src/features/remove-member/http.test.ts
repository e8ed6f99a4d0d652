import { randomUUID } from 'node:crypto';
import { eventually } from '@daka/service-kit/testing';
import { at, date } from '../../testing/calendar';
import { type Member, type World, startWorld } from '../../testing/world';

jest.setTimeout(120_000);

let world: World;
const goTo = (day: number, hours = 12) => world.environment.clock.set(new Date(at(day, hours)).toISOString());
const patience = { timeoutMs: 60_000 };

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(() => goTo(1));

const pathOf = ({ enrolmentId }: Member) => `/enrolments/${enrolmentId}/removal`;
const remove = (member: Member, by: string | null, body: unknown = { reason: 'insulted others' }) =>
  world.call('POST', pathOf(member), by, body);
const appeal = (member: Member) =>
  world.call('POST', `/enrolments/${member.enrolmentId}/appeals`, member.learnerId, {
    subject: { kind: 'removal' },
    reason: 'it was not me',
  });

it('a removal by hand says who, why and until when to appeal, once, and the deposit goes back when nobody objects', async () => {
  const member = await world.enrol(await world.publishCohort({}, 3));
  await world.checkIn(member, date(1));
  goTo(2);
  expect(await remove(member, world.owner)).toMatchObject({
    status: 200,
    body: {
      removedOn: date(2),
      reason: 'insulted others',
      removedBy: world.owner,
      appealUntil: new Date(at(5)).toISOString(),
      entitledMinor: 10_000,
    },
  });
  expect(await remove(member, world.owner)).toMatchObject({ status: 409, body: { code: 'already_removed' } });
  expect(await world.calendar(member)).toMatchObject({
    status: 'removed',
    removedOn: date(2),
    removedByHand: { reason: 'insulted others' },
    entitledMinor: 10_000,
    dueMinor: 1_000,
  });
  goTo(5);
  await world.quiet();
  const said = world.eventsOf(member.enrolmentId);
  expect(said).toContainEqual(
    expect.objectContaining({
      type: 'checkin.removed.v1',
      data: expect.objectContaining({ byHand: { reason: 'insulted others', removedBy: world.owner } }),
    }),
  );
  await eventually(() => world.eventsOf(member.enrolmentId).some(isWholeDeposit), patience);
});

const isWholeDeposit = ({ type, data }: { type: string; data: unknown }) =>
  type === 'checkin.payout-due.v1' && (data as { dueMinor: number }).dueMinor === 10_000;

it('a service that starts anew still knows the removal, and the way back', async () => {
  const member = await world.enrol(await world.publishCohort({}, 3));
  await world.checkIn(member, date(1));
  goTo(2);
  await remove(member, world.owner);
  await world.restart();
  goTo(2, 13);
  expect(await world.calendar(member)).toMatchObject({ status: 'removed', removedOn: date(2) });
  expect(await world.checkIn(member, date(2))).toMatchObject({ status: 409, body: { code: 'enrolment_closed' } });
  const { body } = await appeal(member);
  expect(body).toMatchObject({ frozenMinor: 0, against: { reason: 'insulted others', decidedBy: world.owner } });
  // The sole owner decided it, so it is the arbiter's.
  const path = `/enrolments/${member.enrolmentId}/appeals/${String(body.appealId)}/answer`;
  const upheld = { decision: 'upheld', reason: 'somebody else wrote it' };
  expect(await world.call('POST', path, world.owner, upheld)).toMatchObject({ body: { code: 'own_decision' } });
  expect((await world.call('POST', path, world.arbiter, upheld)).status).toBe(200);
  await world.restart();
  expect(await world.calendar(member)).toMatchObject({ status: 'open', removedOn: null });
  goTo(3);
  expect((await world.checkIn(member, date(3))).status).toBe(201);
});

it('who was removed forfeits nothing at the settlement, and the one who finished has no share of what was never in', async () => {
  const cohortId = await world.publishCohort({ days: 2, makeUp: { windowDays: 0, quota: 0 } }, 3);
  const [out, stayed] = [await world.enrol(cohortId, 1), await world.enrol(cohortId, 2)];
  await world.checkIn(stayed, date(1));
  goTo(2);
  await world.checkIn(stayed, date(2));
  await remove(out, world.owner);
  goTo(9);
  const settlement = `/cohorts/${cohortId}/settlement`;
  await eventually(async () => (await world.call('GET', settlement, world.owner)).body.status === 'settled', patience);
  expect((await world.call('GET', settlement, world.owner)).body).toMatchObject({ poolMinor: 0, organiserMinor: 0 });
  expect(await world.calendar(out)).toMatchObject({ status: 'settled', entitledMinor: 10_000, bonusMinor: 0 });
});

it.each<[string, () => string | null, number, string]>([
  ['nobody', () => null, 401, 'not_signed_in'],
  ['a stranger', () => randomUUID(), 404, 'not_found'],
  ['the arbiter', () => world.arbiter, 403, 'not_allowed'],
  ['an instructor', () => world.instructor, 403, 'not_allowed'],
])('%s removes nobody', async (_who, by, status, code) => {
  const member = await world.enrol(await world.publishCohort({}, 3));
  expect(await remove(member, by())).toMatchObject({ status, body: { code } });
  expect(await remove(member, member.learnerId)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
});

it('is refused to staff from after the first payment, without a reason, and once the last day has closed', async () => {
  const cohortId = await world.publishCohort({}, 3);
  const member = await world.enrol(cohortId);
  goTo(2);
  const late = await world.appoint(cohortId);
  expect(await remove(member, late)).toMatchObject({ status: 403, body: { code: 'appointed_late' } });
  expect(await remove(member, world.owner, { reason: ' ' })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'reason' }] },
  });
  goTo(11, 0);
  expect(await remove(member, world.owner)).toMatchObject({ status: 409, body: { code: 'plan_over' } });
});
