import { answering } from './answer-appeal';
import type { Calendar, LeaveRequest, OpenCalendar, Run, RunEvent } from './calendar';
import { rollOver } from './close-days';
import { evolveRunAll } from './evolve';
import { excuseDays } from './excuse-days';
import { leaveDaysLeft } from './leave-days';
import { answerDays, answerDueMs, waitingRequests } from './waiting-requests';

/** The timer's command: what nobody answered in time is granted, and what has closed is worked off. */
export function passTime(calendar: OpenCalendar, nowMs: number): RunEvent[] {
  const granted = grantOverdue(calendar, nowMs);
  const run = evolveRunAll(calendar.run, granted);
  return [...granted, ...rollOver({ ...calendar, run }, nowMs)];
}

/**
 * Grants each appeal and request for leave whose time to answer, `appealDays`, is over: an appeal is upheld, leave is given as far as the
 * days of leave reach. A run from before these days were kept in it needs them from its cohort.
 */
export function grantOverdue(calendar: Calendar | null, nowMs: number, appealDays?: number): RunEvent[] {
  if (calendar?.status !== 'open') return [];
  const days = calendar.run.terms.appealDays ?? appealDays;
  if (days === undefined) return [];
  const events: RunEvent[] = [];
  for (const { kind, id } of waitingRequests(calendar.run).filter((waiting) => answerDueMs(waiting, days) <= nowMs)) {
    const run = evolveRunAll(calendar.run, events);
    const appeal = run.appeals.find(({ appealId }) => kind === 'appeal' && appealId === id);
    const request = run.leave.find(({ leaveId }) => kind === 'leave' && leaveId === id);
    if (appeal !== undefined) {
      const granted = { decision: 'upheld' as const, reason: byTheRule(days), answeredBy: null, answeredAtMs: nowMs };
      events.push(...answering(run, appeal, granted));
    }
    if (request !== undefined) events.push(...grantLeave(run, request, days, nowMs));
  }
  return events;
}

function grantLeave(run: Run, { leaveId, days }: LeaveRequest, appealDays: number, nowMs: number): RunEvent[] {
  const left = leaveDaysLeft(run);
  const granted = days.slice(0, left);
  const declinedDays = days.slice(left);
  const beyond = `, beyond the days of leave of this cohort: ${declinedDays.join(', ')}`;
  const decided: RunEvent = {
    type: 'leave-decided',
    leaveId,
    approved: granted.length > 0,
    reason: `${byTheRule(appealDays)}${declinedDays.length > 0 ? beyond : ''}`,
    decidedBy: null,
    decidedAtMs: nowMs,
    ...(declinedDays.length > 0 && granted.length > 0 ? { declinedDays } : {}),
  };
  return [decided, ...excuseDays(evolveRunAll(run, [decided]), granted, 'leave', nowMs)];
}

function byTheRule(appealDays: number): string {
  return `Nobody answered within ${answerDays(appealDays)} days: granted by the rule`;
}
