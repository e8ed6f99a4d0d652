import { checkinHttp, iso, refuse } from '@daka/contracts';
import type { Plan } from '@daka/rules';
import { refusals, route } from '@daka/service-kit';
import type { z } from 'zod';
import { frozenMinor } from '../../domain/appeals';
import type { StoredEntry } from '../../domain/calendar';
import { type AdmittedCalendar, admitted, type DescribedDay, describeCalendar } from '../../domain/describe-calendar';
import { leaveDaysLeft, maxLeaveDays } from '../../domain/leave-days';
import type { Ports, Texts } from '../../ports';
import { presentAppeals } from '../present/appeal';
import { presentFile } from '../present/file';
import { presentLeave } from '../present/leave';

export const showCalendarRoute = route<Pick<Ports, 'calendars' | 'clock'>>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/calendar',
  summary: 'Every day of a learner with its state and its part in the money',
  access: ['learner', 'owner', 'class_head', 'instructor', 'committee'],
  params: checkinHttp.EnrolmentParams,
  answers: { 200: checkinHttp.CalendarView, 404: refusals('not_found') },
  async handle({ params: { enrolmentId } }, { calendars, clock }) {
    const calendar = admitted(await calendars.load(enrolmentId));
    if (calendar === null) return refuse('not_found', 'There are no days before admission.');
    return presentCalendar(calendar, await calendars.texts(calendar), clock.nowMs());
  },
});

/** A whole calendar as of an instant. */
export function presentCalendar(
  calendar: AdmittedCalendar,
  texts: Texts,
  nowMs: number,
): z.input<typeof checkinHttp.CalendarView> {
  const { enrolment, run } = calendar;
  const { enrolmentId, cohortId, timeZone } = enrolment;
  const { sums, days } = describeCalendar(calendar, nowMs);
  const { status, evaluation, entitledMinor, dueMinor, bonusMinor } = sums;
  const { streak, longestStreak, done, missed, makeUpsUsed, removedOn } = evaluation;
  const { makeUpQuota, depositMinor } = run.plan;
  return {
    enrolmentId,
    cohortId,
    memberNumber: run.memberNumber,
    status,
    timeZone,
    streak,
    longestStreak,
    done,
    missed,
    makeUpsUsed,
    makeUpsLeft: makeUpQuota === null ? null : makeUpQuota - makeUpsUsed,
    entitledMinor,
    dueMinor,
    depositMinor,
    frozenMinor: calendar.status === 'cancelled' ? 0 : frozenMinor(run, entitledMinor),
    currency: run.terms.currency,
    removedOn,
    ...(run.byHand && { removedByHand: { reason: run.byHand.reason, removedAt: iso(run.byHand.removedAtMs) } }),
    // As of now, so that somebody who is out by the clock alone is told so too; when it was announced, the window to appeal began.
    removedAt: removedOn === null || run.removedAtMs === null ? null : iso(run.removedAtMs),
    bonusMinor,
    days: presentDays(calendar, days, texts),
    leaveDays: { max: maxLeaveDays(run), left: leaveDaysLeft(run) },
    leave: run.leave.map((request) => presentLeave(enrolmentId, request)),
    appeals: presentAppeals(calendar),
  };
}

function presentDays(
  { run }: AdmittedCalendar,
  days: readonly DescribedDay[],
  texts: Texts,
): z.input<typeof checkinHttp.CalendarDay>[] {
  const hours = hoursOf(run.plan);
  return days.map((day, index) => presentDay(day, hours[index], run.entries, texts));
}

function presentDay(
  { day, state, position, weight, amountMinor, entryAt, rejected }: DescribedDay,
  { opensAt, closesAt } = { opensAt: '', closesAt: '' },
  entries: readonly StoredEntry[],
  texts: Texts,
): z.input<typeof checkinHttp.CalendarDay> {
  const shown: z.input<typeof checkinHttp.CalendarDay> = {
    day,
    state,
    opensAt,
    closesAt,
    position,
    weight,
    amountMinor,
  };
  const entry = entryAt === null ? undefined : entries[entryAt];
  if (entry !== undefined) shown.entry = presentEntry(entry, texts);
  if (rejected?.rejection) {
    const { reason, rejectedAtMs } = rejected.rejection;
    shown.rejected = { reason, at: iso(rejectedAtMs) };
  }
  return shown;
}

function presentEntry(entry: StoredEntry, texts: Texts): z.input<typeof checkinHttp.DayEntry> {
  const { acceptedAtMs, kind, via, characters, textId } = entry;
  const text = textId === null ? entry.text : texts.get(textId);
  const shown: z.input<typeof checkinHttp.DayEntry> = { acceptedAt: iso(acceptedAtMs), kind, via, characters };
  if (text !== undefined) shown.text = text;
  if (entry.files !== undefined) shown.files = entry.files.map(presentFile);
  return shown;
}

interface Hours {
  opensAt: string;
  closesAt: string;
}

/** Plans are shared and never change, so that their instants need to be written out once only. */
const known = new WeakMap<Plan, readonly Hours[]>();

function hoursOf(plan: Plan): readonly Hours[] {
  const hours =
    known.get(plan) ??
    plan.days.map(({ opensAtMs, closesAtMs }) => ({ opensAt: iso(opensAtMs), closesAt: iso(closesAtMs) }));
  known.set(plan, hours);
  return hours;
}
