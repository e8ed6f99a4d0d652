import { isTimeZone, localInstantMs } from '@daka/rules';
import { formatInstant } from '../time/zone';

/** An instant as an input of the kind datetime-local holds it, in the zone of the class. */
export function localTimeOf(instant: string, timeZone: string): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  return formatInstant('sv-SE', timeZone, Date.parse(instant), { ...parts, hourCycle: 'h23' }).replace(' ', 'T');
}

/** Which instant it is, as the rules take a local time (a gap moves forward, an overlap takes the earlier); null: none. */
export function instantOf(localTime: string, timeZone: string): string | null {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(localTime) ?? [];
  if (day === undefined || time === undefined || !isTimeZone(timeZone)) return null;
  try {
    return new Date(localInstantMs(day, time, timeZone)).toISOString();
  } catch {
    return null; // no such date or time
  }
}
