import { PageQuery, membershipHttp as http } from '@daka/contracts';
import { route } from '@daka/service-kit';
import { cohortBodies } from '../cohort-body';
import { pageOf, pageOptions } from '../paging';
import type { UseCases } from '../use-cases';

export const listCohortsRoute = route<UseCases>()({
  method: 'get', path: '/cohorts', summary: 'Published cohorts', access: 'public',
  query: PageQuery,
  answers: { 200: http.CohortPage },
  handle: async ({ query }, { cohorts, seatings }) => {
    const page = pageOf(await cohorts.published(pageOptions(query)), query.limit, ({ cohortId }) => cohortId);
    return { ...page, items: await cohortBodies(page.items, seatings) };
  },
});

export const listOrganisationCohortsRoute = route<UseCases>()({
  method: 'get', path: '/organisations/:organisationId/cohorts', summary: 'All cohorts of an organisation, drafts too', access: ['owner'],
  params: http.OrganisationParams, query: PageQuery,
  answers: { 200: http.CohortPage },
  handle: async ({ params, query }, { cohorts, seatings }) => {
    const found = await cohorts.ofOrganisation(params.organisationId, pageOptions(query));
    const page = pageOf(found, query.limit, ({ cohortId }) => cohortId);
    return { ...page, items: await cohortBodies(page.items, seatings) };
  },
});
