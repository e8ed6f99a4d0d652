import { membershipHttp as http } from '@daka/contracts';
import { route } from '@daka/service-kit';
import type { Ports } from '../../ports';

export const createOrganisationRoute = route<Pick<Ports, 'organisations' | 'ids'>>()({
  method: 'post',
  path: '/organisations',
  summary: 'Start a course business',
  access: 'signed_in',
  idempotent: true,
  body: http.CreateOrganisationBody,
  answers: { 201: http.OrganisationBody },
  handle: async ({ body, user }, { organisations, ids }) => {
    const organisation = { id: ids.fresh(), name: body.name, ownerId: user.id };
    await organisations.add(organisation);
    return organisation;
  },
});
