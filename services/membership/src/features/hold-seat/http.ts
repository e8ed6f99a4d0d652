import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { enrolmentBody, type ShowsEnrolments } from '../present/enrolment';
import type { HoldSeat } from './handler';

export const holdSeatRoute = route<{ holdSeat: HoldSeat } & ShowsEnrolments>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/seat',
  summary: 'Hold a seat until it is paid; in a full cohort wait for one, with the place on the list',
  access: ['learner'],
  params: http.EnrolmentParams,
  answers: {
    200: http.EnrolmentBody,
    403: refusals('email_not_proven'),
    404: refusals('not_found'),
    409: refusals(
      'cohort_full',
      'rules_not_accepted',
      'already_admitted',
      'enrolment_ended',
      'enrolment_closed',
      'plan_over',
      'cohort_not_open',
    ),
  },
  isPending: ({ status }) => status === 'waiting',
  handle: async ({ params }, { holdSeat, ...ports }) => {
    const enrolment = await holdSeat(params.enrolmentId);
    return isRefused(enrolment) ? enrolment : enrolmentBody(enrolment, ports);
  },
});
