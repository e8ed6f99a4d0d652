import { scenario } from '@daka/service-kit/testing';
import { cancelCohort, type Cohort, type CohortEvent, evolveCohort } from './cohort';
import { ENROLMENT, POLICY, REVIEWER, STAFF, at, date } from '../testing/calendar';
import { excuseDayForAll } from './excuse-day-for-all';
import { type SettledMember, finishSettlement, settlesByItself, sharePool, startSettlement } from './settle-cohort';

const published: CohortEvent = {
  type: 'published',
  cohortId: ENROLMENT.cohortId,
  organisationId: REVIEWER,
  policy: POLICY,
  appealDays: 3,
  staff: [{ accountId: REVIEWER, role: 'owner' }],
};
const { given } = scenario(evolveCohort);
const cohort = (...events: CohortEvent[]): Cohort => given(published, ...events).state!;
const nobodyWaits = { openAppeals: 0, openLeave: 0, heldUntilMs: null, awaitedHomework: 0 };
const started: CohortEvent = { type: 'settlement-started', startedAtMs: at(19, 0) };

describe('an outage', () => {
  const excused = { day: date(3), reason: 'the platform was down', decidedBy: REVIEWER, excusedAtMs: at(3) };
  const by = { authority: STAFF, isLearner: false };

  it('is said once and waits to be applied', () => {
    const said: CohortEvent = { type: 'day-excused-for-all', ...excused };
    given(published)
      .when((one) => excuseDayForAll(one, { ...excused, ...by }))
      .then(said);
    given(published, said)
      .when((one) => excuseDayForAll(one, { ...excused, ...by }))
      .then();
    expect(cohort(said).excusedDays).toEqual([{ ...excused, applied: false }]);
    expect(cohort(said, { type: 'excused-day-applied', day: date(3) }).excusedDays[0]?.applied).toBe(true);
  });

  it.each<[string, Partial<typeof by>]>([
    ['own_request', { isLearner: true }],
    ['appointed_late', { authority: { isStaffInTime: false, isArbiter: false } }],
  ])('is refused to who may not say so: %s', (code, changes) => {
    given(published)
      .when((one) => excuseDayForAll(one, { ...excused, ...by, ...changes }))
      .refuses(code);
  });

  it.each<[string, CohortEvent[], string]>([
    ['not_found', [], date(3)],
    ['cohort_cancelled', [published, { type: 'cancelled' }], date(3)],
    ['cohort_settled', [published, started], date(3)],
    ['day_not_in_plan', [published], date(11)],
    [
      'day_not_required',
      [{ ...published, policy: { ...POLICY, restDays: { weekdays: [], dates: [date(3)] } } }],
      date(3),
    ],
  ])('is refused: %s', (code, history, day) => {
    given(...history)
      .when((one) => excuseDayForAll(one, { ...excused, ...by, day }))
      .refuses(code);
  });
});

it('the cancellation comes before the settlement or not at all', () => {
  given(published).when(cancelCohort).then({ type: 'cancelled' });
  given(published, started).when(cancelCohort).then();
  given().when(cancelCohort).then();
});

describe('the settlement of a cohort', () => {
  it('starts at the announced instant, whoever asks or by itself, and not before', () => {
    expect(startSettlement(cohort(), nobodyWaits, at(19, 0))).toEqual([started]);
    expect(settlesByItself(cohort(), nobodyWaits, at(19, 0))).toBe(true);
    expect(startSettlement(cohort(), nobodyWaits, at(19, 0) - 1)).toMatchObject({
      refused: 'too_early',
      extra: { allowedAt: new Date(at(19, 0)).toISOString() },
    });
    expect(settlesByItself(cohort(), nobodyWaits, at(19, 0) - 1)).toBe(false);
    expect(cohort().settleNotBeforeMs).toBe(at(19, 0));
  });

  it('waits for every answer, and says until when at the latest', () => {
    const waiting = { ...nobodyWaits, openAppeals: 2, openLeave: 1, heldUntilMs: at(21) };
    expect(startSettlement(cohort(), waiting, at(20))).toMatchObject({
      refused: 'appeals_open',
      extra: { openAppeals: 2, openLeave: 1, heldUntil: new Date(at(21)).toISOString() },
    });
    expect(settlesByItself(cohort(), waiting, at(21) - 1)).toBe(false);
    expect(settlesByItself(cohort(), waiting, at(21))).toBe(true);
  });

  it('waits until a dismissal can no longer be taken to the arbiter', () => {
    const dismissed = { ...nobodyWaits, heldUntilMs: at(21) };
    expect(startSettlement(cohort(), dismissed, at(21) - 1)).toMatchObject({ refused: 'appeals_open' });
    expect(settlesByItself(cohort(), dismissed, at(21) - 1)).toBe(false);
    expect(startSettlement(cohort(), dismissed, at(21))).toMatchObject([{ type: 'settlement-started' }]);
  });

  it('waits for what is on its way from homework, however long that takes, and says of how many', () => {
    const awaited = { ...nobodyWaits, awaitedHomework: 2 };
    expect(startSettlement(cohort(), awaited, at(900))).toMatchObject({
      refused: 'homework_awaited',
      extra: { awaitedHomework: 2 },
    });
    expect(settlesByItself(cohort(), awaited, at(900))).toBe(false);
    expect(settlesByItself(cohort(), { ...awaited, openAppeals: 1, heldUntilMs: at(21) }, at(900))).toBe(false);
    expect(settlesByItself(cohort(), { ...awaited, awaitedHomework: 0 }, at(900))).toBe(true);
  });

  it('with unlimited make-ups starts on demand only, when the last close can be reviewed and appealed no longer', () => {
    const endless = cohort({ ...published, policy: { ...POLICY, makeUp: { windowDays: null, quota: null } } });
    expect(startSettlement(endless, nobodyWaits, at(17, 0))).toMatchObject([{ type: 'settlement-started' }]);
    expect(startSettlement(endless, nobodyWaits, at(17, 0) - 1)).toMatchObject({ refused: 'too_early' });
    expect(settlesByItself(endless, nobodyWaits, at(90))).toBe(false);
    expect(endless.settleNotBeforeMs).toBeNull();
  });

  it('starts once, and never for a cohort that is cancelled or unknown', () => {
    const start = (one: Cohort | null) => startSettlement(one, nobodyWaits, at(19));
    given(published, started).when(start).then();
    given(published, { type: 'cancelled' }).when(start).refuses('cohort_cancelled');
    given().when(start).refuses('not_found');
    expect(settlesByItself(cohort({ type: 'cancelled' }), nobodyWaits, at(19))).toBe(false);
  });

  it('shares the pool to the unit and closes the books once', () => {
    const members: SettledMember[] = [
      [1, 10_000, true],
      [2, 4_001, true],
      [3, 1_000, false],
    ].map(([memberNumber, entitledMinor, completed]) => ({
      enrolmentId: String(memberNumber),
      learnerId: String(memberNumber),
      memberNumber: Number(memberNumber),
      depositMinor: 10_000,
      outcome: {
        entitledMinor: Number(entitledMinor),
        forfeitMinor: 10_000 - Number(entitledMinor),
        weight: 1,
        completed: Boolean(completed),
        perfect: false,
        settledAtMs: at(16),
      },
    }));
    const shared = sharePool(cohort(started), members);
    expect(shared).toEqual({
      poolMinor: 14_999,
      bonusMinor: [6_001, 6_000, 0],
      organiserMinor: 1_499,
      charityMinor: 1_499,
    });
    const events = finishSettlement(cohort(started), members, shared);
    expect(events).toEqual([
      {
        type: 'settled',
        settledAtMs: at(19, 0),
        members: 3,
        completed: 2,
        perfect: 0,
        sharers: 2,
        poolMinor: 14_999,
        bonusMinor: 12_001,
        organiserMinor: 1_499,
        charityMinor: 1_499,
      },
    ]);
    expect(finishSettlement(cohort(started, ...events), members, shared)).toEqual([]);
    expect(finishSettlement(cohort(), members, shared)).toEqual([]);
  });

  it('gives nobody of the pool who decided while they were a member, also when they have left the staff since', () => {
    const outcome = {
      forfeitMinor: 0,
      entitledMinor: 10_000,
      weight: 1,
      completed: true,
      perfect: true,
      settledAtMs: 0,
    };
    const member = (learnerId: string, memberNumber: number, joinedAtMs: number): SettledMember => {
      return { enrolmentId: learnerId, learnerId, memberNumber, joinedAtMs, depositMinor: 10_000, outcome };
    };
    const idle = { ...outcome, forfeitMinor: 10_000, entitledMinor: 0, weight: 0, completed: false, perfect: false };
    const members = [
      member('helper', 1, at(1)),
      member('former', 2, at(3)),
      { ...member('idle', 3, at(1)), outcome: idle },
    ];
    const role = 'instructor' as const;
    const staff = ['helper', 'former'].map((accountId) => ({ accountId, role }));
    const changed = (those: typeof staff, changedAtMs: number): CohortEvent => {
      return { type: 'staff-changed', staff: those, changedAtMs };
    };
    // One left before they were a member, the other just before the settlement.
    const left = [changed(staff, at(0)), changed(staff.slice(0, 1), at(2)), changed([], at(15))];
    expect(sharePool(cohort(...left, started), members).bonusMinor).toEqual([0, 8_000, 0]);
    expect(sharePool(cohort(started), members).bonusMinor).toEqual([4_000, 4_000, 0]);
  });

  it('of learners who may be anywhere is the same for everybody: where a day ends last', () => {
    const anywhere = cohort({ ...published, policy: { ...POLICY, dayBoundary: 'learner' } });
    expect(anywhere.settleNotBeforeMs).toBe(at(19, 12));
  });
});
