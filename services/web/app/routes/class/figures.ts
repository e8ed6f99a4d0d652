import type { MemberDays } from '../../features/members/read';

type Row = Pick<MemberDays, 'days' | 'status' | 'silentDays' | 'lastEntryAt'>;

/** What one day came to, over all members. */
export interface DaySums {
  onTime: number;
  madeUp: number;
  missed: number;
  /** Nothing was asked of them: rest, excused, before they joined. */
  notAsked: number;
  /** Of those who were asked and whose day has closed, how many did it; null: nobody yet. */
  share: number | null;
}

/** How far a share is, of how many. */
export interface Share {
  count: number;
  of: number;
}

/** Whoever checked in within that many days is active. */
export const ACTIVE_DAYS = 7;

/** By the place of the day. */
export function daySums(rows: readonly Row[]): DaySums[] {
  const length = Math.max(0, ...rows.map(({ days }) => days.length));
  const counts = Array.from({ length }, () => ({ d: 0, m: 0, x: 0, rest: 0 }));
  for (const { days } of rows) for (let at = 0; at < days.length; at += 1) count(counts[at], days[at]);
  return counts.map(({ d, m, x, rest }) => ({
    onTime: d,
    madeUp: m,
    missed: x,
    notAsked: rest,
    share: d + m + x === 0 ? null : (d + m) / (d + m + x),
  }));
}

function count(sums: { d: number; m: number; x: number; rest: number } | undefined, letter: string | undefined): void {
  if (sums === undefined) return;
  if (letter === 'd' || letter === 'm' || letter === 'x') sums[letter] += 1;
  else if (letter === 'r' || letter === 'e' || letter === 'b') sums.rest += 1;
}

/** Of those whose days run, who checked in lately. */
export function activeShare(rows: readonly Row[]): Share {
  const running = rows.filter(({ silentDays }) => silentDays !== null);
  const active = running.filter(
    ({ silentDays, lastEntryAt }) => lastEntryAt !== null && (silentDays ?? ACTIVE_DAYS) < ACTIVE_DAYS,
  );
  return { count: active.length, of: running.length };
}

/** Of everybody who was admitted and whose money did not simply go back, who checked in at all. */
export function firstEntryShare(rows: readonly Row[]): Share {
  const came = rows.filter(({ status }) => status !== 'cancelled');
  return { count: came.filter(({ lastEntryAt }) => lastEntryAt !== null).length, of: came.length };
}

/** Silent for so long, the longest first. */
export function silentOf<R extends Row>(rows: readonly R[], least: number): R[] {
  return rows
    .filter(({ silentDays }) => silentDays !== null && silentDays >= least)
    .sort((one, other) => (other.silentDays ?? 0) - (one.silentDays ?? 0));
}
