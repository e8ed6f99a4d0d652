import type { Calendar, Run, RunEvent } from './calendar';
import { closeDays } from './close-days';
import { counts, evolveRunAll } from './evolve';
import { unannouncedChanges } from './announce';

/** An outage: the operator excuses a day for all. A calendar that no longer runs, or on which the day is done, stays as it is. */
export function excuseForAll(calendar: Calendar | null, day: string, excusedAtMs: number): RunEvent[] {
  if (calendar?.status !== 'open' || !canBeExcused(calendar.run, day)) return [];
  return excuseDays(calendar.run, [day], 'outage', excusedAtMs);
}

/** Excuses those of the days that are required and not done, and announces what that changes. */
export function excuseDays(
  run: Run,
  days: readonly string[],
  reason: 'leave' | 'outage',
  excusedAtMs: number,
): RunEvent[] {
  const closed = closeDays(run, excusedAtMs);
  const now = evolveRunAll(run, closed);
  const excused = days
    .filter((day) => canBeExcused(now, day))
    .map((day): RunEvent => ({ type: 'day-excused', day, reason, excusedAtMs }));
  return [...closed, ...excused, ...unannouncedChanges(evolveRunAll(now, excused), excusedAtMs)];
}

/** An excuse takes away nothing: a day that is done stays done, for it may be worth more than its absence. */
export function canBeExcused({ plan, entries }: Run, day: string): boolean {
  return (
    plan.days.some((planDay) => planDay.day === day && planDay.kind === 'required') &&
    !entries.some((entry) => counts(entry, day))
  );
}
