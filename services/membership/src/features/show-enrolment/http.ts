import { membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { enrolmentBody, type ShowsEnrolments } from '../present/enrolment';
import type { Ports } from '../../ports';

export const showEnrolmentRoute = route<Pick<Ports, 'enrolments'> & ShowsEnrolments>()({
  method: 'get',
  path: '/enrolments/:enrolmentId',
  summary: 'One enrolment',
  access: ['learner', 'owner', 'class_head', 'instructor', 'committee'],
  params: http.EnrolmentParams,
  answers: { 200: http.EnrolmentBody, 404: refusals('not_found') },
  handle: async ({ params }, { enrolments, ...ports }) => {
    const enrolment = await enrolments.load(params.enrolmentId);
    return enrolment ? enrolmentBody(enrolment, ports) : refuse('not_found');
  },
});
