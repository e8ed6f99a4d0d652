import { membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { auditEntry } from '../../domain/audit';
import { isOpen } from '../../domain/invitation';
import type { Ports } from '../../ports';
import { actorOf } from '../actor';
import { refuseUnproven } from '../proven';

export const declineInvitationRoute = route<
  Pick<Ports, 'accounts' | 'mustProve' | 'invitations' | 'cohorts' | 'wallClock'>
>()({
  method: 'post',
  path: '/invitations/:invitationId/refusal',
  summary: 'Decline an invitation to my proven address; a second time is fine',
  access: 'signed_in',
  params: http.MyInvitationParams,
  answers: {
    204: null,
    403: refusals('email_not_proven'),
    404: refusals('not_found'),
    409: refusals('already_accepted', 'invitation_ended'),
  },
  handle: async ({ params: { invitationId }, user }, needs) => {
    const { accounts, invitations, cohorts, wallClock } = needs;
    const unproven = await refuseUnproven(needs, user.id);
    if (unproven) return unproven;
    const account = await accounts.load(user.id);
    const invitation = await invitations.load(invitationId);
    // For anybody else there is none.
    if (account === null || invitation?.email !== account.email) return refuse('not_found');
    const atMs = wallClock.nowMs();
    const { cohortId, role } = invitation;
    const organisationId = (await cohorts.load(cohortId))?.organisationId ?? null;
    const entry = auditEntry({ act: 'invitation_declined', atMs, by: actorOf(user), organisationId, cohortId, role });
    if (isOpen(invitation, atMs) && (await invitations.decline(invitationId, entry))) return null;
    switch ((await invitations.load(invitationId))?.status) {
      case 'declined':
        return null;
      case 'taken':
      case 'accepted':
        return refuse('already_accepted', 'Give the role back instead.');
      default:
        return refuse('invitation_ended');
    }
  },
});
