import { checkinHttp, paymentHttp } from '@daka/contracts';
import { payAt, type Answer, type Applicant, type Session } from '@daka/replay';
import { evaluate, type Entry } from '@daka/rules';
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
import { moneyOf, ownLines, type Money } from '../support/money';

const PAID = policy.entryFeeMinor + policy.depositMinor;
const PATIENCE = { timeoutMs: 90_000 };
const people = ['ana', 'ben', 'cho', 'dee', 'eve', 'fay'] as const;
type Name = (typeof people)[number];

/** One world, one clock that only goes forward: each test goes on where the one before it ended. */
describe('every way out has its entries and its lines', () => {
  let world: World;
  let money: Money;
  let course: Course;
  let cancelledCourse: Course;
  let instructor: Session;
  let zoe: Applicant;
  let gil: Learner;
  let hal: Learner;
  const learners = {} as Record<Name, Learner>;
  const entries: Record<Name, Entry[]> = { ana: [], ben: [], cho: [], dee: [], eve: [], fay: [] };

  beforeAll(async () => {
    world = await startWorld();
    money = moneyOf(world);
    course = await openCourse(world.client);
    cancelledCourse = await openCourse(world.client);
    instructor = await staffMember(world.client, course, 'instructor');
    for (const name of people) learners[name] = await member(world.client, course.cohort, name);
    zoe = await applicant(world.client, course.cohort, 'zoe');
    gil = await member(world.client, cancelledCourse.cohort, 'gil');
    hal = await member(world.client, cancelledCourse.cohort, 'hal');
  }, 300_000);

  afterAll(() => world?.stop());

  const post = (session: Session, path: string, body: object): Promise<Answer> =>
    session.send({ method: 'POST', path: `/api${path}`, body });
  const checkInAs = (learner: Learner, day: string, text = 'A day of words.') =>
    post(learner.session, `/checkin/enrolments/${learner.enrolmentId}/entries`, { day, text });
  const withdraw = ({ session, enrolmentId }: Learner) =>
    post(session, `/membership/enrolments/${enrolmentId}/withdrawal`, {});
  const appeal = ({ session, enrolmentId }: Learner, subject: object) =>
    session.ask(
      {
        method: 'POST',
        path: `/api/checkin/enrolments/${enrolmentId}/appeals`,
        body: { subject, reason: 'Please look again.' },
      },
      checkinHttp.Appeal,
    );
  const answer = ({ owner }: Course, { enrolmentId }: Learner, appealId: string, decision: 'upheld' | 'dismissed') =>
    post(owner, `/checkin/enrolments/${enrolmentId}/appeals/${appealId}/answer`, { decision, reason: 'Looked again.' });
  const kindsOf = (shown: Parameters<typeof ownLines>[0]) => ownLines(shown).map(({ kind }) => kind);

  async function checkIn(at: string, day: string, ...names: Name[]): Promise<void> {
    world.setClock(at);
    for (const name of names) {
      const { status, code } = await checkInAs(learners[name], day);
      expect([name, status, code]).toEqual([name, 201, '']);
      entries[name].push({ day, acceptedAt: at, characters: 'Adayofwords.'.length });
    }
  }

  async function reject(by: Session, { enrolmentId }: Learner, day: string): Promise<void> {
    expect(
      (await post(by, `/checkin/enrolments/${enrolmentId}/entries/${day}/rejection`, { reason: 'Copied.' })).status,
    ).toBe(200);
  }

  const refundedWith = (learner: Learner, totalMinor: number) =>
    money.settledStatement(
      learner,
      ({ lines }) =>
        lines.reduce((sum, { kind, amountMinor }) => (kind === 'refunded' ? sum + amountMinor : sum), 0) === totalMinor,
    );

  it('cooling-off before the start: fee and deposit go back', async () => {
    expect((await withdraw(learners.ana)).body).toMatchObject({ status: 'leaving' });
    const shown = await refundedWith(learners.ana, PAID);
    expect(kindsOf(shown)).toEqual(['paid', 'cancelled', 'refund_sent', 'refunded']);
    expect(shown).toMatchObject({ forfeitedMinor: 0, frozenMinor: 0 });
    expect(await money.charges(learners.ana)).toEqual([[PAID, PAID]]);
  }, 120_000);

  it('an appeal freezes the amount, which stays out of every payout', async () => {
    await checkIn('2026-03-02T04:00:00Z', '2026-03-02', 'ben', 'cho', 'dee', 'eve');
    for (const learner of [gil, hal]) expect((await checkInAs(learner, '2026-03-02')).status).toBe(201);
    await reject(instructor, learners.eve, '2026-03-02');
    await reject(cancelledCourse.owner, hal, '2026-03-02');
    const { frozenMinor } = await appeal(learners.eve, { kind: 'rejected_entry', day: '2026-03-02' });
    await appeal(hal, { kind: 'rejected_entry', day: '2026-03-02' });
    expect(frozenMinor).toBeGreaterThan(0);
    expect(await money.calendar(learners.eve)).toMatchObject({ frozenMinor, entitledMinor: 0 });
    world.setClock('2026-03-02T19:00:00Z');
    const earned = (await money.calendar(learners.dee)).dueMinor;
    await money.settledStatement(learners.dee, ({ refundedMinor }) => refundedMinor === earned);
    const shown = await money.settledStatement(learners.eve, (now) => now.frozenMinor === frozenMinor);
    expect(shown).toMatchObject({ earnedMinor: 0, refundedMinor: 0 });
    expect(ownLines(shown)).toMatchObject([
      { kind: 'paid' },
      { kind: 'appeal_opened', amountMinor: frozenMinor, balanceHeldMinor: policy.depositMinor },
    ]);
    expect(await money.accounts(course)).toMatchObject({ depositsFrozenMinor: frozenMinor, ledgerBalanced: true });
  }, 120_000);

  it('answers: upheld the amount is earned and sent, dismissed it stays behind', async () => {
    const [first] = (await money.calendar(learners.eve)).appeals;
    await checkIn('2026-03-03T04:00:00Z', '2026-03-03', 'ben', 'cho', 'dee', 'eve');
    await reject(instructor, learners.eve, '2026-03-03');
    const second = await appeal(learners.eve, { kind: 'rejected_entry', day: '2026-03-03' });
    entries.eve.pop();
    expect((await answer(course, learners.eve, String(first?.appealId), 'upheld')).status).toBe(200);
    expect((await answer(course, learners.eve, second.appealId, 'dismissed')).status).toBe(200);
    const { entitledMinor } = await money.calendar(learners.eve);
    expect(entitledMinor).toBe(first?.frozenMinor);
    world.setClock('2026-03-03T19:00:00Z');
    const shown = await money.settledStatement(learners.eve, ({ refundedMinor }) => refundedMinor === entitledMinor);
    expect(kindsOf(shown).filter((kind) => kind.startsWith('appeal'))).toEqual([
      'appeal_opened',
      'appeal_opened',
      'appeal_answered',
      'appeal_answered',
    ]);
    expect(shown.lines.map(({ text }) => text).join()).toMatch(/upheld.*dismissed/);
    expect(shown.frozenMinor).toBe(0);
  }, 120_000);

  it('cooling-off after daily refunds: the rest goes back, the fee included', async () => {
    await money.settledStatement(learners.ben, ({ refundedMinor }) => refundedMinor > 0);
    expect((await withdraw(learners.ben)).body).toMatchObject({ status: 'leaving' });
    await untilStatus(learners.ben.session, learners.ben.enrolmentId, 'cancelled');
    const shown = await refundedWith(learners.ben, PAID);
    expect(kindsOf(shown).filter((kind) => kind === 'cancelled' || kind === 'forfeited')).toEqual(['cancelled']);
    expect(await money.charges(learners.ben)).toEqual([[PAID, PAID]]);
  }, 120_000);

  it('the organiser cancels: everything not yet returned goes back, what was frozen and the fee included', async () => {
    const due = (await money.calendar(gil)).dueMinor;
    await money.settledStatement(gil, ({ refundedMinor }) => due > 0 && refundedMinor === due);
    await money.settledStatement(hal, ({ frozenMinor }) => frozenMinor > 0);
    expect(
      (
        await post(cancelledCourse.owner, `/membership/cohorts/${cancelledCourse.cohort.id}/cancel`, {
          reason: 'The teacher is ill.',
        })
      ).status,
    ).toBe(200);
    for (const learner of [gil, hal]) {
      const shown = await refundedWith(learner, PAID);
      expect(shown).toMatchObject({ forfeitedMinor: 0, bonusMinor: 0, frozenMinor: 0 });
      expect(kindsOf(shown)).toContain('cancelled');
      expect(await money.charges(learner)).toEqual([[PAID, PAID]]);
      expect((await money.calendar(learner)).status).toBe('cancelled');
    }
    const texts = (await money.statement(hal)).lines.map(({ kind, text }) => `${kind} ${text}`);
    expect(texts).toContainEqual(expect.stringMatching(/^appeal_answered The enrolment ended before/));
    expect((await money.calendar(hal)).appeals).toMatchObject([{ status: 'lapsed' }]);
    expect(await money.accounts(cancelledCourse)).toMatchObject({
      ledgerBalanced: true,
      refundedMinor: 2 * PAID,
      feesMinor: 0,
      depositsHeldMinor: 0,
      depositsFrozenMinor: 0,
      forfeitPoolMinor: 0,
      bonusPayableMinor: 0,
    });
  }, 180_000);

  it('leave, an outage and an upheld removal shrink the plan, and perfect attendance of the rest returns the whole deposit', async () => {
    const { dee, fay } = learners;
    const asked = await dee.session.ask(
      {
        method: 'POST',
        path: `/api/checkin/enrolments/${dee.enrolmentId}/leave`,
        body: { days: ['2026-03-04'], reason: 'A wedding.' },
      },
      checkinHttp.Leave,
    );
    expect(
      (
        await post(course.owner, `/checkin/enrolments/${dee.enrolmentId}/leave/${asked.leaveId}/decision`, {
          approve: true,
          reason: 'Of course.',
        })
      ).status,
    ).toBe(200);
    expect(
      (
        await post(course.owner, `/checkin/cohorts/${course.cohort.id}/excused-days`, {
          day: '2026-03-05',
          reason: 'The platform was down.',
        })
      ).status,
    ).toBe(202);
    world.setClock('2026-03-05T04:00:00Z');
    await untilStatus(fay.session, fay.enrolmentId, 'removed');
    const opened = await appeal(fay, { kind: 'removal' });
    expect((await answer(course, fay, opened.appealId, 'upheld')).status).toBe(200);
    await untilStatus(fay.session, fay.enrolmentId, 'admitted');
    for (const day of ['06', '07', '09']) await checkIn(`2026-03-${day}T04:00:00Z`, `2026-03-${day}`, 'dee', 'fay');
    expect((await withdraw(learners.cho)).body).toMatchObject({ status: 'withdrawn' });
    for (const day of ['10', '11']) await checkIn(`2026-03-${day}T04:00:00Z`, `2026-03-${day}`, 'dee', 'fay');
    world.setClock('2026-03-21T00:00:00Z');
    for (const learner of [dee, fay]) {
      const shown = await money.settledStatement(learner, ({ refundedMinor }) => refundedMinor === policy.depositMinor);
      expect(shown.forfeitedMinor).toBe(0);
    }
  }, 240_000);

  it('quitting keeps what was earned; only what is not earned is forfeited, and every unit of it is shared', async () => {
    const path = `/api/checkin/cohorts/${course.cohort.id}/settlement`;
    const settled = await eventually(async () => {
      const now = await course.owner.ask({ method: 'GET', path }, checkinHttp.SettlementView);
      return now.status === 'settled' && now;
    }, PATIENCE);
    const earnedBy = (name: Name) =>
      evaluate(policy, { timeZone: 'Asia/Shanghai', excused: ['2026-03-05'] }, entries[name], '2026-04-01T00:00:00Z')
        .entitledMinor;
    for (const name of ['cho', 'eve'] as const) {
      const shown = await money.settledStatement(
        learners[name],
        ({ refundedMinor }) => refundedMinor === earnedBy(name),
      );
      expect(shown.lines.find(({ kind }) => kind === 'forfeited')).toMatchObject({
        amountMinor: policy.depositMinor - earnedBy(name),
      });
    }
    expect(settled.poolMinor).toBe(2 * policy.depositMinor - earnedBy('cho') - earnedBy('eve'));
    for (const name of ['ana', 'ben'] as const)
      expect(await money.statement(learners[name])).toMatchObject({ forfeitedMinor: 0, bonusMinor: 0 });
    const accounts = await eventually(async () => {
      const now = await course.owner.ask(
        { method: 'GET', path: `/api/payment/cohorts/${course.cohort.id}/accounts` },
        paymentHttp.CohortAccountsBody,
      );
      return now.workPending === 0 && now.charityMinor > 0 && now;
    }, PATIENCE);
    expect(accounts).toMatchObject({
      ledgerBalanced: true,
      depositsHeldMinor: 0,
      depositsFrozenMinor: 0,
      forfeitPoolMinor: 0,
    });
  }, 120_000);

  it('the settlement shuts out who has not paid; a payment that crosses it seats nobody and goes back by itself', async () => {
    await untilStatus(zoe.session, zoe.enrolmentId, 'cancelled');
    await eventually(async () => (await money.pageStatus(String(zoe.payUrl))) === 'expired', PATIENCE);
    await expect(payAt(String(zoe.payUrl))).rejects.toThrow('session_expired');
    expect(await money.charges(zoe)).toEqual([]);
    await payAt(await money.anotherPage(zoe, PAID));
    expect(kindsOf(await refundedWith(zoe, PAID))).toEqual(['paid_in_excess', 'refund_sent', 'refunded']);
    expect(await money.charges(zoe)).toEqual([[PAID, PAID]]);
    await untilStatus(zoe.session, zoe.enrolmentId, 'cancelled');
  }, 120_000);
});
