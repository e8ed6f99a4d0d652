import type { PlainDate, Plan } from '@daka/rules';

/** An excuse is taken back: the day is required again, for what was done on it counts after all. */
export function requireDay(plan: Plan, day: PlainDate): Plan {
  if (!plan.days.some((planDay) => planDay.day === day && planDay.kind === 'excused')) return plan;
  return {
    ...plan,
    days: plan.days.map((planDay) => (planDay.day === day ? { ...planDay, kind: 'required' as const } : planDay)),
  };
}

/** The plan day that runs at an instant: the first one before the plan, the last one after it. Membership names the same when somebody leaves. */
export function runningPlanDay({ days }: Plan, atMs: number): PlainDate {
  const day = days.findLast(({ opensAtMs }) => opensAtMs <= atMs) ?? days[0];
  if (day === undefined) throw new RangeError('a plan has at least one day');
  return day.day;
}
