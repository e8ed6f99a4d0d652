import supertest from 'supertest';
import { admitPaid, holdSeat, openedFirst } from '../../domain/seat-decisions';
import { DAY_MS, MINUTE_MS } from '../../testing/samples';
import { eventually, membershipUnderTest, WEEK_BEFORE, type Membership } from '../../testing/membership';

let membership: Membership;
beforeAll(async () => {
  membership = await membershipUnderTest();
});
afterAll(() => membership?.stop());
beforeEach(() => membership.env.clock.set(WEEK_BEFORE));

const messagesOf = (enrolmentId: string) =>
  membership.env.seen
    .filter(({ topic, subject }) => topic === 'membership.enrolment' && subject === enrolmentId)
    .sort((a, b) => a.streamseq - b.streamseq);
const cancellation = (enrolmentId: string) => membership.published(enrolmentId, 'membership.enrolment-cancelled.v1');
const settle = (cohortId: string) =>
  membership.publishMessage('checkin.cohort', cohortId, {
    type: 'checkin.cohort-settled.v1',
    data: {
      cohortId,
      organisationId: cohortId,
      currency: 'CNY',
      members: 0,
      poolMinor: 0,
      bonusMinor: 0,
      organiserMinor: 0,
      charityMinor: 0,
      settledAt: '2026-03-20T00:00:00Z',
    },
  });
const publish = (enrolmentId: string, message: Parameters<Membership['publishMessage']>[2]) =>
  membership.publishMessage('checkin.enrolment', enrolmentId, message as never);
const letGo = (cohortId: string, enrolmentId: string) =>
  ({ type: 'checkin.released.v1', data: { enrolmentId, cohortId, releasedAt: WEEK_BEFORE } }) as const;

describe('a payment', () => {
  it('admits the learner, and the whole way is one gapless stream of events', async () => {
    const member = await membership.admitted(await membership.publishedCohort());
    expect(member).toMatchObject({ status: 'admitted', memberNumber: 1, group: 1, holdExpiresAt: null });
    await eventually(() => messagesOf(member.enrolmentId).length === 4);
    expect(messagesOf(member.enrolmentId).map(({ streamseq, type }) => [streamseq, type])).toEqual([
      [1, 'membership.enrolment-applied.v1'],
      [2, 'membership.enrolment-rules-accepted.v1'],
      [3, 'membership.enrolment-seat-held.v1'],
      [4, 'membership.enrolment-admitted.v1'],
    ]);
  });
  it('that comes twice changes nothing', async () => {
    const cohortId = await membership.publishedCohort();
    const first = await membership.admitted(cohortId);
    await membership.paid(cohortId, first.enrolmentId);
    expect(await membership.admitted(cohortId)).toMatchObject({ memberNumber: 2 });
    expect(await membership.view(first)).toMatchObject({ status: 'admitted', memberNumber: 1 });
    expect(
      messagesOf(first.enrolmentId).filter(({ type }) => type === 'membership.enrolment-admitted.v1'),
    ).toHaveLength(1);
  });
  it('by fifty at once gives the numbers 1 to 50, and groups by their size', async () => {
    const cohortId = await membership.publishedCohort({ capacity: 50, groupSize: 20 });
    const ways = await Promise.all(Array.from({ length: 50 }, () => membership.seated(cohortId)));
    await Promise.all(ways.map(({ enrolmentId }) => membership.paid(cohortId, enrolmentId)));
    await eventually(() =>
      ways.every(({ enrolmentId }) => messagesOf(enrolmentId).at(-1)?.type === 'membership.enrolment-admitted.v1'),
    );
    const members = await Promise.all(ways.map(membership.view));
    expect(members.map(({ memberNumber }) => memberNumber ?? 0).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
    for (const { memberNumber, group } of members) expect(group).toBe(Math.ceil((memberNumber ?? 0) / 20));
  });
  it('after the hold ran out is welcome while a seat is free', async () => {
    const cohortId = await membership.publishedCohort({ capacity: 1 });
    const late = await membership.seated(cohortId);
    membership.env.clock.advanceMs(31 * MINUTE_MS);
    await membership.becomes(late, 'rules_accepted');
    await membership.paid(cohortId, late.enrolmentId);
    expect(await membership.becomes(late, 'admitted')).toMatchObject({ memberNumber: 1 });
  });
  it('after the seat went to another is cancelled, so that it is refunded', async () => {
    const cohortId = await membership.publishedCohort({ capacity: 1 });
    const late = await membership.seated(cohortId);
    membership.env.clock.advanceMs(31 * MINUTE_MS);
    await membership.becomes(late, 'rules_accepted');
    await membership.admitted(cohortId);
    await membership.paid(cohortId, late.enrolmentId);
    await membership.becomes(late, 'cancelled');
    expect((await cancellation(late.enrolmentId)).data).toMatchObject({ reason: 'no_seat' });
  });
  it('for an enrolment that was left before is cancelled once more, so that it is refunded', async () => {
    const cohortId = await membership.publishedCohort();
    const left = await membership.seated(cohortId);
    await membership.post(left.learner, `/enrolments/${left.enrolmentId}/withdrawal`).expect(200);
    await membership.paid(cohortId, left.enrolmentId);
    await eventually(
      () =>
        messagesOf(left.enrolmentId).filter(({ type }) => type === 'membership.enrolment-cancelled.v1').length === 2,
    );
    expect(await membership.admitted(cohortId)).toMatchObject({ memberNumber: 1 });
  });
});

describe('a crash between the seating and the enrolment heals', () => {
  const holdMs = 30 * MINUTE_MS;
  const offer = { capacity: 50, groupSize: 20, enrolUntilMs: Date.parse(WEEK_BEFORE) + 30 * DAY_MS };
  const asked = (enrolmentId: string) => ({ enrolmentId, nowMs: Date.parse(WEEK_BEFORE), holdMs });

  it('when a hold was written only in the seating', async () => {
    const cohortId = await membership.publishedCohort();
    const way = await membership.accepted(cohortId);
    await membership.seatings.change(
      cohortId,
      (seating) => openedFirst(seating, offer, (open) => holdSeat(open, asked(way.enrolmentId))),
      [way.enrolmentId],
    );
    expect(await membership.becomes(way, 'seat_held')).toMatchObject({
      holdExpiresAt: new Date(Date.parse(WEEK_BEFORE) + holdMs).toISOString(),
    });
  });
  it('when a number was given only in the seating, and the payment comes again', async () => {
    const cohortId = await membership.publishedCohort();
    const way = await membership.seated(cohortId);
    const paid = { ...asked(way.enrolmentId), paidAtMs: Date.parse(WEEK_BEFORE) };
    await membership.seatings.change(
      cohortId,
      (seating) => openedFirst(seating, offer, (open) => admitPaid(open, paid)),
      [way.enrolmentId],
    );
    expect(await membership.becomes(way, 'admitted')).toMatchObject({ memberNumber: 1 });
    await membership.paid(cohortId, way.enrolmentId);
    expect(await membership.admitted(cohortId)).toMatchObject({ memberNumber: 2 });
    await eventually(async () => (await membership.seatings.unfollowed(10)).length === 0);
  });
  it('when an enrolment was cancelled, but its seat was not freed', async () => {
    const cohortId = await membership.publishedCohort({ capacity: 1 });
    const gone = await membership.seated(cohortId);
    await membership.mongo.connection
      .collection<{ _id: string }>('enrolments')
      .updateOne(
        { _id: gone.enrolmentId },
        {
          $set: { 'state.status': 'cancelled', 'state.cancelledFor': 'cooling_off', 'state.seatToFree': true },
          $inc: { version: 1 },
        },
      );
    await eventually(async () => (await membership.http.get(`/cohorts/${cohortId}`)).body.seatsLeft === 1);
  });
});

describe('a member', () => {
  it('is removed, reinstated and completed by what check-in says', async () => {
    const cohortId = await membership.publishedCohort();
    const member = await membership.admitted(cohortId);
    const { enrolmentId } = member;
    await publish(enrolmentId, {
      type: 'checkin.removed.v1',
      data: { enrolmentId, removedOn: '2026-03-05', removedAt: '2026-03-05T16:00:00Z' },
    });
    await membership.becomes(member, 'removed');
    await publish(enrolmentId, {
      type: 'checkin.reinstated.v1',
      data: { enrolmentId, reinstatedAt: '2026-03-06T16:00:00Z' },
    });
    await membership.becomes(member, 'admitted');
    await publish(enrolmentId, {
      type: 'checkin.settled.v1',
      data: {
        enrolmentId,
        cohortId,
        revision: 1,
        entitledMinor: 30_000,
        forfeitMinor: 0,
        completed: true,
        perfect: true,
        days: [],
        settledAt: '2026-03-20T00:00:00Z',
      },
    });
    await membership.becomes(member, 'completed');
    expect(
      (await membership.post(member.learner, `/enrolments/${enrolmentId}/withdrawal`).expect(409)).body,
    ).toMatchObject({ code: 'enrolment_ended' });
  });
  it('who leaves within the cooling-off gets everything back and the seat reopens', async () => {
    const cohortId = await membership.publishedCohort({ capacity: 1 });
    const member = await membership.admitted(cohortId);
    expect(
      (await membership.post(member.learner, `/enrolments/${member.enrolmentId}/withdrawal`).expect(200)).body,
    ).toMatchObject({ status: 'leaving' });
    expect((await membership.published(member.enrolmentId, 'membership.enrolment-leaving.v1')).data).toMatchObject({
      reason: 'cooling_off',
    });
    expect((await membership.http.get(`/cohorts/${cohortId}`)).body).toMatchObject({ seatsLeft: 0 });
    await publish(member.enrolmentId, letGo(cohortId, member.enrolmentId));
    await membership.becomes(member, 'cancelled');
    expect((await cancellation(member.enrolmentId)).data).toMatchObject({ reason: 'cooling_off' });
    expect((await membership.http.get(`/cohorts/${cohortId}`)).body).toMatchObject({ seatsLeft: 1 });
    expect(await membership.admitted(cohortId)).toMatchObject({ memberNumber: 2 });
  });
  it('who leaves later has withdrawn on that plan day', async () => {
    const member = await membership.admitted(await membership.publishedCohort());
    membership.env.clock.set('2026-03-04T20:00:00Z');
    expect(
      (await membership.post(member.learner, `/enrolments/${member.enrolmentId}/withdrawal`).expect(200)).body,
    ).toMatchObject({ status: 'withdrawn' });
    const message = await membership.published(member.enrolmentId, 'membership.enrolment-withdrawn.v1');
    expect(message.data).toMatchObject({ quitOn: '2026-03-05' });
  });
});

describe('a cohort that is settled', () => {
  it('seats nobody any more: what is paid later is cancelled, so that it is refunded', async () => {
    const cohortId = await membership.publishedCohort({ capacity: 5 });
    const late = await membership.seated(cohortId);
    const later = await membership.accepted(cohortId);
    await settle(cohortId);
    // Asked for by applying: asking for the seat would hold one until the settlement is heard of.
    await eventually(
      async () =>
        (await membership.post(membership.somebody(), `/cohorts/${cohortId}/enrolments`, { timeZone: 'Asia/Shanghai' }))
          .status === 409,
    );
    expect((await membership.post(later.learner, `/enrolments/${later.enrolmentId}/seat`)).body).toMatchObject({
      code: 'cohort_not_open',
      detail: 'this cohort is settled',
    });
    const cancelling = await membership
      .post(membership.owner, `/cohorts/${cohortId}/cancel`, { reason: 'too late' })
      .expect(409);
    expect(cancelling.body).toMatchObject({ code: 'cohort_settled' });
    await membership.paid(cohortId, late.enrolmentId);
    await membership.becomes(late, 'cancelled');
    expect((await cancellation(late.enrolmentId)).data).toMatchObject({ reason: 'no_seat' });
    await eventually(async () => (await membership.seatings.countsIn(cohortId))?.free === 5);
  });
  it('cancels whom check-in refused since the settlement was faster, and frees the seat', async () => {
    const cohortId = await membership.publishedCohort({ capacity: 1 });
    const { enrolmentId, ...member } = await membership.admitted(cohortId);
    const refused = {
      type: 'checkin.admission-refused.v1',
      data: { enrolmentId, cohortId, reason: 'cohort_settled', refusedAt: '2026-03-20T00:00:00Z' },
    } as const;
    await membership.publishMessage('checkin.enrolment', enrolmentId, refused);
    await membership.becomes({ ...member, enrolmentId }, 'cancelled');
    expect((await cancellation(enrolmentId)).data).toMatchObject({ reason: 'no_seat' });
    await eventually(async () => (await membership.seatings.countsIn(cohortId))?.free === 1);
  });
});

describe('a cohort that is cancelled', () => {
  it('cancels each enrolment once, and what is paid later as well', async () => {
    const cohortId = await membership.publishedCohort();
    const member = await membership.admitted(cohortId);
    const ways = [await membership.accepted(cohortId), await membership.seated(cohortId), member];
    await membership.post(membership.owner, `/cohorts/${cohortId}/cancel`, { reason: 'no teacher' }).expect(200);
    await membership.becomes(member, 'leaving');
    await publish(member.enrolmentId, letGo(cohortId, member.enrolmentId));
    for (const way of ways) {
      await membership.becomes(way, 'cancelled');
      expect((await cancellation(way.enrolmentId)).data).toMatchObject({ reason: 'cohort_cancelled' });
    }
    const payer = ways[1]?.enrolmentId ?? '';
    await membership.paid(cohortId, payer);
    await eventually(
      () => messagesOf(payer).filter(({ type }) => type === 'membership.enrolment-cancelled.v1').length === 2,
    );
    await eventually(
      async () => (await supertest(membership.service.operationsUrl).get('/statusz')).body.workPending === 0,
    );
    const late = await membership
      .post(membership.somebody(), `/cohorts/${cohortId}/enrolments`, { timeZone: 'UTC' })
      .expect(409);
    expect(late.body).toMatchObject({ code: 'cohort_not_open' });
  });
  it('is settled all the same where the settlement had begun before', async () => {
    const cohortId = await membership.publishedCohort();
    const member = await membership.admitted(cohortId);
    const { enrolmentId } = member;
    await membership.post(membership.owner, `/cohorts/${cohortId}/cancel`, { reason: 'no teacher' }).expect(200);
    await membership.becomes(member, 'leaving');
    await publish(enrolmentId, {
      type: 'checkin.settled.v1',
      data: {
        enrolmentId,
        cohortId,
        revision: 1,
        entitledMinor: 30_000,
        forfeitMinor: 0,
        completed: true,
        perfect: true,
        days: [],
        settledAt: '2026-03-20T00:00:00Z',
      },
    });
    await settle(cohortId);
    await membership.becomes(member, 'completed');
    await eventually(async () => (await membership.http.get(`/cohorts/${cohortId}`)).body.status === 'settled');
    expect(messagesOf(enrolmentId).map(({ type }) => type)).not.toContain('membership.enrolment-cancelled.v1');
    expect(
      (await membership.post(membership.owner, `/cohorts/${cohortId}/cancel`, { reason: 'again' }).expect(409)).body,
    ).toMatchObject({ code: 'cohort_settled' });
  });
  it('cancels more enrolments than one batch holds', async () => {
    const cohortId = await membership.publishedCohort({ capacity: 500 });
    await membership.acceptedDirectly(cohortId, 120);
    await membership.post(membership.owner, `/cohorts/${cohortId}/cancel`, { reason: 'no teacher' }).expect(200);
    await eventually(
      async () =>
        (await membership.mongo.connection
          .collection('enrolments')
          .countDocuments({ 'state.cohortId': cohortId, 'state.status': 'cancelled' })) === 120,
    );
  });
});
