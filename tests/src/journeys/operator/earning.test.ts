import { signUp } from '@daka/replay';
import type { Policy } from '@daka/rules';
import { eventually } from '@daka/service-kit/testing';
import { account, member, openCourse, type Course, type Learner } from '../../support/cohort-world';
import { plain, startTrial, type Trial } from '../../support/trial';

const LAST_CLOSE = '2026-03-04T19:00:00.000Z';
/** More than any number of appeals that a limit would have in mind. */
const REJECTIONS = 51;
const dates = (count: number) =>
  Array.from({ length: count }, (_, day) => new Date(Date.UTC(2026, 2, 2 + day)).toISOString().slice(0, 10));
/** After every settlement here, the one of fifty-one days among them. */
const ALL_OVER = '2026-05-10T00:00:00Z';

/** Each learner does what the plan asks of them, and the operator something else. */
const PLANS = {
  /** Five of five, and one of the five is excused. */
  excused: { ...plain, days: 5, refund: { curve: 'threshold', requiredDays: 5, cadence: 'daily' } },
  made: { ...plain, days: 10, makeUp: { windowDays: 2, quota: 2 } },
  strict: { ...plain, days: REJECTIONS, checkIn: { ...plain.checkIn, aheadDays: null } },
  endless: { ...plain, makeUp: { windowDays: null, quota: null, endsOn: '2026-03-14' } },
  wordy: { ...plain, days: 2 },
} satisfies Record<string, Policy>;
type Name = keyof typeof PLANS;
const NAMES = Object.keys(PLANS) as Name[];

describe('an operator whose rules would take what was done', () => {
  let trial: Trial;
  const courses = {} as Record<Name, Course>;
  const learners = {} as Record<Name, Learner>;
  const at = (instant: string) => trial.world.setClock(instant);

  beforeAll(async () => {
    trial = await startTrial();
    for (const name of NAMES) {
      const enrolUntil = name === 'endless' ? { enrolUntil: LAST_CLOSE } : {};
      courses[name] = await openCourse(trial.world.client, { policy: PLANS[name], ...enrolUntil });
      if (name !== 'endless') learners[name] = await member(trial.world.client, courses[name].cohort, name);
    }
    at('2026-03-02T04:00:00Z');
  }, 300_000);
  afterAll(() => trial?.stop());

  it('excuses one of five days where five are asked: the other four are enough', async () => {
    const outage = { day: '2026-03-04', reason: 'The platform was down.' };
    const path = `/checkin/cohorts/${courses.excused.cohort.id}/excused-days`;
    expect((await trial.post(courses.excused.owner, path, outage)).status).toBe(202);
    await eventually(async () => (await trial.stateOf(learners.excused, outage.day)) === 'excused');
    for (const name of ['excused', 'made'] as const) await trial.checkIn(learners[name], '2026-03-02');
  }, 60_000);

  it('rejects fifty-one days: each can be appealed, the last as well', async () => {
    const { session, enrolmentId } = learners.strict;
    for (const day of dates(REJECTIONS)) {
      await trial.checkIn(learners.strict, day);
      const rejection = `/checkin/enrolments/${enrolmentId}/entries/${day}/rejection`;
      expect((await trial.post(courses.strict.owner, rejection, { reason: 'No.' })).status).toBe(200);
      const appeal = { subject: { kind: 'rejected_entry', day }, reason: 'I wrote it myself.' };
      const { status, code } = await trial.post(session, `/checkin/enrolments/${enrolmentId}/appeals`, appeal);
      expect([day, status, code]).toEqual([day, 201, '']);
    }
  }, 180_000);

  it('counts bytes where characters are promised: 10,000 are taken, and one more names the limit', async () => {
    const path = `/checkin/enrolments/${learners.wordy.enrolmentId}/entries`;
    for (const length of [10_001, 90_000]) {
      const refused = await trial.post(learners.wordy.session, path, { day: '2026-03-02', text: '长'.repeat(length) });
      expect(refused).toMatchObject({ status: 422, code: 'too_long' });
      expect(JSON.stringify(refused.body)).toMatch(/10,?000/u);
    }
    await trial.checkIn(learners.wordy, '2026-03-02', '长'.repeat(10_000));
    at('2026-03-03T04:00:00Z');
    await trial.checkIn(learners.wordy, '2026-03-03', '👨‍👩‍👧‍👦'.repeat(10_000));
    for (const name of ['excused', 'made'] as const) await trial.checkIn(learners[name], '2026-03-03');
  }, 60_000);

  it('lets somebody in at the last minute, and settles half a second later: it is too early, and nobody follows', async () => {
    at('2026-03-04T04:00:00Z');
    await trial.checkIn(learners.made, '2026-03-04');
    at('2026-03-04T18:59:00Z');
    learners.endless = await member(trial.world.client, courses.endless.cohort, 'endless');
    const { owner, cohort } = courses.endless;
    for (const instant of ['2026-03-04T18:59:00.500Z', '2026-03-04T19:00:00.500Z']) {
      at(instant);
      const settled = await trial.post(owner, `/checkin/cohorts/${cohort.id}/settlement`);
      expect(settled).toMatchObject({ status: 409, code: 'too_early' });
    }
    const late = await signUp(trial.world.client, account('late'));
    const applied = await trial.post(late, `/membership/cohorts/${cohort.id}/enrolments`, { timeZone: 'UTC' });
    expect(applied.status).toBe(409);
  }, 120_000);

  it('waits for somebody to leave who made up the last two days within their window', async () => {
    for (const day of dates(8).slice(3)) {
      at(`${day}T04:00:00Z`);
      await trial.checkIn(learners.made, day);
      if (day <= '2026-03-06') await trial.checkIn(learners.excused, day);
    }
    at('2026-03-12T04:00:00Z');
    for (const day of dates(10).slice(-2)) await trial.checkIn(learners.made, day);
    await trial.checkIn(learners.endless, '2026-03-04');
    const { session, enrolmentId } = learners.made;
    expect((await trial.post(session, `/membership/enrolments/${enrolmentId}/withdrawal`)).status).toBe(200);
  }, 120_000);

  it.each(NAMES)(
    'and in the end the learner of the %s one has the whole deposit',
    async (name) => {
      at(ALL_OVER);
      await trial.hasWholeDeposit(learners[name]);
    },
    180_000,
  );

  it.each([
    '-23:59',
    '+14:30',
    '-12:01',
    '+24:00',
    '+08',
    'Etc/GMT+15',
    'Etc/GMT-15',
    'Asia/Beijing',
    'UTC+8',
    '+14:01',
  ])(
    'and who puts their day where no place on earth has it, in "%s", is told so',
    async (timeZone) => {
      const told = { status: 400, body: { fields: [{ path: 'timeZone' }] } };
      const path = `/membership/cohorts/${courses.wordy.cohort.id}/enrolments`;
      expect(await trial.post(learners.made.session, path, { timeZone })).toMatchObject(told);
      const named = { ...account('far'), timeZone };
      const signedUp = await trial.world.client.send({ method: 'POST', path: '/api/membership/accounts', body: named });
      expect(signedUp).toMatchObject(told);
    },
    30_000,
  );
});
