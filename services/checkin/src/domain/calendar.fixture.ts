import { type Policy, compilePlan } from '@daka/rules';
import type { Calendar, CalendarEvent, OpenCalendar, Run } from './calendar';
import { evolve } from './evolve';
import { open, register } from './follow-enrolment';
import { recordEntry } from './record-entry';

export const ENROLMENT = {
  enrolmentId: '0b6f1a52-4a0e-4d0c-9c0e-0d6b1f3a7a01',
  cohortId: '7f2c1e88-93b1-4a5e-8a44-5f0d7a1c2b02',
  learnerId: '5d1c2b3a-1111-4222-8333-444455556666',
  timeZone: '+08:00',
};
export const REVIEWER = '9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c07';

/** Ten days from Monday 2 March 2026 in UTC, 100.00 deposit, a flat curve paid daily, two days to make up, twice. */
export const POLICY: Policy = {
  currency: 'CNY', entryFeeMinor: 500, depositMinor: 10_000, startsOn: '2026-03-02', days: 10,
  timeZone: '+00:00', dayBoundary: 'cohort', dayEndsAt: '00:00', restDays: { weekdays: [], dates: [] },
  checkIn: { minCharacters: 5, accepts: ['entry', 'homework'], review: 'instructor', aheadDays: 0 },
  makeUp: { windowDays: 2, quota: 2 }, grace: { days: 0 }, removal: { per: 'never' },
  refund: { curve: 'flat', cadence: 'daily' },
  forfeits: { finishersBps: 8_000, organiserBps: 1_000, charityBps: 1_000, sharedBy: 'completed', ifNoFinishers: 'organiser' },
};

/** The date of plan day n (1..) and an instant on it. */
export const date = (n: number): string => new Date(Date.UTC(2026, 2, 1 + n)).toISOString().slice(0, 10);
export const at = (n: number, hours = 12): number => Date.UTC(2026, 2, 1 + n, hours);

export function replay(...events: CalendarEvent[]): Calendar | null {
  return apply(null, events);
}

export function apply<C extends Calendar | null>(calendar: C, events: readonly CalendarEvent[]): C {
  return events.reduce<Calendar | null>(evolve, calendar) as C;
}

/** An open calendar under the policy with some of it changed. */
export function opened(changes: Partial<Policy> = {}, policy: Policy = { ...POLICY, ...changes }): OpenCalendar {
  const waiting = apply(null as Calendar | null, register(null, ENROLMENT));
  return apply(waiting, open(waiting, { memberNumber: 1, policy, excusedDays: [] })) as OpenCalendar;
}

/** The calendar after entries for days, each at noon of the day itself; throws where one is refused. */
export function withEntries(calendar: OpenCalendar, ...days: number[]): OpenCalendar {
  return days.reduce((current, day) => apply(current, accepted(current, day)), calendar);
}

export function offer(day: number, acceptedAtMs: number = at(day), text = 'what I did today') {
  return { day: date(day), via: 'entry' as const, characters: text.replaceAll(' ', '').length, text, acceptedAtMs };
}

export function accepted(calendar: Calendar, day: number, acceptedAtMs?: number): CalendarEvent[] {
  const outcome = recordEntry(calendar, offer(day, acceptedAtMs));
  if (!Array.isArray(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return outcome;
}

export function typesOf(outcome: unknown): string[] {
  return (outcome as CalendarEvent[]).map(({ type }) => type);
}

export function planOf(policy: Policy): Run['plan'] {
  return compilePlan(policy, { timeZone: ENROLMENT.timeZone, excused: [] });
}
