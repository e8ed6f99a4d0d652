import { eventually } from '@daka/service-kit/testing';
import { type Member, type World, startWorld } from '../testing/world';

jest.setTimeout(120_000);

let world: World;
const statusFor = async ({ cohortId, learnerId }: Member) =>
  (await world.call('GET', `/cohorts/${cohortId}/settlement`, learnerId)).status;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

it('what a member may read of the cohort begins with the admission and ends when the enrolment is cancelled', async () => {
  const applicant = await world.apply(await world.publishCohort());
  // Known here, though not admitted.
  await eventually(
    async () =>
      (await world.call('GET', `/enrolments/${applicant.enrolmentId}/appeals`, applicant.learnerId)).status === 200,
  );
  expect(await statusFor(applicant)).toBe(404);
  await world.admit(applicant, 1);
  await eventually(async () => (await statusFor(applicant)) === 200);
  await world.environment.publish('membership.enrolment', applicant.enrolmentId, 'membership.enrolment-cancelled.v1', {
    enrolmentId: applicant.enrolmentId,
    cohortId: applicant.cohortId,
    reason: 'cooling_off',
    cancelledAt: '2026-02-20T00:00:00Z',
  });
  await eventually(async () => (await statusFor(applicant)) === 404);
});

it('staff who have no second factor where their organisation requires one see and do nothing of their work', async () => {
  const cohortId = await world.publishCohort();
  const member = await world.enrol(cohortId);
  const ask = async (path: string, waits: readonly string[]) => {
    const authorization = world.environment.bearer(world.owner, waits);
    const answer = await world.call('GET', path, null, undefined, { authorization });
    return [answer.status, answer.body['code']];
  };
  for (const path of [`/cohorts/${cohortId}/leave`, `/enrolments/${member.enrolmentId}/calendar`]) {
    expect(await ask(path, [world.organisationId])).toEqual([403, 'second_factor_required']);
    expect((await ask(path, [member.learnerId]))[0]).toBe(200);
  }
});
