import { membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route, type User } from '@daka/service-kit';
import { type Cohort, isUnheardOf } from '../../domain/cohort';
import type { Ports } from '../../ports';
import { cohortBody, type ShowsCohorts } from '../present/cohort';
import { worksFor } from '../roles';

type Needs = Pick<Ports, 'cohorts'> & ShowsCohorts;

export const showCohortBySlugRoute = route<Needs>()({
  method: 'get',
  path: '/cohort-pages/:slug',
  summary: 'One cohort by the word in its address, also by one that it had before',
  access: 'public',
  params: http.SlugParams,
  answers: { 200: http.CohortBody, 404: refusals('not_found') },
  handle: async ({ params, user }, { cohorts, ...ports }) => show(await cohorts.bySlug(params.slug), user, ports),
});

export const showCohortRoute = route<Needs>()({
  method: 'get',
  path: '/cohorts/:cohortId',
  summary: 'One cohort; a draft only for its staff',
  access: 'public',
  params: http.CohortParams,
  answers: { 200: http.CohortBody, 404: refusals('not_found') },
  handle: async ({ params, user }, { cohorts, ...ports }) => show(await cohorts.load(params.cohortId), user, ports),
});

function show(cohort: Cohort | null, user: User | undefined, ports: ShowsCohorts) {
  if (cohort === null || (isUnheardOf(cohort) && !worksFor(cohort, user))) return Promise.resolve(refuse('not_found'));
  return cohortBody(cohort, ports);
}
