import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { enrolmentBody } from '../enrolment-body';
import type { UseCases } from '../use-cases';

export const withdrawRoute = route<UseCases>()({
  method: 'post', path: '/enrolments/:enrolmentId/withdrawal', summary: 'Leave: with everything back during the cooling-off', access: ['learner'],
  params: http.EnrolmentParams,
  answers: { 200: http.EnrolmentBody, 404: refusals('not_found'), 409: refusals('enrolment_ended') },
  handle: async ({ params }, { withdraw, seatings }) => {
    const enrolment = await withdraw(params.enrolmentId);
    return isRefused(enrolment) ? enrolment : enrolmentBody(enrolment, seatings);
  },
});
