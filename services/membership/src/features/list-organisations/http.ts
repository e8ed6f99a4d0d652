import { PageQuery, membershipHttp as http } from '@daka/contracts';
import { route } from '@daka/service-kit';
import { pageOf, pageOptions } from '../paging';
import type { UseCases } from '../use-cases';

export const listOrganisationsRoute = route<UseCases>()({
  method: 'get', path: '/organisations', summary: 'My organisations', access: 'signed_in',
  query: PageQuery,
  answers: { 200: http.OrganisationPage },
  handle: async ({ query, user }, { organisations }) =>
    pageOf(await organisations.ownedBy(user.id, pageOptions(query)), query.limit, ({ id }) => id),
});
