import { checkinHttp } from '@daka/contracts';
import type { Answer, Session } from '@daka/replay';
import { settlementSchedule } from '@daka/rules';
import { member, openCourse, staffMember, type Course, type Learner, type World } from '../../support/cohort-world';
import type { Money } from '../../support/money';
import { plain, startTrial, type Trial } from '../../support/trial';

const DAY_MS = 86_400_000;
/** The default of a cohort. */
const APPEAL_DAYS = 3;
const policy = plain;
const DAYS = ['2026-03-02', '2026-03-03', '2026-03-04'];

describe('an operator who rejects to keep the deposits', () => {
  let trial: Trial;
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
    trial = await startTrial();
    ({ world, money } = trial);
    alone = await openCourse(world.client, { policy });
    staffed = await openCourse(world.client, { policy });
    head = await staffMember(world.client, staffed, 'class_head');
    mia = await member(world.client, alone.cohort, 'mia');
    ada = await member(world.client, alone.cohort, 'ada');
    leo = await member(world.client, staffed.cohort, 'leo');
  }, 300_000);
  afterAll(() => trial?.stop());

  const post = (by: Session, path: string, body: object = {}): Promise<Answer> =>
    trial.post(by, `/checkin${path}`, body);
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
    for (const learner of [mia, ada, leo]) await trial.checkIn(learner, '2026-03-02');
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
      for (const learner of [mia, ada, leo]) await trial.checkIn(learner, day);
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
    for (const learner of [mia, ada, leo]) await trial.hasWholeDeposit(learner);
    expect((await money.calendar(mia)).appeals.map(({ status }) => status)).toEqual(['upheld', 'upheld', 'upheld']);
  }, 180_000);
});
