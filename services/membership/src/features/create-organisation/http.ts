import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { Ports } from '../../ports';
import { refuseUnproven } from '../proven';

export const createOrganisationRoute = route<Pick<Ports, 'organisations' | 'ids' | 'accounts' | 'mustProve'>>()({
  method: 'post',
  path: '/organisations',
  summary: 'Start a course business',
  access: 'signed_in',
  idempotent: true,
  body: http.CreateOrganisationBody,
  answers: { 201: http.OrganisationBody, 403: refusals('email_not_proven') },
  handle: async ({ body, user }, { organisations, ids, ...needs }) => {
    const unproven = await refuseUnproven(needs, user.id);
    if (unproven) return unproven;
    const organisation = { id: ids.fresh(), name: body.name, ownerId: user.id };
    await organisations.add(organisation);
    return organisation;
  },
});
