import { figuresOf, publicRecordOf, type RecordedCohort } from './public-record';
import type { Figures } from './record';

let count = 0;
const cohort = (figures: Figures, more: Partial<RecordedCohort> = {}): RecordedCohort => {
  count += 1;
  const cohortId = `c${String(count).padStart(3, '0')}`;
  return {
    cohortId,
    title: null,
    startsOn: null,
    currency: 'CNY',
    cancelledAtMs: null,
    shared: null,
    figures,
    wholeFromMs: null,
    ...more,
  };
};
/** Of so many members, each with a deposit of 100, of whom the first `lost` forfeited theirs. */
const settled = (members: number, lost = 0, more: Figures = {}, atMs = 1_000 + count): RecordedCohort =>
  cohort(
    {
      paid: members,
      settled: members,
      depositMinor: members * 100,
      forfeitedMinor: lost * 100,
      returnedMinor: (members - lost) * 100,
      ...more,
    },
    {
      shared: {
        poolMinor: lost * 100,
        organiserMinor: lost * 20,
        charityMinor: lost * 10,
        sharedAtMs: atMs,
        members,
        completed: members - lost,
        perfect: 1,
      },
    },
  );
const cancelled = (members: number, more: Figures = {}) =>
  cohort({ paid: members, cancelled: members, depositMinor: members * 100, ...more }, { cancelledAtMs: 1_000 + count });

it('adds up what ended, with its denominators', () => {
  const { cohorts, totals, ended } = publicRecordOf([settled(20, 2), cancelled(6), cohort({ paid: 30 })]);
  expect(cohorts).toEqual({ published: 3, running: 1, settled: 1, cancelled: 1 });
  expect(totals).toEqual([
    {
      currency: 'CNY',
      cohorts: 2,
      cohortsLeftOut: 0,
      members: 26,
      completion: { of: 20, completed: 18, perfect: 1 },
      depositMinor: 2_600,
      forfeitedMinor: 200,
      finishersMinor: 140,
      organiserMinor: 40,
      charityMinor: 20,
      returnedMinor: 2_400,
      unconfirmedMinor: 0,
      otherwise: 0,
    },
  ]);
  expect(ended.map(({ state }) => state)).toEqual(['cancelled', 'settled']);
});

it('counts no deposit of who left in the cooling-off, of a settled cohort or of a cancelled one: anybody could pay and leave', () => {
  const left = (people: number): Figures => ({ left: people, leftMinor: people * 100 });
  const visited = settled(6, 5, { paid: 26, cancelled: 20, depositMinor: 2_600, returnedMinor: 2_100, ...left(20) });
  const { totals } = publicRecordOf([visited]);
  expect(totals).toMatchObject([{ members: 6, depositMinor: 600, forfeitedMinor: 500, returnedMinor: 100 }]);
  const called = cancelled(10, left(3));
  expect(publicRecordOf([called]).totals).toMatchObject([{ members: 7, depositMinor: 700, returnedMinor: 700 }]);
  expect(publicRecordOf([cancelled(6, left(6))]).totals).toEqual([]);
});

it('counts a cohort that was cancelled when its settlement had begun as settled', () => {
  const { cohorts } = publicRecordOf([{ ...settled(6), cancelledAtMs: 5 }]);
  expect(cohorts).toEqual({ published: 1, running: 0, settled: 1, cancelled: 0 });
});

it('waits for the last of the members, however the messages came', () => {
  const whole = settled(6);
  expect(publicRecordOf([{ ...whole, figures: { paid: 6, settled: 5 } }]).cohorts.running).toBe(1);
  expect(publicRecordOf([{ ...whole, figures: { paid: 5, settled: 5 } }]).cohorts.running).toBe(1);
  expect(publicRecordOf([{ ...whole, shared: null }]).cohorts.running).toBe(1);
  const leaving = { ...cancelled(6), figures: { paid: 6, cancelled: 5 } };
  expect(publicRecordOf([leaving]).cohorts.running).toBe(1);
});

it('shows a cohort as returned only when nobody of it waits: the difference would be one refund', () => {
  const waits = settled(6, 1, { returnedMinor: 400, waitingMinor: 100 });
  const [ended] = publicRecordOf([waits]).ended;
  expect(ended && figuresOf(ended)).toMatchObject({ returnedMinor: 0, unconfirmedMinor: 500, forfeitedMinor: 100 });
  expect(publicRecordOf([waits, settled(5)]).totals[0]).toMatchObject({ returnedMinor: 500, unconfirmedMinor: 500 });
});

describe('few members', () => {
  it('of one cohort are not told apart, of several together', () => {
    const small = [settled(2, 1), settled(2)];
    expect(publicRecordOf(small).totals).toEqual([]);
    expect(publicRecordOf(small).ended.map(figuresOf)).toEqual([null, null]);
    const { totals } = publicRecordOf([...small, settled(3)]);
    expect(totals[0]).toMatchObject({ cohorts: 3, cohortsLeftOut: 0, members: 7, forfeitedMinor: 100 });
  });
  it('are not what a total changed by', () => {
    const large = settled(9);
    expect(publicRecordOf([large, settled(4, 1)]).totals[0]).toMatchObject({
      cohorts: 1,
      cohortsLeftOut: 1,
      forfeitedMinor: 0,
    });
    const before = [settled(3), settled(3)];
    const { totals } = publicRecordOf([...before, settled(1, 1)]);
    expect(totals[0]).toMatchObject({ members: 6, cohortsLeftOut: 1, forfeitedMinor: 0 });
  });
  it('are what is left of many who left in time', () => {
    const alone = settled(1, 1, { paid: 8, cancelled: 7 });
    expect(publicRecordOf([alone]).ended.map(figuresOf)).toEqual([null]);
    expect(publicRecordOf([alone]).totals).toEqual([]);
  });
  it('from five on are shown', () => {
    expect(publicRecordOf([settled(5)]).ended.map(figuresOf)).toMatchObject([{ members: 5 }]);
    expect(publicRecordOf([cohort({ paid: 4, rejections: 1 })]).conduct).toBeNull();
    expect(publicRecordOf([cohort({ paid: 4, rejections: 1 }), cohort({ paid: 1 })]).conduct).toMatchObject({
      enrolments: 5,
      rejections: 1,
    });
  });
});

describe('conduct', () => {
  it('says since when nothing is missing from it, and of nobody when they paid', () => {
    const since = (...wholeFromMs: (number | null)[]) =>
      publicRecordOf(wholeFromMs.map((atMs) => cohort({ paid: 5 }, { wholeFromMs: atMs }))).conduct?.since;
    const [second, third] = [Date.parse('2026-03-02T09:08:07.006Z'), Date.parse('2026-03-03T00:00:00Z')];
    expect(since(null)).toBeNull();
    expect(since(null, second)).toBe('2026-03-03T00:00:00.000Z');
    expect(since(third + 1, second, third + 2)).toBe('2026-03-03T00:00:00.000Z');
    expect(since(third)).toBe('2026-03-03T00:00:00.000Z');
  });
  it('counts each appeal once, and they add up', () => {
    const figures = { paid: 9, appeals_open: 1, appeals_upheld: 2, appeals_dismissed_by_arbiter: 1, appeals_ended: 1 };
    expect(publicRecordOf([cohort(figures)]).conduct?.appeals).toEqual({
      made: 5,
      open: 1,
      upheld: 2,
      upheldByRule: 0,
      upheldByArbiter: 0,
      dismissed: 0,
      dismissedByArbiter: 1,
      ended: 1,
    });
  });
  it.each<[string, Figures, number | null]>([
    ['none is due', {}, null],
    ['half of them came at once', { refundsWithin0: 2, refundsWithin9: 1, refundsWaiting: 1 }, 60],
    ['those that wait are longer than any', { refundsWithin0: 1, refundsWithin9: 1, refundsWaiting: 1 }, 259_200],
    ['most of them wait', { refundsWithin0: 1, refundsWaiting: 2 }, null],
    ['it was longer than 30 days', { refundsWithin15: 3 }, null],
  ])('says in what time half of the refunds came: %s', (_what, figures, halfWithinS) => {
    const { refunds } = publicRecordOf([cohort({ paid: 9, ...figures })]).conduct ?? {};
    expect(refunds?.halfWithinS).toBe(halfWithinS);
  });
});

it('keeps currencies apart', () => {
  const { totals } = publicRecordOf([
    settled(5),
    { ...settled(6), currency: 'USD' },
    { ...settled(1), currency: 'USD' },
  ]);
  expect(totals.map(({ currency, members }) => [currency, members])).toEqual([
    ['CNY', 5],
    ['USD', 6],
  ]);
});
