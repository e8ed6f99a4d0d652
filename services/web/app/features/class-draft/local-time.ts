import { compilePlan, isTimeZone, type Policy } from '@daka/rules';
import { formatInstant } from '../time/zone';

/** An instant as an input of the kind datetime-local holds it, in the zone of the class. */
export function localTimeOf(instant: string, timeZone: string): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  return formatInstant('sv-SE', timeZone, Date.parse(instant), { ...parts, hourCycle: 'h23' }).replace(' ', 'T');
}

/** Which instant it is, as the rules take a local time (a gap moves forward, an overlap takes the earlier); null: none. */
export function instantOf(localTime: string, timeZone: string): string | null {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(localTime) ?? [];
  if (day === undefined || time === undefined || !isTimeZone(timeZone) || Number.isNaN(Date.parse(day))) return null;
  // A day opens at the local time at which days end.
  const [only] = compilePlan(
    { ...anyPolicy, startsOn: day, dayEndsAt: time, timeZone },
    { timeZone, excused: [] },
  ).days;
  return only === undefined ? null : new Date(only.opensAtMs).toISOString();
}

const anyPolicy: Policy = {
  currency: 'CNY',
  entryFeeMinor: 0,
  depositMinor: 0,
  startsOn: '2026-01-01',
  days: 1,
  timeZone: 'UTC',
  dayBoundary: 'cohort',
  dayEndsAt: '00:00',
  restDays: { weekdays: [], dates: [] },
  checkIn: { minCharacters: 0, accepts: ['entry'], review: 'auto', aheadDays: 0 },
  makeUp: { windowDays: 0, quota: 0 },
  grace: { days: 0 },
  removal: { per: 'never' },
  refund: { curve: 'flat', cadence: 'at_end' },
  forfeits: {
    finishersBps: 10_000,
    organiserBps: 0,
    charityBps: 0,
    sharedBy: 'completed',
    ifNoFinishers: 'return_pro_rata',
  },
};
