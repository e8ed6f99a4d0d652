import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { editDraft } from '../../domain/draft-cohort';
import { cohortBody, contentOf } from '../cohort-body';
import type { UseCases } from '../use-cases';

export const editCohortRoute = route<UseCases>()({
  method: 'patch', path: '/cohorts/:cohortId', summary: 'Edit a draft', access: ['owner'],
  params: http.CohortParams, body: http.EditCohortBody,
  answers: { 200: http.CohortBody, 404: refusals('not_found'), 409: refusals('not_a_draft'), 422: refusals('passphrase_not_in_rules') },
  handle: async ({ params, body }, { cohorts }) => {
    const outcome = await cohorts.change(params.cohortId, (cohort) => editDraft(cohort, contentOf(body)));
    return isRefused(outcome) ? outcome : cohortBody(outcome.state, null);
  },
});
