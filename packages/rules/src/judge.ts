import type { PlainDate } from './calendar.ts';
import { elementAt } from './element-at.ts';
import { isEnough, type Offered } from './is-enough.ts';
import type { Plan, PlanDay } from './plan.ts';

/** Why an entry is not taken, in the order in which the reasons are tried. */
export type RefusalReason =
  | 'day_not_in_plan'
  | 'day_not_required'
  | 'already_checked_in'
  | 'too_short'
  | 'day_not_open'
  | 'window_closed'
  | 'no_make_ups_left';

/** How a day was done. */
export type DoneKind = 'on_time' | 'made_up';

/** A check-in inside the domain. A rejected one counts as if it never was: no quota used, the day is free again. */
export interface PlanEntry extends Offered {
  day: PlainDate;
  acceptedAtMs: number;
  rejected?: boolean;
}

/** An entry that was refused, and the first reason that held. */
export interface RefusedEntry {
  day: PlainDate;
  why: RefusalReason;
}

/** What a sequence of entries came to; `done` runs parallel to the plan's days. */
export interface JudgedEntries {
  done: (DoneKind | undefined)[];
  makeUpsUsed: number;
  refused: RefusedEntry[];
}

/** The answer to one offered entry. */
export type Verdict = { refused: RefusalReason } | { kind: DoneKind };

/** Judges one offered entry against those accepted before it. Expects `offered` to be received after all of `accepted`. */
export function judgeEntry(plan: Plan, accepted: readonly PlanEntry[], offered: PlanEntry): Verdict {
  const judging = startJudging(plan);
  for (const entry of inOrderOfReceipt(accepted)) if (entry.rejected !== true) offer(judging, entry);
  return judge(judging, offered);
}

/** Judges entries received up to `asOfMs` in order of receipt; later ones are not seen and rejected ones never were. */
export function judgeEntries(plan: Plan, entries: readonly PlanEntry[], asOfMs: number): JudgedEntries {
  const judging = startJudging(plan);
  const refused: RefusedEntry[] = [];
  for (const entry of inOrderOfReceipt(entries)) {
    if (entry.acceptedAtMs > asOfMs) break;
    if (entry.rejected === true) continue;
    const verdict = offer(judging, entry);
    if ('refused' in verdict) refused.push({ day: entry.day, why: verdict.refused });
  }
  return { done: judging.done, makeUpsUsed: judging.makeUpsUsed, refused };
}

/** Index of the first plan day on or after the quitting date; the number of days where the learner does not quit inside the plan. */
export function quitIndex(plan: Plan): number {
  const { quitOn, days } = plan;
  if (quitOn === null) return days.length;
  const index = days.findIndex((planDay) => planDay.day >= quitOn);
  return index === -1 ? days.length : index;
}

interface Judging {
  plan: Plan;
  indexOf: Map<PlainDate, number>;
  done: (DoneKind | undefined)[];
  makeUpsUsed: number;
  endsAtMs: number;
}

function startJudging(plan: Plan): Judging {
  const indexOf = new Map<PlainDate, number>();
  const done: (DoneKind | undefined)[] = [];
  for (const { day } of plan.days) {
    indexOf.set(day, done.length);
    done.push(undefined);
  }
  return { plan, indexOf, done, makeUpsUsed: 0, endsAtMs: quitEndMs(plan) };
}

/** Judges an entry and, where it is accepted, counts it. */
function offer(judging: Judging, entry: PlanEntry): Verdict {
  const verdict = judge(judging, entry);
  if ('refused' in verdict) return verdict;
  judging.done[judging.indexOf.get(entry.day) ?? -1] = verdict.kind;
  if (verdict.kind === 'made_up') judging.makeUpsUsed += 1;
  return verdict;
}

function judge(judging: Judging, entry: PlanEntry): Verdict {
  const { plan, done, makeUpsUsed, endsAtMs } = judging;
  const index = judging.indexOf.get(entry.day);
  const planDay = index === undefined ? undefined : plan.days[index];
  if (index === undefined || planDay === undefined) return { refused: 'day_not_in_plan' };
  if (planDay.kind !== 'required') return { refused: 'day_not_required' };
  if (done[index] !== undefined) return { refused: 'already_checked_in' };
  if (!isEnough(plan, entry)) return { refused: 'too_short' };
  if (planDay.acceptsFromMs !== null && entry.acceptedAtMs < planDay.acceptsFromMs) return { refused: 'day_not_open' };
  if (entry.acceptedAtMs >= endsAtMs) return { refused: 'window_closed' };
  if (entry.acceptedAtMs < planDay.closesAtMs) return { kind: 'on_time' };
  if (planDay.acceptsUntilMs !== null && entry.acceptedAtMs >= planDay.acceptsUntilMs)
    return { refused: 'window_closed' };
  if (plan.makeUpQuota !== null && makeUpsUsed >= plan.makeUpQuota) return { refused: 'no_make_ups_left' };
  return { kind: 'made_up' };
}

/**
 * The instant from which a learner who quit can no longer check in: that of quitting; where only its date is known, the close of that
 * day, or the plan's opening if they never began.
 */
function quitEndMs(plan: Plan): number {
  // What was taken in the very instant was taken before: nothing is offered after leaving.
  if (plan.quitAtMs !== undefined) return plan.quitAtMs + 1;
  const planDay: PlanDay | undefined = plan.days[quitIndex(plan)];
  if (planDay === undefined) return Number.POSITIVE_INFINITY;
  return planDay.day === plan.quitOn ? planDay.closesAtMs : planDay.opensAtMs;
}

function inOrderOfReceipt(entries: readonly PlanEntry[]): readonly PlanEntry[] {
  for (let index = 1; index < entries.length; index += 1) {
    if (elementAt(entries, index - 1).acceptedAtMs > elementAt(entries, index).acceptedAtMs) {
      return [...entries].sort((left, right) => left.acceptedAtMs - right.acceptedAtMs);
    }
  }
  return entries;
}
