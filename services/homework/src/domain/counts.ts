import { type Plan, type PlanDay, type PlainDate, type PlanEntry, type RefusalReason, judgeEntry } from '@daka/rules';
import { type WhyNone, unreachable } from '@daka/contracts';

/**
 * The check-in that a piece of homework stands for. `expected`: by the rules it counts, and check-in says so in a moment; `waits`: handed in
 * before its day opens, it counts from then on; `counted`: check-in has taken it. `none` names a day only where the check-in of that day was rejected.
 */
export type Counts =
  | { status: 'counted' | 'expected' | 'waits'; day: PlainDate; atMs: number }
  | { status: 'none'; why: WhyNone; day?: PlainDate };

/** What the rules need to know of a learner. */
export interface LearnerDays {
  plan: Plan;
  /** Check-ins that days are done with. */
  done: readonly PlanEntry[];
}

/** What a text counts for by the rules; `day`: the assignment's, null: the one that runs when it is handed in. */
export function countsFor(
  { plan, done }: LearnerDays,
  { day, characters, atMs }: { day: PlainDate | null; characters: number; atMs: number },
): Counts {
  const planDay = plan.days.find(day === null ? runsAt(atMs) : (candidate) => candidate.day === day);
  if (planDay === undefined) return none('no_day');
  const verdict = judgeEntry(plan, done, { day: planDay.day, characters, acceptedAtMs: atMs });
  if (!('refused' in verdict)) return { status: 'expected', day: planDay.day, atMs };
  if (verdict.refused === 'day_not_open' && planDay.acceptsFromMs !== null)
    return { status: 'waits', day: planDay.day, atMs: planDay.acceptsFromMs };
  return none(whyNone(verdict.refused, planDay));
}

function runsAt(atMs: number) {
  return ({ opensAtMs, closesAtMs }: PlanDay): boolean => opensAtMs <= atMs && atMs < closesAtMs;
}

function none(why: WhyNone): Counts {
  return { status: 'none', why };
}

function whyNone(refused: RefusalReason, { kind }: PlanDay): WhyNone {
  switch (refused) {
    case 'day_not_in_plan':
    case 'day_not_open':
      return 'no_day';
    case 'day_not_required':
      return kind === 'rest' || kind === 'excused' ? kind : 'before_joining';
    case 'window_closed':
      return 'past';
    case 'already_checked_in':
    case 'too_short':
    case 'no_make_ups_left':
      return refused;
    default:
      return unreachable(refused, 'reason to refuse');
  }
}
