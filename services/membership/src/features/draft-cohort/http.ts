import { isRefused, membershipHttp as http } from '@daka/contracts';
import { LONG_TEXT_BYTES, refusals, route } from '@daka/service-kit';
import { draftCohort } from '../../domain/draft-cohort';
import { actorOf } from '../actor';
import { cohortBody, contentOf, type ShowsCohorts } from '../present/cohort';
import type { Ports } from '../../ports';

export const draftCohortRoute = route<Pick<Ports, 'cohorts' | 'ids'> & ShowsCohorts>()({
  method: 'post',
  path: '/organisations/:organisationId/cohorts',
  summary: 'Draft a cohort',
  access: ['owner'],
  idempotent: true,
  params: http.OrganisationParams,
  body: http.DraftCohortBody,
  maxBodyBytes: LONG_TEXT_BYTES,
  answers: { 201: http.CohortBody, 409: refusals('slug_taken'), 422: refusals('passphrase_not_in_rules') },
  handle: async ({ params, body, user }, { cohorts, ids, ...ports }) => {
    const cohortId = ids.fresh();
    const order = { cohortId, organisationId: params.organisationId, ownerId: user.id, content: contentOf(body) };
    const atMs = ports.clock.nowMs();
    const outcome = await cohorts.write(cohortId, (cohort) => draftCohort(cohort, { ...order, atMs }), actorOf(user));
    return isRefused(outcome) ? outcome : cohortBody(outcome.state, ports);
  },
});
