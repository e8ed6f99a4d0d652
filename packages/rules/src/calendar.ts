import { Temporal } from 'temporal-polyfill';

/** A calendar date, "YYYY-MM-DD". */
export type PlainDate = string;

/** Calendar facts of a date that do not depend on a zone. */
export interface CalendarDate {
  day: PlainDate;
  /** ISO weekday: 1 is Monday, 7 is Sunday. */
  weekday: number;
  /** ISO week with its own year, "2025-W32". */
  week: string;
}

/** The dates from `first` on, `count` of them, in order. */
export function consecutiveDates(first: PlainDate, count: number): CalendarDate[] {
  const start = Temporal.PlainDate.from(first);
  return Array.from({ length: count }, (_, offset) => {
    const date = start.add({ days: offset });
    return { day: date.toString(), weekday: date.dayOfWeek, week: isoWeek(date) };
  });
}

/** Days from one date to another; negative where `until` is the earlier. */
export function daysBetween(since: PlainDate, until: PlainDate): number {
  return Temporal.PlainDate.from(since).until(Temporal.PlainDate.from(until)).days;
}

/**
 * Day boundaries in one zone: gives, for an offset in days from `first`, the instant (epoch milliseconds) of local `timeOfDay` on that date.
 * Local times resolve as Temporal's `compatible`: a gap moves forward, an overlap takes the earlier. Each date is resolved once.
 */
export function dayBoundaries(first: PlainDate, timeOfDay: string, timeZone: string): (offsetDays: number) => number {
  const start = Temporal.PlainDate.from(first);
  const plainTime = Temporal.PlainTime.from(timeOfDay);
  const known = new Map<number, number>();
  return (offsetDays) => {
    const remembered = known.get(offsetDays);
    if (remembered !== undefined) return remembered;
    const boundaryMs = start.add({ days: offsetDays }).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
    known.set(offsetDays, boundaryMs);
    return boundaryMs;
  };
}

/** The instant (epoch milliseconds) of a local time, resolved as `dayBoundaries` does. @throws RangeError for what is no date, time or zone. */
export function localInstantMs(day: PlainDate, timeOfDay: string, timeZone: string): number {
  return dayBoundaries(day, timeOfDay, timeZone)(0);
}

/** How documents name what `isTimeZone` takes. */
export const TIME_ZONE_FORMAT = 'time-zone';
/** No place on earth lies beyond -12:00 or +14:00. */
export const FIXED_OFFSET = /^(?:-(?:0\d|1[01]):[0-5]\d|-12:00|\+(?:0\d|1[0-3]):[0-5]\d|\+14:00)$/;
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;

/** True for an IANA zone name that is known here and for a fixed offset such as "+05:45". */
export function isTimeZone(text: string): boolean {
  if (FIXED_OFFSET.test(text)) return true;
  if (!ZONE_NAME.test(text)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}

function isoWeek(date: Temporal.PlainDate): string {
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
}
