import { type Refused, iso, refuse } from '@daka/contracts';
import { windowEndMs } from '@daka/rules';
import type { Calendar, Run, RunEvent, StoredEntry } from './calendar';
import { closeDays } from './close-days';
import { counts, evolveRunAll } from './evolve';
import { unannouncedChanges } from './announce';

export type RejectionRefusal =
  | 'no_entry'
  | 'already_decided'
  | 'own_request'
  | 'review_is_automatic'
  | 'review_window_closed'
  | 'cohort_settled'
  | 'enrolment_closed';

/** A reviewer rejects a check-in within `reviewDays` of its acceptance: it counts as if it never was and its day is free again; what was sent already nets against later days. */
export function rejectEntry(
  calendar: Calendar | null,
  {
    reviewDays,
    readAtMs,
    ...rejected
  }: {
    day: string;
    reason: string;
    rejectedBy: string;
    rejectedAtMs: number;
    reviewDays: number;
    /** When the check-in was accepted that the reviewer read; undefined: whichever counts. */
    readAtMs?: number | undefined;
  },
): Refused<RejectionRefusal> | RunEvent[] {
  const { day, rejectedBy, rejectedAtMs } = rejected;
  if (calendar === null || calendar.status === 'waiting') return refuse('no_entry', `There is no check-in for ${day}.`);
  if (calendar.status === 'cancelled') return refuse('enrolment_closed', 'The enrolment is cancelled.');
  const { run } = calendar;
  if (run.terms.review === 'auto')
    return refuse('review_is_automatic', 'In this cohort check-ins count without review.');
  if (calendar.status === 'settled') return refuse('cohort_settled', 'The cohort is settled.');
  if (calendar.enrolment.learnerId === rejectedBy) return refuse('own_request', 'Nobody reviews their own check-ins.');
  const entry = run.entries.find((one) => counts(one, day));
  if (entry === undefined) return refuse('no_entry', `There is no check-in for ${day}.`);
  if (readAtMs !== undefined && entry.acceptedAtMs !== readAtMs)
    return refuse('no_entry', 'Another check-in has taken the place of the one that was read.');
  if (entry.restoredAtMs !== undefined)
    return refuse('already_decided', 'An appeal gave this check-in back: it is decided.');
  const untilMs = windowEndMs(entry.acceptedAtMs, reviewDays);
  if (rejectedAtMs >= untilMs) return windowClosed(untilMs, reviewDays);

  const closed = closeDays(run, rejectedAtMs);
  const rejection: RunEvent = { type: 'entry-rejected', ...rejected };
  return [...closed, rejection, ...unannouncedChanges(evolveRunAll(run, [...closed, rejection]), rejectedAtMs)];
}

/** Until when a check-in can be rejected; null: it cannot, whatever the time. */
export function rejectableUntilMs(
  { status, review, entry }: { status: Calendar['status']; review: Run['terms']['review']; entry: StoredEntry },
  reviewDays: number,
): number | null {
  const isDecided = entry.rejected === true || entry.restoredAtMs !== undefined;
  return status !== 'open' || review === 'auto' || isDecided ? null : windowEndMs(entry.acceptedAtMs, reviewDays);
}

function windowClosed(untilMs: number, reviewDays: number): Refused<'review_window_closed'> {
  const closedAt = iso(untilMs);
  return refuse('review_window_closed', `It could be rejected for ${reviewDays} days, until ${closedAt}.`, {
    extra: { closedAt },
  });
}
