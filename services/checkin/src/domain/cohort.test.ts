import { type Cohort, type CohortEvent, emptyCohortEnds, evolveCohort } from './cohort';
import { ENROLMENT, POLICY, REVIEWER, at, date } from './calendar.fixture';
import { excuseDayForAll } from './excuse-day-for-all';
import { type SettledMember, finishSettlement, settlesByItself, sharePool, startSettlement } from './settle-cohort';

const entriesOnly = { ...POLICY, checkIn: { ...POLICY.checkIn, accepts: ['entry' as const] } };
const published: CohortEvent = {
  type: 'published', cohortId: ENROLMENT.cohortId, organisationId: REVIEWER, policy: entriesOnly, appealDays: 3, staff: [{ accountId: REVIEWER, role: 'owner' }],
};
const cohort = (...events: CohortEvent[]): Cohort => [published, ...events].reduce<Cohort | null>(evolveCohort, null) as Cohort;
const ends = { lastCloseAtMs: at(11, 0), finalAtMs: at(13, 0), lastRejectedAtMs: null, openAppeals: 0 };
const unlimited = { ...ends, finalAtMs: null };
const started: CohortEvent = { type: 'settlement-started', startedAtMs: at(16, 0) };

describe('an outage', () => {
  const excused = { day: date(3), reason: 'the platform was down', decidedBy: REVIEWER, excusedAtMs: at(3) };

  it('is said once and waits to be applied', () => {
    const events = excuseDayForAll(cohort(), excused) as CohortEvent[];
    expect(events).toEqual([{ type: 'day-excused-for-all', ...excused }]);
    const said = cohort(...events);
    expect(said.excusedDays).toEqual([{ ...excused, applied: false }]);
    expect(excuseDayForAll(said, excused)).toEqual([]);
    expect(cohort(...events, { type: 'excused-day-applied', day: date(3) }).excusedDays[0]?.applied).toBe(true);
  });

  it.each<[string, Cohort | null, string]>([
    ['not_found', null, date(3)], ['cohort_cancelled', cohort({ type: 'cancelled' }), date(3)], ['cohort_settled', cohort(started), date(3)],
    ['day_not_in_plan', cohort(), date(11)],
    ['day_not_required', cohort({ ...published, policy: { ...POLICY, restDays: { weekdays: [], dates: [date(3)] } } }), date(3)],
  ])('is refused: %s', (code, current, day) => {
    expect(excuseDayForAll(current, { ...excused, day })).toMatchObject({ refused: code });
  });
});

describe('the settlement of a cohort', () => {
  it('starts when windows and appeals are over, on demand or by itself', () => {
    expect(startSettlement(cohort(), ends, at(16, 0))).toEqual([started]);
    expect(settlesByItself(cohort(), ends, at(16, 0))).toBe(true);
    expect(startSettlement(cohort(), ends, at(16, 0) - 1)).toMatchObject({ refused: 'too_early', extra: { allowedAt: new Date(at(16, 0)).toISOString() } });
    expect(settlesByItself(cohort(), ends, at(16, 0) - 1)).toBe(false);
  });

  it('waits for the days to appeal of a late rejection, and for every answer', () => {
    const late = { ...ends, lastRejectedAtMs: at(14) };
    expect(startSettlement(cohort(), late, at(17) - 1)).toMatchObject({ refused: 'too_early', extra: { allowedAt: new Date(at(17)).toISOString() } });
    expect(startSettlement(cohort(), late, at(17))).toEqual([{ type: 'settlement-started', startedAtMs: at(17) }]);
    expect(startSettlement(cohort(), { ...ends, openAppeals: 2 }, at(17))).toMatchObject({ refused: 'appeals_open', extra: { openAppeals: 2 } });
    expect(settlesByItself(cohort(), { ...ends, openAppeals: 1 }, at(17))).toBe(false);
  });

  it('is not faster than homework that was handed in at the last moment', () => {
    const withHomework = cohort({ ...published, policy: POLICY });
    expect(startSettlement(withHomework, ends, at(16, 1) - 1)).toMatchObject({ refused: 'too_early', extra: { allowedAt: new Date(at(16, 1)).toISOString() } });
    expect(startSettlement(withHomework, ends, at(16, 1))).toMatchObject([{ type: 'settlement-started' }]);
    expect(startSettlement(withHomework, unlimited, at(11, 1) - 1)).toMatchObject({ refused: 'too_early' });
  });

  it('with unlimited make-ups starts on demand only, after the last close', () => {
    expect(startSettlement(cohort(), unlimited, at(11, 0))).toEqual([{ type: 'settlement-started', startedAtMs: at(11, 0) }]);
    expect(startSettlement(cohort(), unlimited, at(11, 0) - 1)).toMatchObject({ refused: 'too_early' });
    expect(settlesByItself(cohort(), unlimited, at(90))).toBe(false);
  });

  it('starts once, and never for a cohort that is cancelled or unknown', () => {
    expect(startSettlement(cohort(started), ends, at(17))).toEqual([]);
    expect(startSettlement(cohort({ type: 'cancelled' }), ends, at(17))).toMatchObject({ refused: 'cohort_cancelled' });
    expect(settlesByItself(cohort({ type: 'cancelled' }), ends, at(17))).toBe(false);
    expect(startSettlement(null, ends, at(17))).toMatchObject({ refused: 'not_found' });
  });

  it('shares the pool to the unit and closes the books once', () => {
    const members: SettledMember[] = [[1, 10_000, true], [2, 4_001, true], [3, 1_000, false]].map(([memberNumber, entitledMinor, completed]) => ({
      enrolmentId: String(memberNumber), memberNumber: Number(memberNumber), depositMinor: 10_000,
      outcome: { entitledMinor: Number(entitledMinor), forfeitMinor: 10_000 - Number(entitledMinor), weight: 1, completed: Boolean(completed), perfect: false, settledAtMs: at(16) },
    }));
    const shared = sharePool(cohort(started), members);
    expect(shared).toEqual({ poolMinor: 14_999, bonusMinor: [6_001, 6_000, 0], organiserMinor: 1_499, charityMinor: 1_499 });
    const events = finishSettlement(cohort(started), members, shared);
    expect(events).toEqual([{
      type: 'settled', settledAtMs: at(16, 0), members: 3, sharers: 2, poolMinor: 14_999, bonusMinor: 12_001, organiserMinor: 1_499, charityMinor: 1_499,
    }]);
    expect(finishSettlement(cohort(started, ...events), members, shared)).toEqual([]);
    expect(finishSettlement(cohort(), members, shared)).toEqual([]);
  });

  it('of learners who may be anywhere is looked at from the earliest zone on', () => {
    const early = cohort({ ...published, policy: { ...POLICY, dayBoundary: 'learner' } });
    expect(early.settleNotBeforeMs).toBe(at(16, 0) - 14 * 3_600_000);
    expect(emptyCohortEnds(early.policy).lastCloseAtMs).toBe(at(11, 12));
    expect(cohort({ ...published, policy: { ...POLICY, makeUp: { windowDays: null, quota: null } } }).settleNotBeforeMs).toBeNull();
  });
});
