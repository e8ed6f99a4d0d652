import { checkinHttp, homeworkHttp } from '@daka/contracts';
import type { Policy } from '@daka/rules';
import { eventually } from '@daka/service-kit/testing';
import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  Kafka,
  logLevel,
  ResourcePatternTypes,
} from 'kafkajs';
import {
  member,
  openCourse,
  policy as tenDays,
  startWorld,
  type Course,
  type Learner,
  type World,
} from '../support/cohort-world';
import { moneyOf, type Money } from '../support/money';

/** Three days, of which each counts a third; who misses one is not out. */
const policy: Policy = {
  ...tenDays,
  days: 3,
  coolingOffDays: 0,
  restDays: { weekdays: [], dates: [] },
  removal: { per: 'never' },
  makeUp: { windowDays: 0, quota: 0 },
  refund: { curve: 'flat', cadence: 'daily' },
};
const LAST_DAY = '2026-03-04';
const PATIENCE = { timeoutMs: 90_000 };

describe('homework cannot reach Kafka from before the last close until long after the settlement was due', () => {
  let world: World;
  let money: Money;
  let course: Course;
  let learner: Learner;
  let other: Learner;

  beforeAll(async () => {
    world = await startWorld();
    money = moneyOf(world);
    course = await openCourse(world.client, { policy });
    [learner, other] = [await member(world.client, course.cohort), await member(world.client, course.cohort)];
  }, 300_000);
  afterAll(() => world?.stop());

  const settlement = () =>
    learner.session.ask(
      { method: 'GET', path: `/api/checkin/cohorts/${course.cohort.id}/settlement` },
      checkinHttp.SettlementView,
    );
  const stateOf = async (of: Learner, day: string) =>
    (await money.calendar(of)).days.find((candidate) => candidate.day === day)?.state;

  /** Whether the broker takes what homework says; it reads, and takes hand-ins, all the same. */
  async function letHomeworkSpeak(mayWrite: boolean): Promise<void> {
    const admin = new Kafka({ clientId: 'outage', ...world.system.kafkaAs(), logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const denied = {
      resourceType: AclResourceTypes.TOPIC,
      resourceName: `${world.system.topicPrefix}homework.enrolment`,
      resourcePatternType: ResourcePatternTypes.LITERAL,
      principal: 'User:homework',
      host: '*',
      operation: AclOperationTypes.WRITE,
      permissionType: AclPermissionTypes.DENY,
    };
    if (mayWrite) await admin.deleteAcls({ filters: [denied] });
    else await admin.createAcls({ acl: [denied] });
    await admin.disconnect();
  }

  it('takes the work of the last day and cannot say it, and is killed with it', async () => {
    for (const [day, noon] of [
      ['2026-03-02', '2026-03-02T04:00:00Z'],
      ['2026-03-03', '2026-03-03T04:00:00Z'],
    ] as const) {
      world.setClock(noon);
      for (const { session, enrolmentId } of [learner, other])
        await session.send({
          method: 'POST',
          path: `/api/checkin/enrolments/${enrolmentId}/entries`,
          body: { day, text: 'A day of words.' },
        });
    }
    world.setClock('2026-03-04T04:00:00Z');
    const { id } = await course.owner.ask(
      {
        method: 'POST',
        path: `/api/homework/cohorts/${course.cohort.id}/assignments`,
        body: { title: 'Essay', instructions: 'Write.', day: LAST_DAY, dueAt: '2026-03-04T18:00:00Z' },
      },
      homeworkHttp.Assignment,
    );
    await letHomeworkSpeak(false);
    const { counts } = await learner.session.ask(
      {
        method: 'POST',
        path: `/api/homework/assignments/${id}/submissions`,
        body: { enrolmentId: learner.enrolmentId, markdown: '我一直以为早起是意志力的事。' },
      },
      homeworkHttp.Submission,
    );
    expect(counts).toMatchObject({ status: 'expected', day: LAST_DAY });
    await world.system.kill('homework');
    await world.system.untilReady('homework');
  }, 120_000);

  it('the settlement waits, months beyond every window, and says for whom', async () => {
    // Longer than review, appeal and anything that waits for an answer.
    world.setClock('2026-06-01T00:00:00Z');
    await eventually(async () => (await settlement()).awaitedHomework === 2, PATIENCE);
    await eventually(async () => (await stateOf(learner, LAST_DAY)) === 'missed', PATIENCE);
    expect(await settlement()).toMatchObject({ status: 'open', heldUntil: null, poolMinor: null });
    const refused = await learner.session.send({
      method: 'POST',
      path: `/api/checkin/cohorts/${course.cohort.id}/settlement`,
      body: {},
    });
    expect(refused).toMatchObject({ status: 409, code: 'homework_awaited' });
  }, 180_000);

  it('then the day counts, and then comes the settlement', async () => {
    await letHomeworkSpeak(true);
    await eventually(async () => (await settlement()).status === 'settled', PATIENCE);
    expect(await stateOf(learner, LAST_DAY)).toBe('on_time');
    const third = policy.depositMinor / 3;
    expect(await settlement()).toMatchObject({ awaitedHomework: 0, poolMinor: third, members: 2 });
    const kept = await money.settledStatement(learner, ({ refundedMinor }) => refundedMinor >= policy.depositMinor);
    expect(kept).toMatchObject({ forfeitedMinor: 0 });
    const lost = await money.settledStatement(other, ({ forfeitedMinor }) => forfeitedMinor > 0);
    expect(lost).toMatchObject({ forfeitedMinor: third });
  }, 240_000);
});
