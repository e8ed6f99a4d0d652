import { type Learner, type Plan, type Policy, compilePlan } from '@daka/rules';
import type { Calendar, CalendarEvent, Enrolment } from './calendar';
import { closeDays } from './close-days';
import { evolveRunAll } from './evolve';
import { unannouncedChanges } from './announce';

/** The learner applied: the calendar is known from here on. */
export function register(calendar: Calendar | null, enrolment: Enrolment): CalendarEvent[] {
  return calendar === null ? [{ type: 'registered', enrolment }] : [];
}

/** The plan of one learner, compiled once, so that later zone data cannot move a day. */
export function planOf(policy: Policy, learner: Learner): Plan {
  return compilePlan(policy, learner);
}

/** The learner is a member. */
export function open(
  calendar: Calendar | null,
  {
    memberNumber,
    paidAtMs,
    joinedAtMs,
    policy,
    appealDays,
    plan,
  }: {
    memberNumber: number;
    paidAtMs: number | null;
    joinedAtMs: number;
    policy: Policy;
    appealDays: number;
    plan: Plan;
  },
): CalendarEvent[] {
  if (calendar?.status !== 'waiting') return [];
  const {
    currency,
    checkIn: { accepts, review },
    leave,
  } = policy;
  const terms = { currency, accepts, review, appealDays, ...(leave && { maxLeaveDays: leave.maxDays }) };
  return [{ type: 'opened', memberNumber, paidAtMs, joinedAtMs, terms, plan }];
}

/**
 * The learner quit after the cooling-off: what was accepted before the instant of leaving stays earned, made-up days too, and days that are
 * not done count for nothing.
 */
export function withdraw(calendar: Calendar | null, quitOn: string, withdrawnAtMs: number): CalendarEvent[] {
  if (calendar?.status !== 'open' || calendar.run.withdrawn) return [];
  const closed = closeDays(calendar.run, withdrawnAtMs);
  const withdrawn = { type: 'withdrawn', quitOn, quitAtMs: withdrawnAtMs } as const;
  return [
    ...closed,
    withdrawn,
    ...unannouncedChanges(evolveRunAll(calendar.run, [...closed, withdrawn]), withdrawnAtMs),
  ];
}

/** The cohort is settled or about to be, or its last day has closed: whoever comes now cannot take part any more, and everything goes back. */
export function refuseAdmission(
  calendar: Calendar | null,
  refusedAtMs: number,
  why: 'cohort_settled' | 'plan_over' = 'cohort_settled',
): CalendarEvent[] {
  return calendar?.status === 'waiting' || calendar?.status === 'open'
    ? [{ type: 'admission-refused', why, refusedAtMs }]
    : [];
}

/** The settlement has begun: who is not in by now stays out, whatever was read before it. */
export function shutOut(calendar: Calendar | null, refusedAtMs: number): CalendarEvent[] {
  return calendar?.status === 'waiting' ? refuseAdmission(calendar, refusedAtMs) : [];
}

/** A member asks to leave with everything back: granted as long as the settlement has not frozen the calendar, for then others have a share of what it forfeits. */
export function release(calendar: Calendar | null, releasedAtMs: number): CalendarEvent[] {
  return calendar?.status === 'waiting' || calendar?.status === 'open' ? [{ type: 'released', releasedAtMs }] : [];
}

/** Everything goes back, so nothing is earned or forfeited here. What is settled stays settled. */
export function cancel(calendar: Calendar | null, cancelledAtMs: number): CalendarEvent[] {
  return calendar?.status === 'waiting' || calendar?.status === 'open' ? [{ type: 'cancelled', cancelledAtMs }] : [];
}
