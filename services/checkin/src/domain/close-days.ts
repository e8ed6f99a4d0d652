import { dueMinor, explainDays } from '@daka/rules';
import type { Plan, PlanDay } from '@daka/rules';
import type { EarningDay, OpenCalendar, Run, RunEvent } from './calendar';
import { evolveRun, evolveRunAll } from './evolve';
import { standingChanges } from './standing';

/** Closes looked ahead for the next one that changes something; bounds the work of one decision. */
const LOOK_AHEAD_DAYS = 31;

/**
 * Works off every close up to and including `untilMs`, in order: removal, total earned, payout where the cadence's period ends.
 * Every command does this first, so that the history does not depend on when the timer ran.
 */
export function closeDays(run: Run, untilMs: number): RunEvent[] {
  const events: RunEvent[] = [];
  let current = run;
  let index = run.closedDays;
  for (; hasClosed(run.plan.days[index], untilMs); index += 1) {
    const news = closeOfDay(current, index);
    events.push(...news);
    current = evolveRunAll(current, news);
  }
  if (index > run.closedDays) {
    events.push({ type: 'days-closed', closedDays: index, nextCloseAtMs: run.plan.days[index]?.closesAtMs ?? null });
  }
  return events;
}

/**
 * The timer's command: closes what has closed and sleeps until the next close that changes something by itself.
 * Closes between are worked off together with it; no events: there is nothing to write.
 */
export function rollOver(calendar: OpenCalendar, nowMs: number): RunEvent[] {
  const closing = closeDays(calendar.run, nowMs).filter(({ type }) => type !== 'days-closed');
  const closedDays = closedDaysAt(calendar.run, nowMs);
  const run = evolveRun(evolveRunAll(calendar.run, closing), { type: 'days-closed', closedDays, nextCloseAtMs: null });
  const nextCloseAtMs = nextTellingCloseMs(run);
  if (closing.length === 0 && nextCloseAtMs === calendar.run.nextCloseAtMs) return [];
  return [...closing, { type: 'days-closed', closedDays, nextCloseAtMs }];
}

/** Days done that no payout has named yet, or named under another weight, as of an instant. */
export function unpaidDays(run: Run, atMs: number): EarningDay[] {
  const entryOf = new Map(run.entries.filter(({ rejected }) => rejected !== true).map((entry) => [entry.day, entry]));
  const closesAtMs = new Map(run.plan.days.map((planDay) => [planDay.day, planDay.closesAtMs]));
  return explainDays(run.plan, run.entries, atMs).flatMap(({ day, position, weight }) => {
    const entry = entryOf.get(day);
    if (position === null || entry === undefined || entry.paidWeight === weight || (closesAtMs.get(day) ?? Infinity) > atMs) return [];
    return [{ day, kind: entry.kind, position, weight }];
  });
}

function closeOfDay(run: Run, index: number): RunEvent[] {
  const planDay = run.plan.days[index] as PlanDay;
  const changes = standingChanges(run, planDay.closesAtMs);
  const period = periodEndingWith(run.plan, index);
  if (period === null) return changes;

  const totalDueMinor = dueMinor(run.plan, run.entries, planDay.closesAtMs);
  if (totalDueMinor <= run.releasedMinor) return changes;
  const { revision } = evolveRunAll(run, changes);
  return [...changes, {
    type: 'payout-due', revision: revision + 1, period, dueMinor: totalDueMinor,
    days: unpaidDays(run, planDay.closesAtMs), dueAtMs: planDay.closesAtMs,
  }];
}

/** The name of the cadence's period that ends with this plan day; null where none does. */
function periodEndingWith({ days, refund }: Plan, index: number): string | null {
  const { day, week } = days[index] as PlanDay;
  const next = days[index + 1];
  switch (refund.cadence) {
    case 'daily': return day;
    case 'weekly': return next?.week === week ? null : week;
    case 'at_end': return next === undefined ? 'end' : null;
    default: return unknownCadence(refund.cadence);
  }
}

function nextTellingCloseMs(run: Run): number | null {
  const { days } = run.plan;
  const until = Math.min(days.length, run.closedDays + LOOK_AHEAD_DAYS);
  for (let index = run.closedDays; index < until; index += 1) {
    if (closeOfDay(run, index).length > 0) return (days[index] as PlanDay).closesAtMs;
  }
  return days[until]?.closesAtMs ?? null;
}

function closedDaysAt({ plan, closedDays }: Run, atMs: number): number {
  let index = closedDays;
  while (hasClosed(plan.days[index], atMs)) index += 1;
  return index;
}

function hasClosed(planDay: PlanDay | undefined, atMs: number): boolean {
  return planDay !== undefined && planDay.closesAtMs <= atMs;
}

function unknownCadence(cadence: never): never {
  throw new Error(`unknown cadence ${String(cadence)}`);
}
