import { type Refused, refuse } from '@daka/contracts';
import { knownUntilMs, unannouncedChanges } from './announce';
import { type Authority, refuseAppointedLate } from './authority';
import type { Calendar, RunEvent } from './calendar';
import { closeDays } from './close-days';
import { evolveRunAll } from './evolve';
import { runningPlanDay } from './plan-day';

export type HandRemovalRefusal =
  | 'not_admitted'
  | 'already_removed'
  | 'own_request'
  | 'member_is_staff'
  | 'appointed_late'
  | 'plan_over'
  | 'cohort_settled'
  | 'enrolment_closed';

/**
 * The staff takes a member out for what they did, with a reason, while their days run. Only a rule that was accepted forfeits, so nothing is: the
 * whole deposit is the member's from here on, unless an appeal brings them back to earn it. Who is out by the rule already stays out by it.
 */
export function removeByHand(
  calendar: Calendar | null,
  {
    authority,
    isStaff,
    ...removal
  }: {
    reason: string;
    removedBy: string;
    removedAtMs: number;
    authority: Authority;
    /** Whether the member works for the cohort. */
    isStaff: boolean;
  },
): Refused<HandRemovalRefusal> | RunEvent[] {
  if (calendar === null || calendar.status === 'waiting')
    return refuse('not_admitted', 'The enrolment is not admitted yet.');
  const { learnerId } = calendar.enrolment;
  if (learnerId === removal.removedBy) return refuse('own_request', 'Nobody removes themselves: who wants to, leaves.');
  if (isStaff) return refuse('member_is_staff', 'Who works for the cohort is not removed by others who do.');
  const late = refuseAppointedLate(authority);
  if (late !== null) return late;
  if (calendar.status === 'settled') return refuse('cohort_settled', 'The cohort is settled.');
  if (calendar.status === 'cancelled') return refuse('enrolment_closed', 'The enrolment is cancelled.');
  if (calendar.run.withdrawn) return refuse('enrolment_closed', 'The learner has left the cohort.');

  const { removedAtMs } = removal;
  const closed = closeDays(calendar.run, removedAtMs);
  const run = evolveRunAll(calendar.run, closed);
  // Also by what the calendar has seen: a request that was held up, in an outage or by a slow clock, is no earlier for it.
  if (Math.max(removedAtMs, knownUntilMs(run)) >= run.lastCloseAtMs)
    return refuse('plan_over', 'The last day has closed: what was done to finish is not taken away any more.');
  if (run.announced.removedOn !== null) return refuse('already_removed', 'The learner is out already.');

  const removed: RunEvent = { type: 'removed-by-hand', ...removal, removedOn: runningPlanDay(run.plan, removedAtMs) };
  return [...closed, removed, ...unannouncedChanges(evolveRunAll(run, [removed]), removedAtMs)];
}
