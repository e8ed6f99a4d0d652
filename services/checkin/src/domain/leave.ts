import { type Refused, refuse } from '@daka/contracts';
import type { Calendar, RunEvent } from './calendar';
import { canBeExcused, excuseDays } from './excuse-days';
import { evolveRun } from './evolve';

const MAX_LEAVE_REQUESTS = 50;

export type LeaveRefusal =
  | 'not_admitted' | 'enrolment_closed' | 'cohort_settled' | 'day_not_in_plan' | 'day_not_required' | 'already_checked_in' | 'too_many_requests';
export type LeaveDecisionRefusal = 'not_found' | 'enrolment_closed' | 'cohort_settled' | 'already_decided' | 'own_request';

/** A learner asks to be excused on days of the plan; nothing changes before somebody decides. */
export function requestLeave(
  calendar: Calendar | null,
  request: { leaveId: string; days: readonly string[]; reason: string; requestedAtMs: number },
): Refused<LeaveRefusal> | RunEvent[] {
  const closed = closedToLeave(calendar);
  if (closed !== null) return closed;
  if (calendar?.status !== 'open') return refuse('not_admitted', 'The enrolment is not admitted yet.');
  const { run } = calendar;
  if (run.leave.length >= MAX_LEAVE_REQUESTS) return refuse('too_many_requests', `At most ${MAX_LEAVE_REQUESTS} requests for leave.`);

  const days = [...new Set(request.days)].sort();
  for (const day of days) {
    const planDay = run.plan.days.find((candidate) => candidate.day === day);
    const fields = { fields: [{ path: 'days', message: day }] };
    if (planDay === undefined) return refuse('day_not_in_plan', `${day} is not a day of this plan.`, fields);
    if (planDay.kind !== 'required') return refuse('day_not_required', `No check-in is needed on ${day}.`, fields);
    if (!canBeExcused(run, day)) return refuse('already_checked_in', `${day} is already done.`, fields);
  }
  return [{ type: 'leave-requested', ...request, days }];
}

/** Somebody else approves or declines; approved days that are still required and not done become excused. */
export function decideLeave(
  calendar: Calendar | null,
  decision: { leaveId: string; approved: boolean; reason: string; decidedBy: string; decidedAtMs: number },
): Refused<LeaveDecisionRefusal> | RunEvent[] {
  if (calendar === null || calendar.status === 'waiting') return refuse('not_found', 'There is no such request.');
  const request = calendar.run?.leave.find(({ leaveId }) => leaveId === decision.leaveId);
  if (request === undefined) return refuse('not_found', 'There is no such request.');
  if (request.decision !== null) return refuse('already_decided', 'The request is already decided.');
  if (calendar.enrolment.learnerId === decision.decidedBy) return refuse('own_request', 'Nobody decides about their own leave.');
  const closed = closedToLeave(calendar);
  if (closed !== null) return closed;
  if (calendar.status !== 'open') throw new Error(`leave on a calendar that is ${calendar.status}`);

  const decided: RunEvent = { type: 'leave-decided', ...decision };
  if (!decision.approved) return [decided];
  return [decided, ...excuseDays(evolveRun(calendar.run, decided), request.days, 'leave', decision.decidedAtMs)];
}

function closedToLeave(calendar: Calendar | null): Refused<'enrolment_closed' | 'cohort_settled'> | null {
  if (calendar?.status === 'settled') return refuse('cohort_settled', 'The cohort is settled.');
  if (calendar?.status === 'cancelled') return refuse('enrolment_closed', 'The enrolment is cancelled.');
  return calendar?.status === 'open' && calendar.run.withdrawn ? refuse('enrolment_closed', 'The learner has left the cohort.') : null;
}
