import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { enrolmentBody, type ShowsEnrolments } from '../present/enrolment';
import type { Withdraw } from './handler';

export const withdrawRoute = route<{ withdraw: Withdraw } & ShowsEnrolments>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/withdrawal',
  summary: 'Leave: with everything back during the cooling-off',
  access: ['learner'],
  params: http.EnrolmentParams,
  answers: { 200: http.EnrolmentBody, 404: refusals('not_found'), 409: refusals('enrolment_ended') },
  handle: async ({ params }, { withdraw, ...ports }) => {
    const enrolment = await withdraw(params.enrolmentId);
    return isRefused(enrolment) ? enrolment : enrolmentBody(enrolment, ports);
  },
});
