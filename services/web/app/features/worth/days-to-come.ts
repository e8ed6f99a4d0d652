import { compilePlan, evaluatePlan, lastCloseMs, leastOf, explainDays, type Policy } from '@daka/rules';
import type { Calendar } from '../../api/queries';

/** What each day that is not over brings if it and all others to come are done, by day and in the minor unit. */
export function worthOfDaysToCome(policy: Policy, calendar: Calendar): Record<string, number> {
  // What closed before they joined asks as little of them as leave does.
  const excused = calendar.days.filter(({ state }) => state === 'excused' || state === 'before').map(({ day }) => day);
  const plan = compilePlan(policy, { timeZone: calendar.timeZone, excused });
  const toCome = calendar.days.filter(({ state }) => state === 'open' || state === 'upcoming');
  const entries = calendar.days.flatMap(({ day, state, opensAt, entry }) => {
    if (entry !== undefined && (state === 'on_time' || state === 'made_up'))
      return [{ day, acceptedAtMs: Date.parse(entry.acceptedAt), ...leastOf(plan) }];
    if (state === 'open' || state === 'upcoming') return [{ day, acceptedAtMs: Date.parse(opensAt), ...leastOf(plan) }];
    return [];
  });
  const explained = explainDays(plan, entries, lastCloseMs(plan));
  if (evaluatePlan(plan, entries, lastCloseMs(plan)).removedOn !== null) return {};
  const amounts = new Map(explained.map(({ day, amountMinor }) => [day, amountMinor]));
  return Object.fromEntries(toCome.map(({ day }) => [day, amounts.get(day) ?? 0]));
}
