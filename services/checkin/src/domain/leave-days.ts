import { leaveDaysOf } from '@daka/rules';
import type { Run } from './calendar';

/** Days of leave that the learner may still be granted. Approved days that were done all the same used up none. */
export function leaveDaysLeft(run: Run): number {
  const excused = new Set(run.plan.days.filter(({ kind }) => kind === 'excused').map(({ day }) => day));
  const taken = new Set(
    run.leave
      .filter(({ decision }) => decision?.approved === true)
      .flatMap(({ days, decision }) => days.filter((day) => decision?.declinedDays?.includes(day) !== true))
      .filter((day) => excused.has(day)),
  );
  return Math.max(0, maxLeaveDays(run) - taken.size);
}

/** Days of leave that one learner may be granted in all. */
export function maxLeaveDays({ plan, terms }: Pick<Run, 'plan' | 'terms'>): number {
  return terms.maxLeaveDays ?? leaveDaysOf(plan);
}
