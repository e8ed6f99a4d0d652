import { setTimeout as sleep } from 'node:timers/promises';
import { checkinHttp } from '@daka/contracts';
import type { Answer } from '@daka/replay';
import type { Policy } from '@daka/rules';
import { eventually } from '@daka/service-kit/testing';
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

/** Three days; who misses one is out. Homework is no check-in here, so nothing waits for it. */
const policy: Policy = {
  ...tenDays,
  days: 3,
  checkIn: { ...tenDays.checkIn, accepts: ['entry'] },
  coolingOffDays: 0,
  restDays: { weekdays: [], dates: [] },
  removal: { misses: 1, per: 'cohort' },
  makeUp: { windowDays: 0, quota: 0 },
  refund: { curve: 'flat', cadence: 'daily' },
};
const THIRD = policy.depositMinor / 3;
const NOONS = ['2026-03-02', '2026-03-03', '2026-03-04'].map((day) => [day, `${day}T04:00:00Z`] as const);
/** Longer than every window. */
const LATER = '2026-06-01T00:00:00Z';
const PATIENCE = { timeoutMs: 90_000 };

/** A cohort in which one does all days, one is to be removed by hand on the last, and one is out by the rule from the second. */
async function cohortOfThree(world: World, daysOfSecond: number) {
  world.setClock('2026-03-01T00:00:00Z');
  const course = await openCourse(world.client, { policy });
  const [whole, second, idle] = [
    await member(world.client, course.cohort),
    await member(world.client, course.cohort),
    await member(world.client, course.cohort),
  ];
  for (const [index, [day, noon]] of NOONS.entries()) {
    world.setClock(noon);
    await checkIn(whole, day);
    if (index < daysOfSecond) await checkIn(second, day);
    if (index === 0) await checkIn(idle, day);
  }
  return { course, whole, second, idle };
}

async function checkIn({ session, enrolmentId }: Learner, day: string): Promise<void> {
  const body = { day, text: 'A day of words.' };
  const path = `/api/checkin/enrolments/${enrolmentId}/entries`;
  expect((await session.send({ method: 'POST', path, body })).status).toBe(201);
}

function remove({ owner }: Course, { enrolmentId }: Learner): Promise<Answer> {
  const path = `/api/checkin/enrolments/${enrolmentId}/removal`;
  return owner.send({ method: 'POST', path, body: { reason: 'insulted others' } });
}

describe('a removal by hand, one by the rule and the settlement come in the same moment, after an outage', () => {
  let world: World;
  let money: Money;
  beforeAll(async () => {
    world = await startWorld();
    money = moneyOf(world);
  }, 300_000);
  afterAll(() => world?.stop());

  async function settled({ owner, cohort }: Course) {
    const order = { method: 'GET', path: `/api/checkin/cohorts/${cohort.id}/settlement` } as const;
    const view = () => owner.ask(order, checkinHttp.SettlementView);
    await eventually(async () => (await view()).status === 'settled', PATIENCE);
    return view();
  }

  /** What check-in says of a learner's end and what payment does with it are the same. */
  async function endOf(learner: Learner) {
    const calendar = await money.calendar(learner);
    const forfeitedMinor = policy.depositMinor - calendar.entitledMinor;
    const bonusMinor = calendar.bonusMinor ?? 0;
    const statement = await money.settledStatement(
      learner,
      (shown) =>
        shown.forfeitedMinor === forfeitedMinor &&
        shown.refundedMinor === calendar.entitledMinor &&
        shown.bonusPaidMinor + shown.creditMinor === bonusMinor,
    );
    expect(calendar.status).toBe('settled');
    return { byHand: calendar.removedByHand !== undefined, forfeitedMinor: statement.forfeitedMinor, bonusMinor };
  }

  it('of payment: the removal was before, and all of it comes at once', async () => {
    const { course, whole, second, idle } = await cohortOfThree(world, 2);
    await world.system.kill('payment', 'SIGSTOP');
    expect((await remove(course, second)).status).toBe(200);
    world.setClock(LATER);
    const { poolMinor, bonusMinor, charityMinor } = await settled(course);
    await world.system.kill('payment', 'SIGCONT');
    expect(await endOf(second)).toEqual({ byHand: true, forfeitedMinor: 0, bonusMinor: 0 });
    expect(await endOf(idle)).toEqual({ byHand: false, forfeitedMinor: 2 * THIRD, bonusMinor: 0 });
    expect(await endOf(whole)).toEqual({ byHand: false, forfeitedMinor: 0, bonusMinor });
    expect(poolMinor).toBe(2 * THIRD);
    await eventually(async () => {
      const accounts = await money.accounts(course);
      // The pool is empty when what the books forfeited is what check-in shared.
      return accounts.ledgerBalanced && accounts.forfeitPoolMinor === 0 && accounts.charityMinor === charityMinor;
    }, PATIENCE);
  }, 300_000);

  it('of check-in: the removal was asked for in time and is decided when the days are over, so it comes to nothing', async () => {
    const { course, whole, second, idle } = await cohortOfThree(world, 3);
    await world.system.kill('checkin', 'SIGSTOP');
    const asked = remove(course, second).catch(() => null);
    await sleep(1_000);
    world.setClock(LATER);
    await world.system.kill('checkin', 'SIGCONT');
    const { poolMinor, bonusMinor } = await settled(course);
    const answer = await asked;
    if (answer !== null) expect(answer.status).toBeGreaterThanOrEqual(400);
    const [first, other] = [await endOf(whole), await endOf(second)];
    expect([first, other]).toMatchObject([
      { byHand: false, forfeitedMinor: 0 },
      { byHand: false, forfeitedMinor: 0 },
    ]);
    expect(first.bonusMinor + other.bonusMinor).toBe(bonusMinor);
    expect(other.bonusMinor).toBeGreaterThan(0);
    expect(await endOf(idle)).toEqual({ byHand: false, forfeitedMinor: 2 * THIRD, bonusMinor: 0 });
    expect(poolMinor).toBe(2 * THIRD);
  }, 300_000);
});
