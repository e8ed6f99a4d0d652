import { at, date } from '../../testing/calendar';
import { type Member, type World, startWorld } from '../../testing/world';

jest.setTimeout(60_000);

let world: World;
const goTo = (hours: number) => world.environment.clock.set(new Date(at(1, hours)).toISOString());

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const ask = async ({ enrolmentId, learnerId }: Member, day: number) => {
  const request = { days: [date(day)], reason: 'a wedding' };
  const { body } = await world.call('POST', `/enrolments/${enrolmentId}/leave`, learnerId, request);
  return body.leaveId as string;
};

it('the staff sees who waits first, page by page, and where each decision went', async () => {
  goTo(8);
  const cohortId = await world.publishCohort();
  const [mei, tom] = [await world.enrol(cohortId, 1), await world.enrol(cohortId, 2)];
  const first = await ask(mei, 8);
  goTo(9);
  const second = await ask(tom, 9);
  goTo(10);
  const third = await ask(mei, 10);
  const decision = { approve: false, reason: 'too often' };
  await world.call('POST', `/enrolments/${mei.enrolmentId}/leave/${first}/decision`, world.owner, decision);

  const path = `/cohorts/${cohortId}/leave`;
  const { body } = await world.call('GET', `${path}?limit=2`, world.owner);
  expect(body.items).toMatchObject([
    {
      leaveId: second,
      memberNumber: 2,
      status: 'requested',
      days: [date(9)],
      reason: 'a wedding',
      answerDueAt: new Date(at(4, 9)).toISOString(),
    },
    { leaveId: third, memberNumber: 1, status: 'requested' },
  ]);
  const rest = await world.call('GET', `${path}?limit=2&cursor=${String(body.nextCursor)}`, world.owner);
  expect(rest.body).toEqual({
    items: [expect.objectContaining({ leaveId: first, status: 'declined', answerDueAt: null })],
  });

  expect((await world.call('GET', path, world.instructor)).status).toBe(403);
  expect((await world.call('GET', path, mei.learnerId)).status).toBe(403);
  expect((await world.call('GET', path, cohortId)).status).toBe(404);
});
