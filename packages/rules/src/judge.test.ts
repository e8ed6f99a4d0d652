import { type Policy, compilePlan, judgeEntry, quitPlan } from './index.ts';
import { at, day, entryFor, learner, policyWith } from './testing/course.ts';

const planWith = (changes: Partial<Policy> = {}) => compilePlan(policyWith(changes), learner);
const restOnTuesday = { restDays: { weekdays: [2], dates: [] } };
const ahead = (aheadDays: number | null) => ({ checkIn: { ...policyWith().checkIn, aheadDays } });
const late = (windowDays: number | null, quota: number | null) => ({ makeUp: { windowDays, quota } });

describe.each([
  ['day_not_in_plan', planWith(), [], entryFor(6, at(5)), entryFor(5)],
  ['day_not_required', planWith(restOnTuesday), [], entryFor(2), entryFor(3)],
  ['already_checked_in', planWith(), [entryFor(1)], entryFor(1, at(1, 13)), entryFor(2)],
  ['too_short', planWith(), [], entryFor(1, at(1), 0), entryFor(1, at(1), 1)],
  ['day_not_open', planWith(), [], entryFor(2, at(2, 0) - 1), entryFor(2, at(2, 0))],
  ['day_not_open', planWith(ahead(1)), [], entryFor(2, at(1, 0) - 1), entryFor(2, at(1, 0))],
  ['window_closed', planWith(late(0, null)), [], entryFor(1, at(2, 0)), entryFor(1, at(2, 0) - 1)],
  ['window_closed', planWith(late(1, null)), [], entryFor(1, at(3, 0)), entryFor(1, at(3, 0) - 1)],
  ['no_make_ups_left', planWith(late(null, 1)), [entryFor(1, at(3))], entryFor(2, at(4)), entryFor(4, at(4))],
  ['window_closed', quitPlan(planWith(late(3, null)), day(2)), [], entryFor(1, at(3, 0)), entryFor(1, at(3, 0) - 1)],
] as const)('%s', (reason, plan, accepted, refused, taken) => {
  it('is refused, and its neighbour taken', () => {
    expect(judgeEntry(plan, accepted, refused)).toEqual({ refused: reason });
    expect(judgeEntry(plan, accepted, taken)).toEqual({ kind: expect.stringMatching(/on_time|made_up/) });
  });
});

it('gives the first reason that holds', () => {
  const plan = planWith({ ...restOnTuesday, ...late(0, 0) });
  expect(judgeEntry(plan, [], entryFor(2, at(1), 0))).toEqual({ refused: 'day_not_required' });
  expect(judgeEntry(plan, [entryFor(1)], entryFor(1, at(4), 0))).toEqual({ refused: 'already_checked_in' });
  expect(judgeEntry(plan, [], entryFor(1, at(4), 0))).toEqual({ refused: 'too_short' });
});

it('takes any day at any time where nothing is limited', () => {
  const plan = planWith({ ...ahead(null), ...late(null, null) });
  expect(judgeEntry(plan, [], entryFor(5, at(-30)))).toEqual({ kind: 'on_time' });
  expect(judgeEntry(plan, [], entryFor(1, at(300)))).toEqual({ kind: 'made_up' });
});

it('frees the day and the quota of a rejected entry', () => {
  const plan = planWith(late(null, 1));
  const madeUp = entryFor(1, at(3));
  expect(judgeEntry(plan, [{ ...madeUp, rejected: true }], entryFor(1, at(4)))).toEqual({ kind: 'made_up' });
  expect(judgeEntry(plan, [madeUp], entryFor(2, at(4)))).toEqual({ refused: 'no_make_ups_left' });
});
