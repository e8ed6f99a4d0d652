import type { Plan } from '@daka/rules';
import { answerAppeal } from '../../domain/answer-appeal';
import type { Calendar, CalendarEvent } from '../../domain/calendar';
import { ENROLMENT, POLICY, REVIEWER, STAFF, at, date } from '../../testing/calendar';
import { closeDays } from '../../domain/close-days';
import { evolve } from '../../domain/evolve';
import { excuseForAll } from '../../domain/excuse-days';
import { open, planOf, register, withdraw } from '../../domain/follow-enrolment';
import { openAppeal } from '../../domain/open-appeal';
import { type OfferedEntry, recordEntry } from '../../domain/record-entry';
import { rejectEntry } from '../../domain/reject-entry';
import { settleCalendar } from '../../domain/settle-calendar';
import { type StoredCalendar, createCalendarForm } from './stored-calendar';
import { upcastCalendar } from './upcast-calendar';

/** Two forms over the same plans are two processes: the second has resolved nothing yet. */
function forms() {
  const stored = new Map<string, Plan>();
  const plans = {
    byId: async (planId: string) => stored.get(planId) as Plan,
    idOf: (plan: Plan) => {
      stored.set(String(plan.days.length), plan);
      return String(plan.days.length);
    },
  };
  return [createCalendarForm(plans), createCalendarForm(plans)] as const;
}

const entry: OfferedEntry = {
  day: date(1),
  via: 'entry',
  characters: 9,
  text: { textId: 't1', text: 'what I did' },
  acceptedAtMs: at(1),
};
const learner = { timeZone: ENROLMENT.timeZone, excused: [date(9)] };
const acts: ((calendar: Calendar | null) => readonly CalendarEvent[])[] = [
  (calendar) => register(calendar, ENROLMENT),
  (calendar) =>
    open(calendar, {
      memberNumber: 1,
      paidAtMs: null,
      joinedAtMs: 0,
      policy: POLICY,
      appealDays: 3,
      plan: planOf(POLICY, learner),
    }),
  (calendar) => recordEntry(calendar, entry) as CalendarEvent[],
  (calendar) =>
    rejectEntry(calendar, {
      day: date(1),
      reason: 'copied',
      rejectedBy: REVIEWER,
      rejectedAtMs: at(1, 13),
      reviewDays: 3,
    }) as CalendarEvent[],
  (calendar) => excuseForAll(calendar, date(1), at(1, 14)),
  (calendar) =>
    openAppeal(calendar, {
      appealId: 'a1',
      subject: { kind: 'rejected_entry', day: date(1) },
      reason: 'mine',
      openedAtMs: at(1, 14),
      appealDays: 3,
    }) as CalendarEvent[],
  (calendar) =>
    answerAppeal(calendar, {
      appealId: 'a1',
      decision: 'upheld',
      reason: 'it is',
      answeredBy: ENROLMENT.cohortId,
      authority: STAFF,
      answeredAtMs: at(1, 15),
    }) as CalendarEvent[],
  (calendar) => excuseForAll(calendar, date(4), at(2)),
  (calendar) => excuseForAll(calendar, date(5), at(2)),
  (calendar) => withdraw(calendar, date(6), at(6)),
  (calendar) => (calendar?.status === 'open' ? closeDays(calendar.run, at(8)) : []),
  (calendar) => settleCalendar(calendar, at(20)),
];

it('a calendar reads the same stored as it was kept whole, in every state and in every process', async () => {
  const [form, other] = forms();
  let whole: Calendar | null = null;
  let stored: StoredCalendar | null = null;
  for (const act of acts) {
    const events: readonly CalendarEvent[] = act(whole);
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) {
      whole = evolve(whole, event);
      stored = form.evolve(stored, event);
    }
    expect(stored && form.read(stored)).toEqual(whole);
    const copy = JSON.parse(JSON.stringify(stored)) as StoredCalendar;
    await other.prepare(copy);
    expect(other.read(upcastCalendar(copy))).toEqual(whole);
  }
  expect(JSON.stringify(stored)).not.toContain('opensAtMs');
});
