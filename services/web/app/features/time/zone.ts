const OFFSET = /^([+-])(\d{2}):(\d{2})$/;
const MINUTE_MS = 60_000;

/** Formats an instant in a zone. Browsers know offsets such as "+08:00" as zones only since 2023, so these are shifted by hand. */
export function formatInstant(
  language: string,
  timeZone: string,
  instantMs: number,
  options: Intl.DateTimeFormatOptions,
): string {
  const offset = offsetMs(timeZone);
  const format = new Intl.DateTimeFormat(language, { ...options, timeZone: offset === null ? timeZone : 'UTC' });
  return format.format(instantMs + (offset ?? 0));
}

/** A calendar date, which has no zone. */
export function formatDay(language: string, day: string, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  return format.format(Date.parse(`${day}T12:00:00Z`));
}

/** 1 (Monday) to 7. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

function offsetMs(timeZone: string): number | null {
  const match = OFFSET.exec(timeZone);
  if (match === null) return null;
  const [, sign, hours, minutes] = match;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
}
