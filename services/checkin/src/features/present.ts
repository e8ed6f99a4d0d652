import type { checkinHttp } from '@daka/contracts';
import type { z } from 'zod';
import { frozenMinor } from '../domain/appeals';
import type { Appeal, LeaveRequest, StoredEntry } from '../domain/calendar';
import { type AdmittedCalendar, type DescribedDay, describeDays, positionOf } from '../domain/describe-calendar';
import type { FoundAppeal } from './ports';

/** An instant as it goes on the wire. */
export function iso(instantMs: number): string {
  return new Date(instantMs).toISOString();
}

/** A whole calendar as of an instant; `longTexts` by `longTextId`. */
export function presentCalendar(calendar: AdmittedCalendar, longTexts: ReadonlyMap<string, string>, nowMs: number): z.input<typeof checkinHttp.CalendarView> {
  const { enrolment: { enrolmentId, cohortId, timeZone }, run } = calendar;
  const { status, evaluation, entitledMinor, dueMinor, bonusMinor } = positionOf(calendar, nowMs);
  const { streak, longestStreak, done, missed, makeUpsUsed, removedOn } = evaluation;
  const { makeUpQuota, depositMinor } = run.plan;
  return {
    enrolmentId, cohortId, memberNumber: run.memberNumber, status, timeZone,
    streak, longestStreak, done, missed, makeUpsUsed,
    makeUpsLeft: makeUpQuota === null ? null : makeUpQuota - makeUpsUsed,
    entitledMinor, dueMinor, depositMinor, frozenMinor: calendar.status === 'cancelled' ? 0 : frozenMinor(run, entitledMinor), currency: run.terms.currency, removedOn, bonusMinor,
    days: describeDays(run, nowMs).map((day) => presentDay(day, longTexts)),
    leave: run.leave.map((request) => presentLeave(enrolmentId, request)),
    appeals: presentAppeals(calendar),
  };
}

/** One learner as the staff sees them in the list. */
export function presentProgress(calendar: AdmittedCalendar, nowMs: number): z.input<typeof checkinHttp.MemberProgress> {
  const { status, evaluation, entitledMinor, bonusMinor } = positionOf(calendar, nowMs);
  const { done, missed, streak, removedOn, completed, perfect } = evaluation;
  const { enrolment: { enrolmentId }, run: { memberNumber } } = calendar;
  return { enrolmentId, memberNumber, status, done, missed, streak, removedOn, entitledMinor, completed, perfect, bonusMinor };
}

export function presentLeave(enrolmentId: string, request: LeaveRequest): z.input<typeof checkinHttp.Leave> {
  const { leaveId, days, reason, requestedAtMs, decision } = request;
  return {
    leaveId, enrolmentId, days: [...days], reason, requestedAt: iso(requestedAtMs),
    status: decision === null ? 'requested' : decision.approved ? 'approved' : 'declined',
    decision: decision && { reason: decision.reason, decidedBy: decision.decidedBy, decidedAt: iso(decision.decidedAtMs) },
  };
}

/** The appeals of one learner, the oldest first. */
export function presentAppeals({ status, enrolment: { enrolmentId }, run: { memberNumber, appeals = [] } }: AdmittedCalendar): z.input<typeof checkinHttp.Appeal>[] {
  return appeals.map((appeal) => presentAppeal({ enrolmentId, memberNumber, isCancelled: status === 'cancelled', appeal }));
}

export function presentAppeal({ enrolmentId, memberNumber, isCancelled, appeal }: FoundAppeal): z.input<typeof checkinHttp.Appeal> {
  const { appealId, subject, reason, openedAtMs, frozenMinor: askedMinor, against, answer } = appeal;
  return {
    appealId, enrolmentId, memberNumber, subject, reason, openedAt: iso(openedAtMs),
    status: statusOf(appeal, isCancelled), frozenMinor: askedMinor,
    against: { reason: against.reason, decidedBy: against.decidedBy, decidedAt: iso(against.decidedAtMs) },
    answer: answer && { decision: answer.decision, reason: answer.reason, answeredBy: answer.answeredBy, answeredAt: iso(answer.answeredAtMs) },
  };
}

function statusOf({ answer }: Appeal, isCancelled: boolean): z.input<typeof checkinHttp.Appeal>['status'] {
  if (answer !== null) return answer.decision;
  return isCancelled ? 'lapsed' : 'open';
}

function presentDay(described: DescribedDay, longTexts: ReadonlyMap<string, string>): z.input<typeof checkinHttp.CalendarDay> {
  const { day, state, position, weight, amountMinor, opensAtMs, closesAtMs, entry, rejected } = described;
  return {
    day, state, opensAt: iso(opensAtMs), closesAt: iso(closesAtMs), position, weight, amountMinor,
    ...(entry && { entry: presentEntry(entry, longTexts) }),
    ...(rejected?.rejection && { rejected: { reason: rejected.rejection.reason, at: iso(rejected.rejection.rejectedAtMs) } }),
  };
}

function presentEntry(entry: StoredEntry, longTexts: ReadonlyMap<string, string>): z.input<typeof checkinHttp.DayEntry> {
  const { acceptedAtMs, kind, via, characters, longTextId } = entry;
  const text = longTextId === undefined ? (entry.text ?? undefined) : longTexts.get(longTextId);
  return { ...(text === undefined ? {} : { text }), acceptedAt: iso(acceptedAtMs), kind, via, characters };
}
