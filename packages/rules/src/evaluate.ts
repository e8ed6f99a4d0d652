import type { PlainDate } from './calendar.ts';
import { elementAt } from './element-at.ts';
import { entitledFor, weightOf } from './entitlement.ts';
import { type JudgedEntries, type PlanEntry, type RefusedEntry, judgeEntries } from './judge.ts';
import { type Plan, hasJoinedLate, lastCloseMs } from './plan.ts';
import { type DayState, type Walk, walkDays } from './walk.ts';

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
  /** Some day had closed when the learner was admitted; then they have no part in the pool. */
  joinedLate: boolean;
  refused: RefusedEntry[];
}

/** One day's part in the entitlement; the amounts add up to it exactly. `position` is null where the day earns nothing. */
export interface DayExplanation {
  day: PlainDate;
  state: DayState;
  position: number | null;
  weight: number;
  amountMinor: number;
}

/** What one learner's check-ins are worth, what of it is due, and why. */
export interface Account {
  evaluation: Evaluation;
  dueMinor: number;
  days: DayExplanation[];
}

/** Evaluates a compiled plan as of an instant: no dates are parsed and no zones resolved. */
export function evaluatePlan(plan: Plan, entries: readonly PlanEntry[], asOfMs: number): Evaluation {
  const judged = judgeEntries(plan, entries, asOfMs);
  return evaluationOf(plan, judged, walkDays(plan, judged.done, asOfMs, false), asOfMs);
}

/** All that a reader of a calendar wants to know, for the price of judging the entries once: what the three functions beside say. */
export function accountFor(plan: Plan, entries: readonly PlanEntry[], asOfMs: number): Account {
  const judged = judgeEntries(plan, entries, asOfMs);
  const walk = walkDays(plan, judged.done, asOfMs, false);
  return {
    evaluation: evaluationOf(plan, judged, walk, asOfMs),
    dueMinor: entitledIn(plan, walkDays(plan, judged.done, asOfMs, true)),
    days: explanationsOf(plan, walk),
  };
}

/** The part of the entitlement that is due, in minor units: only days that have closed count, so it never falls as time passes. */
export function dueMinor(plan: Plan, entries: readonly PlanEntry[], asOfMs: number): number {
  return entitledIn(plan, walkDays(plan, judgeEntries(plan, entries, asOfMs).done, asOfMs, true));
}

/** Why the entitlement is what it is, day by day; each amount is the rise of the rounded total on that day. */
export function explainDays(plan: Plan, entries: readonly PlanEntry[], asOfMs: number): DayExplanation[] {
  return explanationsOf(plan, walkDays(plan, judgeEntries(plan, entries, asOfMs).done, asOfMs, false));
}

function evaluationOf(plan: Plan, judged: JudgedEntries, walk: Walk, asOfMs: number): Evaluation {
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
    entitledMinor: entitledIn(plan, walk),
    completed,
    perfect: completed && walk.done === walk.requiredDays,
    joinedLate: hasJoinedLate(plan),
    refused: judged.refused,
  };
}

function entitledIn({ refund, depositMinor }: Plan, { requiredDays, done, weight }: Walk): number {
  return entitledFor(refund, depositMinor, requiredDays, done, weight);
}

function explanationsOf(plan: Plan, walk: Walk): DayExplanation[] {
  let done = 0;
  let weightSoFar = 0;
  let entitledSoFarMinor = 0;
  return plan.days.map((planDay, index) => {
    const position = elementAt(walk.positions, index);
    const state = elementAt(walk.states, index);
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

function statesByDay(plan: Plan, walk: Walk): Record<PlainDate, DayState> {
  const states: Record<PlainDate, DayState> = {};
  for (let index = 0; index < plan.days.length; index += 1) {
    states[elementAt(plan.days, index).day] = elementAt(walk.states, index);
  }
  return states;
}
