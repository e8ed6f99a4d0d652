import {
  type Policy,
  compilePlan,
  evaluatePlan,
  excuseDay,
  finalInstantMs,
  lastCloseMs,
  quitPlan,
  requiredDayCount,
} from './index.ts';
import { day, learner, policyWith } from './testing/course.ts';

const boundariesOf = (changes: Partial<Policy>, timeZone = 'UTC'): string[] => {
  const { days } = compilePlan(policyWith(changes), { timeZone, excused: [] });
  return [...days.map((planDay) => planDay.opensAtMs), days.at(-1)?.closesAtMs ?? 0].map((ms) =>
    new Date(ms).toISOString(),
  );
};

describe('day boundaries', () => {
  it('move forward over a gap and take the earlier of an overlap', () => {
    const berlin = { timeZone: 'Europe/Berlin', dayEndsAt: '02:30', days: 2 };
    expect(boundariesOf({ ...berlin, startsOn: '2025-03-29' })).toEqual([
      '2025-03-29T01:30:00.000Z',
      '2025-03-30T01:30:00.000Z',
      '2025-03-31T00:30:00.000Z',
    ]);
    expect(boundariesOf({ ...berlin, startsOn: '2025-10-25' })).toEqual([
      '2025-10-25T00:30:00.000Z',
      '2025-10-26T00:30:00.000Z',
      '2025-10-27T01:30:00.000Z',
    ]);
  });

  it('follow a half-hour change and a fixed offset with minutes', () => {
    expect(boundariesOf({ timeZone: 'Australia/Lord_Howe', startsOn: '2025-04-05', days: 2 })).toEqual([
      '2025-04-04T13:00:00.000Z',
      '2025-04-05T13:00:00.000Z',
      '2025-04-06T13:30:00.000Z',
    ]);
    expect(boundariesOf({ timeZone: '+05:45', days: 1 })).toEqual([
      '2025-08-03T18:15:00.000Z',
      '2025-08-04T18:15:00.000Z',
    ]);
  });

  it('close a date that a zone skipped at its opening', () => {
    expect(boundariesOf({ timeZone: 'Pacific/Apia', startsOn: '2011-12-30', days: 2 })).toEqual([
      '2011-12-30T10:00:00.000Z',
      '2011-12-30T10:00:00.000Z',
      '2011-12-31T10:00:00.000Z',
    ]);
  });

  it('are those of the learner only where the policy says so', () => {
    expect(boundariesOf({ dayBoundary: 'learner', days: 1 }, '+08:00')).toEqual([
      '2025-08-03T16:00:00.000Z',
      '2025-08-04T16:00:00.000Z',
    ]);
    expect(boundariesOf({ dayBoundary: 'cohort', days: 1 }, '+08:00')).toEqual([
      '2025-08-04T00:00:00.000Z',
      '2025-08-05T00:00:00.000Z',
    ]);
  });
});

describe('a compiled plan', () => {
  it('knows rest, leave and the ISO week across a new year', () => {
    const policy = policyWith({ startsOn: '2024-12-28', days: 4, restDays: { weekdays: [7], dates: ['2024-12-30'] } });
    const plan = compilePlan(policy, { timeZone: 'UTC', excused: ['2024-12-29', '2024-12-31'] });
    expect(plan.days.map((planDay) => [planDay.day, planDay.kind, planDay.week])).toEqual([
      ['2024-12-28', 'required', '2024-W52'],
      ['2024-12-29', 'rest', '2024-W52'],
      ['2024-12-30', 'rest', '2025-W01'],
      ['2024-12-31', 'excused', '2025-W01'],
    ]);
    expect(requiredDayCount(plan)).toBe(1);
  });

  it('survives storage as JSON', () => {
    const plan = quitPlan(compilePlan(policyWith({ makeUp: { windowDays: null, quota: null } }), learner), day(3));
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  it('throws on a zone that was never parsed', () => {
    expect(() => compilePlan(policyWith({ timeZone: 'Mars/Olympus' }), learner)).toThrow(RangeError);
  });
});

describe('the end of a plan', () => {
  const endOf = (makeUp: Policy['makeUp']): [number, number | null] => {
    const plan = compilePlan(policyWith({ makeUp }), learner);
    return [lastCloseMs(plan), finalInstantMs(plan)];
  };
  const closeMs = Date.UTC(2025, 7, 9);

  it('is the last close and the make-up window', () => {
    expect(endOf({ windowDays: 2, quota: 1 })).toEqual([closeMs, Date.UTC(2025, 7, 11)]);
    expect(endOf({ windowDays: 0, quota: null })).toEqual([closeMs, closeMs]);
  });

  it('never comes with an unlimited window, unless nothing late is taken', () => {
    expect(endOf({ windowDays: null, quota: null })).toEqual([closeMs, null]);
    expect(endOf({ windowDays: null, quota: 0 })).toEqual([closeMs, closeMs]);
  });
});

describe('excusing a day', () => {
  const plan = compilePlan(policyWith({ restDays: { weekdays: [2], dates: [] } }), learner);

  it('makes a required day excused and leaves the old plan alone', () => {
    const excused = excuseDay(plan, day(1));
    expect([plan.days[0]?.kind, excused.days[0]?.kind]).toEqual(['required', 'excused']);
    expect([requiredDayCount(plan), requiredDayCount(excused)]).toEqual([4, 3]);
    expect(evaluatePlan(excused, [], lastCloseMs(plan)).days[day(1)]).toBe('excused');
  });

  it.each([
    ['a rest day', day(2)],
    ['a day outside the plan', day(6)],
  ])('changes nothing for %s', (_, date) => {
    expect(excuseDay(plan, date)).toBe(plan);
  });
});
