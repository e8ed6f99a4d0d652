import { randomUUID } from 'node:crypto';
import { connectMongo, createLogger } from '@daka/service-kit';
import { eventually } from '@daka/service-kit/testing';
import { POLICY, at, date } from './testing/calendar';
import { storedBefore } from './testing/stored-before';
import { type CalendarSeen, type World, startWorld } from './testing/world';

jest.setTimeout(60_000);

let world: World;
const goTo = (day: number, hours = 12) => world.environment.clock.set(new Date(at(day, hours)).toISOString());

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(() => goTo(1));

describe('a check-in over HTTP', () => {
  it('answers with the receipt, stores the text, announces the entry and the total', async () => {
    const member = await world.enrol(await world.publishCohort());
    const { status, body } = await world.checkIn(member, date(1), '今天学了很多 😀');
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        enrolmentId: member.enrolmentId,
        day: date(1),
        kind: 'on_time',
        acceptedAt: new Date(at(1)).toISOString(),
        characters: 7,
        streak: 1,
        position: 1,
        amountMinor: 1_000,
        payoutAt: new Date(at(2, 0)).toISOString(),
        entitledMinor: 1_000,
        status: 'open',
      },
    });
    const calendar = await world.calendar(member);
    expect(calendar).toMatchObject({
      status: 'open',
      done: 1,
      streak: 1,
      entitledMinor: 1_000,
      dueMinor: 0,
      makeUpsLeft: 2,
    });
    expect(calendar.days[0]).toMatchObject({
      state: 'on_time',
      position: 1,
      amountMinor: 1_000,
      entry: { text: '今天学了很多 😀', via: 'entry' },
    });
    const announced = await world.environment.nextMessage(
      'checkin.enrolment',
      ({ subject, streamseq }) => subject === member.enrolmentId && streamseq === 2,
    );
    expect(announced).toMatchObject({
      type: 'checkin.entitlement-changed.v1',
      data: { entitledMinor: 1_000, revision: 1 },
    });
  });

  it.each([
    ['Chinese characters', '长'],
    ['families with skin tones', '👨🏻‍👩🏻‍👧🏻‍👦🏻'],
  ])('keeps 10,000 %s whole, whatever their bytes', async (_what, character) => {
    const member = await world.enrol(await world.publishCohort());
    const text = character.repeat(10_000);
    expect(await world.checkIn(member, date(1), text)).toMatchObject({ status: 201, body: { characters: 10_000 } });
    expect((await world.calendar(member)).days[0]?.entry?.text).toBe(text);
  });

  it('is replayed under its Idempotency-Key', async () => {
    const member = await world.enrol(await world.publishCohort());
    const headers = { 'idempotency-key': randomUUID() };
    const first = await world.checkIn(member, date(1), 'what I did', headers);
    const second = await world.checkIn(member, date(1), 'what I did', headers);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(await world.checkIn(member, date(1), 'something else', headers)).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
  });

  it('sent ten times at once counts once, twenty times over', async () => {
    const cohortId = await world.publishCohort({ days: 20 });
    const member = await world.enrol(cohortId);
    for (let day = 1; day <= 20; day += 1) {
      goTo(day);
      const answers = await Promise.all(Array.from({ length: 10 }, () => world.checkIn(member, date(day))));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    }
    expect(await world.calendar(member)).toMatchObject({ done: 20, streak: 20, entitledMinor: 10_000 });
  });

  it('beside seven other acts of the same learner at once is not lost, nor are they', async () => {
    const cohortId = await world.publishCohort({
      checkIn: { ...POLICY.checkIn, aheadDays: null },
      leave: { maxDays: 3 },
    });
    const member = await world.enrol(cohortId);
    const acts = [1, 2, 3, 4, 5].map((day) => world.checkIn(member, date(day)));
    const leaves = [8, 9, 10].map((day) =>
      world.call('POST', `/enrolments/${member.enrolmentId}/leave`, member.learnerId, {
        days: [date(day)],
        reason: 'away',
      }),
    );
    expect((await Promise.all([...acts, ...leaves])).map(({ status }) => status)).toEqual(
      Array.from({ length: 8 }, () => 201),
    );
    const calendar = await world.calendar(member);
    expect([calendar.done, calendar.leave.length]).toEqual([5, 3]);
  });
});

describe('is refused', () => {
  const refusal = ({ status, body }: { status: number; body: { code?: unknown } }) => [status, body.code];

  it('by the rules, each reason with its status', async () => {
    const member = await world.enrol(
      await world.publishCohort({ restDays: { weekdays: [], dates: [date(5)] }, makeUp: { windowDays: 2, quota: 1 } }),
    );
    expect(refusal(await world.checkIn(member, '2027-01-01'))).toEqual([409, 'day_not_in_plan']);
    expect(refusal(await world.checkIn(member, date(5)))).toEqual([409, 'day_not_required']);
    expect(refusal(await world.checkIn(member, date(2)))).toEqual([409, 'day_not_open']);
    const short = await world.checkIn(member, date(1), 'a b c');
    expect(short).toMatchObject({
      status: 422,
      body: { code: 'too_short', fields: [{ path: 'text' }], minCharacters: 5 },
    });
    expect((await world.checkIn(member, date(1))).status).toBe(201);
    expect(refusal(await world.checkIn(member, date(1)))).toEqual([409, 'already_checked_in']);
    goTo(4);
    expect((await world.checkIn(member, date(2))).body).toMatchObject({ kind: 'made_up' });
    expect(refusal(await world.checkIn(member, date(3)))).toEqual([409, 'no_make_ups_left']);
    goTo(7);
    expect(refusal(await world.checkIn(member, date(3)))).toEqual([409, 'window_closed']);
  });

  it('before admission, after cancellation and where only homework counts', async () => {
    const cohortId = await world.publishCohort({ checkIn: { ...POLICY.checkIn, accepts: ['homework'] } });
    const applicant = await world.apply(cohortId);
    await eventually(async () => (await world.checkIn(applicant, date(1))).status === 409);
    expect(refusal(await world.checkIn(applicant, date(1)))).toEqual([409, 'not_admitted']);
    expect((await world.call('GET', `/enrolments/${applicant.enrolmentId}/calendar`, applicant.learnerId)).status).toBe(
      404,
    );
    await world.admit(applicant, 1);
    await eventually(async () => (await world.checkIn(applicant, date(1))).body.code === 'entries_not_accepted');
    await world.environment.publish(
      'membership.enrolment',
      applicant.enrolmentId,
      'membership.enrolment-cancelled.v1',
      {
        enrolmentId: applicant.enrolmentId,
        cohortId,
        reason: 'cooling_off',
        cancelledAt: new Date(at(1)).toISOString(),
      },
    );
    await eventually(async () => (await world.checkIn(applicant, date(1))).body.code === 'enrolment_closed');
    expect(await world.calendar(applicant)).toMatchObject({ status: 'cancelled' });
  });

  it('to everybody else: no token 401, a stranger 404, staff 403', async () => {
    const member = await world.enrol(await world.publishCohort());
    const path = `/enrolments/${member.enrolmentId}`;
    const body = { day: date(1), text: 'what I did' };
    expect(refusal(await world.call('POST', `${path}/entries`, null, body))).toEqual([401, 'not_signed_in']);
    expect(refusal(await world.call('POST', `${path}/entries`, randomUUID(), body))).toEqual([404, 'not_found']);
    expect(refusal(await world.call('POST', `${path}/entries`, world.owner, body))).toEqual([403, 'not_allowed']);
    expect((await world.call('GET', `${path}/calendar`, randomUUID())).status).toBe(404);
    expect((await world.call('GET', `${path}/calendar`, world.instructor)).status).toBe(200);
    expect((await world.call('GET', `/enrolments/${randomUUID()}/calendar`, member.learnerId)).status).toBe(404);
    expect((await world.call('GET', `/cohorts/${member.cohortId}/progress`, member.learnerId)).status).toBe(403);
    expect((await world.call('GET', `/cohorts/${member.cohortId}/progress`, randomUUID())).status).toBe(404);
    const settlement = `/cohorts/${member.cohortId}/settlement`;
    expect((await world.call('POST', settlement, randomUUID())).status).toBe(404);
    expect((await world.call('POST', settlement, null)).status).toBe(401);
    expect(
      (await world.call('POST', `${path}/entries/${date(1)}/rejection`, member.learnerId, { reason: 'mine' })).status,
    ).toBe(403);
  });

  it.each([
    ['one character more than an entry holds', 'x'.repeat(10_001)],
    ['90,000 Chinese characters', '长'.repeat(90_000)],
    ['spaces without end', `x${' '.repeat(300_000)}`],
  ])('naming the true limit: %s', async (_what, text) => {
    const member = await world.enrol(await world.publishCohort());
    expect(await world.checkIn(member, date(1), text)).toMatchObject({
      status: 422,
      body: { code: 'too_long', maxCharacters: 10_000, fields: [{ path: 'text' }] },
    });
  });

  it.each<[string, unknown, string]>([
    ['no day', { text: 'x' }, 'day'],
    ['no such date', { day: '2026-02-30', text: 'x' }, 'day'],
    ['a number as text', { day: '2026-03-02', text: 5 }, 'text'],
    ['an unknown field', { day: '2026-03-02', text: 'x', mood: 1 }, 'mood'],
  ])('as bad input naming the field: %s', async (_what, body, field) => {
    const member = await world.enrol(await world.publishCohort());
    const answer = await world.call('POST', `/enrolments/${member.enrolmentId}/entries`, member.learnerId, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request', fields: [{ path: field }] } });
  });
});

describe('as days close', () => {
  it('payouts, removal and a reinstating make-up come in the order of the days, however late the timer runs', async () => {
    const cohortId = await world.publishCohort({
      removal: { misses: 2, per: 'cohort' },
      makeUp: { windowDays: null, quota: null },
    });
    const member = await world.enrol(cohortId);
    await world.checkIn(member, date(1));
    goTo(5);
    await world.quiet();
    expect(await world.calendar(member)).toMatchObject({
      status: 'removed',
      removedOn: date(3),
      missed: 2,
      dueMinor: 1_000,
    });
    expect((await world.checkIn(member, date(5))).body).toMatchObject({
      status: 'removed',
      position: null,
      entitledMinor: 1_000,
    });
    expect((await world.checkIn(member, date(2))).body).toMatchObject({
      kind: 'made_up',
      status: 'removed',
      entitledMinor: 2_000,
    });
    expect((await world.checkIn(member, date(3))).body).toMatchObject({
      kind: 'made_up',
      status: 'open',
      entitledMinor: 4_000,
    });
    goTo(6);
    await world.quiet();
    await eventually(
      () => world.eventsOf(member.enrolmentId).filter(({ type }) => type === 'checkin.payout-due.v1').length === 2,
    );
    const types = world.eventsOf(member.enrolmentId).map(({ type }) => type.replace(/^checkin\.(.*)\.v1$/, '$1'));
    expect(types).toEqual([
      'entry-accepted',
      'entitlement-changed',
      'payout-due',
      'removed',
      'entry-accepted',
      'entry-accepted',
      'removed',
      'entitlement-changed',
      'entry-accepted',
      'reinstated',
      'entitlement-changed',
      'payout-due',
    ]);
    expect(world.eventsOf(member.enrolmentId).at(-1)).toMatchObject({ data: { period: date(5), dueMinor: 4_000 } });
  });

  it('homework stands for a check-in, and what it came to is said each time', async () => {
    const member = await world.enrol(await world.publishCohort());
    const submit = (version: number, day: string | null, characters: number, submittedAtMs: number) =>
      world.environment.publish('homework.enrolment', member.enrolmentId, 'homework.submitted.v1', {
        enrolmentId: member.enrolmentId,
        cohortId: member.cohortId,
        assignmentId: randomUUID(),
        submissionId: randomUUID(),
        version,
        day,
        characters,
        submittedAt: new Date(submittedAtMs).toISOString(),
      });
    await submit(1, date(1), 2, at(1, 9));
    await submit(1, null, 20, at(1, 10));
    await submit(2, null, 30, at(1, 11));
    await submit(1, null, 30, at(-5));
    await world.quiet();
    await eventually(async () => (await world.calendar(member)).done === 1);
    expect((await world.calendar(member)).days[0]).toMatchObject({ state: 'on_time', entry: { via: 'homework' } });
    await eventually(() => world.eventsOf(member.enrolmentId).length === 2);
    const verdicts = () =>
      world.environment.seen.filter(
        ({ type, subject }) => type === 'checkin.homework-judged.v1' && subject === member.enrolmentId,
      );
    await eventually(() => verdicts().length === 4);
    expect(verdicts().map(({ data }) => data)).toMatchObject([
      { status: 'none', why: 'too_short' },
      { status: 'counted', day: date(1), countsAt: new Date(at(1, 10)).toISOString() },
      { status: 'none', why: 'already_checked_in' },
      { status: 'none', why: 'no_day' },
    ]);
    expect((await world.checkIn(member, date(1))).body).toMatchObject({ code: 'already_checked_in' });
  });

  it('homework handed in before its day opens counts when it opens, also while nobody is there', async () => {
    const member = await world.enrol(await world.publishCohort());
    await world.environment.publish('homework.enrolment', member.enrolmentId, 'homework.submitted.v1', {
      enrolmentId: member.enrolmentId,
      cohortId: member.cohortId,
      assignmentId: randomUUID(),
      submissionId: randomUUID(),
      version: 1,
      day: date(2),
      characters: 20,
      submittedAt: new Date(at(2, 0) - 60_000).toISOString(),
    });
    await world.quiet();
    expect(await world.calendar(member)).toMatchObject({ done: 0 });
    goTo(2, 1);
    await world.quiet();
    expect(await world.calendar(member)).toMatchObject({
      done: 1,
      days: expect.arrayContaining([expect.objectContaining({ day: date(2), state: 'on_time' })]),
    });
    const entry = world.eventsOf(member.enrolmentId).find(({ type }) => type === 'checkin.entry-accepted.v1');
    expect(entry?.data).toMatchObject({ day: date(2), acceptedAt: new Date(at(2, 0)).toISOString() });
  });

  it('an admission waits for its cohort', async () => {
    const cohortId = randomUUID();
    const member = await world.apply(cohortId);
    await world.admit(member, 1);
    await eventually(async () => (await world.statusz()).parked > 0);
    await world.announceCohort(cohortId);
    await eventually(async () => (await world.checkIn(member, date(1))).status === 201, { timeoutMs: 15_000 });
  });
});

describe('people decide', () => {
  it('a reviewer rejects with a reason: the total falls, the day is free', async () => {
    const member = await world.enrol(await world.publishCohort());
    const path = `/enrolments/${member.enrolmentId}/entries/${date(1)}/rejection`;
    expect((await world.call('POST', path, world.instructor, { reason: 'copied' })).body).toMatchObject({
      code: 'no_entry',
    });
    await world.checkIn(member, date(1));
    expect(await world.call('POST', path, world.instructor, { reason: '  ' })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'reason' }] },
    });
    expect(await world.call('POST', path, world.instructor, { reason: 'copied' })).toMatchObject({
      status: 200,
      body: { entitledMinor: 0 },
    });
    expect((await world.calendar(member)).days[0]).toMatchObject({ state: 'open', rejected: { reason: 'copied' } });
    const again = '长'.repeat(1_000);
    expect((await world.checkIn(member, date(1), again)).status).toBe(201);
    expect((await world.call('POST', path, world.owner, { reason: 'copied again' })).status).toBe(200);
    expect((await world.checkIn(member, date(1), `${again}!`)).status).toBe(201);
    expect((await world.calendar(member)).days[0]?.entry?.text).toBe(`${again}!`);
  });

  it('leave is asked for by the learner and decided by somebody else', async () => {
    const member = await world.enrol(await world.publishCohort());
    const path = `/enrolments/${member.enrolmentId}/leave`;
    expect(await world.call('POST', path, member.learnerId, { days: [date(11)], reason: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'day_not_in_plan' },
    });
    const asked = await world.call('POST', path, member.learnerId, { days: [date(2), date(3)], reason: 'wedding' });
    expect(asked).toMatchObject({ status: 201, body: { status: 'requested' } });
    const decision = `${path}/${asked.body.leaveId as string}/decision`;
    expect((await world.call('POST', decision, world.instructor, { approve: true, reason: 'ok' })).status).toBe(403);
    expect(
      (await world.call('POST', `${path}/${randomUUID()}/decision`, world.owner, { approve: true, reason: 'ok' }))
        .status,
    ).toBe(404);
    expect((await world.call('POST', decision, world.owner, { approve: true, reason: 'ok' })).body).toMatchObject({
      status: 'approved',
    });
    expect((await world.call('POST', decision, world.owner, { approve: false, reason: 'no' })).body).toMatchObject({
      code: 'already_decided',
    });
    expect((await world.calendar(member)).days.filter(({ state }) => state === 'excused')).toHaveLength(2);
  });

  it('an outage excuses the day for all who have not done it', async () => {
    const cohortId = await world.publishCohort();
    const [done, missed] = [await world.enrol(cohortId, 1), await world.enrol(cohortId, 2)];
    await world.checkIn(done, date(1));
    const path = `/cohorts/${cohortId}/excused-days`;
    expect((await world.call('POST', path, world.owner, { day: date(11), reason: 'down' })).body).toMatchObject({
      code: 'day_not_in_plan',
    });
    expect((await world.call('POST', path, world.owner, { day: date(1), reason: 'down' })).status).toBe(202);
    expect((await world.call('POST', path, world.owner, { day: date(1), reason: 'again' })).body).toMatchObject({
      reason: 'down',
    });
    await world.quiet();
    const late = await world.enrol(cohortId, 3);
    const states = await Promise.all(
      [done, missed, late].map(async (member) => (await world.calendar(member)).days[0]?.state),
    );
    expect(states).toEqual(['on_time', 'excused', 'excused']);
  });
});

describe('at the end', () => {
  it('a cohort settles by itself: who left keeps what was earned, who was cancelled is out, the pool is shared to the unit', async () => {
    const cohortId = await world.publishCohort({ days: 2 }, 1);
    const members = [
      await world.enrol(cohortId, 1),
      await world.enrol(cohortId, 2),
      await world.enrol(cohortId, 3),
      await world.enrol(cohortId, 4),
    ];
    const [perfect, half, left, gone] = members as [
      (typeof members)[0],
      (typeof members)[0],
      (typeof members)[0],
      (typeof members)[0],
    ];
    for (const member of [perfect, half, left]) await world.checkIn(member, date(1));
    const leaving = { enrolmentId: left.enrolmentId, quitOn: date(2), withdrawnAt: new Date(at(1, 13)).toISOString() };
    await world.environment.publish(
      'membership.enrolment',
      left.enrolmentId,
      'membership.enrolment-withdrawn.v1',
      leaving,
    );
    const cancelling = {
      enrolmentId: gone.enrolmentId,
      cohortId,
      reason: 'cooling_off',
      cancelledAt: new Date(at(1, 13)).toISOString(),
    };
    await world.environment.publish(
      'membership.enrolment',
      gone.enrolmentId,
      'membership.enrolment-cancelled.v1',
      cancelling,
    );
    await eventually(
      async () =>
        (await world.calendar(gone)).status === 'cancelled' && (await world.calendar(left)).status === 'withdrawn',
    );
    goTo(2);
    await world.checkIn(perfect, date(2));
    goTo(8, 23); // An hour before it is due: the last close, two days to make up, three to review, one to appeal.
    await world.quiet();
    for (const asking of [world.owner, world.instructor, perfect.learnerId])
      expect(await world.call('POST', `/cohorts/${cohortId}/settlement`, asking)).toMatchObject({
        status: 409,
        body: { code: 'too_early', allowedAt: new Date(at(9, 0)).toISOString() },
      });
    goTo(9, 0);
    await world.quiet();

    const seen = await world.call('GET', `/cohorts/${cohortId}/settlement`, perfect.learnerId);
    expect(seen.body).toMatchObject({
      status: 'settled',
      members: 3,
      sharers: 2,
      poolMinor: 10_000,
      bonusMinor: 8_000,
      organiserMinor: 1_000,
      charityMinor: 1_000,
    });
    const progress = await world.call('GET', `/cohorts/${cohortId}/progress?limit=2`, world.instructor);
    expect(progress.body).toMatchObject({
      nextCursor: expect.any(String),
      items: [
        { memberNumber: 1, status: 'settled', entitledMinor: 10_000, perfect: true, bonusMinor: 4_000 },
        { memberNumber: 2, status: 'settled', entitledMinor: 5_000, perfect: false, bonusMinor: 4_000 },
      ],
    });
    const rest = await world.call(
      'GET',
      `/cohorts/${cohortId}/progress?cursor=${String(progress.body.nextCursor)}`,
      world.instructor,
    );
    expect(rest.body).toMatchObject({
      items: [
        { memberNumber: 3, entitledMinor: 5_000, bonusMinor: 0 },
        { memberNumber: 4, status: 'cancelled', bonusMinor: null },
      ],
    });
    expect((await world.call('GET', `/cohorts/${cohortId}/progress?cursor=x`, world.instructor)).status).toBe(400);

    const closing = await world.environment.nextMessage('checkin.cohort', ({ subject }) => subject === cohortId);
    expect(closing.data).toMatchObject({ cohortId, members: 3, poolMinor: 10_000 });
    const ends = world
      .eventsOf(left.enrolmentId)
      .slice(-2)
      .map(({ type, data }) => [type, data]);
    expect(ends).toEqual([
      ['checkin.settled.v1', expect.objectContaining({ entitledMinor: 5_000, forfeitMinor: 5_000, completed: false })],
      ['checkin.bonus-awarded.v1', expect.objectContaining({ bonusMinor: 0 })],
    ]);
    expect((await world.checkIn(half, date(1))).body).toMatchObject({ code: 'already_checked_in' });
    for (const asking of [world.owner, world.instructor, perfect.learnerId])
      expect(await world.call('POST', `/cohorts/${cohortId}/settlement`, asking)).toMatchObject({
        status: 202,
        body: { status: 'settled' },
      });
  });

  it('with unlimited make-ups it settles on demand, the days to review after the last close of the last zone, and survives a restart in between', async () => {
    const cohortId = await world.publishCohort({
      days: 2,
      dayBoundary: 'learner',
      makeUp: { windowDays: null, quota: null },
    });
    const east = await world.enrol(cohortId, 1, '+08:00');
    const west = await world.enrol(cohortId, 2, '-05:00');
    goTo(2);
    await world.checkIn(east, date(1));
    goTo(3, 4);
    expect(await world.call('POST', `/cohorts/${cohortId}/settlement`, world.owner)).toMatchObject({
      status: 409,
      body: { code: 'too_early', allowedAt: new Date(at(6, 12)).toISOString() },
    });
    goTo(6, 12);
    expect((await world.checkIn(west, date(1))).body).toMatchObject({ kind: 'made_up' });
    expect((await world.call('POST', `/cohorts/${cohortId}/settlement`, west.learnerId)).status).toBe(202);
    await world.restart();
    await world.quiet();
    expect((await world.call('GET', `/cohorts/${cohortId}/settlement`, world.owner)).body).toMatchObject({
      status: 'settled',
      poolMinor: 10_000,
    });
    expect((await world.checkIn(west, date(2))).body).toMatchObject({ code: 'cohort_settled' });
    expect(await world.calendar(west)).toMatchObject({ status: 'settled', entitledMinor: 5_000, bonusMinor: 4_000 });
  });
});

describe('a calendar that was stored when short texts lay inside it', () => {
  it('is shown as it was then, and keeps its texts when it goes on', async () => {
    const { state, texts, nowMs, shown } = storedBefore.calendars.find(({ name }) =>
      name.startsWith('open, with short'),
    )!;
    const { enrolmentId, learnerId, cohortId } = state.enrolment;
    const { config } = world.environment;
    const logger = createLogger({ service: 'test', level: 'silent' });
    const mongo = await connectMongo({ url: config.MONGO_URL, db: config.MONGO_DB, logger });
    const into = (name: string) => mongo.connection.collection<{ _id: string }>(name);
    const plans = Object.entries(storedBefore.plans).map(([_id, plan]) => ({ _id, plan }));
    await into('plans').insertMany(plans);
    await into('entry_texts').insertMany(texts);
    const stored = { _id: enrolmentId, version: 9, seq: {}, state, last: {}, outbox: [] };
    await into('calendars').insertOne(stored);
    world.environment.clock.set(new Date(nowMs).toISOString());

    const member = { enrolmentId, learnerId, cohortId };
    expect(await world.calendar(member)).toEqual(shown);
    const written = (text: string) => ['short and good', texts[0]!.text, 'again, in my own words', text];
    expect(await world.checkIn(member, date(8), 'and on it goes')).toMatchObject({ status: 201 });
    expect(textsOf(await world.calendar(member))).toEqual(written('and on it goes'));

    // A payout writes the check-ins anew, those of then among them.
    goTo(10);
    await world.quiet();
    await world.restart();
    expect(textsOf(await world.calendar(member))).toEqual(written('and on it goes'));
    await mongo.stop();
  });
});

function textsOf({ days }: CalendarSeen): string[] {
  return days.flatMap(({ entry }) => entry?.text ?? []);
}
