import supertest from 'supertest';
import { MINUTE_MS } from '../../testing/samples';
import { eventually, membershipUnderTest, WEEK_BEFORE, type Membership } from '../../testing/membership';

let membership: Membership;
beforeAll(async () => {
  membership = await membershipUnderTest();
});
afterAll(() => membership?.stop());

const seat = ({ learner, enrolmentId }: Awaited<ReturnType<Membership['accepted']>>) =>
  membership.post(learner, `/enrolments/${enrolmentId}/seat`);

describe('a seat', () => {
  it('is held for half an hour; asking again answers the same hold', async () => {
    const way = await membership.accepted(await membership.publishedCohort());
    const first = await seat(way).expect(200);
    const holdExpiresAt = new Date(Date.parse(first.body.holdExpiresAt)).toISOString();
    expect(first.body).toMatchObject({
      status: 'seat_held',
      holdExpiresAt: new Date(membership.env.clock.nowMs() + 30 * MINUTE_MS).toISOString(),
      waitingPosition: null,
    });
    membership.env.clock.advanceMs(MINUTE_MS);
    expect((await seat(way).expect(200)).body).toMatchObject({ status: 'seat_held', holdExpiresAt });
    const message = await membership.published(way.enrolmentId, 'membership.enrolment-seat-held.v1');
    expect(message.data).toMatchObject({ holdExpiresAt, currency: 'CNY', entryFeeMinor: 9_900, depositMinor: 30_000 });
  });
  it('needs the rules accepted first', async () => {
    const learner = membership.somebody();
    const enrolmentId = await membership.applied(await membership.publishedCohort(), learner);
    expect((await seat({ learner, enrolmentId }).expect(409)).body).toMatchObject({ code: 'rules_not_accepted' });
  });
  it('in a full cohort is waited for in order', async () => {
    const cohortId = await membership.publishedCohort({ capacity: 1 });
    await membership.seated(cohortId);
    for (const position of [1, 2]) {
      const way = await membership.accepted(cohortId);
      expect((await seat(way).expect(202)).body).toMatchObject({ status: 'waiting', waitingPosition: position });
      expect(await membership.view(way)).toMatchObject({ status: 'waiting', waitingPosition: position });
      expect((await seat(way).expect(202)).body).toMatchObject({ waitingPosition: position });
    }
    expect((await membership.http.get(`/cohorts/${cohortId}`).expect(200)).body).toMatchObject({
      capacity: 1,
      seatsLeft: 0,
    });
  });
  it('whose hold ran out goes to the first who waits, with a hold and an event of its own', async () => {
    membership.env.clock.set(WEEK_BEFORE);
    const cohortId = await membership.publishedCohort({ capacity: 1 });
    const slow = await membership.seated(cohortId);
    const [first, second] = [await membership.accepted(cohortId), await membership.accepted(cohortId)];
    await seat(first).expect(202);
    await seat(second).expect(202);

    membership.env.clock.advanceMs(30 * MINUTE_MS);
    expect(await membership.becomes(first, 'seat_held')).toMatchObject({
      holdExpiresAt: new Date(membership.env.clock.nowMs() + 30 * MINUTE_MS).toISOString(),
    });
    expect(await membership.becomes(slow, 'rules_accepted')).toMatchObject({ holdExpiresAt: null });
    expect(await membership.view(second)).toMatchObject({ status: 'waiting', waitingPosition: 1 });
    const types = (id: string) => membership.env.seen.filter(({ subject }) => subject === id).map(({ type }) => type);
    await eventually(
      () =>
        types(first.enrolmentId).includes('membership.enrolment-seat-held.v1') &&
        types(slow.enrolmentId).includes('membership.enrolment-seat-released.v1'),
    );
  });
  it('is given to exactly as many as there are, however many ask at once', async () => {
    membership.env.clock.set(WEEK_BEFORE);
    const cohortId = await membership.publishedCohort({ capacity: 50 });
    const ways = await membership.acceptedDirectly(cohortId, 200);
    const answers = await Promise.all(ways.map((way) => seat(way)));
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect({ held: count(200), waiting: count(202) }).toEqual({ held: 50, waiting: 150 });
    const positions = answers
      .filter(({ status }) => status === 202)
      .map(({ body }) => body.waitingPosition as number)
      .sort((a, b) => a - b);
    expect(positions).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
    const enrolments = membership.mongo.connection.collection('enrolments');
    expect(await enrolments.countDocuments({ 'state.cohortId': cohortId, 'state.status': 'seat_held' })).toBe(50);
    expect(await enrolments.countDocuments({ 'state.cohortId': cohortId, 'state.status': 'waiting' })).toBe(150);
  });
});

it('two instances of the service together sell no seat twice', async () => {
  membership.env.clock.set(WEEK_BEFORE);
  const another = await membership.startAnother();
  try {
    const cohortId = await membership.publishedCohort({ capacity: 20 });
    const ways = await membership.acceptedDirectly(cohortId, 60);
    const hosts = [membership.service.url, another.url];
    const answers = await Promise.all(
      ways.map(({ learner, enrolmentId }, index) =>
        supertest(hosts[index % 2] ?? '')
          .post(`/enrolments/${enrolmentId}/seat`)
          .set('Authorization', learner.authorization),
      ),
    );
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect({ held: count(200), waiting: count(202) }).toEqual({ held: 20, waiting: 40 });
  } finally {
    await another.stop();
  }
});

describe('leaving', () => {
  it('unpaid gives the seat to the next one, and the learner may come back', async () => {
    const cohortId = await membership.publishedCohort({ capacity: 1 });
    const leaving = await membership.seated(cohortId);
    const next = await membership.accepted(cohortId);
    await seat(next).expect(202);
    expect(
      (await membership.post(leaving.learner, `/enrolments/${leaving.enrolmentId}/withdrawal`).expect(200)).body,
    ).toMatchObject({ status: 'cancelled' });
    await membership.becomes(next, 'seat_held');
    const again = await membership.applied(cohortId, leaving.learner);
    expect(again).not.toBe(leaving.enrolmentId);
  });
});
