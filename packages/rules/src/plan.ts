import { type CalendarDate, type PlainDate, consecutiveDates, dayBoundaries } from './calendar';
import type { Learner, Policy, RefundRule, RemovalRule } from './policy';

/** One plan day with its boundaries as instants; a closing instant itself is already late. */
export interface PlanDay {
  day: PlainDate;
  kind: 'required' | 'rest' | 'excused';
  opensAtMs: number;
  closesAtMs: number;
  /** First instant at which an entry for this day is taken; null: any time before. */
  acceptsFromMs: number | null;
  /** First instant at which a late entry is no longer taken; null: never. */
  acceptsUntilMs: number | null;
  /** ISO week, "2025-W32". */
  week: string;
}

/** A policy resolved for one learner: plain JSON, stored when an enrolment starts, so that later zone data cannot move a day. */
export interface Plan {
  days: PlanDay[];
  minCharacters: number;
  /** Late entries that may be made up in all; null: unlimited. */
  makeUpQuota: number | null;
  graceDays: number;
  removal: RemovalRule;
  refund: RefundRule;
  depositMinor: number;
  /** The date on which the learner quit; null while they take part. */
  quitOn: PlainDate | null;
}

/** Resolves a policy for one learner. Expects parsed input: throws RangeError on a bad zone or date. */
export function compilePlan(policy: Policy, learner: Learner): Plan {
  const timeZone = policy.dayBoundary === 'learner' ? learner.timeZone : policy.timeZone;
  const boundaryMs = dayBoundaries(policy.startsOn, policy.dayEndsAt, timeZone);
  const { aheadDays } = policy.checkIn;
  const { windowDays, quota } = policy.makeUp;
  const excused = new Set(learner.excused);

  return {
    days: consecutiveDates(policy.startsOn, policy.days).map((date, index) => ({
      day: date.day,
      kind: kindOf(date, policy.restDays, excused),
      opensAtMs: boundaryMs(index),
      closesAtMs: boundaryMs(index + 1),
      acceptsFromMs: aheadDays === null ? null : boundaryMs(index - aheadDays),
      acceptsUntilMs: windowDays === null ? null : boundaryMs(index + windowDays + 1),
      week: date.week,
    })),
    minCharacters: policy.checkIn.minCharacters,
    makeUpQuota: quota,
    graceDays: policy.grace.days,
    removal: policy.removal,
    refund: policy.refund,
    depositMinor: policy.depositMinor,
    quitOn: null,
  };
}

/** Approved leave or an outage: a required day becomes excused. Any other date leaves the plan as it is (the same object). */
export function excuseDay(plan: Plan, day: PlainDate): Plan {
  if (!plan.days.some((planDay) => planDay.day === day && planDay.kind === 'required')) return plan;
  return { ...plan, days: plan.days.map((planDay) => (planDay.day === day ? { ...planDay, kind: 'excused' as const } : planDay)) };
}

/**
 * The learner quits on `day`. From the opening of that day on, plan days that are not done are void, as after a removal on that date;
 * days already done stay earned, and entries are taken until that day closes. Quitting again never moves the date later.
 */
export function quitPlan(plan: Plan, day: PlainDate): Plan {
  if (plan.quitOn !== null && plan.quitOn <= day) return plan;
  return { ...plan, quitOn: day };
}

/** The instant at which the last plan day closes. */
export function lastCloseMs(plan: Plan): number {
  return lastDay(plan).closesAtMs;
}

/**
 * The instant from which no late entry can be accepted for any day of this plan (last close + make-up window).
 * Null if the window is unlimited; without a make-up quota nothing late is ever taken, so the last close is the end.
 */
export function finalInstantMs(plan: Plan): number | null {
  return plan.makeUpQuota === 0 ? lastCloseMs(plan) : lastDay(plan).acceptsUntilMs;
}

/** Number of days on which a check-in is required: N of the rules. */
export function requiredDayCount(plan: Plan): number {
  let required = 0;
  for (const day of plan.days) if (day.kind === 'required') required += 1;
  return required;
}

function lastDay(plan: Plan): PlanDay {
  const last = plan.days.at(-1);
  if (last === undefined) throw new RangeError('a plan has at least one day');
  return last;
}

function kindOf(date: CalendarDate, restDays: Policy['restDays'], excused: ReadonlySet<PlainDate>): PlanDay['kind'] {
  if (restDays.weekdays.includes(date.weekday) || restDays.dates.includes(date.day)) return 'rest';
  return excused.has(date.day) ? 'excused' : 'required';
}
