import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { draftCohort } from '../../domain/draft-cohort';
import { cohortBody, contentOf } from '../cohort-body';
import type { UseCases } from '../use-cases';

export const draftCohortRoute = route<UseCases>()({
  method: 'post', path: '/organisations/:organisationId/cohorts', summary: 'Draft a cohort', access: ['owner'], idempotent: true,
  params: http.OrganisationParams, body: http.DraftCohortBody,
  answers: { 201: http.CohortBody, 422: refusals('passphrase_not_in_rules') },
  handle: async ({ params, body, user }, { cohorts, ids }) => {
    const cohortId = ids.fresh();
    const order = { cohortId, organisationId: params.organisationId, ownerId: user.id, content: contentOf(body) };
    const outcome = await cohorts.change(cohortId, (cohort) => draftCohort(cohort, order));
    return isRefused(outcome) ? outcome : cohortBody(outcome.state, null);
  },
});
