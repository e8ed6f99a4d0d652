import { unreachable } from '@daka/contracts';
import { dueMinor, explainDays } from '@daka/rules';
import type { Plan, PlanDay } from '@daka/rules';
import type { EarningDay, OpenCalendar, Run, RunEvent } from './calendar';
import { countHomework } from './count-homework';
import { evolveRun, evolveRunAll, orEarlier } from './evolve';
import { unannouncedChanges } from './announce';
import { removalFinalAtMs } from './removal-final';

/** Closes looked ahead for the next one that changes something; bounds the work of one decision. */
const LOOK_AHEAD_DAYS = 31;

/**
 * Works off all that an instant has brought: closes, and between them the opening of days that homework was handed in for.
 * Every command does this first, so that the history does not depend on when the timer ran.
 */
export function closeDays(run: Run, untilMs: number): RunEvent[] {
  const events: RunEvent[] = [];
  let current = run;
  for (const homework of run.waitingHomework.filter(({ countsAtMs }) => countsAtMs <= untilMs)) {
    const closed = workOffCloses(current, homework.countsAtMs);
    const opened = evolveRunAll(current, closed);
    const counted = countHomework(opened, homework, homework.countsAtMs);
    events.push(...closed, ...counted);
    current = evolveRunAll(opened, counted);
  }
  return [...events, ...workOffCloses(current, untilMs)];
}

/**
 * Works off every close up to and including `untilMs`, in order: removal, total earned, payout where the cadence's period ends.
 */
function workOffCloses(run: Run, untilMs: number): RunEvent[] {
  const events: RunEvent[] = [];
  const { days } = run.plan;
  let current = run;
  let index = run.closedDays;
  for (let planDay = days[index]; hasClosed(planDay, untilMs); planDay = days[index]) {
    index += 1;
    const news = closeOfDay(current, planDay, days[index]);
    events.push(...news);
    current = evolveRunAll(current, news);
  }
  if (index > run.closedDays) {
    const nextCloseAtMs = orEarlier(current, run.plan.days[index]?.closesAtMs ?? null);
    events.push({ type: 'days-closed', closedDays: index, nextCloseAtMs });
  }
  return events;
}

/**
 * The timer's command: closes what has closed and sleeps until the next close that changes something by itself.
 * Closes between are worked off together with it; no events: there is nothing to write.
 */
export function rollOver(calendar: OpenCalendar, nowMs: number): RunEvent[] {
  const closed = closeDays(calendar.run, nowMs).filter(({ type }) => type !== 'days-closed');
  const closing = [...closed, ...payoutOfRemoval(evolveRunAll(calendar.run, closed), nowMs)];
  const closedDays = closedDaysAt(calendar.run, nowMs);
  const run = evolveRun(evolveRunAll(calendar.run, closing), { type: 'days-closed', closedDays, nextCloseAtMs: null });
  const nextCloseAtMs = orEarlier(run, nextTellingCloseMs(run));
  if (closing.length === 0 && nextCloseAtMs === calendar.run.nextCloseAtMs) return [];
  return [...closing, { type: 'days-closed', closedDays, nextCloseAtMs }];
}

/** Days done that no payout has named yet, or named under another weight, as of an instant. */
export function unpaidDays(run: Run, atMs: number): EarningDay[] {
  const entryOf = new Map(run.entries.filter(({ rejected }) => rejected !== true).map((entry) => [entry.day, entry]));
  const closesAtMs = new Map(run.plan.days.map((planDay) => [planDay.day, planDay.closesAtMs]));
  return explainDays(run.plan, run.entries, atMs).flatMap(({ day, position, weight }) => {
    const entry = entryOf.get(day);
    if (
      position === null ||
      entry === undefined ||
      entry.paidWeight === weight ||
      (closesAtMs.get(day) ?? Infinity) > atMs
    )
      return [];
    return [{ day, kind: entry.kind, position, weight }];
  });
}

/** The first close after an instant, of this plan day or a later one, with which a period of the cadence ends; null: what is left comes with the settlement. */
export function nextPayoutMs(plan: Plan, day: string, afterMs: number): number | null {
  const { days } = plan;
  const ends = days.find(
    (planDay, index) =>
      planDay.day >= day && planDay.closesAtMs > afterMs && periodEndingWith(plan, planDay, days[index + 1]) !== null,
  );
  return ends?.closesAtMs ?? null;
}

function closeOfDay(run: Run, planDay: PlanDay, next: PlanDay | undefined): RunEvent[] {
  const changes = unannouncedChanges(run, planDay.closesAtMs);
  const period = periodEndingWith(run.plan, planDay, next);
  if (period === null) return changes;

  const totalDueMinor = dueMinor(run.plan, run.entries, planDay.closesAtMs);
  if (totalDueMinor <= run.releasedMinor) return changes;
  const { revision } = evolveRunAll(run, changes);
  return [
    ...changes,
    {
      type: 'payout-due',
      revision: revision + 1,
      period,
      dueMinor: totalDueMinor,
      days: unpaidDays(run, planDay.closesAtMs),
      dueAtMs: planDay.closesAtMs,
    },
  ];
}

/** Whom the staff removed gets all that is left of the deposit, once nobody can object to the removal any more. */
function payoutOfRemoval(run: Run, nowMs: number): RunEvent[] {
  const finalAtMs = removalFinalAtMs(run);
  if (finalAtMs === null || nowMs < finalAtMs) return [];
  const { revision, plan } = run;
  const due = { period: 'removal', dueMinor: plan.depositMinor, days: unpaidDays(run, nowMs), dueAtMs: finalAtMs };
  return [{ type: 'payout-due', revision: revision + 1, ...due }];
}

/** The name of the cadence's period that ends with this plan day; null where none does. */
function periodEndingWith({ refund }: Plan, { day, week }: PlanDay, next: PlanDay | undefined): string | null {
  switch (refund.cadence) {
    case 'daily':
      return day;
    case 'weekly':
      return next?.week === week ? null : week;
    case 'at_end':
      return next === undefined ? 'end' : null;
    default:
      return unreachable(refund.cadence, 'cadence');
  }
}

function nextTellingCloseMs(run: Run): number | null {
  const { days } = run.plan;
  const until = Math.min(days.length, run.closedDays + LOOK_AHEAD_DAYS);
  const ahead = days.slice(run.closedDays, until);
  const telling = ahead.find((planDay, index) => closeOfDay(run, planDay, days[run.closedDays + index + 1]).length > 0);
  return (telling ?? days[until])?.closesAtMs ?? null;
}

function closedDaysAt({ plan, closedDays }: Run, atMs: number): number {
  let index = closedDays;
  while (hasClosed(plan.days[index], atMs)) index += 1;
  return index;
}

function hasClosed(planDay: PlanDay | undefined, atMs: number): planDay is PlanDay {
  return planDay !== undefined && planDay.closesAtMs <= atMs;
}
