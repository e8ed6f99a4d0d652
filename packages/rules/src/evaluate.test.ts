import {
  type Plan,
  type PlanEntry,
  type Policy,
  compilePlan,
  dueMinor,
  evaluate,
  evaluatePlan,
  excuseDay,
  explainDays,
  quitPlan,
} from './index.ts';
import { at, day, entryFor, learner, policyWith } from './testing/course.ts';

const AFTER_MS = at(30);
const planWith = (changes: Partial<Policy> = {}): Plan => compilePlan(policyWith(changes), learner);
const statesOf = (plan: Plan, entries: PlanEntry[], asOfMs: number): string[] =>
  Object.values(evaluatePlan(plan, entries, asOfMs).days);
const days = (...numbers: number[]): PlanEntry[] => numbers.map((number) => entryFor(number));
const late = { makeUp: { windowDays: null, quota: null } };

describe('streak and entitlement', () => {
  const rising = planWith({ refund: { curve: 'rising', ratio: 3, cadence: 'daily' } });

  it('weighs the last day `ratio` times the first', () => {
    expect(
      explainDays(rising, days(1, 2, 3, 4, 5), AFTER_MS).map((one) => [one.position, one.weight, one.amountMinor]),
    ).toEqual([
      [1, 4, 100],
      [2, 6, 150],
      [3, 8, 200],
      [4, 10, 250],
      [5, 12, 300],
    ]);
  });

  it('starts again after a miss, and explains the missed day with nothing', () => {
    expect(explainDays(rising, days(1, 2, 4), AFTER_MS)).toEqual([
      { day: day(1), state: 'on_time', position: 1, weight: 4, amountMinor: 100 },
      { day: day(2), state: 'on_time', position: 2, weight: 6, amountMinor: 150 },
      { day: day(3), state: 'missed', position: null, weight: 0, amountMinor: 0 },
      { day: day(4), state: 'on_time', position: 1, weight: 4, amountMinor: 100 },
      { day: day(5), state: 'missed', position: null, weight: 0, amountMinor: 0 },
    ]);
  });

  it('holds the position over a grace day, which earns nothing', () => {
    const graced = evaluatePlan({ ...rising, graceDays: 1 }, days(1, 2, 4), AFTER_MS);
    expect(graced).toMatchObject({ streak: 0, longestStreak: 3, weight: 18, entitledMinor: 450 });
  });

  it('pays a threshold whole or not at all', () => {
    const threshold = planWith({ refund: { curve: 'threshold', requiredDays: 3, cadence: 'at_end' } });
    expect(evaluatePlan(threshold, days(1, 3), AFTER_MS).entitledMinor).toBe(0);
    expect(explainDays(threshold, days(1, 3, 4, 5), AFTER_MS).map((one) => one.amountMinor)).toEqual([
      0, 0, 0, 1_000, 0,
    ]);
  });

  it('is exact where the product leaves the safe integers', () => {
    const depositMinor = Number.MAX_SAFE_INTEGER - 2;
    const { entitledMinor } = evaluatePlan({ ...rising, depositMinor }, days(1, 2, 3), AFTER_MS);
    expect(entitledMinor).toBe(4_053_239_664_633_445); // one less in floating point
  });

  it('is the whole deposit where no day is required, and nothing where none was paid', () => {
    const allRest = planWith({ restDays: { weekdays: [1, 2, 3, 4, 5], dates: [] } });
    expect(evaluatePlan(allRest, [], AFTER_MS)).toMatchObject({ entitledMinor: 1_000, completed: true, perfect: true });
    expect(evaluatePlan(planWith({ depositMinor: 0 }), days(1), AFTER_MS)).toMatchObject({ entitledMinor: 0, done: 1 });
  });

  it('gives a single day the whole deposit', () => {
    const single = planWith({ days: 1, refund: { curve: 'rising', ratio: 9, cadence: 'daily' } });
    expect(evaluatePlan(single, days(1), AFTER_MS)).toMatchObject({ weight: 1, entitledMinor: 1_000 });
  });

  it('returns the whole deposit for all that approved leave left', () => {
    expect(evaluatePlan(excuseDay(rising, day(2)), days(1, 3, 4, 5), AFTER_MS)).toMatchObject({
      entitledMinor: 1_000,
      perfect: true,
    });
    expect(evaluatePlan(rising, days(1, 3, 4, 5), AFTER_MS)).toMatchObject({ perfect: false });
  });
});

describe('as of an instant', () => {
  it('tells open from upcoming and missed, the closing instant being late', () => {
    expect(statesOf(planWith(), [], at(2, 24) - 1)).toEqual(['missed', 'open', 'upcoming', 'upcoming', 'upcoming']);
    expect(statesOf(planWith(), [], at(2, 24))).toEqual(['missed', 'missed', 'open', 'upcoming', 'upcoming']);
  });

  it('does not see later entries, and sorts by receipt', () => {
    const twice = [entryFor(1, at(1, 9), 20), entryFor(1, at(1, 8), 20)];
    expect(evaluatePlan(planWith(), twice, at(1, 8)).refused).toEqual([]);
    expect(evaluatePlan(planWith(), twice, at(1, 9))).toMatchObject({
      done: 1,
      refused: [{ day: day(1), why: 'already_checked_in' }],
    });
    expect(evaluatePlan(planWith(), twice, at(1, 7))).toMatchObject({ done: 0 });
  });

  it('reads instants with any offset, with and without seconds', () => {
    const entries = [
      { day: day(1), acceptedAt: '2025-08-04T07:44+05:45', characters: 1 },
      { day: day(2), acceptedAt: '2025-08-05T00:00:00.000Z', characters: 1 },
    ];
    expect(evaluate(policyWith(), learner, entries, '2025-08-05T00:00Z').done).toBe(2);
    expect(() => evaluate(policyWith(), learner, [], 'soon')).toThrow(RangeError);
  });
});

describe('removal', () => {
  const twoInARow = planWith({ ...late, removal: { misses: 2, per: 'consecutive' } });

  it('voids the days after it, done or not, but not rest and leave', () => {
    const plan = planWith({ removal: { misses: 1, per: 'cohort' }, restDays: { weekdays: [5], dates: [] } });
    expect(statesOf(excuseDay(plan, day(4)), days(1, 3), AFTER_MS)).toEqual([
      'on_time',
      'missed',
      'void',
      'excused',
      'rest',
    ]);
    expect(evaluatePlan(plan, days(1, 3), AFTER_MS)).toMatchObject({
      removedOn: day(2),
      done: 1,
      missed: 1,
      streak: 0,
      longestStreak: 1,
      completed: false,
    });
  });

  it('is undone by a make-up, and what was offered meanwhile counts', () => {
    const meanwhile = [entryFor(1), entryFor(4)];
    expect(evaluatePlan(twoInARow, meanwhile, at(5))).toMatchObject({ removedOn: day(3), done: 1 });
    expect(evaluatePlan(twoInARow, [...meanwhile, entryFor(2, at(5))], at(5))).toMatchObject({
      removedOn: null,
      done: 3,
      makeUpsUsed: 1,
    });
  });

  it('counts by ISO week, in all, or in a row', () => {
    const twoWeeks = { startsOn: '2025-08-08', days: 4 };
    const removedOn = (per: 'week' | 'cohort' | 'consecutive', entries: PlanEntry[]) =>
      evaluatePlan(planWith({ ...twoWeeks, removal: { misses: 2, per } }), entries, AFTER_MS).removedOn;
    expect(removedOn('week', days(6, 7))).toBeNull();
    expect(removedOn('week', days(7))).toBe(day(6));
    expect(removedOn('cohort', days(6, 7))).toBe(day(8));
    expect(removedOn('consecutive', days(6, 8))).toBeNull();
    expect(removedOn('consecutive', days(5, 8))).toBe(day(7));
  });
});

describe('quitting', () => {
  const plan = planWith({ ...late, checkIn: { ...policyWith().checkIn, aheadDays: null } });
  const entries = [entryFor(1), entryFor(4, at(2))];

  it('voids what is not done from that day on and keeps what was earned', () => {
    const evaluation = evaluatePlan(quitPlan(plan, day(3)), entries, AFTER_MS);
    expect(Object.values(evaluation.days)).toEqual(['on_time', 'missed', 'void', 'on_time', 'void']);
    expect(evaluation).toMatchObject({
      removedOn: day(3),
      streak: 0,
      completed: false,
      entitledMinor: evaluatePlan(plan, entries, AFTER_MS).entitledMinor,
    });
  });

  it('takes effect when its day opens', () => {
    expect(evaluatePlan(quitPlan(plan, day(3)), entries, at(3, 0) - 1).removedOn).toBeNull();
    expect(evaluatePlan(quitPlan(plan, day(3)), entries, at(3, 0)).removedOn).toBe(day(3));
  });

  it('does not count what is offered after its day closed', () => {
    const after = entryFor(5, at(4, 0));
    expect(evaluatePlan(quitPlan(plan, day(3)), [after], AFTER_MS)).toMatchObject({
      done: 0,
      refused: [{ day: day(5), why: 'window_closed' }],
    });
    expect(evaluatePlan(plan, [after], AFTER_MS)).toMatchObject({ done: 1, refused: [] });
  });

  it('before the start keeps what was written ahead, and takes nothing from the first opening on', () => {
    const early = quitPlan(plan, '2025-08-01');
    expect(evaluatePlan(early, [entryFor(2, at(1, 0) - 1)], AFTER_MS)).toMatchObject({
      done: 1,
      removedOn: '2025-08-01',
    });
    expect(evaluatePlan(early, [entryFor(2, at(1, 0))], AFTER_MS)).toMatchObject({
      done: 0,
      refused: [{ day: day(2), why: 'window_closed' }],
    });
  });

  it('voids everything before the start and nothing after the end', () => {
    expect(evaluatePlan(quitPlan(plan, '2025-08-01'), [], at(-9))).toMatchObject({
      removedOn: '2025-08-01',
      days: { [day(1)]: 'void', [day(5)]: 'void' },
    });
    expect(evaluatePlan(quitPlan(plan, day(9)), days(1, 2, 3, 4, 5), AFTER_MS)).toMatchObject({
      removedOn: null,
      completed: true,
      perfect: true,
    });
  });

  it('comes after a removal by rule that was earlier, and never moves later', () => {
    const strict = planWith({ removal: { misses: 1, per: 'cohort' } });
    expect(evaluatePlan(quitPlan(strict, day(4)), [], AFTER_MS).removedOn).toBe(day(1));
    expect(quitPlan(quitPlan(plan, day(2)), day(4)).quitOn).toBe(day(2));
    expect(quitPlan(quitPlan(plan, day(4)), day(2)).quitOn).toBe(day(2));
  });
});

describe('a rejected check-in', () => {
  const rejected = { ...entryFor(1, at(1, 9)), rejected: true };

  it('counts as if it never was, and leaves its day to another', () => {
    expect(evaluatePlan(planWith(), [rejected], at(1))).toMatchObject({
      done: 0,
      days: { [day(1)]: 'open' },
      refused: [],
    });
    expect(evaluatePlan(planWith(), [rejected, entryFor(1)], at(1))).toMatchObject({ done: 1, refused: [] });
  });

  it('is no longer due', () => {
    const kept = { ...rejected, rejected: false };
    expect([kept, rejected].map((entry) => dueMinor(planWith(), [entry], at(2)))).toEqual([200, 0]);
  });
});

describe('what is due', () => {
  it('leaves out days written ahead until they close', () => {
    const plan = planWith({ checkIn: { ...policyWith().checkIn, aheadDays: null } });
    const entries = [entryFor(1), entryFor(2, at(1))];
    const amountsAt = (asOfMs: number) => [
      evaluatePlan(plan, entries, asOfMs).entitledMinor,
      dueMinor(plan, entries, asOfMs),
    ];
    expect([at(1), at(1, 24), at(2, 24)].map(amountsAt)).toEqual([
      [400, 0],
      [400, 200],
      [400, 400],
    ]);
  });
});
