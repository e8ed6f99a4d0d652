import { randomUUID } from 'node:crypto';
import { membershipHttp, paymentHttp } from '@daka/contracts';
import { createClient, signUp, type Answer, type Session } from '@daka/replay';
import type { Policy } from '@daka/rules';
import { eventually } from '@daka/service-kit/testing';
import {
  account,
  applicant,
  member,
  openCourse,
  policy,
  untilStatus,
  type Course,
  type Learner,
  type World,
} from '../../support/cohort-world';
import type { Money } from '../../support/money';
import { startTrial, type Trial } from '../../support/trial';

const PAID = policy.entryFeeMinor + policy.depositMinor;
/** Each shows nothing, or turns what stands beside it. */
const UNSEEN = ['\u200B', '\u3164', '\u00AD', '\u2800', '\uFFFC', '\u{E0041}', 'Late\u202E', 'Late\u0000'];
const PATIENCE = { timeoutMs: 60_000 };

describe('an operator whose books and doors say something else than what was paid', () => {
  let trial: Trial;
  let world: World;
  let money: Money;
  let course: Course;
  let stays: Learner;
  let leaves: Learner;

  beforeAll(async () => {
    trial = await startTrial();
    ({ world, money } = trial);
    course = await openCourse(world.client);
    stays = await member(world.client, course.cohort, 'stays');
    leaves = await member(world.client, course.cohort, 'leaves');
  }, 300_000);
  afterAll(() => trial?.stop());

  const post: Trial['post'] = (...request) => trial.post(...request);
  const assignmentsFor = (by: Session): Promise<Answer> =>
    trial.get(by, `/homework/cohorts/${course.cohort.id}/assignments`);

  it('counts what a cancellation returned nowhere: the learner, the row and the cohort say the same', async () => {
    const gone = `/membership/enrolments/${leaves.enrolmentId}/withdrawal`;
    expect((await post(leaves.session, gone)).body).toMatchObject({ status: 'leaving' });
    await untilStatus(leaves.session, leaves.enrolmentId, 'cancelled');
    await money.settledStatement(leaves, ({ refundedMinor }) => refundedMinor === PAID);
    const path = `/api/payment/cohorts/${course.cohort.id}/enrolments`;
    const { items } = await course.owner.ask({ method: 'GET', path }, paymentHttp.TotalsPage);
    const row = items.find(({ enrolmentId }) => enrolmentId === leaves.enrolmentId);
    expect(row).toMatchObject({ paidMinor: PAID, refundedMinor: PAID, payableMinor: 0, forfeitedMinor: 0 });
    expect(await money.accounts(course)).toMatchObject({ chargedMinor: 2 * PAID, refundedMinor: PAID });
    expect(await money.charges(leaves)).toEqual([[PAID, PAID]]);
  }, 120_000);

  it('lets in who has only applied, or has left: homework is read by members only', async () => {
    const looks = await applicant(world.client, course.cohort, 'looks');
    expect((await assignmentsFor(looks.session)).status).toBe(404);
    expect((await assignmentsFor(stays.session)).status).toBe(200);
    await eventually(async () => (await assignmentsFor(leaves.session)).status === 404, PATIENCE);
  }, 120_000);

  it('keeps a till shut that was tried too early: the same key opens it when the seat is held', async () => {
    const session = await signUp(world.client, account('early'));
    const applied = `/api/membership/cohorts/${course.cohort.id}/enrolments`;
    const { id } = await session.ask(
      { method: 'POST', path: applied, body: { timeZone: 'Asia/Shanghai' } },
      membershipHttp.EnrolmentBody,
    );
    const key = randomUUID();
    const till = () => post(session, `/payment/enrolments/${id}/checkout`, {}, key);
    await eventually(async () => (await till()).code === 'no_seat_held', PATIENCE);
    const { passphrase, rulesVersion } = course.cohort;
    const gate = await post(session, `/membership/enrolments/${id}/acceptance`, { passphrase, rulesVersion });
    expect([gate.status, (await post(session, `/membership/enrolments/${id}/seat`)).status]).toEqual([200, 200]);
    const opened = await eventually(async () => {
      const answer = await till();
      return answer.status === 201 && answer;
    }, PATIENCE);
    expect(opened.body).toMatchObject({ amountMinor: PAID, url: expect.stringContaining('http') });
  }, 120_000);

  it('sends who has nothing to pay to a page that is not there: a free cohort has none, and admits', async () => {
    const free: Policy = { ...policy, entryFeeMinor: 0, depositMinor: 0 };
    const { cohort } = await openCourse(world.client, { policy: free });
    const { session, enrolmentId, payUrl } = await applicant(world.client, cohort, 'free');
    expect(payUrl).toBeNull();
    await untilStatus(session, enrolmentId, 'admitted');
  }, 120_000);

  it('shows a draft that was cancelled: it is nobody’s', async () => {
    const drafts = `/api/membership/organisations/${course.organisationId}/cohorts`;
    const draft = { method: 'POST', path: drafts, body: { title: 'Never', policy }, key: randomUUID() } as const;
    const { id } = await course.owner.ask(draft, membershipHttp.CohortBody);
    expect((await post(course.owner, `/membership/cohorts/${id}/cancel`, { reason: 'Never mind.' })).status).toBe(200);
    const stranger = createClient({ origin: world.system.origin });
    expect((await stranger.send({ method: 'GET', path: `/api/membership/cohorts/${id}` })).status).toBe(404);
  }, 60_000);

  it('gives no reason, or a name that nobody sees: a visible character is asked for', async () => {
    trial.world.setClock('2026-03-02T04:00:00Z');
    await trial.checkIn(stays, '2026-03-02');
    for (const unseen of UNSEEN) {
      const enrolment = `/checkin/enrolments/${stays.enrolmentId}`;
      const { organisationId, owner, cohort } = course;
      const fields: [Session, string, object, string][] = [
        [owner, `${enrolment}/entries/2026-03-02/rejection`, { reason: unseen }, 'reason'],
        [owner, `${enrolment}/removal`, { reason: unseen }, 'reason'],
        [owner, `/checkin/cohorts/${cohort.id}/excused-days`, { day: '2026-03-03', reason: unseen }, 'reason'],
        [owner, `/membership/cohorts/${cohort.id}/cancel`, { reason: unseen }, 'reason'],
        [owner, `/membership/organisations`, { name: unseen }, 'name'],
        [owner, `/membership/organisations/${organisationId}/cohorts`, { title: unseen }, 'title'],
        [
          owner,
          `/membership/organisations/${organisationId}/cohorts`,
          { title: 'Alms', policy: { ...policy, charity: { name: unseen, address: '1 Harbour Road' } } },
          'policy.charity.name',
        ],
        [stays.session, `${enrolment}/leave`, { days: ['2026-03-03'], reason: unseen }, 'reason'],
      ];
      for (const [by, path, body, field] of fields) {
        const refused = await trial.post(by, path, body, randomUUID());
        expect([path, refused.status, refused.body]).toMatchObject([path, 400, { fields: [{ path: field }] }]);
      }
      const named = { ...account('nobody'), displayName: unseen };
      const refused = await trial.world.client.send({ method: 'POST', path: '/api/membership/accounts', body: named });
      expect(refused).toMatchObject({ status: 400, body: { fields: [{ path: 'displayName' }] } });
    }
    expect(await trial.stateOf(stays, '2026-03-02')).toBe('on_time');
  }, 120_000);
});
