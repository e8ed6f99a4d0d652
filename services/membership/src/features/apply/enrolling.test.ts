import { randomUUID } from 'node:crypto';
import { membershipUnderTest, WEEK_BEFORE, type Membership } from '../../testing/membership';

let membership: Membership;
beforeAll(async () => {
  membership = await membershipUnderTest();
});
afterAll(() => membership?.stop());
beforeEach(() => membership.env.clock.set(WEEK_BEFORE));

const apply = (cohortId: string, learner: { authorization: string }, timeZone = 'Asia/Shanghai') =>
  membership.http
    .post(`/cohorts/${cohortId}/enrolments`)
    .set('Authorization', learner.authorization)
    .send({ timeZone });

describe('applying', () => {
  it('gives an enrolment with zone, versions and price', async () => {
    const cohortId = await membership.publishedCohort();
    const learner = membership.somebody();
    expect((await apply(cohortId, learner).expect(201)).body).toEqual({
      id: expect.any(String),
      cohortId,
      learnerId: learner.id,
      status: 'applied',
      memberNumber: null,
      group: null,
      timeZone: 'Asia/Shanghai',
      policyVersion: 1,
      rulesVersion: 1,
      appliedAt: WEEK_BEFORE,
      holdExpiresAt: null,
      holdLapsedAt: null,
      waitingPosition: null,
      joinsLate: null,
      removedOn: null,
      ended: null,
      price: { currency: 'CNY', entryFeeMinor: 9_900, depositMinor: 30_000 },
    });
  });
  it('ten times at once gives one enrolment', async () => {
    const cohortId = await membership.publishedCohort();
    const learner = membership.somebody();
    const answers = await Promise.all(Array.from({ length: 10 }, () => apply(cohortId, learner)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await membership.get(learner, '/enrolments').expect(200)).body.items).toHaveLength(1);
  });
  it('from another zone is refused, since the zone is pinned', async () => {
    const cohortId = await membership.publishedCohort();
    const learner = membership.somebody();
    await apply(cohortId, learner).expect(201);
    expect((await apply(cohortId, learner, 'Europe/Paris').expect(409)).body).toMatchObject({
      code: 'already_enrolled',
    });
  });
  it.each(['Mars/Olympus', '+25:00', '-23:59', '-12:01', '+14:01', '', 7])(
    'with the zone %p is refused by that name',
    async (timeZone) => {
      const answer = await apply(await membership.publishedCohort(), membership.somebody(), timeZone as string).expect(
        400,
      );
      expect(answer.body).toMatchObject({ code: 'invalid_request' });
      expect(new Set(answer.body.fields.map(({ path }: { path: string }) => path))).toEqual(new Set(['timeZone']));
    },
  );
  it('is over when enrolment closes, as are all further steps to a seat', async () => {
    const cohortId = await membership.publishedCohort();
    const { learner, enrolmentId } = await membership.accepted(cohortId);
    membership.env.clock.set('2026-03-02T16:00:00Z');
    expect((await apply(cohortId, membership.somebody()).expect(409)).body).toMatchObject({ code: 'enrolment_closed' });
    expect((await membership.post(learner, `/enrolments/${enrolmentId}/seat`).expect(409)).body).toMatchObject({
      code: 'enrolment_closed',
    });
  });
  it('late is told before paying which days are before, and after the last close there is nothing to join', async () => {
    const cohortId = await membership.publishedCohort({ enrolUntil: '2026-03-11T16:00:00Z' });
    const lateFor = { days: 3, firstDay: '2026-03-02', lastDay: '2026-03-04' };
    const shown = () => membership.http.get(`/cohorts/${cohortId}`).expect(200);
    expect((await shown()).body).toMatchObject({ isOpen: true, joinsLate: null });

    membership.env.clock.set('2026-03-04T16:00:00Z');
    expect((await shown()).body).toMatchObject({ isOpen: true, joinsLate: lateFor });
    const learner = membership.somebody();
    expect((await apply(cohortId, learner).expect(201)).body).toMatchObject({ joinsLate: lateFor });
    const { enrolmentId } = await membership.accepted(cohortId, learner);
    const seat = () => membership.post(learner, `/enrolments/${enrolmentId}/seat`);
    expect((await seat().expect(200)).body).toMatchObject({ status: 'seat_held', joinsLate: lateFor });

    membership.env.clock.set('2026-03-11T16:00:00Z');
    expect((await shown()).body).toMatchObject({ isOpen: false, joinsLate: null });
    expect((await apply(cohortId, membership.somebody()).expect(409)).body).toMatchObject({ code: 'plan_over' });
    expect((await seat().expect(409)).body).toMatchObject({ code: 'plan_over' });
    await membership.paid(cohortId, enrolmentId);
    expect(await membership.becomes({ learner, enrolmentId }, 'cancelled')).toMatchObject({
      memberNumber: null,
      ended: { why: 'no_seat' },
    });
  });
  it('needs a published cohort', async () => {
    const organisationId = await membership.organisation();
    const draft = await membership
      .post(membership.owner, `/organisations/${organisationId}/cohorts`, { title: 'Draft' })
      .expect(201);
    await apply(draft.body.id as string, membership.somebody()).expect(404);
    await apply(randomUUID(), membership.somebody()).expect(404);
  });
});

describe('the rules gate', () => {
  const answer = (
    { learner, enrolmentId }: { learner: { id: string; authorization: string }; enrolmentId: string },
    passphrase: string,
    rulesVersion = 1,
  ) => membership.post(learner, `/enrolments/${enrolmentId}/acceptance`, { passphrase, rulesVersion });
  const atTheGate = async () => {
    const learner = membership.somebody();
    return { learner, enrolmentId: await membership.applied(await membership.publishedCohort(), learner) };
  };

  it('opens to the passphrase, and stays open', async () => {
    const way = await atTheGate();
    expect((await answer(way, ' Blue  heron').expect(200)).body).toMatchObject({ status: 'rules_accepted' });
    await answer(way, 'blue heron').expect(200);
  });
  it('stays shut to another word and to another version of the rules', async () => {
    const way = await atTheGate();
    expect((await answer(way, 'red crane').expect(409)).body).toMatchObject({ code: 'wrong_passphrase' });
    expect((await answer(way, 'blue heron', 2).expect(409)).body).toMatchObject({
      code: 'rules_changed',
      rulesVersion: 1,
    });
    expect(await membership.view(way)).toMatchObject({ status: 'applied' });
  });
  it('takes a bounded number of guesses an hour, also when they come at once', async () => {
    const way = await atTheGate();
    const statuses = (await Promise.all(Array.from({ length: 15 }, (_, index) => answer(way, `guess ${index}`)))).map(
      ({ body }) => body.code,
    );
    expect(statuses.filter((code) => code === 'wrong_passphrase')).toHaveLength(10);
    expect(statuses.filter((code) => code === 'too_many_attempts')).toHaveLength(5);
    expect((await answer(way, 'blue heron').expect(429)).body).toMatchObject({ code: 'too_many_attempts' });
    membership.env.clock.advanceMs(3_600_000);
    await answer(way, 'blue heron').expect(200);
  });
});
