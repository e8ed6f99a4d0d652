import { isRefused, membershipHttp as http } from '@daka/contracts';
import { LONG_TEXT_BYTES, refusals, route } from '@daka/service-kit';
import { actorOf } from '../actor';
import { cohortBody, contentOf, type ShowsCohorts } from '../present/cohort';
import type { EditCohort } from './handler';

export const editCohortRoute = route<{ editCohort: EditCohort } & ShowsCohorts>()({
  method: 'patch',
  path: '/cohorts/:cohortId',
  summary: 'Edit a draft, or of a published cohort what changes nothing that was promised',
  access: ['owner'],
  params: http.CohortParams,
  body: http.EditCohortBody,
  maxBodyBytes: LONG_TEXT_BYTES,
  answers: {
    200: http.CohortBody,
    404: refusals('not_found'),
    409: refusals('cohort_not_open', 'already_promised', 'slug_taken'),
    422: refusals('passphrase_not_in_rules', 'invalid_change'),
  },
  handle: async ({ params, body, user }, { editCohort, ...ports }) => {
    const outcome = await editCohort(params.cohortId, contentOf(body), actorOf(user));
    return isRefused(outcome) ? outcome : cohortBody(outcome, ports);
  },
});
