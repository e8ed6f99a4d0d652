const OFFSET = /^([+-])(\d{2}):(\d{2})$/;
const MINUTE_MS = 60_000;

/** Making a format takes longer than using it a hundred times. A reader meets few: languages, zones and the ways in which `useDates` says them. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats an instant in a zone. Browsers know offsets such as "+08:00" as zones only since 2023, so these are shifted by hand. */
export function formatInstant(
  language: string,
  timeZone: string,
  instantMs: number,
  options: Intl.DateTimeFormatOptions,
): string {
  const offset = offsetMs(timeZone);
  const format = formatOf(language, { ...options, timeZone: offset === null ? timeZone : 'UTC' });
  return format.format(instantMs + (offset ?? 0));
}

/** A calendar date, which has no zone. */
export function formatDay(language: string, day: string, options: Intl.DateTimeFormatOptions): string {
  return formatOf(language, { ...options, timeZone: 'UTC' }).format(Date.parse(`${day}T12:00:00Z`));
}

function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, format);
  return format;
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
