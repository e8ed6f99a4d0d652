import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { enrolmentBody } from '../enrolment-body';
import type { UseCases } from '../use-cases';

export const acceptRulesRoute = route<UseCases>()({
  method: 'post', path: '/enrolments/:enrolmentId/acceptance', summary: 'Accept the rules, proven by their passphrase', access: ['learner'],
  params: http.EnrolmentParams, body: http.AcceptRulesBody,
  answers: {
    200: http.EnrolmentBody, 404: refusals('not_found'),
    409: refusals('wrong_passphrase', 'rules_changed', 'enrolment_ended', 'enrolment_closed', 'cohort_not_open'),
    429: refusals('too_many_attempts'),
  },
  handle: async ({ params, body }, { acceptRules, seatings }) => {
    const enrolment = await acceptRules({ enrolmentId: params.enrolmentId, ...body });
    return isRefused(enrolment) ? enrolment : enrolmentBody(enrolment, seatings);
  },
});
