import type { Policy } from '@daka/rules';
import { member, openCourse, type Course, type Learner, type World } from '../../support/cohort-world';
import type { Money } from '../../support/money';
import { plain, startTrial, type Trial } from '../../support/trial';

const policy: Policy = { ...plain, makeUp: { windowDays: 3, quota: 3 } };
/** Every cohort here is settled: the last close, make-ups, review and appeals are three days each at most. */
const ALL_OVER = '2026-03-15T00:00:00Z';

describe('an operator who would keep what nobody forfeited', () => {
  let trial: Trial;
  let world: World;
  let money: Money;
  const courses = {} as Record<'silent' | 'down' | 'late' | 'angry', Course>;
  const learners = {} as Record<keyof typeof courses, Learner>;

  beforeAll(async () => {
    trial = await startTrial();
    ({ world, money } = trial);
    const plans: Record<keyof typeof courses, Policy> = {
      silent: { ...policy, days: 2 },
      down: { ...policy, days: 1 },
      late: policy,
      angry: policy,
    };
    for (const name of ['silent', 'down', 'late', 'angry'] as const) {
      courses[name] = await openCourse(world.client, { policy: plans[name] });
      learners[name] = await member(world.client, courses[name].cohort, name);
    }
  }, 300_000);
  afterAll(() => trial?.stop());

  const post: Trial['post'] = (...request) => trial.post(...request);

  it('removes a member for a word', async () => {
    world.setClock('2026-03-02T04:00:00Z');
    await trial.checkIn(learners.angry, '2026-03-02');
    const path = `/checkin/enrolments/${learners.angry.enrolmentId}/removal`;
    expect((await post(courses.angry.owner, path, { reason: 'Too loud.' })).status).toBe(200);
  }, 60_000);

  it('leaves a request for leave unanswered, and excuses the only day of a plan', async () => {
    await trial.checkIn(learners.silent, '2026-03-02');
    const leave = { days: ['2026-03-03'], reason: 'A wedding.' };
    const { session, enrolmentId } = learners.silent;
    expect((await post(session, `/checkin/enrolments/${enrolmentId}/leave`, leave)).status).toBe(201);
    const outage = { day: '2026-03-02', reason: 'The platform was down.' };
    const path = `/checkin/cohorts/${courses.down.cohort.id}/excused-days`;
    expect((await post(courses.down.owner, path, outage)).status).toBe(202);
  }, 60_000);

  it('waits for somebody to leave who made up every day: it is due when it is made up, and stays earned', async () => {
    world.setClock('2026-03-05T04:00:00Z');
    for (const day of ['02', '03', '04']) await trial.checkIn(learners.late, `2026-03-${day}`);
    expect(await money.calendar(learners.late)).toMatchObject({
      entitledMinor: policy.depositMinor,
      dueMinor: policy.depositMinor,
    });
    const { session, enrolmentId } = learners.late;
    expect((await post(session, `/membership/enrolments/${enrolmentId}/withdrawal`)).status).toBe(200);
  }, 60_000);

  it.each(['silent', 'down', 'late', 'angry'] as const)(
    'and in the end the learner of the %s one has the whole deposit',
    async (name) => {
      world.setClock(ALL_OVER);
      await trial.hasWholeDeposit(learners[name]);
    },
    180_000,
  );
});
