import { stepFrom } from '../../features/desk/step';
import { formatInstant } from '../../features/time/zone';
import type { QueueRow } from './queries';

export const GROUPS = ['overdue', 'today', 'later'] as const;
export type Group = (typeof GROUPS)[number];

/** By when an answer was promised, in days of the cohort's zone. */
export function groupOf(promisedBy: string, nowMs: number, timeZone: string): Group {
  const atMs = Date.parse(promisedBy);
  if (atMs <= nowMs) return 'overdue';
  return dayOf(atMs, timeZone) === dayOf(nowMs, timeZone) ? 'today' : 'later';
}

function dayOf(instantMs: number, timeZone: string): string {
  return formatInstant('en-CA', timeZone, instantMs, { year: 'numeric', month: '2-digit', day: '2-digit' });
}

/** Whether a row is of whom somebody looks for: a part of the name, or the member's number. */
export function isOf({ memberNumber }: Pick<QueueRow, 'memberNumber'>, name: string | undefined, who: string): boolean {
  const wanted = who.trim().replace(/^#/, '').toLocaleLowerCase();
  if (wanted === '') return true;
  return String(memberNumber) === wanted || (name?.toLocaleLowerCase().includes(wanted) ?? false);
}

/** What is opened once a piece is answered: the one behind it, else the one before. */
export function afterAnswer(ids: readonly string[], answered: string): string | undefined {
  const next = stepFrom(ids, answered, 1) ?? stepFrom(ids, answered, -1);
  return next === answered ? undefined : next;
}
