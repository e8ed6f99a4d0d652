import type { Received } from '@daka/contracts';
import type { Applied } from '@daka/service-kit';
import type { Calendar, CalendarEvent } from '../../domain/calendar';
import { ENROLMENT, POLICY, REVIEWER, apply, at } from '../../domain/calendar.fixture';
import { type Cohort, type CohortEvent, evolveCohort } from '../../domain/cohort';
import { settleCalendar } from '../../domain/settle-calendar';
import type { Ports } from '../ports';
import { createFollowEnrolment } from './consumer';

const { enrolmentId, cohortId } = ENROLMENT;
const published: CohortEvent = { type: 'published', cohortId, organisationId: REVIEWER, policy: POLICY, appealDays: 0, staff: [] };
const started: CohortEvent = { type: 'settlement-started', startedAtMs: at(20) };
const finished: CohortEvent = { type: 'settled', settledAtMs: at(20), members: 0, sharers: 0, poolMinor: 0, bonusMinor: 0, organiserMinor: 0, charityMinor: 0 };
const cohortAfter = (...events: CohortEvent[]): Cohort => [published, ...events].reduce<Cohort | null>(evolveCohort, null) as Cohort;
const admitted = {
  topic: 'membership.enrolment', subject: enrolmentId, streamseq: 2,
  message: { type: 'membership.enrolment-admitted.v1', data: { enrolmentId, cohortId, memberNumber: 9, group: 1, admittedAt: new Date(at(20)).toISOString() } },
} as Received<'membership.enrolment'>;

/** The cohort is read as `first` and, once the calendar has opened, as `later`. */
async function admit(first: Cohort, later: Cohort, { before = { status: 'waiting', enrolment: ENROLMENT } as Calendar, applied = 'applied' as Applied, meanwhile = [] as readonly ((calendar: Calendar) => CalendarEvent[])[] } = {}) {
  let calendar = before;
  const cohorts = [first, later];
  const write = (decide: (calendar: Calendar | null) => readonly CalendarEvent[]) => { calendar = apply(calendar, decide(calendar)); };
  const ports = {
    clock: { nowMs: () => at(20) },
    cohorts: { load: async () => cohorts.shift() ?? later },
    calendars: {
      async applyMessage(_received: unknown, decide: (known: Calendar | null) => readonly CalendarEvent[]) {
        if (applied === 'applied') write(decide);
        for (const act of meanwhile) write((known) => act(known as Calendar));
        return applied;
      },
      change: async (_id: string, decide: (known: Calendar | null) => readonly CalendarEvent[]) => write(decide),
    },
  } as unknown as Ports;
  expect(await createFollowEnrolment(ports)(admitted)).toBe(applied);
  return calendar;
}

const open = async () => admit(cohortAfter(), cohortAfter());

describe('an admission', () => {
  it('opens the calendar while the cohort runs', async () => {
    expect(await open()).toMatchObject({ status: 'open', run: { memberNumber: 9 } });
  });

  it.each([['under way', cohortAfter(started)], ['finished', cohortAfter(started, finished)]])('is refused when the settlement is %s', async (_, cohort) => {
    expect(await admit(cohort, cohort)).toEqual({ status: 'cancelled', enrolment: ENROLMENT, run: null });
  });

  it.each([['started', cohortAfter(started)], ['finished', cohortAfter(started, finished)]])('is taken back when the settlement %s while the calendar opened', async (_, later) => {
    expect(await admit(cohortAfter(), later)).toMatchObject({ status: 'cancelled', run: { memberNumber: 9 } });
  });

  it('that the settlement has frozen already stays in it', async () => {
    expect(await admit(cohortAfter(), cohortAfter(started), { meanwhile: [(calendar) => settleCalendar(calendar, at(20))] })).toMatchObject({ status: 'settled' });
  });

  it('that comes again takes nothing from a member whom the settlement has yet to freeze, and catches one it went past before a crash', async () => {
    const member = await open();
    expect(await admit(cohortAfter(started), cohortAfter(started), { before: member, applied: 'duplicate' })).toBe(member);
    expect(await admit(cohortAfter(started, finished), cohortAfter(started, finished), { before: member, applied: 'duplicate' })).toMatchObject({ status: 'cancelled' });
  });
});
