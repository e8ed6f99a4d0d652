import type { PlainDate, Plan } from '@daka/rules';

/** The plan day that runs at an instant: the first one before the plan, the last one after it. Membership names the same when somebody leaves. */
export function runningPlanDay({ days }: Plan, atMs: number): PlainDate {
  const day = days.findLast(({ opensAtMs }) => opensAtMs <= atMs) ?? days[0];
  if (day === undefined) throw new RangeError('a plan has at least one day');
  return day.day;
}
