import type { PlainDate } from './calendar.ts';
import type { RefundRule, RemovalRule } from './policy.ts';

/** One plan day with its boundaries as instants; a closing instant itself is already late. */
export interface PlanDay {
  day: PlainDate;
  /** `before`: it closed at or before the learner was admitted. */
  kind: 'required' | 'rest' | 'before' | 'excused';
  opensAtMs: number;
  closesAtMs: number;
  /** First instant at which an entry for this day is taken; null: any time before. */
  acceptsFromMs: number | null;
  /** First instant at which a late entry is no longer taken; null: never. */
  acceptsUntilMs: number | null;
  /** ISO week, "2025-W32". */
  week: string;
}

/** Null: not accepted. */
export interface MediaRule {
  /** Whether text alone may be a check-in; homework is text too. */
  text: boolean;
  minPictures: number | null;
  minVoiceSeconds: number | null;
}

/** A policy resolved for one learner: plain JSON, stored when an enrolment starts, so that later zone data cannot move a day. */
export interface Plan {
  days: PlanDay[];
  minCharacters: number;
  /** What else than text is a check-in; absent where nothing else is. */
  besides?: MediaRule;
  /** Late entries that may be made up in all; null: unlimited. */
  makeUpQuota: number | null;
  graceDays: number;
  removal: RemovalRule;
  refund: RefundRule;
  depositMinor: number;
  /** The date on which the learner quit; null while they take part. */
  quitOn: PlainDate | null;
  /** The instant of quitting, from which nothing is taken; absent where only the date is known. */
  quitAtMs?: number;
}

/** Approved leave or an outage: a required day becomes excused. Any other date leaves the plan as it is (the same object). */
export function excuseDay(plan: Plan, day: PlainDate): Plan {
  if (!plan.days.some((planDay) => planDay.day === day && planDay.kind === 'required')) return plan;
  return {
    ...plan,
    days: plan.days.map((planDay) => (planDay.day === day ? { ...planDay, kind: 'excused' as const } : planDay)),
  };
}

/**
 * The learner quits on `day`, at the instant `atMs`. From the opening of that day on, plan days that are not done are void, as after a
 * removal on that date; all that was accepted until then stays, made-up days too, and nothing is taken later. Where the
 * instant is not known, as in documents that have only the date, entries are taken until that day closes. Quitting again changes nothing
 * unless it names an earlier date.
 */
export function quitPlan(plan: Plan, day: PlainDate, atMs?: number): Plan {
  if (plan.quitOn !== null && plan.quitOn <= day) return plan;
  const { quitAtMs: _, ...rest } = plan;
  return atMs === undefined ? { ...rest, quitOn: day } : { ...rest, quitOn: day, quitAtMs: atMs };
}

/** The instant at which the last plan day closes. */
export function lastCloseMs(plan: Plan): number {
  return lastDay(plan).closesAtMs;
}

/**
 * The instant from which no late entry can be accepted for any day of this plan (last close + make-up window).
 * Null if the window is unlimited and has no last date; without a make-up quota nothing late is ever taken, so the last close is the end.
 */
export function finalInstantMs(plan: Plan): number | null {
  const { acceptsUntilMs } = lastDay(plan);
  if (plan.makeUpQuota === 0) return lastCloseMs(plan);
  return acceptsUntilMs === null ? null : Math.max(acceptsUntilMs, lastCloseMs(plan));
}

/** Number of days on which a check-in is required: N of the rules. */
export function requiredDayCount(plan: Plan): number {
  let required = 0;
  for (const day of plan.days) if (day.kind === 'required') required += 1;
  return required;
}

/** Days of leave where the policy names no number: one in seven of the days that the policy requires, rounded up. */
export function leaveDaysOf({ days }: Pick<Plan, 'days'>): number {
  return Math.ceil(days.filter(({ kind }) => kind !== 'rest').length / 7);
}

/** Days that the plan asked of this learner when they came: all but rest and those before; leave takes none of them away. */
export function askedDayCount(plan: Plan): number {
  let asked = 0;
  for (const { kind } of plan.days) if (kind === 'required' || kind === 'excused') asked += 1;
  return asked;
}

/** Whether some day had closed when the learner was admitted. */
export function hasJoinedLate(plan: Plan): boolean {
  return plan.days.some(({ kind }) => kind === 'before');
}

function lastDay(plan: Plan): PlanDay {
  const last = plan.days.at(-1);
  if (last === undefined) throw new RangeError('a plan has at least one day');
  return last;
}
