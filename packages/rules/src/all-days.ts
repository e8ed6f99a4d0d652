import { leastOf } from './is-enough.ts';
import type { PlanEntry } from './judge.ts';
import type { Plan } from './plan.ts';

/** The check-ins of somebody who misses nothing: on each required day, as soon as it opens, just long enough. */
export function entriesOnAllDays(plan: Plan): PlanEntry[] {
  const least = leastOf(plan);
  return plan.days
    .filter(({ kind }) => kind === 'required')
    .map(({ day, opensAtMs }) => ({ day, acceptedAtMs: opensAtMs, ...least }));
}
