import { membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { auditEntry } from '../../domain/audit';
import type { Ports } from '../../ports';
import { actorOf } from '../actor';

export const withdrawLearnerInvitationRoute = route<Pick<Ports, 'learnerInvitations' | 'cohorts' | 'wallClock'>>()({
  method: 'delete',
  path: '/cohorts/:cohortId/learner-invitations/:invitationId',
  summary: 'Take back an invitation that nobody opened: its link opens nothing; a second time is fine',
  access: ['owner', 'class_head'],
  params: http.InvitationParams,
  answers: { 204: null, 404: refusals('not_found'), 409: refusals('already_opened') },
  handle: async ({ params: { cohortId, invitationId }, user }, { learnerInvitations, cohorts, wallClock }) => {
    const invitation = await learnerInvitations.load(invitationId);
    if (invitation?.cohortId !== cohortId) return refuse('not_found');
    const nowMs = wallClock.nowMs();
    const organisationId = (await cohorts.load(cohortId))?.organisationId ?? null;
    const act = 'learner_invitation_withdrawn';
    const entry = auditEntry({ act, atMs: nowMs, by: actorOf(user), organisationId, cohortId });
    if (await learnerInvitations.withdraw(invitationId, nowMs, entry)) return null;
    const isUsed = ((await learnerInvitations.load(invitationId))?.usedAtMs ?? null) !== null;
    return isUsed ? refuse('already_opened', 'They used the link, and know where the class is.') : null;
  },
});
