import { isRefused, membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { copyOf } from '../../domain/copy-cohort';
import { draftCohort } from '../../domain/draft-cohort';
import type { Ports } from '../../ports';
import { actorOf } from '../actor';
import { cohortBody, type ShowsCohorts } from '../present/cohort';

export const copyCohortRoute = route<Pick<Ports, 'cohorts' | 'ids'> & ShowsCohorts>()({
  method: 'post',
  path: '/cohorts/:cohortId/copy',
  summary: 'Draft a cohort after this one, its dates moved; without its passphrase, its address and its staff',
  access: ['owner'],
  idempotent: true,
  params: http.CohortParams,
  body: http.CopyCohortBody,
  answers: { 201: http.CohortBody, 404: refusals('not_found') },
  handle: async ({ params, body, user }, { cohorts, ids, ...ports }) => {
    const source = await cohorts.load(params.cohortId);
    if (source === null) return refuse('not_found');
    const { organisationId } = source;
    const cohortId = ids.fresh();
    const order = { cohortId, organisationId, ownerId: user.id, content: copyOf(source, body) };
    const atMs = ports.clock.nowMs();
    const outcome = await cohorts.change(cohortId, (cohort) => draftCohort(cohort, { ...order, atMs }), actorOf(user));
    if (isRefused(outcome)) throw new Error('a copy has no passphrase that could be missing in its rules');
    return cohortBody(outcome.state, ports);
  },
});
