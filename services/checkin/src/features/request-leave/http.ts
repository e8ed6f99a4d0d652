import { checkinHttp, isRefused } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { requestLeave } from '../../domain/leave';
import type { Ports } from '../../ports';
import { presentLeave } from '../present/leave';

export const requestLeaveRoute = route<Pick<Ports, 'calendars' | 'clock' | 'newId'>>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/leave',
  summary: 'Ask to be excused on days of the plan',
  access: ['learner'],
  idempotent: true,
  params: checkinHttp.EnrolmentParams,
  body: checkinHttp.LeaveBody,
  answers: {
    201: checkinHttp.Leave,
    409: refusals(
      'day_not_in_plan',
      'day_not_required',
      'already_checked_in',
      'leave_too_late',
      'too_much_leave',
      'too_many_requests',
      'cohort_settled',
      'enrolment_closed',
      'not_admitted',
    ),
  },
  async handle({ params: { enrolmentId }, body: { days, reason } }, { calendars, clock, newId }) {
    const request = { leaveId: newId(), days, reason, requestedAtMs: clock.nowMs() };
    const outcome = await calendars.change(enrolmentId, (calendar) => requestLeave(calendar, request));
    if (isRefused(outcome)) return outcome;
    return presentLeave(enrolmentId, { ...request, days: [...new Set(days)].sort(), decision: null });
  },
});
