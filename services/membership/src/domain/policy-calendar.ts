import { compilePlan, coolingOffDays, type PlainDate, type PlanDay, type Policy } from '@daka/rules';

const DAY_MS = 86_400_000;

/** The instant (epoch ms) at which the first plan day closes in the cohort's own zone: nobody enrols later unless the owner says so. */
export function firstDayClosesAtMs(policy: Policy): number {
  return firstDay({ ...policy, dayBoundary: 'cohort' }, policy.timeZone).closesAtMs;
}

/** Whether leaving still gives everything back: before the first day opens for this learner, or within the cooling-off days of paying. */
export function inCoolingOff(policy: Policy, learner: { timeZone: string; paidAtMs: number | null }, nowMs: number): boolean {
  if (learner.paidAtMs === null || nowMs < firstDay(policy, learner.timeZone).opensAtMs) return true;
  return nowMs < learner.paidAtMs + coolingOffDays(policy) * DAY_MS;
}

/** The plan day that runs at this instant for this learner: the first one before the plan, the last one after it. */
export function planDateAt(policy: Policy, timeZone: string, nowMs: number): PlainDate {
  const { days } = compilePlan(policy, { timeZone, excused: [] });
  return (days.findLast((day) => day.opensAtMs <= nowMs)?.day) ?? policy.startsOn;
}

function firstDay(policy: Policy, timeZone: string): PlanDay {
  const [first] = compilePlan({ ...policy, days: 1 }, { timeZone, excused: [] }).days;
  if (!first) throw new RangeError('a plan has at least one day');
  return first;
}
