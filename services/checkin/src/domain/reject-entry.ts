import { type Refused, refuse } from '@daka/contracts';
import type { Calendar, RunEvent } from './calendar';
import { closeDays } from './close-days';
import { counts, evolveRunAll } from './evolve';
import { standingChanges } from './standing';

export type RejectionRefusal = 'no_entry' | 'review_is_automatic' | 'cohort_settled' | 'enrolment_closed';

/** A reviewer rejects a check-in: it counts as if it never was and its day is free again; what was sent already nets against later days. */
export function rejectEntry(
  calendar: Calendar | null,
  { day, reason, rejectedBy, rejectedAtMs }: { day: string; reason: string; rejectedBy: string; rejectedAtMs: number },
): Refused<RejectionRefusal> | RunEvent[] {
  if (calendar === null || calendar.status === 'waiting') return refuse('no_entry', `There is no check-in for ${day}.`);
  if (calendar.status === 'cancelled') return refuse('enrolment_closed', 'The enrolment is cancelled.');
  const { run } = calendar;
  if (run.terms.review === 'auto') return refuse('review_is_automatic', 'In this cohort check-ins count without review.');
  if (calendar.status === 'settled') return refuse('cohort_settled', 'The cohort is settled.');
  if (!run.entries.some((entry) => counts(entry, day))) return refuse('no_entry', `There is no check-in for ${day}.`);

  const closed = closeDays(run, rejectedAtMs);
  const rejection: RunEvent = { type: 'entry-rejected', day, reason, rejectedBy, rejectedAtMs };
  return [...closed, rejection, ...standingChanges(evolveRunAll(run, [...closed, rejection]), rejectedAtMs)];
}
