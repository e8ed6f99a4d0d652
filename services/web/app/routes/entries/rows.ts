import { dayAt } from '../../features/members/letters';
import { formatInstant } from '../../features/time/zone';
import type { Entry } from './queries';

/** What names a check-in in the address: of a day somebody may have several, of which all but one are rejected. */
export function keyOfEntry({ enrolmentId, acceptedAt }: Pick<Entry, 'enrolmentId' | 'acceptedAt'>): string {
  return `${enrolmentId}.${Date.parse(acceptedAt)}`;
}

/** Where a half-written reason lies on this device: a reviewer's own, also where several share it. */
export const reasonKey = (reviewerId: string, entry: Parameters<typeof keyOfEntry>[0]): string =>
  `reject:${reviewerId}:${keyOfEntry(entry)}`;

interface Days {
  startsOn: string;
  days: number;
  timeZone: string;
  /** Until noon it is a time of the next morning. */
  dayEndsAt: string;
}

export function daysOf({ startsOn, days }: Pick<Days, 'startsOn' | 'days'>): string[] {
  return Array.from({ length: days }, (_, index) => dayAt(startsOn, index));
}

/** The day that runs, or the cohort's first or last where none does. */
export function dayThatRuns(policy: Days, nowMs: number): string {
  const days = daysOf(policy);
  const shown = formatInstant('en-CA', policy.timeZone, nowMs - pastMidnightMs(policy.dayEndsAt), {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const [first = shown] = days;
  const last = days.at(-1) ?? shown;
  return shown < first ? first : shown > last ? last : shown;
}

function pastMidnightMs(dayEndsAt: string): number {
  const [hours = 0, minutes = 0] = dayEndsAt.split(':').map(Number);
  return hours < 12 ? (hours * 60 + minutes) * 60_000 : 0;
}

/** How a check-in stands with those who review. */
export type ReviewState = 'rejected' | 'open' | 'closed' | 'decided';

export function reviewStateOf({ rejected, rejectableUntil }: Entry, nowMs: number): ReviewState {
  if (rejected !== null) return 'rejected';
  if (rejectableUntil === null) return 'decided';
  return Date.parse(rejectableUntil) > nowMs ? 'open' : 'closed';
}
