import { type Policy, compilePlan } from '@daka/rules';
import type { Calendar, CalendarEvent, Enrolment } from './calendar';
import { closeDays } from './close-days';
import { evolveRunAll } from './evolve';
import { standingChanges } from './standing';

/** The learner applied: the calendar is known from here on. */
export function register(calendar: Calendar | null, enrolment: Enrolment): CalendarEvent[] {
  return calendar === null ? [{ type: 'registered', enrolment }] : [];
}

/** The learner is a member: the plan is compiled once, so that later zone data cannot move a day. */
export function open(
  calendar: Calendar | null,
  { memberNumber, policy, excusedDays }: { memberNumber: number; policy: Policy; excusedDays: readonly string[] },
): CalendarEvent[] {
  if (calendar?.status !== 'waiting') return [];
  const { currency, checkIn: { accepts, review } } = policy;
  const plan = compilePlan(policy, { timeZone: calendar.enrolment.timeZone, excused: [...excusedDays] });
  return [{ type: 'opened', memberNumber, terms: { currency, accepts, review }, plan }];
}

/** The learner quit after the cooling-off: what was earned stays earned, days that are not done count for nothing. */
export function withdraw(calendar: Calendar | null, quitOn: string, withdrawnAtMs: number): CalendarEvent[] {
  if (calendar?.status !== 'open' || calendar.run.withdrawn) return [];
  const closed = closeDays(calendar.run, withdrawnAtMs);
  const withdrawn = { type: 'withdrawn', quitOn } as const;
  return [...closed, withdrawn, ...standingChanges(evolveRunAll(calendar.run, [...closed, withdrawn]), withdrawnAtMs)];
}

/** The cohort is settled or about to be: whoever comes now cannot take part any more, and everything goes back. */
export function refuseAdmission(calendar: Calendar | null, refusedAtMs: number): CalendarEvent[] {
  return calendar?.status === 'waiting' || calendar?.status === 'open' ? [{ type: 'admission-refused', refusedAtMs }] : [];
}

/** A member asks to leave with everything back: granted as long as the settlement has not frozen the calendar, for then others have a share of what it forfeits. */
export function release(calendar: Calendar | null, releasedAtMs: number): CalendarEvent[] {
  return calendar?.status === 'waiting' || calendar?.status === 'open' ? [{ type: 'released', releasedAtMs }] : [];
}

/** Everything goes back, so nothing is earned or forfeited here. What is settled stays settled. */
export function cancel(calendar: Calendar | null): CalendarEvent[] {
  return calendar?.status === 'waiting' || calendar?.status === 'open' ? [{ type: 'cancelled' }] : [];
}
