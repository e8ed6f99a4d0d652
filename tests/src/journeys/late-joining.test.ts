import { membershipHttp } from '@daka/contracts';
import { createClient, signUp, type Answer, type Session } from '@daka/replay';
import { settlementSchedule, type Policy } from '@daka/rules';
import {
  account,
  member,
  openCourse,
  policy as tenDays,
  startWorld,
  type Course,
  type Learner,
  type World,
} from '../support/cohort-world';
import { moneyOf, type Money } from '../support/money';

const DAY_MS = 86_400_000;
const policy: Policy = {
  ...tenDays,
  days: 5,
  coolingOffDays: 0,
  restDays: { weekdays: [], dates: [] },
  checkIn: { ...tenDays.checkIn, accepts: ['entry'] },
  removal: { misses: 3, per: 'consecutive' },
};
/** The default of a cohort. */
const APPEAL_DAYS = 3;
const LAST_CLOSE = '2026-03-06T19:00:00.000Z';

describe('joining when some days are over', () => {
  let world: World;
  let money: Money;
  let course: Course;
  let first: Learner;
  let lazy: Learner;
  let late: Learner;

  beforeAll(async () => {
    world = await startWorld();
    money = moneyOf(world);
    course = await openCourse(world.client, { policy, enrolUntil: LAST_CLOSE });
    first = await member(world.client, course.cohort, 'first');
    lazy = await member(world.client, course.cohort, 'lazy');
  }, 300_000);
  afterAll(() => world?.stop());

  const checkIn = async (at: string, day: string, ...who: Learner[]): Promise<void> => {
    world.setClock(at);
    for (const { session, enrolmentId } of who) {
      const path = `/api/checkin/enrolments/${enrolmentId}/entries`;
      const { status, code } = await session.send({ method: 'POST', path, body: { day, text: 'A day of words.' } });
      expect([day, status, code]).toEqual([day, 201, '']);
    }
  };
  const applyTo = (session: Session): Promise<Answer> =>
    session.send({
      method: 'POST',
      path: `/api/membership/cohorts/${course.cohort.id}/enrolments`,
      body: { timeZone: 'Asia/Shanghai' },
    });

  it('is said before paying, to anybody who looks at the cohort', async () => {
    for (const day of ['02', '03']) await checkIn(`2026-03-${day}T04:00:00Z`, `2026-03-${day}`, first);
    world.setClock('2026-03-04T04:00:00Z');
    const path = `/api/membership/cohorts/${course.cohort.id}`;
    const cohort = await createClient({ origin: world.system.origin }).send({ method: 'GET', path });
    const joinsLate = { days: 2, firstDay: '2026-03-02', lastDay: '2026-03-03' };
    expect(membershipHttp.CohortBody.parse(cohort.body)).toMatchObject({ isOpen: true, joinsLate });
    expect((await applyTo(await signUp(world.client, account('curious')))).body).toMatchObject({ joinsLate });
  }, 60_000);

  it('costs no day before, earns the whole deposit back, and shares no pool', async () => {
    late = await member(world.client, course.cohort, 'late');
    expect((await money.calendar(late)).days.map(({ state }) => state)).toEqual([
      'before',
      'before',
      'open',
      'upcoming',
      'upcoming',
    ]);
    for (const day of ['04', '05', '06']) await checkIn(`2026-03-${day}T04:00:00Z`, `2026-03-${day}`, first, late);
    expect(await money.calendar(late)).toMatchObject({ entitledMinor: policy.depositMinor });
  }, 120_000);

  it('is over with the last close, and the finisher who was there from the first day has the pool', async () => {
    world.setClock(LAST_CLOSE);
    expect(await applyTo(await signUp(world.client, account('too-late')))).toMatchObject({
      status: 409,
      code: 'plan_over',
    });
    const { settlesAtMs } = settlementSchedule(policy, APPEAL_DAYS);
    world.setClock(new Date((settlesAtMs ?? 0) + DAY_MS).toISOString());
    const finishersMinor = (policy.depositMinor * policy.forfeits.finishersBps) / 10_000;
    await money.settledStatement(lazy, ({ forfeitedMinor }) => forfeitedMinor === policy.depositMinor);
    await money.settledStatement(first, ({ bonusMinor }) => bonusMinor === finishersMinor);
    const shown = await money.settledStatement(late, ({ refundedMinor }) => refundedMinor === policy.depositMinor);
    expect(shown).toMatchObject({ bonusMinor: 0, forfeitedMinor: 0 });
  }, 180_000);
});
