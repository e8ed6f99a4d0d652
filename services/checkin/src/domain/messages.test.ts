import { expectEmitted } from '@daka/service-kit/testing';
import { ENROLMENT, POLICY, REVIEWER, at, date } from '../testing/calendar';
import type { CalendarEvent } from './calendar';
import { type CohortEvent, evolveCohort } from './cohort';
import { calendarMessages, cohortMessages } from './messages';

const appealId = '0b0e7c1e-7a77-4b58-8d0e-6f1c3f0d1a04';
const day = date(1);
const earning = { day, kind: 'on_time', position: 1, weight: 1 } as const;
const appeal = {
  appealId,
  subject: { kind: 'rejected_entry', day },
  frozenMinor: 1_000,
  reason: 'it was mine',
} as const;

const said: CalendarEvent[] = [
  {
    type: 'entry-accepted',
    day,
    kind: 'on_time',
    via: 'entry',
    characters: 9,
    text: { textId: 't1', text: 'all of it' },
    acceptedAtMs: at(1),
  },
  { type: 'entry-rejected', day, reason: 'copied', rejectedBy: REVIEWER, rejectedAtMs: at(2) },
  { type: 'day-excused', day, reason: 'leave', excusedAtMs: at(2) },
  { type: 'leave-decided', leaveId: REVIEWER, approved: true, reason: 'ill', decidedBy: null, decidedAtMs: at(2) },
  { type: 'entitlement-changed', revision: 1, entitledMinor: 1_000, changedAtMs: at(1) },
  { type: 'payout-due', revision: 2, period: day, dueMinor: 1_000, days: [earning], dueAtMs: at(2) },
  { type: 'removed', removedOn: day, removedAtMs: at(2) },
  { type: 'reinstated', reinstatedAtMs: at(3) },
  {
    type: 'appeal-opened',
    ...appeal,
    against: { reason: 'copied', decidedBy: REVIEWER, decidedAtMs: at(2) },
    openedAtMs: at(3),
  },
  {
    type: 'appeal-answered',
    ...appeal,
    subject: { kind: 'removal', removedOn: day },
    decision: 'upheld',
    excusedDays: [day],
    answeredBy: ENROLMENT.cohortId,
    answeredAs: 'staff',
    answeredAtMs: at(4),
  },
  { type: 'appeal-escalated', ...appeal, escalatedAtMs: at(5) },
  { type: 'admission-refused', refusedAtMs: at(20) },
  { type: 'released', releasedAtMs: at(3) },
  {
    type: 'settled',
    revision: 3,
    days: [earning],
    entitledMinor: 1_000,
    forfeitMinor: 9_000,
    weight: 1,
    completed: true,
    perfect: false,
    settledAtMs: at(20),
  },
  { type: 'bonus-awarded', bonusMinor: 10, awardedAtMs: at(20) },
];

it('says each message about an enrolment, in the shape of its example', () => {
  expectEmitted(
    'checkin.enrolment',
    said.flatMap((event) => calendarMessages(event, { enrolment: ENROLMENT })),
  );
});

it('says to homework what it counts for and which days it can no longer stand for, in the shape of the examples', () => {
  const homework = { submissionId: REVIEWER, version: 1 };
  const counted = { status: 'counted', day, countsAtMs: at(1) } as const;
  const waiting = { ...homework, day, characters: 5, countsAtMs: at(1) };
  const events: CalendarEvent[] = [
    { type: 'homework-judged', ...homework, verdict: counted },
    { type: 'entry-restored', day, rejectedAtMs: at(1), restoredAtMs: at(2) },
  ];
  const told = {
    enrolment: ENROLMENT,
    run: { terms: { currency: 'CNY', accepts: ['homework'], review: 'auto' } },
  } as const;
  const heard = (event: CalendarEvent, of: Parameters<typeof calendarMessages>[1]) =>
    calendarMessages(event, of).filter(({ topic }) => topic === 'checkin.homework');
  expectEmitted(
    'checkin.homework',
    events.flatMap((event) => heard(event, told)),
  );
  expect(heard({ type: 'homework-kept', homework: waiting }, told)).toMatchObject([{ data: { status: 'waits', day } }]);
  const none = { status: 'none', why: 'rest' } as const;
  expect(heard({ type: 'homework-judged', ...homework, verdict: none }, told)).toMatchObject([{ data: none }]);
  const restored: CalendarEvent = { type: 'entry-restored', day, rejectedAtMs: at(1), restoredAtMs: at(2) };
  const entry = { day, acceptedAtMs: at(1), characters: 5, kind: 'on_time', via: 'homework', textId: null } as const;
  const entries = [{ ...entry, restoredAtMs: at(2), homework }];
  const again = { ...homework, status: 'counted', day, countsAt: new Date(at(2)).toISOString() };
  expect(heard(restored, { ...told, run: { ...told.run, entries } })).toMatchObject([
    { data: { day, state: 'done' } },
    { data: again },
  ]);
  // By no homework: its day is done, and no piece is said to count.
  const written = [{ ...entry, via: 'entry' as const, restoredAtMs: at(2) }];
  expect(heard(restored, { ...told, run: { ...told.run, entries: written } })).toHaveLength(1);
  const rejected: CalendarEvent = {
    type: 'entry-rejected',
    day,
    reason: 'x',
    rejectedBy: REVIEWER,
    rejectedAtMs: at(2),
  };
  expect(heard(rejected, told)).toMatchObject([{ data: { day, state: 'free' } }]);
  const excused: CalendarEvent = { type: 'day-excused', day, reason: 'appeal', excusedAtMs: at(2) };
  expect(heard(excused, told)).toMatchObject([{ data: { day, state: 'excused' } }]);
  // Where homework is no check-in, nobody waits for it.
  expect(heard(rejected, { enrolment: ENROLMENT, run: { terms: { ...told.run.terms, accepts: ['entry'] } } })).toEqual(
    [],
  );
});

it('leaves a day that an appeal excuses to the answer, and keeps to itself what concerns nobody', () => {
  const inside: CalendarEvent[] = [
    { type: 'day-excused', day, reason: 'appeal', excusedAtMs: at(2) },
    { type: 'registered', enrolment: ENROLMENT },
    { type: 'cancelled', cancelledAtMs: at(2) },
    { type: 'days-closed', closedDays: 1, nextCloseAtMs: null },
  ];
  expect(inside.flatMap((event) => calendarMessages(event, { enrolment: ENROLMENT }))).toEqual([]);
});

it('says that a day is excused for all and that a cohort is settled, in the shape of the examples', () => {
  const published: CohortEvent = {
    type: 'published',
    cohortId: ENROLMENT.cohortId,
    organisationId: REVIEWER,
    policy: POLICY,
    appealDays: 3,
    staff: [],
  };
  const counts = { members: 3, completed: 2, perfect: 1, sharers: 2 };
  const totals = { ...counts, poolMinor: 10, bonusMinor: 8, organiserMinor: 1, charityMinor: 1 };
  const excused = { day, reason: 'away', decidedBy: REVIEWER, excusedAtMs: at(2) };
  const events: CohortEvent[] = [
    published,
    { type: 'day-excused-for-all', ...excused },
    { type: 'settled', settledAtMs: at(20), ...totals },
  ];
  expectEmitted(
    'checkin.cohort',
    events.flatMap((event) => cohortMessages(event, evolveCohort(null, published))),
  );
});
