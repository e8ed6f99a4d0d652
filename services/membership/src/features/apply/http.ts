import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { enrolmentBody } from '../enrolment-body';
import type { UseCases } from '../use-cases';

export const applyRoute = route<UseCases>()({
  method: 'post', path: '/cohorts/:cohortId/enrolments', summary: 'Apply to a cohort', access: 'signed_in', idempotent: true,
  params: http.CohortParams, body: http.ApplyBody,
  answers: { 201: http.EnrolmentBody, 404: refusals('not_found'), 409: refusals('enrolment_closed', 'already_enrolled', 'cohort_not_open') },
  handle: async ({ params, body, user }, { apply, seatings }) => {
    const enrolment = await apply({ cohortId: params.cohortId, learnerId: user.id, timeZone: body.timeZone });
    return isRefused(enrolment) ? enrolment : enrolmentBody(enrolment, seatings);
  },
});
