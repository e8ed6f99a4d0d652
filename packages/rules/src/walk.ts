import type { PlainDate } from './calendar.ts';
import { elementAt } from './element-at.ts';
import { weightOf } from './entitlement.ts';
import { type DoneKind, quitIndex } from './judge.ts';
import { type Plan, type PlanDay, requiredDayCount } from './plan.ts';
import type { RemovalRule } from './policy.ts';

export type DayState = 'rest' | 'before' | 'excused' | 'missed' | 'open' | 'upcoming' | 'on_time' | 'made_up' | 'void';

/** The plan days in order, each with its state and, where done, its position (0: none). The lists run parallel to the plan's days. */
export interface Walk {
  states: DayState[];
  positions: number[];
  requiredDays: number;
  done: number;
  missed: number;
  streak: number;
  longestStreak: number;
  weight: number;
  removedOn: PlainDate | null;
}

/**
 * Walks the plan days in order as of an instant: streak, weight, removal.
 * With `closedDaysOnly`, days written ahead do not count until they have closed.
 */
export function walkDays(
  plan: Plan,
  done: readonly (DoneKind | undefined)[],
  asOfMs: number,
  closedDaysOnly: boolean,
): Walk {
  const walk = emptyWalk(plan);
  const misses: MissCount = { inAll: 0, inWeek: 0, inARow: 0, week: '' };
  const quitAt = quitIndexAsOf(plan, asOfMs);
  let graceLeft = plan.graceDays;
  let removed = false;

  for (let index = 0; index < plan.days.length; index += 1) {
    const planDay = elementAt(plan.days, index);
    if (index === quitAt && !removed) walk.removedOn = plan.quitOn;
    let state = removed && planDay.kind === 'required' ? 'void' : stateOf(planDay, done[index], asOfMs);
    if (index >= quitAt && isUndone(state)) state = 'void';
    walk.states.push(state);
    walk.positions.push(0);

    if (state === 'on_time' || state === 'made_up') {
      misses.inARow = 0;
      if (!closedDaysOnly || planDay.closesAtMs <= asOfMs) countDone(walk, index, plan);
    } else if (state === 'missed') {
      walk.missed += 1;
      if (graceLeft > 0) graceLeft -= 1;
      else walk.streak = 0;
      removed = reachesLimit(plan.removal, misses, planDay.week);
      if (removed) walk.removedOn = planDay.day;
    }
  }
  if (walk.removedOn !== null) walk.streak = 0;
  return walk;
}

interface MissCount {
  inAll: number;
  inWeek: number;
  inARow: number;
  week: string;
}

function emptyWalk(plan: Plan): Walk {
  return {
    states: [],
    positions: [],
    requiredDays: requiredDayCount(plan),
    done: 0,
    missed: 0,
    streak: 0,
    longestStreak: 0,
    weight: 0,
    removedOn: null,
  };
}

function stateOf(planDay: PlanDay, done: DoneKind | undefined, asOfMs: number): DayState {
  if (planDay.kind !== 'required') return planDay.kind;
  if (done !== undefined) return done;
  if (asOfMs >= planDay.closesAtMs) return 'missed';
  return asOfMs >= planDay.opensAtMs ? 'open' : 'upcoming';
}

function isUndone(state: DayState): boolean {
  return state === 'missed' || state === 'open' || state === 'upcoming';
}

function countDone(walk: Walk, index: number, plan: Plan): void {
  walk.done += 1;
  walk.streak += 1;
  walk.positions[index] = walk.streak;
  walk.longestStreak = Math.max(walk.longestStreak, walk.streak);
  walk.weight += weightOf(plan.refund, walk.streak, walk.requiredDays);
}

function reachesLimit(removal: RemovalRule, misses: MissCount, week: string): boolean {
  misses.inAll += 1;
  misses.inARow += 1;
  misses.inWeek = misses.week === week ? misses.inWeek + 1 : 1;
  misses.week = week;
  switch (removal.per) {
    case 'never':
      return false;
    case 'week':
      return misses.inWeek >= removal.misses;
    case 'cohort':
      return misses.inAll >= removal.misses;
    case 'consecutive':
      return misses.inARow >= removal.misses;
    default:
      return unknownRemoval(removal);
  }
}

function unknownRemoval(removal: never): never {
  throw new TypeError(`unknown removal rule: ${JSON.stringify(removal)}`);
}

/** Quitting takes effect at its instant; where only the date is known, when that opens, and before the first day at once. */
function quitIndexAsOf(plan: Plan, asOfMs: number): number {
  const index = quitIndex(plan);
  if (plan.quitAtMs !== undefined) return asOfMs >= plan.quitAtMs ? index : plan.days.length;
  const planDay = plan.days[index];
  if (planDay === undefined || planDay.day !== plan.quitOn) return index;
  return asOfMs >= planDay.opensAtMs ? index : plan.days.length;
}
