import { sharerOf } from '@daka/rules';
import type { Calendar, CalendarEvent, EarningDay, Outcome } from './calendar';
import { closeDays, unpaidDays } from './close-days';
import { evolveRunAll } from './evolve';
import { knownUntilMs } from './announce';
import { awaitsHomework } from './homework-told';
import { heldUntilMs, waitingRequests } from './waiting-requests';
import { evaluateRun } from './worth';

/**
 * Freezes an open calendar with its final entitlement. Every other calendar stays as it is: asking again changes nothing.
 * One with an open appeal or request for leave waits for the answer, which comes by time where nobody gives it, and one that was dismissed just now
 * for the days in which the dismissal may be taken to the arbiter. Nor is one frozen while its homework may be on its way.
 *
 * @param settledAtMs as of when; `nowMs` is the instant of doing it, `appealDays` those of the cohort, for runs that do not know them,
 * and `awaitedUpToMs` up to when homework must have told all
 */
export function settleCalendar(
  calendar: Calendar | null,
  settledAtMs: number,
  { nowMs, appealDays, awaitedUpToMs = null }: { nowMs: number; appealDays?: number; awaitedUpToMs?: number | null } = {
    nowMs: settledAtMs,
  },
): CalendarEvent[] {
  if (calendar?.status !== 'open' || waitingRequests(calendar.run).length > 0) return [];
  if (awaitsHomework(calendar.run, awaitedUpToMs)) return [];
  const dismissedUntilMs = heldUntilMs(calendar.run, calendar.run.terms.appealDays ?? appealDays ?? 0);
  if (dismissedUntilMs !== null && nowMs < dismissedUntilMs) return [];
  const asOfMs = Math.max(settledAtMs, knownUntilMs(calendar.run));
  if (calendar.run.lastCloseAtMs > asOfMs) throw new Error('a calendar is settled before its last day closed');

  const closed = closeDays(calendar.run, asOfMs);
  const run = evolveRunAll(calendar.run, closed);
  const evaluation = evaluateRun(run, asOfMs);
  const {
    entitledMinor: earnedMinor,
    weight,
    done,
    askedDays,
    completed,
    perfect,
    joinedLate,
  } = sharerOf(run.plan, evaluation, run.memberNumber);
  // A rejection after a payout may leave less earned than was sent; what was sent is not clawed back.
  const entitledMinor = Math.max(earnedMinor, run.releasedMinor);
  const outcome: Outcome = {
    entitledMinor,
    forfeitMinor: run.plan.depositMinor - entitledMinor,
    weight,
    done,
    askedDays,
    joinedLate,
    ...(run.byHand === undefined ? {} : { removedByHand: true as const }),
    completed,
    perfect,
    settledAtMs,
  };
  const days: EarningDay[] = entitledMinor > run.releasedMinor ? unpaidDays(run, asOfMs) : [];
  return [...closed, { type: 'settled', revision: run.revision + 1, days, ...outcome }];
}

/** Gives a settled calendar its share of the pool, once. */
export function awardBonus(calendar: Calendar | null, bonusMinor: number, awardedAtMs: number): CalendarEvent[] {
  if (calendar?.status !== 'settled' || calendar.bonusMinor !== null) return [];
  return [{ type: 'bonus-awarded', bonusMinor, awardedAtMs }];
}
