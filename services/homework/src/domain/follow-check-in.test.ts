import { scenario } from '@daka/service-kit/testing';
import { POLICY } from '../testing/policy';
import type { Cohort } from './cohort';
import type { Counts } from './counts';
import { takeDay, takeVerdict } from './follow-check-in';
import { countsIfHandedIn, dueFor } from './learner-days';
import { evolve, type Portfolio, type PortfolioEvent } from './portfolio';

const at = (instant: string) => Date.parse(`${instant}Z`);
const DAY = '2026-03-03';
const noonMs = at('2026-03-03T12:00');
const expected: Counts = { status: 'expected', day: DAY, atMs: noonMs };
const counted: Counts = { status: 'counted', day: DAY, atMs: noonMs };
const rejected: Counts = { status: 'none', why: 'rejected', day: DAY };
const handedIn: PortfolioEvent[] = [
  { type: 'opened', enrolmentId: 'e', cohortId: 'c', learnerId: 'l', timeZone: '+08:00' },
  { type: 'admitted', memberNumber: 1 },
  {
    type: 'version-submitted',
    submissionId: 's',
    assignmentId: 'a',
    day: DAY,
    markdown: 'Words.',
    version: { version: 1, characters: 6, pictures: [], attachments: [], submittedAtMs: noonMs, late: false },
    counts: expected,
  },
];
const { given } = scenario<Portfolio, PortfolioEvent>(evolve);
const judged = (counts: Counts): PortfolioEvent => ({ type: 'judged', submissionId: 's', counts });
const day = (state: 'done' | 'free' | 'excused', of = DAY) => ({ day: of, state, sinceMs: noonMs });
const cohort: Cohort = {
  cohortId: 'c',
  organisationId: 'o',
  planDays: [],
  policy: POLICY,
  doingEndsMs: null,
  cancelled: false,
  settled: false,
  staff: [],
};

describe('what check-in says of homework', () => {
  it('stands', () => {
    given(...handedIn)
      .when((portfolio) => takeVerdict(portfolio, 's', counted))
      .then(judged(counted));
    given(...handedIn)
      .when((portfolio) => takeVerdict(portfolio, 's', { status: 'none', why: 'excused' }))
      .then(judged({ status: 'none', why: 'excused' }));
  });

  it('of a later version, that its own day is done, changes nothing', () => {
    given(...handedIn, judged(counted))
      .when((portfolio) => takeVerdict(portfolio, 's', { status: 'none', why: 'already_checked_in' }))
      .then();
  });

  it('is taken back with a rejection, and stands again after an appeal', () => {
    given(...handedIn, judged(counted))
      .when((portfolio) => takeDay(portfolio, day('free')))
      .then({ type: 'day-changed', ...day('free') }, judged(rejected));
    given(...handedIn, judged(rejected))
      .when((portfolio) => takeVerdict(portfolio, 's', counted))
      .then(judged(counted));
  });

  it('stays rejected when the day is then done by something else', () => {
    given(...handedIn, judged(rejected))
      .when((portfolio) => takeDay(portfolio, day('done')))
      .then({ type: 'day-changed', ...day('done') });
  });
});

describe('what the next hand-in counts for', () => {
  const next = (...events: PortfolioEvent[]) => {
    const portfolio = given(...handedIn, ...events).state;
    if (!portfolio) throw new Error('no portfolio');
    return countsIfHandedIn(portfolio, cohort, { id: 'b', day: DAY }, { characters: 6, atMs: noonMs });
  };
  const changed = (state: 'done' | 'free' | 'excused'): PortfolioEvent => ({ type: 'day-changed', ...day(state) });

  it('knows of check-ins, of leave and of a rejection', () => {
    expect(next()).toEqual({ status: 'none', why: 'already_checked_in' });
    expect(next(changed('done'))).toEqual({ status: 'none', why: 'already_checked_in' });
    expect(next(judged({ status: 'none', why: 'too_short' }))).toEqual(expected);
    expect(next(judged({ status: 'none', why: 'too_short' }), changed('done'))).toEqual({
      status: 'none',
      why: 'already_checked_in',
    });
    expect(next(changed('done'), changed('free'), judged(rejected))).toEqual(expected);
    expect(next(changed('excused'), judged({ status: 'none', why: 'excused' }))).toEqual({
      status: 'none',
      why: 'excused',
    });
    expect(next(judged(rejected), changed('excused'), changed('done'))).toEqual({
      status: 'none',
      why: 'already_checked_in',
    });
    expect(next({ type: 'left' })).toEqual({ status: 'none', why: 'not_a_member' });
  });

  it('is not known of a cohort or a learner from before it was kept', () => {
    const portfolio = given(...handedIn).state;
    if (!portfolio) throw new Error('no portfolio');
    const hand = [
      { id: 'b', day: DAY },
      { characters: 6, atMs: noonMs },
    ] as const;
    expect(countsIfHandedIn(portfolio, { ...cohort, policy: null }, ...hand)).toBeNull();
    expect(countsIfHandedIn({ ...portfolio, timeZone: null }, cohort, ...hand)).toBeNull();
    const entriesOnly = { ...POLICY, checkIn: { ...POLICY.checkIn, accepts: ['entry' as const] } };
    expect(countsIfHandedIn(portfolio, { ...cohort, policy: entriesOnly }, ...hand)).toEqual({
      status: 'none',
      why: 'cohort_takes_none',
    });
    expect(countsIfHandedIn(portfolio, { ...cohort, settled: true }, ...hand)).toEqual({
      status: 'none',
      why: 'settled',
    });
  });
});

it('work is due when its day closes for the learner, if that is earlier than for the cohort', () => {
  const portfolio = given(...handedIn).state;
  if (!portfolio) throw new Error('no portfolio');
  const essay = { day: DAY, dueAtMs: at('2026-03-04T00:00') } as Parameters<typeof dueFor>[2];
  const byLearner: Cohort = { ...cohort, policy: { ...POLICY, dayBoundary: 'learner' } };
  expect(dueFor(portfolio, cohort, essay)).toBe(at('2026-03-04T00:00'));
  expect(dueFor(portfolio, byLearner, essay)).toBe(at('2026-03-03T16:00'));
  expect(dueFor({ ...portfolio, timeZone: '-05:00' }, byLearner, essay)).toBe(at('2026-03-04T00:00'));
});
