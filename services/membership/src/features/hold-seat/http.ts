import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { enrolmentBody } from '../enrolment-body';
import type { UseCases } from '../use-cases';

export const holdSeatRoute = route<UseCases>()({
  method: 'post', path: '/enrolments/:enrolmentId/seat', summary: 'Hold a seat until it is paid, or wait for one', access: ['learner'],
  params: http.EnrolmentParams,
  answers: {
    200: http.EnrolmentBody, 404: refusals('not_found'),
    409: refusals('cohort_full', 'rules_not_accepted', 'already_admitted', 'enrolment_ended', 'enrolment_closed', 'cohort_not_open'),
  },
  handle: async ({ params }, { holdSeat, seatings }) => {
    const enrolment = await holdSeat(params.enrolmentId);
    return isRefused(enrolment) ? enrolment : enrolmentBody(enrolment, seatings);
  },
});
