import type { PlainDate } from './calendar';
import { entitledFor, weightOf } from './entitlement';
import { type PlanEntry, type RefusedEntry, judgeEntries } from './judge';
import { type Plan, type PlanDay, compilePlan, lastCloseMs } from './plan';
import type { Entry, Learner, Policy } from './policy';
import { type DayState, type Walk, walkDays } from './walk';

/** What one learner's check-ins are worth as of an instant. `weight` is W of the rules, `missed` counts up to removal. */
export interface Evaluation {
  days: Record<PlainDate, DayState>;
  done: number;
  missed: number;
  streak: number;
  longestStreak: number;
  makeUpsUsed: number;
  weight: number;
  removedOn: PlainDate | null;
  entitledMinor: number;
  completed: boolean;
  perfect: boolean;
  refused: RefusedEntry[];
}

/** One day's part in the entitlement; the amounts add up to it exactly. `position` is null where the day earns nothing. */
export interface DayExplanation { day: PlainDate; state: DayState; position: number | null; weight: number; amountMinor: number }

/** The rules, whole: policy, learner and entries as of an instant. Expects parsed input; `asOf` is an ISO 8601 instant with a zone. */
export function evaluate(policy: Policy, learner: Learner, entries: readonly Entry[], asOf: string): Evaluation {
  return evaluatePlan(compilePlan(policy, learner), entries.map(toPlanEntry), instantMs(asOf));
}

/** The same for a plan resolved before: no dates are parsed and no zones resolved. */
export function evaluatePlan(plan: Plan, entries: readonly PlanEntry[], asOfMs: number): Evaluation {
  const judged = judgeEntries(plan, entries, asOfMs);
  const walk = walkDays(plan, judged.done, asOfMs, false);
  const completed = asOfMs >= lastCloseMs(plan) && walk.removedOn === null;
  return {
    days: statesByDay(plan, walk),
    done: walk.done,
    missed: walk.missed,
    streak: walk.streak,
    longestStreak: walk.longestStreak,
    makeUpsUsed: judged.makeUpsUsed,
    weight: walk.weight,
    removedOn: walk.removedOn,
    entitledMinor: entitledFor(plan.refund, plan.depositMinor, walk.requiredDays, walk.done, walk.weight),
    completed,
    perfect: completed && walk.done === walk.requiredDays,
    refused: judged.refused,
  };
}

/** The part of the entitlement that is due, in minor units: only days that have closed count, so it never falls as time passes. */
export function dueMinor(plan: Plan, entries: readonly PlanEntry[], asOfMs: number): number {
  const walk = walkDays(plan, judgeEntries(plan, entries, asOfMs).done, asOfMs, true);
  return entitledFor(plan.refund, plan.depositMinor, walk.requiredDays, walk.done, walk.weight);
}

/** Why the entitlement is what it is, day by day; each amount is the rise of the rounded total on that day. */
export function explainDays(plan: Plan, entries: readonly PlanEntry[], asOfMs: number): DayExplanation[] {
  const walk = walkDays(plan, judgeEntries(plan, entries, asOfMs).done, asOfMs, false);
  let done = 0;
  let weightSoFar = 0;
  let entitledSoFarMinor = 0;
  return plan.days.map((planDay, index) => {
    const position = walk.positions[index] as number;
    const state = walk.states[index] as DayState;
    if (position === 0) return { day: planDay.day, state, position: null, weight: 0, amountMinor: 0 };
    const weight = weightOf(plan.refund, position, walk.requiredDays);
    done += 1;
    weightSoFar += weight;
    const entitledMinor = entitledFor(plan.refund, plan.depositMinor, walk.requiredDays, done, weightSoFar);
    const amountMinor = entitledMinor - entitledSoFarMinor;
    entitledSoFarMinor = entitledMinor;
    return { day: planDay.day, state, position, weight, amountMinor };
  });
}

/** An entry of the wire or of a record, for use with a compiled plan. */
export function toPlanEntry(entry: Entry): PlanEntry {
  return { day: entry.day, acceptedAtMs: instantMs(entry.acceptedAt), characters: entry.characters };
}

function instantMs(instant: string): number {
  const epochMs = Date.parse(instant);
  if (Number.isNaN(epochMs)) throw new RangeError(`not an instant: ${instant}`);
  return epochMs;
}

function statesByDay(plan: Plan, walk: Walk): Record<PlainDate, DayState> {
  const states: Record<PlainDate, DayState> = {};
  for (let index = 0; index < plan.days.length; index += 1) {
    states[(plan.days[index] as PlanDay).day] = walk.states[index] as DayState;
  }
  return states;
}
