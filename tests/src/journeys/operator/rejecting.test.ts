import { checkinHttp } from '@daka/contracts';
import type { Answer, Session } from '@daka/replay';
import { settlementSchedule, type Policy } from '@daka/rules';
import {
  member,
  openCourse,
  policy as tenDays,
  staffMember,
  startWorld,
  type Course,
  type Learner,
  type World,
} from '../../support/cohort-world';
import { moneyOf, type Money } from '../../support/money';

const DAY_MS = 86_400_000;
/** The default of a cohort. */
const APPEAL_DAYS = 3;
const policy: Policy = {
  ...tenDays,
  days: 3,
  coolingOffDays: 0,
  restDays: { weekdays: [], dates: [] },
  checkIn: { ...tenDays.checkIn, accepts: ['entry'] },
  removal: { per: 'never' },
  refund: { curve: 'flat', cadence: 'daily' },
  forfeits: { ...tenDays.forfeits, finishersBps: 8_000, organiserBps: 2_000, charityBps: 0 },
};
const DAYS = ['2026-03-02', '2026-03-03', '2026-03-04'];

describe('an operator who rejects to keep the deposits', () => {
  let world: World;
  let money: Money;
  /** Its owner is the whole staff. */
  let alone: Course;
  /** A class head was appointed before anybody paid. */
  let staffed: Course;
  let head: Session;
  let mia: Learner;
  let ada: Learner;
  let leo: Learner;

  beforeAll(async () => {
    world = await startWorld();
    money = moneyOf(world);
    alone = await openCourse(world.client, { policy });
    staffed = await openCourse(world.client, { policy });
    head = await staffMember(world.client, staffed, 'class_head');
    mia = await member(world.client, alone.cohort, 'mia');
    ada = await member(world.client, alone.cohort, 'ada');
    leo = await member(world.client, staffed.cohort, 'leo');
  }, 300_000);
  afterAll(() => world?.stop());

  const post = (by: Session, path: string, body: object = {}): Promise<Answer> =>
    by.send({ method: 'POST', path: `/api/checkin${path}`, body });
  const reject = (by: Session, { enrolmentId }: Learner, day: string) =>
    post(by, `/enrolments/${enrolmentId}/entries/${day}/rejection`, { reason: 'Not good enough.' });
  const dismiss = (by: Session, { enrolmentId }: Learner, appealId: string) =>
    post(by, `/enrolments/${enrolmentId}/appeals/${appealId}/answer`, { decision: 'dismissed', reason: 'No.' });
  const appeal = async ({ session, enrolmentId }: Learner, day: string): Promise<string> => {
    const body = { subject: { kind: 'rejected_entry', day }, reason: 'I wrote it myself.' };
    const path = `/api/checkin/enrolments/${enrolmentId}/appeals`;
    return (await session.ask({ method: 'POST', path, body }, checkinHttp.Appeal)).appealId;
  };

  it('rejects again what an appeal gave back: the answer stands', async () => {
    world.setClock('2026-03-02T04:00:00Z');
    for (const { session, enrolmentId } of [mia, ada, leo]) {
      const entry = { day: DAYS[0], text: 'A day of words.' };
      expect((await post(session, `/enrolments/${enrolmentId}/entries`, entry)).status).toBe(201);
    }
    expect((await reject(staffed.owner, leo, '2026-03-02')).status).toBe(200);
    const appealId = await appeal(leo, '2026-03-02');
    const upheld = { decision: 'upheld', reason: 'It is there.' };
    expect((await post(head, `/enrolments/${leo.enrolmentId}/appeals/${appealId}/answer`, upheld)).status).toBe(200);
    for (const by of [staffed.owner, head])
      expect(await reject(by, leo, '2026-03-02')).toMatchObject({ status: 409, code: 'already_decided' });
    expect((await money.calendar(leo)).entitledMinor).toBe(policy.depositMinor / DAYS.length);
  }, 120_000);

  it('rejects every day, dismisses the appeals from a second account, and asks for the settlement', async () => {
    for (const day of DAYS.slice(1)) {
      world.setClock(`${day}T04:00:00Z`);
      for (const { session, enrolmentId } of [mia, ada, leo]) {
        const entry = { day, text: 'A day of words.' };
        expect((await post(session, `/enrolments/${enrolmentId}/entries`, entry)).status).toBe(201);
      }
    }
    for (const day of DAYS) expect((await reject(alone.owner, mia, day)).status).toBe(200);
    const second = await staffMember(world.client, alone, 'class_head');
    for (const day of DAYS) {
      const appealId = await appeal(mia, day);
      expect(await dismiss(alone.owner, mia, appealId)).toMatchObject({ status: 403, code: 'own_decision' });
      expect(await dismiss(second, mia, appealId)).toMatchObject({ status: 403, code: 'appointed_late' });
    }
    const settled = await post(alone.owner, `/cohorts/${alone.cohort.id}/settlement`);
    expect(settled).toMatchObject({ status: 409, code: 'too_early' });
  }, 120_000);

  it('rejects when nobody looks any more: the window is over', async () => {
    world.setClock('2026-03-07T05:00:00Z');
    for (const day of DAYS)
      expect(await reject(alone.owner, ada, day)).toMatchObject({ status: 409, code: 'review_window_closed' });
  }, 60_000);

  it('and answers nothing: time does, and everybody has the whole deposit', async () => {
    const { settlesAtMs } = settlementSchedule(policy, APPEAL_DAYS);
    world.setClock(new Date((settlesAtMs ?? 0) + DAY_MS).toISOString());
    for (const learner of [mia, ada, leo]) {
      const shown = await money.settledStatement(learner, ({ refundedMinor }) => refundedMinor === policy.depositMinor);
      expect(shown).toMatchObject({ forfeitedMinor: 0 });
      const paidMinor = policy.entryFeeMinor + policy.depositMinor;
      expect(await money.charges(learner)).toEqual([[paidMinor, policy.depositMinor]]);
    }
    expect((await money.calendar(mia)).appeals.map(({ status }) => status)).toEqual(['upheld', 'upheld', 'upheld']);
  }, 180_000);
});
