import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { publishCohort } from '../../domain/publish-cohort';
import { cohortBody } from '../cohort-body';
import type { UseCases } from '../use-cases';

export const publishCohortRoute = route<UseCases>()({
  method: 'post', path: '/cohorts/:cohortId/publish', summary: 'Open a cohort for enrolment', access: ['owner'], idempotent: true,
  params: http.CohortParams,
  answers: { 200: http.CohortBody, 404: refusals('not_found'), 409: refusals('not_a_draft', 'cohort_incomplete') },
  handle: async ({ params }, { cohorts, clock }) => {
    const nowMs = clock.nowMs();
    const outcome = await cohorts.change(params.cohortId, (cohort) => publishCohort(cohort, nowMs));
    return isRefused(outcome) ? outcome : cohortBody(outcome.state, null);
  },
});
