import { checkinHttp, paymentHttp } from '@daka/contracts';
import type { Session } from '@daka/replay';
import { eventually } from '@daka/service-kit/testing';
import type { z } from 'zod';
import { member, openCourse, staffMember, type Course, type Learner, type World } from '../support/cohort-world';
import type { Money } from '../support/money';
import { plain, startTrial, type Trial } from '../support/trial';

type PublicRecord = z.infer<typeof paymentHttp.RecordBody>;

const PATIENCE = { timeoutMs: 120_000 };
const DAYS = ['2026-03-02', '2026-03-03', '2026-03-04'] as const;
/** The last close, make-ups, review and appeals that nobody answers are three days each at most. */
const ALL_OVER = '2026-03-20T00:00:00Z';
const DAY_MS = 86_400_000;
const people = ['ana', 'ben', 'cho', 'dee', 'eve', 'fay'] as const;
type Name = (typeof people)[number];

/** One world, one clock that only goes forward: each test goes on where the one before it ended. */
describe('what a stranger reads of how a cohort went', () => {
  let trial: Trial;
  let world: World;
  let money: Money;
  let course: Course;
  let instructor: Session;
  const learners = {} as Record<Name, Learner>;

  beforeAll(async () => {
    trial = await startTrial();
    ({ world, money } = trial);
    course = await openCourse(world.client, { policy: plain });
    instructor = await staffMember(world.client, course, 'instructor');
    for (const name of people) learners[name] = await member(world.client, course.cohort, name);
  }, 300_000);
  afterAll(() => trial?.stop());

  /** Without any sign-in, through the public origin. */
  async function asStranger(): Promise<PublicRecord> {
    const answer = await fetch(`${world.system.origin}/api/payment/organisations/${course.organisationId}/record`);
    expect(answer.status).toBe(200);
    return paymentHttp.RecordBody.parse(await answer.json());
  }
  const until = (isSo: (record: PublicRecord) => boolean) =>
    eventually(async () => {
      const record = await asStranger();
      return isSo(record) && record;
    }, PATIENCE);
  const statements = () => Promise.all(people.map((name) => money.statement(learners[name])));

  async function isRejectedAndAppealed({ session, enrolmentId }: Learner): Promise<string> {
    const path = `/checkin/enrolments/${enrolmentId}`;
    expect((await trial.post(instructor, `${path}/entries/${DAYS[0]}/rejection`, { reason: 'Copied.' })).status).toBe(
      200,
    );
    const body = { subject: { kind: 'rejected_entry', day: DAYS[0] }, reason: 'Please look again.' };
    return (await session.ask({ method: 'POST', path: `/api${path}/appeals`, body }, checkinHttp.Appeal)).appealId;
  }
  async function answer({ enrolmentId }: Learner, appealId: string, decision: 'upheld' | 'dismissed'): Promise<void> {
    const path = `/checkin/enrolments/${enrolmentId}/appeals/${appealId}/answer`;
    expect((await trial.post(course.owner, path, { decision, reason: 'Looked again.' })).status).toBe(200);
  }

  it('while it runs: how often was rejected and who objected, of all who have paid, and since when that is whole', async () => {
    world.setClock(`${DAYS[0]}T04:00:00Z`);
    for (const name of people) await trial.checkIn(learners[name], DAYS[0]);
    const [ofDee, ofEve] = [await isRejectedAndAppealed(learners.dee), await isRejectedAndAppealed(learners.eve)];
    await isRejectedAndAppealed(learners.fay);
    await answer(learners.dee, ofDee, 'upheld');
    await answer(learners.eve, ofEve, 'dismissed');
    const record = await until(({ conduct }) => conduct?.appeals.dismissed === 1 && conduct.appeals.upheld === 1);
    expect(record).toMatchObject({
      cohorts: { published: 1, running: 1, settled: 0, cancelled: 0 },
      totals: [],
      items: [],
      conduct: { enrolments: 6, rejections: 3, appeals: { made: 3, open: 1, upheldByRule: 0 } },
    });
    const paidAtMs = (await statements()).map(({ lines }) =>
      Date.parse(String(lines.find(({ kind }) => kind === 'paid')?.at)),
    );
    const since = new Date(Math.ceil(Math.min(...paidAtMs) / DAY_MS) * DAY_MS).toISOString();
    expect(record.conduct?.since).toBe(since);
  }, 180_000);

  it('when it is over: an appeal that nobody answered, who completed, and where every deposit went', async () => {
    for (const day of DAYS.slice(1)) {
      world.setClock(`${day}T04:00:00Z`);
      for (const name of ['ana', 'ben', 'cho', 'dee'] as const) await trial.checkIn(learners[name], day);
    }
    const { session, enrolmentId } = learners.eve;
    expect((await trial.post(session, `/membership/enrolments/${enrolmentId}/withdrawal`)).body).toMatchObject({
      status: 'withdrawn',
    });
    world.setClock(ALL_OVER);
    const record = await until(
      ({ cohorts, conduct, totals }) =>
        cohorts.settled === 1 && conduct?.refunds.waiting === 0 && totals[0]?.unconfirmedMinor === 0,
    );
    const shown = await statements();
    const forfeitedMinor = shown.reduce((sum, statement) => sum + statement.forfeitedMinor, 0);
    // Of eve nothing is left, of fay the day that nobody answered for in time.
    expect(forfeitedMinor).toBe(plain.depositMinor + (plain.depositMinor * 2) / 3);
    const figures = {
      members: 6,
      completion: { of: 6, completed: 5, perfect: 4 },
      depositMinor: 6 * plain.depositMinor,
      forfeitedMinor,
      finishersMinor: forfeitedMinor * 0.8,
      organiserMinor: forfeitedMinor * 0.2,
      charityMinor: 0,
      returnedMinor: 6 * plain.depositMinor - forfeitedMinor,
      unconfirmedMinor: 0,
      otherwise: 0,
    };
    expect(record).toMatchObject({
      cohorts: { published: 1, running: 0, settled: 1, cancelled: 0 },
      totals: [{ ...figures, currency: 'CNY', cohorts: 1, cohortsLeftOut: 0 }],
      items: [{ cohortId: course.cohort.id, state: 'settled', startsOn: DAYS[0], figures }],
      conduct: {
        enrolments: 6,
        rejections: 3,
        appeals: {
          made: 3,
          open: 0,
          upheld: 1,
          upheldByRule: 1,
          dismissed: 1,
          upheldByArbiter: 0,
          dismissedByArbiter: 0,
          ended: 0,
        },
        refunds: { waiting: 0, untimed: 0 },
      },
    });
    const refunds = shown.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'refunded'));
    expect(record.conduct?.refunds.due).toBe(refunds.length);
    // Of nobody alone is anything said.
    const said = JSON.stringify(record);
    for (const learner of Object.values(learners)) expect(said).not.toContain(learner.enrolmentId);
  }, 240_000);
});
