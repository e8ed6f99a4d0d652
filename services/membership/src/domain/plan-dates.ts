import { iso } from '@daka/contracts';
import { compilePlan, coolingOffEndsMs, type PlainDate, type PlanDay, type Policy } from '@daka/rules';

/** The instant (epoch ms) at which the first plan day closes in the cohort's own zone: nobody enrols later unless the owner says so. */
export function firstDayClosesAtMs(policy: Policy): number {
  return firstDay({ ...policy, dayBoundary: 'cohort' }, policy.timeZone).closesAtMs;
}

/** The plan days that had closed when a learner of this zone joined; they ask nothing, and whoever has some shares no pool. */
export interface DaysBefore {
  days: number;
  firstDay: PlainDate;
  lastDay: PlainDate;
}

/** What joining at this instant is too late for; null: for nothing. */
export function daysBefore(policy: Policy, timeZone: string, joinedAtMs: number): DaysBefore | null {
  if (joinedAtMs < firstDay(policy, timeZone).closesAtMs) return null;
  const { days } = compilePlan(policy, { timeZone, excused: [], joinedAt: iso(joinedAtMs) });
  const before = days.filter(({ kind }) => kind === 'before').map(({ day }) => day);
  const [first, last] = [before[0], before.at(-1)];
  return first === undefined || last === undefined ? null : { days: before.length, firstDay: first, lastDay: last };
}

/** Whether leaving still gives everything back; payment keeps the fee open until the same instant. */
export function inCoolingOff(
  policy: Policy,
  { timeZone, paidAtMs }: { timeZone: string; paidAtMs: number | null },
  nowMs: number,
): boolean {
  return paidAtMs === null || nowMs < coolingOffEndsMs(policy, { timeZone, paidAtMs });
}

/** The plan day that runs at this instant for this learner: the first one before the plan, the last one after it. */
export function planDateAt(policy: Policy, timeZone: string, nowMs: number): PlainDate {
  const { days } = compilePlan(policy, { timeZone, excused: [] });
  return days.findLast((day) => day.opensAtMs <= nowMs)?.day ?? policy.startsOn;
}

function firstDay(policy: Policy, timeZone: string): PlanDay {
  const [first] = compilePlan({ ...policy, days: 1 }, { timeZone, excused: [] }).days;
  if (!first) throw new RangeError('a plan has at least one day');
  return first;
}
