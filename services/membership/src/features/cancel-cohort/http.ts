import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { actorOf } from '../actor';
import { cohortBody, type ShowsCohorts } from '../present/cohort';
import type { CancelCohort } from './handler';

export const cancelCohortRoute = route<{ cancelCohort: CancelCohort } & ShowsCohorts>()({
  method: 'post',
  path: '/cohorts/:cohortId/cancel',
  summary: 'Cancel a cohort; every learner gets back what is left',
  access: ['owner'],
  idempotent: true,
  params: http.CohortParams,
  body: http.CancelCohortBody,
  answers: { 200: http.CohortBody, 404: refusals('not_found'), 409: refusals('cohort_settled') },
  handle: async ({ params, body, user }, { cancelCohort, ...ports }) => {
    const outcome = await cancelCohort({ cohortId: params.cohortId, reason: body.reason, by: actorOf(user) });
    return isRefused(outcome) ? outcome : cohortBody(outcome, ports);
  },
});
