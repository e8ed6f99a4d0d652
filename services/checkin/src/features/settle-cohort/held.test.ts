import { eventually } from '@daka/service-kit/testing';
import { at, date } from '../../testing/calendar';
import { type Member, type World, startWorld } from '../../testing/world';

jest.setTimeout(120_000);

let world: World;
const goTo = (day: number, hours = 12) => world.environment.clock.set(new Date(at(day, hours)).toISOString());
const patience = { timeoutMs: 60_000 };
const settlementOf = (cohortId: string) => `/cohorts/${cohortId}/settlement`;
const isSettled = async (cohortId: string) =>
  (await world.call('GET', settlementOf(cohortId), world.owner)).body.status === 'settled';

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(() => goTo(1));

/** Two days of which the second was made up, rejected and appealed, each as late as can be; the time to answer ends a day after the settlement is due. */
async function appealed(): Promise<{ member: Member; path: string }> {
  const member = await world.enrol(await world.publishCohort({ days: 2 }, 3));
  await world.checkIn(member, date(1));
  goTo(4);
  await world.checkIn(member, date(2));
  goTo(7, 11);
  const ofMember = `/enrolments/${member.enrolmentId}`;
  await world.call('POST', `${ofMember}/entries/${date(2)}/rejection`, world.instructor, { reason: 'copied' });
  goTo(9, 0);
  const asked = { subject: { kind: 'rejected_entry', day: date(2) }, reason: 'mine' };
  const { body } = await world.call('POST', `${ofMember}/appeals`, member.learnerId, asked);
  goTo(11, 0);
  await world.quiet();
  expect(await world.call('POST', settlementOf(member.cohortId), world.owner)).toMatchObject({
    status: 409,
    body: { code: 'appeals_open', openAppeals: 1, openLeave: 0, heldUntil: new Date(at(12, 0)).toISOString() },
  });
  expect((await world.call('GET', settlementOf(member.cohortId), member.learnerId)).body).toMatchObject({
    status: 'open',
    openAppeals: 1,
    settlesAt: new Date(at(11, 0)).toISOString(),
  });
  return { member, path: `${ofMember}/appeals/${body.appealId as string}/answer` };
}

it('the settlement waits for the answer to an appeal, says until when, and then comes by itself', async () => {
  const { member, path } = await appealed();
  await world.call('POST', path, world.owner, { decision: 'upheld', reason: 'I compared them' });
  await eventually(() => isSettled(member.cohortId), patience);
  expect(await world.calendar(member)).toMatchObject({ entitledMinor: 10_000, appeals: [{ status: 'upheld' }] });
});

it('an appeal that nobody answers is granted by time, and holds the settlement no longer', async () => {
  const { member } = await appealed();
  goTo(12, 0);
  await eventually(() => isSettled(member.cohortId), patience);
  expect(await world.calendar(member)).toMatchObject({
    entitledMinor: 10_000,
    appeals: [
      { status: 'upheld', answer: { answeredBy: null, reason: 'Nobody answered within 3 days: granted by the rule' } },
    ],
  });
  const said = world.eventsOf(member.enrolmentId).find(({ type }) => type === 'checkin.appeal-answered.v1');
  expect(said?.data).toMatchObject({ decision: 'upheld', answeredBy: null });
});

it('the settlement waits while a dismissal may still be taken to the arbiter, and for the arbiter then', async () => {
  const { member, path } = await appealed();
  await world.call('POST', path, world.owner, { decision: 'dismissed', reason: 'it is copied' });
  const heldUntil = new Date(at(14, 0)).toISOString();
  expect(await world.call('POST', settlementOf(member.cohortId), world.owner)).toMatchObject({
    status: 409,
    body: { code: 'appeals_open', openAppeals: 0, openLeave: 0, heldUntil },
  });
  goTo(13, 23);
  expect(await isSettled(member.cohortId)).toBe(false);
  const { body } = await world.call('GET', settlementOf(member.cohortId), member.learnerId);
  expect(body).toMatchObject({ status: 'open', heldUntil });
  const asked = await world.call('POST', path.replace('/answer', '/escalation'), member.learnerId, { reason: 'look' });
  expect(asked.status).toBe(201);
  goTo(15, 0);
  await world.call('POST', path, world.arbiter, { decision: 'upheld', reason: 'it is not' });
  await eventually(() => isSettled(member.cohortId), patience);
  expect(await world.calendar(member)).toMatchObject({ entitledMinor: 10_000, appeals: [{ status: 'upheld' }] });
});

it('a dismissal that nobody takes further holds the settlement for its days and no longer', async () => {
  const { member, path } = await appealed();
  await world.call('POST', path, world.owner, { decision: 'dismissed', reason: 'it is copied' });
  goTo(14, 0);
  await eventually(() => isSettled(member.cohortId), patience);
  expect(await world.calendar(member)).toMatchObject({ entitledMinor: 5_000, appeals: [{ status: 'dismissed' }] });
});

it('leave that nobody decided holds the settlement and is granted: the other day returns the whole deposit', async () => {
  const member = await world.enrol(await world.publishCohort({ days: 2, makeUp: { windowDays: 0, quota: 0 } }, 3));
  await world.checkIn(member, date(1));
  goTo(5, 23);
  const asked = { days: [date(2)], reason: 'a wedding' };
  const path = `/enrolments/${member.enrolmentId}/leave`;
  expect((await world.call('POST', path, member.learnerId, asked)).status).toBe(201);
  goTo(9, 0);
  await eventually(() => isSettled(member.cohortId), patience);
  expect(await world.calendar(member)).toMatchObject({
    status: 'settled',
    entitledMinor: 10_000,
    leave: [{ status: 'approved', decision: { decidedBy: null, declinedDays: [] } }],
  });
});

it('leave is refused beyond its days and once it is asked for too late, each with the bound', async () => {
  const member = await world.enrol(await world.publishCohort({}, 3));
  const path = `/enrolments/${member.enrolmentId}/leave`;
  const ask = (...days: number[]) =>
    world.call('POST', path, member.learnerId, { days: days.map(date), reason: 'a wedding' });
  expect(await ask(2, 3, 4)).toMatchObject({ status: 409, body: { code: 'too_much_leave', maxDays: 2, leftDays: 2 } });
  goTo(5, 0);
  expect(await ask(1)).toMatchObject({
    status: 409,
    body: { code: 'leave_too_late', closedAt: new Date(at(5, 0)).toISOString(), fields: [{ message: date(1) }] },
  });
  expect((await ask(2)).status).toBe(201);
});
