import { randomUUID } from 'node:crypto';
import { eventually } from '@daka/service-kit/testing';
import { at, date } from './testing/calendar';
import { type Answer, type CalendarSeen, type Member, type World, startWorld } from './testing/world';

jest.setTimeout(120_000);

let world: World;
const goTo = (day: number, hours = 12) => world.environment.clock.set(new Date(at(day, hours)).toISOString());
const refusal = ({ status, body }: Answer) => [status, body.code];
const patience = { timeoutMs: 60_000 };

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(() => goTo(1));

const reject = (member: Member, day: number, by = world.instructor) =>
  world.call('POST', `/enrolments/${member.enrolmentId}/entries/${date(day)}/rejection`, by, { reason: 'copied' });
const appeal = (member: Member, subject: object, reason = 'my own words') =>
  world.call('POST', `/enrolments/${member.enrolmentId}/appeals`, member.learnerId, { subject, reason });
const answer = (member: Member, appealId: unknown, by: string, decision = 'upheld') =>
  world.call('POST', `/enrolments/${member.enrolmentId}/appeals/${String(appealId)}/answer`, by, {
    decision,
    reason: 'I compared them',
  });
const dayOne = { kind: 'rejected_entry', day: date(1) };
type WithAppeals = CalendarSeen & { frozenMinor: number; appeals: { appealId: string; status: string }[] };
const calendarOf = async (member: Member) => (await world.calendar(member)) as WithAppeals;

async function rejected(cohortId: string, memberNumber = 1, by = world.instructor): Promise<Member> {
  const member = await world.enrol(cohortId, memberNumber);
  await world.checkIn(member, date(1));
  expect((await reject(member, 1, by)).status).toBe(200);
  return member;
}

describe('an appeal', () => {
  it('of a rejection freezes the amount, is answered by somebody else, and the check-in counts again', async () => {
    const member = await rejected(await world.publishCohort({}, 3));
    const opened = await appeal(member, dayOne);
    expect(opened).toMatchObject({
      status: 201,
      body: {
        status: 'open',
        subject: dayOne,
        frozenMinor: 1_000,
        memberNumber: 1,
        answer: null,
        against: { reason: 'copied', decidedBy: world.instructor },
      },
    });
    expect(await calendarOf(member)).toMatchObject({
      frozenMinor: 1_000,
      entitledMinor: 0,
      appeals: [{ status: 'open' }],
    });
    expect(refusal(await appeal(member, dayOne))).toEqual([409, 'already_appealed']);

    const { appealId } = opened.body;
    expect(refusal(await answer(member, appealId, world.instructor))).toEqual([403, 'not_allowed']);
    expect(refusal(await answer(member, appealId, member.learnerId))).toEqual([403, 'not_allowed']);
    expect(refusal(await answer(member, randomUUID(), world.owner))).toEqual([404, 'not_found']);
    expect(await answer(member, appealId, world.owner)).toMatchObject({
      status: 200,
      body: { status: 'upheld', answer: { answeredBy: world.owner, reason: 'I compared them' } },
    });
    expect(refusal(await answer(member, appealId, world.owner, 'dismissed'))).toEqual([409, 'already_decided']);
    expect(await calendarOf(member)).toMatchObject({
      frozenMinor: 0,
      entitledMinor: 1_000,
      done: 1,
      days: [{ state: 'on_time', entry: { text: 'what I did today' } }, ...Array.from({ length: 9 }, () => ({}))],
    });

    await eventually(() => world.eventsOf(member.enrolmentId).length === 7, patience);
    expect(
      world
        .eventsOf(member.enrolmentId)
        .slice(3)
        .map(({ type, data }) => [type, data]),
    ).toEqual([
      ['checkin.entitlement-changed.v1', expect.objectContaining({ revision: 2, entitledMinor: 0 })],
      ['checkin.appeal-opened.v1', expect.objectContaining({ appealId, frozenMinor: 1_000 })],
      [
        'checkin.appeal-answered.v1',
        expect.objectContaining({ appealId, decision: 'upheld', frozenMinor: 1_000, excusedDays: [] }),
      ],
      ['checkin.entitlement-changed.v1', expect.objectContaining({ revision: 3, entitledMinor: 1_000 })],
    ]);
  });

  it('of a removal brings the learner back and excuses its days', async () => {
    const member = await world.enrol(await world.publishCohort({ removal: { misses: 2, per: 'cohort' } }, 3));
    goTo(3);
    await world.quiet();
    expect(await calendarOf(member)).toMatchObject({ status: 'removed', removedOn: date(2) });
    const opened = await appeal(member, { kind: 'removal' }, 'I was in hospital');
    expect(opened).toMatchObject({
      status: 201,
      body: { subject: { kind: 'removal', removedOn: date(2) }, against: { reason: null, decidedBy: null } },
    });
    expect((await answer(member, opened.body.appealId, world.owner)).status).toBe(200);
    expect(await calendarOf(member)).toMatchObject({ status: 'open', removedOn: null, missed: 0 });
    await eventually(
      () => world.eventsOf(member.enrolmentId).some(({ type }) => type === 'checkin.reinstated.v1'),
      patience,
    );
    expect(world.eventsOf(member.enrolmentId)).toContainEqual(
      expect.objectContaining({
        data: expect.objectContaining({ decision: 'upheld', excusedDays: [date(1), date(2)] }),
      }),
    );
    expect(world.eventsOf(member.enrolmentId).map(({ type }) => type)).not.toContain('checkin.day-excused.v1');
  });

  it('is never answered by who rejected, whatever their role', async () => {
    const member = await rejected(await world.publishCohort({}, 3), 1, world.owner);
    const opened = await appeal(member, dayOne);
    expect(refusal(await answer(member, opened.body.appealId, world.owner))).toEqual([403, 'own_decision']);
    expect(await calendarOf(member)).toMatchObject({ frozenMinor: 1_000, appeals: [{ status: 'open' }] });
  });

  it.each<[string, object, string]>([
    ['no subject', { reason: 'x' }, 'subject'],
    ['an unknown kind', { subject: { kind: 'fee' }, reason: 'x' }, 'subject.kind'],
    ['no day', { subject: { kind: 'rejected_entry' }, reason: 'x' }, 'subject.day'],
    ['no real day', { subject: { kind: 'rejected_entry', day: '2026-02-30' }, reason: 'x' }, 'subject.day'],
    ['a day of a removal', { subject: { kind: 'removal', day: date(1) }, reason: 'x' }, 'subject.day'],
    ['no reason', { subject: dayOne, reason: ' ' }, 'reason'],
  ])('with bad input is refused by the field: %s', async (_what, body, field) => {
    const member = await world.enrol(await world.publishCohort({}, 3));
    const refused = await world.call('POST', `/enrolments/${member.enrolmentId}/appeals`, member.learnerId, body);
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_request', fields: [{ path: field }] } });
  });

  it('is refused without a decision, after its days, and to strangers', async () => {
    const cohortId = await world.publishCohort({}, 3);
    const member = await rejected(cohortId);
    expect(refusal(await appeal(member, { kind: 'rejected_entry', day: date(2) }))).toEqual([409, 'not_rejected']);
    expect(refusal(await appeal(member, { kind: 'removal' }))).toEqual([409, 'not_removed']);
    const path = `/enrolments/${member.enrolmentId}/appeals`;
    expect(refusal(await world.call('POST', path, randomUUID(), { subject: dayOne, reason: 'x' }))).toEqual([
      404,
      'not_found',
    ]);
    expect(refusal(await world.call('POST', path, world.owner, { subject: dayOne, reason: 'x' }))).toEqual([
      403,
      'not_allowed',
    ]);
    expect(refusal(await world.call('GET', path, world.instructor))).toEqual([403, 'not_allowed']);
    expect(refusal(await world.call('GET', `/cohorts/${cohortId}/appeals`, member.learnerId))).toEqual([
      403,
      'not_allowed',
    ]);
    goTo(4);
    expect(await appeal(member, dayOne)).toMatchObject({
      status: 409,
      body: { code: 'appeal_window_closed', closedAt: new Date(at(4)).toISOString() },
    });
    expect((await world.call('GET', path, member.learnerId)).body).toEqual({ items: [] });
  });
});

it('the appeals of a cohort are listed page by page, those that wait first', async () => {
  const cohortId = await world.publishCohort({}, 3);
  const members = [await rejected(cohortId, 1), await rejected(cohortId, 2), await rejected(cohortId, 3)];
  const ids: unknown[] = [];
  for (const [index, member] of members.entries()) {
    goTo(1, 13 + index);
    ids.push((await appeal(member, dayOne)).body.appealId);
  }
  await answer(members[0] as Member, ids[0], world.owner, 'dismissed');
  const seen: { appealId: string; status: string; memberNumber: number }[] = [];
  const turnPages = async (from: string, pages = Infinity): Promise<string> => {
    let query = from;
    for (let page = 0; page < pages && query !== ''; page += 1) {
      const { status, body } = await world.call('GET', `/cohorts/${cohortId}/appeals${query}`, world.owner);
      expect(status).toBe(200);
      seen.push(...(body.items as typeof seen));
      query = body.nextCursor === undefined ? '' : `?limit=1&cursor=${String(body.nextCursor)}`;
    }
    return query;
  };
  const listed = () => seen.splice(0).map(({ appealId, status, memberNumber }) => [appealId, status, memberNumber]);
  await turnPages('?limit=1');
  expect(listed()).toEqual([
    [ids[1], 'open', 2],
    [ids[2], 'open', 3],
    [ids[0], 'dismissed', 1],
  ]);

  // Answers that come while pages are turned move no row to another page.
  const rest = await turnPages('?limit=1', 1);
  goTo(1, 20);
  await answer(members[1] as Member, ids[1], world.owner, 'dismissed');
  await answer(members[2] as Member, ids[2], world.owner, 'dismissed');
  await turnPages(rest);
  expect(listed()).toEqual([
    [ids[1], 'open', 2],
    [ids[2], 'dismissed', 3],
    [ids[0], 'dismissed', 1],
  ]);
  for (const cursor of ['x', 'open.1', `open.1.${randomUUID()}.x`, 'open.-1.x']) {
    expect(await world.call('GET', `/cohorts/${cohortId}/appeals?cursor=${cursor}`, world.owner)).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'cursor' }] },
    });
  }
});

it('an enrolment that is cancelled lets its appeal lapse', async () => {
  const cohortId = await world.publishCohort({}, 3);
  const member = await rejected(cohortId);
  const opened = await appeal(member, dayOne);
  await world.environment.publish('membership.enrolment', member.enrolmentId, 'membership.enrolment-cancelled.v1', {
    enrolmentId: member.enrolmentId,
    cohortId,
    reason: 'cohort_cancelled',
    cancelledAt: new Date(at(1)).toISOString(),
  });
  await eventually(async () => (await calendarOf(member)).status === 'cancelled', patience);
  expect(await calendarOf(member)).toMatchObject({ frozenMinor: 0, appeals: [{ status: 'lapsed' }] });
  expect(refusal(await answer(member, opened.body.appealId, world.owner))).toEqual([409, 'enrolment_closed']);
});

it('who is admitted after the settlement is refused, so that everything goes back, and the settlement stays as it was', async () => {
  const cohortId = await world.publishCohort({ days: 2 });
  const member = await world.enrol(cohortId);
  await world.checkIn(member, date(1));
  const late = await world.apply(cohortId);
  goTo(9);
  await world.quiet();
  const path = `/cohorts/${cohortId}/settlement`;
  await eventually(async () => (await world.call('GET', path, world.owner)).body.status === 'settled', patience);
  await world.admit(late, 2);
  await eventually(() => world.eventsOf(late.enrolmentId).length === 1, patience);
  expect(world.eventsOf(late.enrolmentId)).toMatchObject([
    {
      type: 'checkin.admission-refused.v1',
      data: { enrolmentId: late.enrolmentId, cohortId, reason: 'cohort_settled' },
    },
  ]);
  expect((await world.call('GET', `/enrolments/${late.enrolmentId}/calendar`, late.learnerId)).status).toBe(404);
  expect((await world.call('GET', path, world.owner)).body).toMatchObject({ status: 'settled', members: 1 });
});

describe('who answers', () => {
  const escalate = (member: Member, appealId: unknown, by = member.learnerId) =>
    world.call('POST', `/enrolments/${member.enrolmentId}/appeals/${String(appealId)}/escalation`, by, {
      reason: 'look again',
    });
  const queue = async (query = '') => {
    const { status, body } = await world.call('GET', `/appeals${query}`, world.arbiter);
    expect(status).toBe(200);
    return body as { items: { appealId: string; cohortId: string }[]; nextCursor?: string };
  };
  const queued = async () => (await queue('?limit=200')).items.map(({ appealId }) => appealId);

  it('is nobody whom an owner appointed once deposits were paid', async () => {
    const cohortId = await world.publishCohort({}, 3);
    const member = await rejected(cohortId, 1, world.owner);
    const { appealId } = (await appeal(member, dayOne)).body;
    goTo(2);
    const second = await world.appoint(cohortId);
    expect(refusal(await answer(member, appealId, second, 'dismissed'))).toEqual([403, 'appointed_late']);
    const leave = await world.call('POST', `/enrolments/${member.enrolmentId}/leave`, member.learnerId, {
      days: [date(5)],
      reason: 'wedding',
    });
    const decision = `/enrolments/${member.enrolmentId}/leave/${String(leave.body.leaveId)}/decision`;
    const approval = { approve: true, reason: 'of course' };
    expect(refusal(await world.call('POST', decision, second, approval))).toEqual([403, 'appointed_late']);
    const outage = { day: date(6), reason: 'down' };
    expect(refusal(await world.call('POST', `/cohorts/${cohortId}/excused-days`, second, outage))).toEqual([
      403,
      'appointed_late',
    ]);
    // The sole owner rejected it, so it is the arbiter's.
    expect(await queued()).toContain(appealId);
    expect(await answer(member, appealId, world.arbiter)).toMatchObject({
      status: 200,
      body: { status: 'upheld', answer: { answeredAs: 'arbiter' } },
    });
    expect(await queued()).not.toContain(appealId);
  });

  it('of a dismissal is the arbiter, once, and that ends it', async () => {
    const member = await rejected(await world.publishCohort({}, 3));
    const { appealId } = (await appeal(member, dayOne)).body;
    expect(await queued()).not.toContain(appealId);
    expect(refusal(await escalate(member, appealId))).toEqual([409, 'not_dismissed']);
    expect((await answer(member, appealId, world.owner, 'dismissed')).status).toBe(200);
    expect(refusal(await escalate(member, appealId, world.owner))).toEqual([403, 'not_allowed']);
    goTo(3);
    expect(await escalate(member, appealId)).toMatchObject({
      status: 201,
      body: {
        status: 'open',
        frozenMinor: 1_000,
        answer: null,
        escalation: { reason: 'look again', dismissal: { answeredBy: world.owner } },
      },
    });
    expect(await calendarOf(member)).toMatchObject({ frozenMinor: 1_000, appeals: [{ status: 'open' }] });
    expect(refusal(await answer(member, appealId, world.owner))).toEqual([403, 'own_decision']);
    expect(await queued()).toContain(appealId);
    expect((await answer(member, appealId, world.arbiter, 'dismissed')).status).toBe(200);
    expect(refusal(await escalate(member, appealId))).toEqual([409, 'already_escalated']);
    await eventually(
      () => world.eventsOf(member.enrolmentId).some(({ type }) => type === 'checkin.appeal-escalated.v1'),
      patience,
    );
  });

  it('reads what was rejected and until when it waits, and so do the learner and staff', async () => {
    const cohortId = await world.publishCohort({}, 3);
    const member = await rejected(cohortId, 1, world.owner);
    const { appealId } = (await appeal(member, dayOne)).body;
    const path = `/enrolments/${member.enrolmentId}/appeals/${String(appealId)}`;
    const { status, body } = await world.call('GET', path, world.arbiter);
    expect(status).toBe(200);
    expect(body).toMatchObject({ appealId, cohortId, currency: 'CNY', rejectedText: 'what I did today', answer: null });
    const { openedAt, answerDueAt } = body as { openedAt: string; answerDueAt: string };
    expect(Date.parse(answerDueAt) - Date.parse(openedAt)).toBe(3 * 86_400_000);
    for (const reader of [member.learnerId, world.owner])
      expect((await world.call('GET', path, reader)).body).toEqual(body);
    const other = await world.enrol(cohortId, 2);
    expect(refusal(await world.call('GET', path, other.learnerId))).toEqual([404, 'not_found']);
    expect(refusal(await world.call('GET', path, world.instructor))).toEqual([403, 'not_allowed']);
    expect((await answer(member, appealId, world.arbiter, 'dismissed')).status).toBe(200);
    expect((await world.call('GET', path, world.arbiter)).body).toMatchObject({ answerDueAt: null });
  });

  it('is told who they are, and nobody else is', async () => {
    const asks = (who: string | null) => world.call('GET', '/accounts/me/authority', who);
    expect((await asks(world.arbiter)).body).toEqual({ isArbiter: true });
    expect((await asks(world.owner)).body).toEqual({ isArbiter: false });
    expect((await asks(null)).status).toBe(401);
  });

  it('finds what waits for them page by page, and nobody else does', async () => {
    const cohortId = await world.publishCohort({}, 3);
    for (const number of [1, 2]) await appeal(await rejected(cohortId, number, world.owner), dayOne);
    const found = [];
    for (let page = await queue('?limit=1'); ; page = await queue(`?limit=1&cursor=${page.nextCursor}`)) {
      found.push(...page.items);
      if (page.nextCursor === undefined) break;
    }
    expect(found.filter((one) => one.cohortId === cohortId)).toHaveLength(2);
    expect(new Set(found.map(({ appealId }) => appealId)).size).toBe(found.length);
    expect(found.map(({ appealId }) => appealId)).toEqual(await queued());
    expect(refusal(await world.call('GET', '/appeals', world.owner))).toEqual([404, 'not_found']);
  });
});

it('a check-in is not rejected once its review window is over', async () => {
  const member = await world.enrol(await world.publishCohort({}, 3));
  await world.checkIn(member, date(1));
  goTo(4);
  expect(await reject(member, 1)).toMatchObject({
    status: 409,
    body: { code: 'review_window_closed', closedAt: new Date(at(4)).toISOString() },
  });
});
