import { checkinHttp, isRefused } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { decideLeave } from '../../domain/leave';
import type { AuthorityIn } from '../authority';
import type { Ports } from '../../ports';
import { presentLeave } from '../present/leave';

export const decideLeaveRoute = route<Pick<Ports, 'calendars' | 'clock'> & { authorityIn: AuthorityIn }>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/leave/:leaveId/decision',
  summary: 'Approve or decline leave; approved days become excused',
  access: ['class_head', 'owner', 'arbiter'],
  params: checkinHttp.LeaveParams,
  body: checkinHttp.LeaveDecisionBody,
  answers: {
    200: checkinHttp.Leave,
    403: refusals('own_request', 'appointed_late'),
    404: refusals('not_found'),
    409: refusals('already_decided', 'too_much_leave', 'cohort_settled', 'enrolment_closed'),
  },
  async handle(
    { params: { enrolmentId, leaveId }, body: { approve, reason }, user },
    { calendars, clock, authorityIn },
  ) {
    const authority = await authorityIn((await calendars.enrolment(enrolmentId))?.cohortId, user.id);
    const decidedAtMs = clock.nowMs();
    const decision = { leaveId, approved: approve, reason, decidedBy: user.id, decidedAtMs, authority };
    const outcome = await calendars.change(enrolmentId, (calendar) => decideLeave(calendar, decision));
    if (isRefused(outcome)) return outcome;
    const request =
      outcome.state.status === 'open' ? outcome.state.run.leave.find((known) => known.leaveId === leaveId) : undefined;
    if (request === undefined) throw new Error(`leave ${leaveId} was decided and is not there`);
    return presentLeave(enrolmentId, request);
  },
});
