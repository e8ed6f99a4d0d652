import type { Policy } from '@daka/rules';
import { scenario } from '@daka/service-kit/testing';
import type { Authority } from '../domain/authority';
import type { Calendar, CalendarEvent, OpenCalendar } from '../domain/calendar';
import { evolve } from '../domain/evolve';
import { open, planOf, register } from '../domain/follow-enrolment';
import { recordEntry } from '../domain/record-entry';

export const ENROLMENT = {
  enrolmentId: '0b6f1a52-4a0e-4d0c-9c0e-0d6b1f3a7a01',
  cohortId: '7f2c1e88-93b1-4a5e-8a44-5f0d7a1c2b02',
  learnerId: '5d1c2b3a-1111-4222-8333-444455556666',
  timeZone: '+08:00',
};
export const REVIEWER = '9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c07';

/** As long as the appeals of the calendars here may wait. */
export const APPEAL_DAYS = 3;

/** On the staff since before anybody paid. */
export const STAFF: Authority = { isStaffInTime: true, isArbiter: false };

/** Ten days from Monday 2 March 2026 in UTC, 100.00 deposit, a flat curve paid daily, two days to make up, twice. */
export const POLICY: Policy = {
  currency: 'CNY',
  entryFeeMinor: 500,
  depositMinor: 10_000,
  startsOn: '2026-03-02',
  days: 10,
  timeZone: '+00:00',
  dayBoundary: 'cohort',
  dayEndsAt: '00:00',
  restDays: { weekdays: [], dates: [] },
  checkIn: { minCharacters: 5, accepts: ['entry', 'homework'], review: 'instructor', aheadDays: 0 },
  makeUp: { windowDays: 2, quota: 2 },
  grace: { days: 0 },
  removal: { per: 'never' },
  refund: { curve: 'flat', cadence: 'daily' },
  forfeits: {
    finishersBps: 8_000,
    organiserBps: 1_000,
    charityBps: 1_000,
    sharedBy: 'completed',
    ifNoFinishers: 'organiser',
  },
};

/** The date of plan day n (1..) and an instant on it. */
export const date = (n: number): string => new Date(Date.UTC(2026, 2, 1 + n)).toISOString().slice(0, 10);
export const at = (n: number, hours = 12): number => Date.UTC(2026, 2, 1 + n, hours);

/** given(events).when(decide).then(events) for a calendar. */
const { given, from } = scenario<Calendar, CalendarEvent>(evolve);
export { given };

/** The calendar after these events; it keeps being open, or ends, as the caller knows. */
export function apply<C extends Calendar | null>(calendar: C, events: readonly CalendarEvent[]): C {
  return from(calendar).and(...events).state as C;
}

/** What made a calendar open under the policy with some of it changed. */
export function admission(changes: Partial<Policy> = {}, policy: Policy = { ...POLICY, ...changes }): CalendarEvent[] {
  const plan = planOf(policy, { timeZone: ENROLMENT.timeZone, excused: [] });
  const waiting: Calendar = { status: 'waiting', enrolment: ENROLMENT };
  return [
    ...register(null, ENROLMENT),
    ...open(waiting, { memberNumber: 1, paidAtMs: at(-3), joinedAtMs: at(-3), policy, appealDays: APPEAL_DAYS, plan }),
  ];
}

/** An open calendar under the policy with some of it changed. */
export function opened(changes: Partial<Policy> = {}, policy: Policy = { ...POLICY, ...changes }): OpenCalendar {
  return apply(null as Calendar | null, admission({}, policy)) as OpenCalendar;
}

/** The calendar after entries for days, each at noon of the day itself; throws where one is refused. */
export function withEntries(calendar: OpenCalendar, ...days: number[]): OpenCalendar {
  return days.reduce((current, day) => apply(current, accepted(current, day)), calendar);
}

export function offer(day: number, acceptedAtMs: number = at(day), text = 'what I did today') {
  const characters = text.replaceAll(' ', '').length;
  return { day: date(day), via: 'entry' as const, characters, text: { textId: `t${day}`, text }, acceptedAtMs };
}

export function accepted(calendar: Calendar, day: number, acceptedAtMs?: number): CalendarEvent[] {
  const outcome = recordEntry(calendar, offer(day, acceptedAtMs));
  if (!Array.isArray(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return outcome;
}

export function typesOf(outcome: unknown): string[] {
  return (outcome as CalendarEvent[]).map(({ type }) => type);
}
