import type { PlanEntry } from './judge.ts';
import type { Plan } from './plan.ts';

/** The check-ins of somebody who misses nothing: on each required day, as soon as it opens, just long enough. */
export function entriesOnAllDays({ days, minCharacters }: Plan): PlanEntry[] {
  return days
    .filter(({ kind }) => kind === 'required')
    .map(({ day, opensAtMs }) => ({ day, acceptedAtMs: opensAtMs, characters: minCharacters }));
}
