import { membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { enrolmentBody } from '../enrolment-body';
import type { UseCases } from '../use-cases';

export const showEnrolmentRoute = route<UseCases>()({
  method: 'get', path: '/enrolments/:enrolmentId', summary: 'One enrolment', access: ['learner', 'owner', 'class_head', 'instructor', 'committee'],
  params: http.EnrolmentParams,
  answers: { 200: http.EnrolmentBody, 404: refusals('not_found') },
  handle: async ({ params }, { enrolments, seatings }) => {
    const enrolment = await enrolments.load(params.enrolmentId);
    return enrolment ? enrolmentBody(enrolment, seatings) : refuse('not_found');
  },
});
