import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { enrolmentBody, type ShowsEnrolments } from '../present/enrolment';
import type { Apply } from './handler';

export const applyRoute = route<{ apply: Apply } & ShowsEnrolments>()({
  method: 'post',
  path: '/cohorts/:cohortId/enrolments',
  summary: 'Apply to a cohort',
  access: 'signed_in',
  idempotent: true,
  params: http.CohortParams,
  body: http.ApplyBody,
  answers: {
    201: http.EnrolmentBody,
    404: refusals('not_found'),
    409: refusals('enrolment_closed', 'plan_over', 'already_enrolled', 'cohort_not_open'),
  },
  handle: async ({ params, body, user }, { apply, ...ports }) => {
    const enrolment = await apply({ cohortId: params.cohortId, learnerId: user.id, timeZone: body.timeZone });
    return isRefused(enrolment) ? enrolment : enrolmentBody(enrolment, ports);
  },
});
