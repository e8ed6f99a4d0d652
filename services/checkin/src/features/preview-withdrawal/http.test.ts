import { at, date } from '../../testing/calendar';
import { type Member, type World, startWorld } from '../../testing/world';

jest.setTimeout(60_000);

let world: World;
const iso = (day: number, hours = 12) => new Date(at(day, hours)).toISOString();
const goTo = (day: number, hours = 12) => world.environment.clock.set(iso(day, hours));

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(() => goTo(1));

const preview = ({ enrolmentId, learnerId }: Member, who = learnerId) =>
  world.call('GET', `/enrolments/${enrolmentId}/withdrawal`, who);

it('gives everything back while the cooling-off lasts, and says until when', async () => {
  const member = await world.enrol(await world.publishCohort({ coolingOffDays: 2 }));
  await world.checkIn(member, date(1));
  expect(await preview(member)).toMatchObject({
    status: 200,
    body: {
      outcome: 'everything_back',
      asOf: iso(1),
      coolingOffEndsAt: iso(3),
      depositMinor: 10_000,
      earnedMinor: 1_000,
      toComeMinor: 10_000,
      forfeitedMinor: 0,
      entryFeeMinor: 500,
      feeReturnedMinor: 500,
    },
  });
  goTo(3);
  expect(await preview(member)).toMatchObject({ body: { outcome: 'keeps_earned', feeReturnedMinor: 0 } });
});

it('names the figures that the learner has after leaving, to the unit', async () => {
  const cohortId = await world.publishCohort({
    coolingOffDays: 0,
    depositMinor: 9_999,
    makeUp: { windowDays: 2, quota: 2 },
  });
  const member = await world.enrol(cohortId);
  for (const day of [1, 2, 4]) {
    goTo(day);
    await world.checkIn(member, date(day));
  }
  await world.quiet();
  const { body } = await preview(member);
  expect(body).toEqual({
    enrolmentId: member.enrolmentId,
    asOf: iso(4),
    currency: 'CNY',
    outcome: 'keeps_earned',
    coolingOffEndsAt: iso(1),
    depositMinor: 9_999,
    earnedMinor: 2_999,
    releasedMinor: 1_999,
    toComeMinor: 1_000,
    payoutAt: iso(5, 0),
    forfeitedMinor: 7_000,
    frozenMinor: 0,
    entryFeeMinor: 500,
    feeReturnedMinor: 0,
  });
  await world.environment.publish('membership.enrolment', member.enrolmentId, 'membership.enrolment-withdrawn.v1', {
    enrolmentId: member.enrolmentId,
    quitOn: date(4),
    withdrawnAt: iso(4),
  });
  await world.quiet();
  expect(await preview(member)).toMatchObject({ status: 409, body: { code: 'enrolment_closed' } });
  goTo(20);
  await world.quiet();
  const settled = world.eventsOf(member.enrolmentId).find(({ type }) => type === 'checkin.settled.v1');
  expect(settled?.data).toMatchObject({ entitledMinor: body.earnedMinor, forfeitMinor: body.forfeitedMinor });
  expect(await preview(member)).toMatchObject({ status: 409, body: { code: 'cohort_settled' } });
});

it('is for the learner alone, and for who has been admitted', async () => {
  const cohortId = await world.publishCohort();
  const member = await world.enrol(cohortId);
  expect([(await preview(member, world.owner)).status, (await preview(member, member.cohortId)).status]).toEqual([
    403, 404,
  ]);
  const applicant = await world.apply(cohortId);
  await world.quiet();
  expect(await preview(applicant)).toMatchObject({ status: 409, body: { code: 'not_admitted' } });
});
