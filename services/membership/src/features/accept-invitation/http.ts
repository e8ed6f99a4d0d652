import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { actorOf } from '../actor';
import type { AcceptInvitation } from './handler';

export const acceptInvitationRoute = route<{ acceptInvitation: AcceptInvitation }>()({
  method: 'post',
  path: '/invitations/:invitationId/acceptance',
  summary: 'Accept an invitation to my proven address: the role begins',
  access: 'signed_in',
  params: http.MyInvitationParams,
  answers: {
    200: http.StaffMemberBody,
    403: refusals('email_not_proven', 'second_factor_required'),
    404: refusals('not_found'),
    409: refusals('invitation_ended', 'cohort_not_open', 'is_a_member', 'owner_stays', 'too_many_staff'),
  },
  handle: ({ params, user }, { acceptInvitation }) => acceptInvitation(params.invitationId, actorOf(user)),
});
