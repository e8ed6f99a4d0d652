import { checkinHttp, isRefused } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { decideLeave } from '../../domain/leave';
import type { Ports } from '../ports';
import { presentLeave } from '../present';

export const decideLeaveRoute = route<Ports>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/leave/:leaveId/decision',
  summary: 'Approve or decline leave; approved days become excused',
  access: ['class_head', 'owner'],
  params: checkinHttp.LeaveParams,
  body: checkinHttp.LeaveDecisionBody,
  answers: {
    200: checkinHttp.Leave,
    403: refusals('own_request'),
    404: refusals('not_found'),
    409: refusals('already_decided', 'cohort_settled', 'enrolment_closed'),
  },
  async handle({ params: { enrolmentId, leaveId }, body: { approve, reason }, user }, { calendars, clock }) {
    const decision = { leaveId, approved: approve, reason, decidedBy: user.id, decidedAtMs: clock.nowMs() };
    const outcome = await calendars.change(enrolmentId, (calendar) => decideLeave(calendar, decision));
    if (isRefused(outcome)) return outcome;
    const request = outcome.state.status === 'open' ? outcome.state.run.leave.find((known) => known.leaveId === leaveId) : undefined;
    if (request === undefined) throw new Error(`leave ${leaveId} was decided and is not there`);
    return presentLeave(enrolmentId, request);
  },
});
