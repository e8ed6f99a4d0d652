import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { auditEntry } from '../../domain/audit';
import type { Ports } from '../../ports';
import { actorOf } from '../actor';
import { refuseUnproven } from '../proven';

export const createOrganisationRoute = route<
  Pick<Ports, 'organisations' | 'ids' | 'accounts' | 'mustProve' | 'wallClock'>
>()({
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
    const organisation = { id: ids.fresh(), name: body.name, ownerId: user.id, requiresSecondFactor: false };
    const by = actorOf(user);
    const atMs = needs.wallClock.nowMs();
    const entry = auditEntry({ act: 'organisation_founded', atMs, by, organisationId: organisation.id });
    await organisations.add(organisation, entry);
    return organisation;
  },
});
