import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { enrolmentBody, type ShowsEnrolments } from '../present/enrolment';
import type { AcceptRules } from './handler';

export const acceptRulesRoute = route<{ acceptRules: AcceptRules } & ShowsEnrolments>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/acceptance',
  summary: 'Accept the rules, proven by their passphrase',
  access: ['learner'],
  params: http.EnrolmentParams,
  body: http.AcceptRulesBody,
  answers: {
    200: http.EnrolmentBody,
    404: refusals('not_found'),
    409: refusals(
      'wrong_passphrase',
      'rules_changed',
      'enrolment_ended',
      'enrolment_closed',
      'plan_over',
      'cohort_not_open',
    ),
    429: refusals('too_many_attempts'),
  },
  handle: async ({ params, body }, { acceptRules, ...ports }) => {
    const enrolment = await acceptRules({ enrolmentId: params.enrolmentId, ...body });
    return isRefused(enrolment) ? enrolment : enrolmentBody(enrolment, ports);
  },
});
