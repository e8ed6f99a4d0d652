import { membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { auditEntry } from '../../domain/audit';
import type { Ports } from '../../ports';
import { actorOf } from '../actor';

export const withdrawInvitationRoute = route<Pick<Ports, 'invitations' | 'cohorts' | 'wallClock'>>()({
  method: 'delete',
  path: '/cohorts/:cohortId/invitations/:invitationId',
  summary: 'Withdraw an invitation; a second time is fine',
  access: ['owner'],
  params: http.InvitationParams,
  answers: { 204: null, 404: refusals('not_found'), 409: refusals('already_accepted') },
  handle: async ({ params, user }, { invitations, cohorts, wallClock }) => {
    const invitation = await invitations.load(params.invitationId);
    if (invitation?.cohortId !== params.cohortId) return refuse('not_found');
    const { cohortId, role } = invitation;
    const entry = auditEntry({
      act: 'invitation_withdrawn',
      atMs: wallClock.nowMs(),
      by: actorOf(user),
      organisationId: (await cohorts.load(cohortId))?.organisationId ?? null,
      cohortId,
      role,
    });
    if (await invitations.withdraw(invitation.id, entry)) return null;
    const status = (await invitations.load(invitation.id))?.status;
    return status === 'taken' || status === 'accepted'
      ? refuse('already_accepted', 'Take the role away instead.')
      : null;
  },
});
