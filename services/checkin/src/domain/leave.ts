import { type Refused, iso, refuse } from '@daka/contracts';
import { leaveAskedUntilMs } from '@daka/rules';
import { type Authority, refuseAppointedLate } from './authority';
import type { Calendar, Run, RunEvent } from './calendar';
import { canBeExcused, excuseDays } from './excuse-days';
import { evolveRun } from './evolve';
import { leaveDaysLeft, maxLeaveDays } from './leave-days';
import { isOverdue } from './waiting-requests';

const MAX_LEAVE_REQUESTS = 50;

export type LeaveRefusal =
  | 'not_admitted'
  | 'enrolment_closed'
  | 'cohort_settled'
  | 'day_not_in_plan'
  | 'day_not_required'
  | 'already_checked_in'
  | 'leave_too_late'
  | 'too_much_leave'
  | 'too_many_requests';
export type LeaveDecisionRefusal =
  | 'not_found'
  | 'enrolment_closed'
  | 'cohort_settled'
  | 'already_decided'
  | 'too_much_leave'
  | 'own_request'
  | 'appointed_late';

/** A learner asks to be excused on days of the plan; nothing changes before somebody decides. */
export function requestLeave(
  calendar: Calendar | null,
  request: { leaveId: string; days: readonly string[]; reason: string; requestedAtMs: number },
): Refused<LeaveRefusal> | RunEvent[] {
  const closed = closedToLeave(calendar);
  if (closed !== null) return closed;
  if (calendar?.status !== 'open') return refuse('not_admitted', 'The enrolment is not admitted yet.');
  const { run } = calendar;
  if (run.leave.length >= MAX_LEAVE_REQUESTS)
    return refuse('too_many_requests', `At most ${MAX_LEAVE_REQUESTS} requests for leave.`);

  const days = [...new Set(request.days)].sort();
  for (const day of days) {
    const planDay = run.plan.days.find((candidate) => candidate.day === day);
    const fields = { fields: [{ path: 'days', message: day }] };
    if (planDay === undefined) return refuse('day_not_in_plan', `${day} is not a day of this plan.`, fields);
    if (planDay.kind !== 'required') return refuse('day_not_required', `No check-in is needed on ${day}.`, fields);
    if (!canBeExcused(run, day)) return refuse('already_checked_in', `${day} is already done.`, fields);
  }
  const { requestedAtMs } = request;
  const late = days.find((day) => requestedAtMs >= askedUntilMs(run, day));
  if (late !== undefined) {
    const closedAt = iso(askedUntilMs(run, late));
    return refuse('leave_too_late', `Leave for ${late} could be asked for until ${closedAt}.`, {
      fields: [{ path: 'days', message: late }],
      extra: { closedAt },
    });
  }
  return tooMuchLeave(run, days) ?? [{ type: 'leave-requested', ...request, days }];
}

/** Somebody else approves or declines; approved days that are still required and not done become excused. */
export function decideLeave(
  calendar: Calendar | null,
  {
    authority,
    ...decision
  }: {
    leaveId: string;
    approved: boolean;
    reason: string;
    decidedBy: string;
    decidedAtMs: number;
    authority: Authority;
  },
): Refused<LeaveDecisionRefusal> | RunEvent[] {
  if (calendar === null || calendar.status === 'waiting') return refuse('not_found', 'There is no such request.');
  const request = calendar.run?.leave.find(({ leaveId }) => leaveId === decision.leaveId);
  if (request === undefined) return refuse('not_found', 'There is no such request.');
  if (request.decision !== null) return refuse('already_decided', 'The request is already decided.');
  if (calendar.enrolment.learnerId === decision.decidedBy)
    return refuse('own_request', 'Nobody decides about their own leave.');
  const late = refuseAppointedLate(authority);
  if (late !== null) return late;
  const closed = closedToLeave(calendar);
  if (closed !== null) return closed;
  if (calendar.status !== 'open') throw new Error(`leave on a calendar that is ${calendar.status}`);

  const decided: RunEvent = { type: 'leave-decided', ...decision };
  if (isOverdue(calendar.run, { sinceMs: request.requestedAtMs }, decision.decidedAtMs))
    return refuse('already_decided', 'The time to decide is over: the request is granted by the rule.');
  if (!decision.approved) return [decided];
  const tooMuch = tooMuchLeave(calendar.run, request.days);
  if (tooMuch !== null) return tooMuch;
  return [decided, ...excuseDays(evolveRun(calendar.run, decided), request.days, 'leave', decision.decidedAtMs)];
}

/** A day may still be asked for so long after its close. */
function askedUntilMs({ plan }: Run, day: string): number {
  const closesAtMs = plan.days.find((planDay) => planDay.day === day)?.closesAtMs ?? -Infinity;
  return leaveAskedUntilMs(closesAtMs);
}

function tooMuchLeave(run: Run, days: readonly string[]): Refused<'too_much_leave'> | null {
  const asked = days.filter((day) => canBeExcused(run, day)).length;
  const left = leaveDaysLeft(run);
  if (asked <= left) return null;
  const maxDays = maxLeaveDays(run);
  return refuse('too_much_leave', `At most ${maxDays} days of leave in this cohort; ${left} are left.`, {
    fields: [{ path: 'days', message: `${asked} days` }],
    extra: { maxDays, leftDays: left },
  });
}

function closedToLeave(calendar: Calendar | null): Refused<'enrolment_closed' | 'cohort_settled'> | null {
  if (calendar?.status === 'settled') return refuse('cohort_settled', 'The cohort is settled.');
  if (calendar?.status === 'cancelled') return refuse('enrolment_closed', 'The enrolment is cancelled.');
  return calendar?.status === 'open' && calendar.run.withdrawn
    ? refuse('enrolment_closed', 'The learner has left the cohort.')
    : null;
}
