import { iso } from '@daka/contracts';
const DAY_MS = 86_400_000;

/** The instant that ends a UTC day: what was posted before it belongs to the day. */
export function cutOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) + DAY_MS;
}

function dayAt(atMs: number): string {
  return iso(atMs).slice(0, 10);
}

function nextDay(day: string): string {
  return dayAt(cutOf(day));
}

/**
 * The next day to be proven, or null when the cursor has caught up. Days that nobody was there for are caught up one by one:
 * the journal still knows how each book stood.
 * @param lastDay the last day that is proven, @param firstAtMs when the organisation's first money moved; null: never
 */
export function nextDueDay(lastDay: string | null, firstAtMs: number | null, nowMs: number): string | null {
  if (lastDay === null && firstAtMs === null) return null;
  const day = lastDay === null ? dayAt(firstAtMs ?? 0) : nextDay(lastDay);
  return cutOf(day) + GRACE_MS <= nowMs ? day : null;
}

/** An entry takes its instant before it is written: one that is on its way at midnight is waited for. */
const GRACE_MS = 60_000;
