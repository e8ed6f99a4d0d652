import { evaluatePlan } from '@daka/rules';
import { openAppeals } from './appeals';
import type { Calendar, CalendarEvent, EarningDay, Outcome } from './calendar';
import { closeDays, unpaidDays } from './close-days';
import { evolveRunAll } from './evolve';
import { knownUntilMs } from './standing';

/**
 * Freezes an open calendar with its final entitlement. Every other calendar stays as it is: asking again changes nothing.
 * One with an open appeal waits for the answer.
 */
export function settleCalendar(calendar: Calendar | null, settledAtMs: number): CalendarEvent[] {
  if (calendar?.status !== 'open' || openAppeals(calendar.run).length > 0) return [];
  const asOfMs = Math.max(settledAtMs, knownUntilMs(calendar.run));
  if (calendar.run.lastCloseAtMs > asOfMs) throw new Error('a calendar is settled before its last day closed');

  const closed = closeDays(calendar.run, asOfMs);
  const run = evolveRunAll(calendar.run, closed);
  const { entitledMinor: earnedMinor, weight, completed, perfect } = evaluatePlan(run.plan, run.entries, asOfMs);
  // A rejection after a payout may leave less earned than was sent; what was sent is not clawed back.
  const entitledMinor = Math.max(earnedMinor, run.releasedMinor);
  const outcome: Outcome = { entitledMinor, forfeitMinor: run.plan.depositMinor - entitledMinor, weight, completed, perfect, settledAtMs };
  const days: EarningDay[] = entitledMinor > run.releasedMinor ? unpaidDays(run, asOfMs) : [];
  return [...closed, { type: 'settled', revision: run.revision + 1, days, ...outcome }];
}

/** Gives a settled calendar its share of the pool, once. */
export function awardBonus(calendar: Calendar | null, bonusMinor: number, awardedAtMs: number): CalendarEvent[] {
  if (calendar?.status !== 'settled' || calendar.bonusMinor !== null) return [];
  return [{ type: 'bonus-awarded', bonusMinor, awardedAtMs }];
}
