import { checkinHttp } from '@daka/contracts';
import type { Answer } from '@daka/replay';
import { member, openCourse, policy, startWorld, type Learner, type World } from '../support/cohort-world';

const ROUNDS = 200;
const AT_ONCE = 10;

describe('many acts at once', () => {
  let world: World;
  let learner: Learner;

  beforeAll(async () => {
    world = await startWorld();
    const course = await openCourse(world.client, {
      policy: {
        ...policy,
        days: ROUNDS + 40,
        restDays: { weekdays: [], dates: [] },
        checkIn: { ...policy.checkIn, aheadDays: null },
      },
    });
    learner = await member(world.client, course.cohort);
  }, 120_000);

  afterAll(() => world?.stop());

  const dayAt = (offset: number) =>
    new Date(Date.parse(policy.startsOn) + offset * 86_400_000).toISOString().slice(0, 10);
  const checkIn = (offset: number): Promise<Answer> =>
    learner.session.send({
      method: 'POST',
      path: `/api/checkin/enrolments/${learner.enrolmentId}/entries`,
      body: { day: dayAt(offset), text: 'The same words ten times.' },
    });

  it(`accepts exactly one of ${AT_ONCE} equal check-ins, ${ROUNDS} times over`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => checkIn(round)));
      const outcomes = answers.map(({ status, code }) => `${status} ${code}`.trim()).sort();
      expect(outcomes).toEqual(['201', ...Array<string>(AT_ONCE - 1).fill('409 already_checked_in')]);
    }
  }, 400_000);

  it('loses none of eight different acts of one learner', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => checkIn(ROUNDS + n)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    const path = `/api/checkin/enrolments/${learner.enrolmentId}/calendar`;
    const { done } = await learner.session.ask({ method: 'GET', path }, checkinHttp.CalendarView);
    expect(done).toBe(ROUNDS + 8);
  });
});
