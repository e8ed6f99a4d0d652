import { membershipHttp as http } from '@daka/contracts';
import { route } from '@daka/service-kit';
import type { Ports } from '../../ports';
import { afterCursor, byId } from '../present/pages';

export const listOrganisationsRoute = route<Pick<Ports, 'organisations'>>()({
  method: 'get',
  path: '/organisations',
  summary: 'My organisations',
  access: 'signed_in',
  query: byId.query,
  answers: { 200: http.OrganisationPage },
  handle: async ({ query, user }, { organisations }) => {
    const found = await organisations.ownedBy(user.id, afterCursor(query));
    return byId.page(
      found,
      query,
      ({ id }) => [id],
      (organisation) => organisation,
    );
  },
});
