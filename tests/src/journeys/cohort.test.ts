import { checkinHttp, homeworkHttp, membershipHttp, paymentHttp } from '@daka/contracts';
import { createClient, payAt, type Session } from '@daka/replay';
import { evaluate, settleCohort, type Entry } from '@daka/rules';
import { eventually } from '@daka/service-kit/testing';
import {
  applicant,
  member,
  openCourse,
  policy,
  staffMember,
  startWorld,
  untilStatus,
  type Course,
  type Learner,
  type World,
} from '../support/cohort-world';

const APPEAL_DAYS = 3;
const REVIEW_DAYS = 3;

describe('a cohort from the first payment to the shared forfeits', () => {
  let world: World;
  let course: Course;
  let instructor: Session;
  let mei: Learner;
  let tom: Learner;
  const entries: Record<'mei' | 'tom', Entry[]> = { mei: [], tom: [] };

  beforeAll(async () => {
    world = await startWorld();
    course = await openCourse(world.client);
    instructor = await staffMember(world.client, course, 'instructor');
  }, 120_000);

  afterAll(() => world?.stop());

  const checkIn = (learner: Learner, day: string, text: string) =>
    learner.session.send({
      method: 'POST',
      path: `/api/checkin/enrolments/${learner.enrolmentId}/entries`,
      body: { day, text },
    });
  const calendar = (learner: Learner) =>
    learner.session.ask(
      { method: 'GET', path: `/api/checkin/enrolments/${learner.enrolmentId}/calendar` },
      checkinHttp.CalendarView,
    );
  const statement = (learner: Learner) =>
    learner.session.ask(
      { method: 'GET', path: `/api/payment/enrolments/${learner.enrolmentId}/statement` },
      paymentHttp.StatementBody,
    );

  async function accepted(who: 'mei' | 'tom', at: string, day: string, text = 'A day of words.') {
    world.setClock(at);
    const answer = await checkIn(who === 'mei' ? mei : tom, day, text);
    expect([answer.status, answer.code]).toEqual([201, '']);
    entries[who].push({ day, acceptedAt: at, characters: text.replaceAll(/\s/g, '').length });
  }

  it('admits by payment only: a declined card and an abandoned page hold no place among the members', async () => {
    const { session, enrolmentId, payUrl } = await applicant(world.client, course.cohort, 'mei');
    const page = new URL(String(payUrl));
    const sandbox = createClient({ origin: page.origin });
    const declined = await sandbox.send({ method: 'POST', path: `${page.pathname}/decline`, body: {} });
    expect(declined.status).toBeLessThan(500);
    const before = await session.ask(
      { method: 'GET', path: `/api/membership/enrolments/${enrolmentId}` },
      membershipHttp.EnrolmentBody,
    );
    expect(before).toMatchObject({ status: 'seat_held', memberNumber: null });
    await payAt(String(payUrl));
    sandbox.close();
    await untilStatus(session, enrolmentId, 'admitted');
    mei = { session, enrolmentId };
    await eventually(() => calendar(mei));
    tom = await member(world.client, course.cohort, 'tom');
    expect(await statement(mei)).toMatchObject({
      paidMinor: 39_900,
      entryFeeMinor: 9_900,
      depositMinor: 30_000,
      earnedMinor: 0,
      refundedMinor: 0,
    });
  }, 60_000);

  it('shows at once what a check-in earned, and sends it when the day has closed', async () => {
    await accepted('mei', '2026-03-02T04:00:00Z', '2026-03-02');
    const earned = (await calendar(mei)).entitledMinor;
    expect(earned).toBeGreaterThan(0);
    await eventually(async () => (await statement(mei)).earnedMinor === earned);
    expect((await statement(mei)).refundedMinor).toBe(0);

    world.setClock('2026-03-02T19:00:00Z'); // 03:00 on the 3rd in Shanghai: the closing instant itself.
    const paid = await eventually(
      async () => {
        const now = await statement(mei);
        return now.refundedMinor === earned && now;
      },
      { timeoutMs: 30_000 },
    );
    const line = paid.lines.find(({ period, days }) => period === '2026-03-02' && days);
    expect(line).toMatchObject({ amountMinor: earned, days: [{ day: '2026-03-02', kind: 'on_time', position: 1 }] });
  }, 60_000);

  it("counts homework as the day's check-in, and the instructor's comment comes back", async () => {
    const assignment = await instructor.ask(
      {
        method: 'POST',
        path: `/api/homework/cohorts/${course.cohort.id}/assignments`,
        body: {
          title: 'A portrait',
          instructions: 'Describe a face.',
          dueAt: '2026-03-04T00:00:00+08:00',
          day: '2026-03-03',
        },
      },
      homeworkHttp.Assignment,
    );
    world.setClock('2026-03-03T04:00:00Z');
    const markdown = 'Her eyes were two wells.';
    const submission = await mei.session.ask(
      {
        method: 'POST',
        path: `/api/homework/assignments/${assignment.id}/submissions`,
        body: { enrolmentId: mei.enrolmentId, markdown },
      },
      homeworkHttp.Submission,
    );
    entries.mei.push({
      day: '2026-03-03',
      acceptedAt: '2026-03-03T04:00:00Z',
      characters: markdown.replaceAll(/\s/g, '').length,
    });
    await eventually(
      async () => (await calendar(mei)).days.find(({ day }) => day === '2026-03-03')?.entry?.via === 'homework',
    );
    await instructor.ask(
      {
        method: 'POST',
        path: `/api/homework/submissions/${submission.id}/feedback`,
        body: { version: 1, verdict: 'accepted', comment: 'I can see her.', scorePercent: 95 },
      },
      homeworkHttp.Submission,
    );
    const seen = await mei.session.ask(
      { method: 'GET', path: `/api/homework/submissions/${submission.id}` },
      homeworkHttp.SubmissionWithText,
    );
    expect(seen.feedback).toMatchObject([{ comment: 'I can see her.', scorePercent: 95 }]);
    expect((await checkIn(mei, '2026-03-03', 'Once more today')).code).toBe('already_checked_in');
  }, 60_000);

  it('takes back what a rejected check-in earned, and lets the learner do the day again', async () => {
    world.setClock('2026-03-04T04:00:00Z');
    expect((await checkIn(tom, '2026-03-04', 'Copied text')).status).toBe(201);
    const before = (await calendar(tom)).entitledMinor;
    const rejected = await instructor.send({
      method: 'POST',
      path: `/api/checkin/enrolments/${tom.enrolmentId}/entries/2026-03-04/rejection`,
      body: { reason: 'Copied from another member.' },
    });
    expect(rejected.status).toBe(200);
    expect((await calendar(tom)).entitledMinor).toBeLessThan(before);
    await accepted('tom', '2026-03-04T05:00:00Z', '2026-03-04', 'My own words.');
  });

  it('removes by the rule and reinstates by a made-up day', async () => {
    for (const day of ['04', '05', '06', '07', '09'])
      await accepted('mei', `2026-03-${day}T06:00:00Z`, `2026-03-${day}`);
    // Tom missed the 2nd, the 3rd and, once it has closed, the 5th.
    await eventually(async () => (await calendar(tom)).status === 'removed', { timeoutMs: 20_000 });
    await untilStatus(tom.session, tom.enrolmentId, 'removed');
    expect((await checkIn(tom, '2026-03-05', 'Too late now.')).code).toBe('window_closed');
  }, 60_000);

  it('settles: the rest is sent, the forfeits are shared, ledger and Stripe agree to the unit', async () => {
    await accepted('mei', '2026-03-10T06:00:00Z', '2026-03-10');
    await accepted('mei', '2026-03-11T06:00:00Z', '2026-03-11');
    world.setClock(`2026-03-${14 + REVIEW_DAYS + APPEAL_DAYS + 1}T00:00:00Z`);
    const asOf = '2026-04-01T00:00:00Z';
    const expected = (who: 'mei' | 'tom') =>
      evaluate(policy, { timeZone: 'Asia/Shanghai', excused: [] }, entries[who], asOf);
    const shares = settleCohort(
      policy,
      (['mei', 'tom'] as const).map((who) => ({
        learner: { timeZone: 'Asia/Shanghai', excused: [] },
        entries: entries[who],
      })),
      asOf,
    );

    const settlement = await eventually(
      async () => {
        const now = await course.owner.ask(
          { method: 'GET', path: `/api/checkin/cohorts/${course.cohort.id}/settlement` },
          checkinHttp.SettlementView,
        );
        return now.status === 'settled' && now;
      },
      { timeoutMs: 60_000 },
    );
    expect(settlement).toMatchObject({
      poolMinor: shares.poolMinor,
      organiserMinor: shares.organiserMinor,
      charityMinor: shares.charityMinor,
    });
    expect(expected('mei')).toMatchObject({ perfect: true, entitledMinor: 30_000 });

    for (const [who, learner] of [
      ['mei', mei],
      ['tom', tom],
    ] as const) {
      await eventually(
        async () => {
          const now = await statement(learner);
          return now.refundedMinor === expected(who).entitledMinor && now.payableMinor === 0 && now.inFlightMinor === 0;
        },
        { timeoutMs: 30_000 },
      );
    }
    expect((await statement(mei)).bonusMinor).toBe(shares.bonusMinor[0]);
    await untilStatus(mei.session, mei.enrolmentId, 'completed');
    const accounts = await eventually(async () => {
      const now = await course.owner.ask(
        { method: 'GET', path: `/api/payment/cohorts/${course.cohort.id}/accounts` },
        paymentHttp.CohortAccountsBody,
      );
      return now.workPending === 0 && now;
    });
    expect(accounts).toMatchObject({
      ledgerBalanced: true,
      chargedMinor: 2 * 39_900,
      forfeitPoolMinor: 0,
      depositsHeldMinor: 0,
      charityMinor: shares.charityMinor,
    });
    expect(await atStripe(world)).toMatchObject({
      captured: 2 * 39_900,
      refunded: accounts.refundedMinor,
      refunds_pending: 0,
    });
  }, 180_000);
});

describe('a cohort with one seat', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  }, 120_000);

  afterAll(() => world?.stop());

  it('sends the second to the waiting list, gives all back in the cooling-off, and offers the seat on', async () => {
    const course = await openCourse(world.client, { capacity: 1 });
    const first = await member(world.client, course.cohort, 'first');
    const { client } = world;
    const full = await applicant(client, course.cohort, 'second').then(
      () => null,
      (error: unknown) => error,
    );
    expect(String(full)).toContain('number 1 of those who wait');

    const left = await first.session.send({
      method: 'POST',
      path: `/api/membership/enrolments/${first.enrolmentId}/withdrawal`,
      body: {},
    });
    expect([left.status, (left.body as { status: string }).status]).toEqual([200, 'leaving']);
    const path = `/api/payment/enrolments/${first.enrolmentId}/statement`;
    await eventually(
      async () => {
        const now = await first.session.ask({ method: 'GET', path }, paymentHttp.StatementBody);
        return (
          now.lines.some(({ period, kind }) => period === 'cancellation' && kind === 'refunded') &&
          now.payableMinor === 0
        );
      },
      { timeoutMs: 30_000 },
    );
    expect(await atStripe(world)).toMatchObject({ captured: 39_900, refunded: 39_900, refunds_pending: 0 });
    const seats = await course.owner.ask(
      { method: 'GET', path: `/api/membership/cohorts/${course.cohort.id}` },
      membershipHttp.CohortBody,
    );
    expect(JSON.stringify(seats)).not.toContain('"passphrase"');
  }, 120_000);
});

/** What the processor's double took and gave back in all. */
async function atStripe({ system }: World): Promise<unknown> {
  const sandbox = createClient({ origin: String(system.urls.sandbox) });
  const { body } = await sandbox.send({ method: 'GET', path: '/_sandbox/state' });
  sandbox.close();
  return (body as { totals: Record<string, unknown> }).totals.cny;
}
