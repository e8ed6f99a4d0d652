import { homeworkHttp } from '@daka/contracts';
import type { Answer } from '@daka/replay';
import type { Policy } from '@daka/rules';
import { eventually } from '@daka/service-kit/testing';
import { member, openCourse, type Course, type Learner, type World } from '../../support/cohort-world';
import { plain, startTrial, type Trial } from '../../support/trial';

/** Three required days and a rest day before the last. */
const policy: Policy = {
  ...plain,
  days: 4,
  restDays: { weekdays: [], dates: ['2026-03-04'] },
  checkIn: { ...plain.checkIn, accepts: ['entry', 'homework'] },
  removal: { misses: 1, per: 'consecutive' },
  makeUp: { windowDays: 0, quota: 0 },
};
const OPENS = '2026-03-02T19:00:00.000Z';
const TEXT = '我一直以为早起是意志力的事。';

describe('an operator who takes homework that counts for nothing', () => {
  let trial: Trial;
  let world: World;
  let course: Course;
  let withoutHomework: Course;
  let learner: Learner;
  let slow: Learner;
  let lastDay: string;

  beforeAll(async () => {
    trial = await startTrial();
    ({ world } = trial);
    course = await openCourse(world.client, { policy });
    const checkIn: Policy['checkIn'] = { ...policy.checkIn, accepts: ['entry'] };
    withoutHomework = await openCourse(world.client, { policy: { ...policy, checkIn } });
    learner = await member(world.client, course.cohort);
    slow = await member(world.client, course.cohort, 'slow');
    await member(world.client, withoutHomework.cohort);
  }, 300_000);
  afterAll(() => trial?.stop());

  const post: Trial['post'] = (...request) => trial.post(...request);
  const assign = ({ owner, cohort }: Course, day: string, dueAt: string): Promise<Answer> =>
    post(owner, `/homework/cohorts/${cohort.id}/assignments`, { title: 'Essay', instructions: 'Write.', day, dueAt });
  const assigned = async (day: string, dueAt: string): Promise<string> =>
    homeworkHttp.Assignment.parse((await assign(course, day, dueAt)).body).id;
  const handIn = ({ session, enrolmentId }: Learner, assignmentId: string, markdown: string) =>
    session.ask(
      {
        method: 'POST',
        path: `/api/homework/assignments/${assignmentId}/submissions`,
        body: { enrolmentId, markdown },
      },
      homeworkHttp.Submission,
    );
  const checkIn = ({ session, enrolmentId }: Learner, day: string): Promise<Answer> =>
    post(session, `/checkin/enrolments/${enrolmentId}/entries`, { day, text: 'A day of words.' });
  const stateOf = (day: string) => trial.stateOf(learner, day);

  it('sets it due when its day has closed: is refused, and the close is named', async () => {
    world.setClock('2026-03-02T04:00:00Z');
    const refused = await assign(course, '2026-03-02', '2026-03-03T07:00:00Z');
    expect(refused).toMatchObject({ status: 422, code: 'due_after_close' });
    expect(JSON.stringify(refused.body)).toContain('2026-03-02T19:00:00');
    expect((await checkIn(learner, '2026-03-02')).status).toBe(201);
  }, 60_000);

  it('sets it for a rest day, or where homework is no check-in: is refused', async () => {
    const due = '2026-03-04T10:00:00Z';
    expect(await assign(course, '2026-03-04', due)).toMatchObject({ status: 422, code: 'day_not_required' });
    const elsewhere = await assign(withoutHomework, '2026-03-03', '2026-03-03T10:00:00Z');
    expect(elsewhere).toMatchObject({ status: 422, code: 'cohort_takes_none' });
  }, 60_000);

  it('takes it a minute before its day opens: it says so, and counts when the day opens', async () => {
    const id = await assigned('2026-03-03', '2026-03-03T18:00:00Z');
    lastDay = await assigned('2026-03-05', '2026-03-05T18:00:00Z');
    world.setClock('2026-03-02T18:59:00Z');
    const submission = await handIn(learner, id, TEXT);
    expect(submission.counts).toMatchObject({ status: 'waits', day: '2026-03-03', at: OPENS });
    const feedback = { version: 1, verdict: 'accepted', comment: 'Clear.', scorePercent: 100 };
    expect((await post(course.owner, `/homework/submissions/${submission.id}/feedback`, feedback)).status).toBe(201);
    expect(await stateOf('2026-03-03')).toBe('upcoming');
    world.setClock('2026-03-02T19:01:00Z');
    await eventually(async () => (await stateOf('2026-03-03')) === 'on_time', { timeoutMs: 30_000 });
    expect(await checkIn(learner, '2026-03-03')).toMatchObject({ status: 409, code: 'already_checked_in' });
  }, 120_000);

  it('takes a text that is too short: the hand-in says that it counts for nothing, and another one counts', async () => {
    world.setClock('2026-03-05T04:00:00Z');
    expect(await assign(course, '2026-03-03', '2026-03-03T18:00:00Z')).toMatchObject({
      status: 422,
      code: 'day_is_past',
    });
    const short = await handIn(learner, lastDay, '短');
    expect(short.counts).toMatchObject({ status: 'none', why: 'too_short' });
    const long = await handIn(learner, lastDay, TEXT);
    expect(long.counts).toMatchObject({ day: '2026-03-05', status: expect.stringMatching(/^(expected|counted)$/u) });
    await eventually(async () => (await stateOf('2026-03-05')) === 'on_time', { timeoutMs: 30_000 });
  }, 120_000);

  it('takes it when its day is over: the hand-in says that it counts for nothing any more', async () => {
    world.setClock('2026-03-05T19:00:00Z');
    const late = await handIn(slow, lastDay, TEXT);
    expect(late.counts).toMatchObject({ status: 'none', why: 'past' });
  }, 60_000);

  it('and in the end the learner has the whole deposit', async () => {
    world.setClock('2026-03-15T00:00:00Z');
    await trial.hasWholeDeposit(learner, policy);
  }, 180_000);
});
