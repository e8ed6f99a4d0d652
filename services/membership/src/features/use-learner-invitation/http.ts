import { iso, membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { Ports } from '../../ports';

export const useLearnerInvitationRoute = route<
  Pick<Ports, 'learnerInvitations' | 'cohorts' | 'organisations' | 'ids' | 'wallClock'>
>()({
  method: 'post',
  path: '/learner-invitations/use',
  summary: 'Where the link of a letter to a learner leads, and what they were called there; good once',
  access: 'public',
  body: http.UseLearnerInvitationBody,
  answers: { 200: http.LearnerInvitationBody, 404: refusals('link_ended'), 409: refusals('invitation_withdrawn') },
  handle: async ({ body }, { learnerInvitations, cohorts, organisations, ids, wallClock }) => {
    const nowMs = wallClock.nowMs();
    const invitation = await learnerInvitations.use(ids.digest(body.token), nowMs);
    if (invitation === 'withdrawn') return refuse('invitation_withdrawn', 'whoever sent it took it back');
    const cohort = invitation && (await cohorts.load(invitation.cohortId));
    if (!invitation || !cohort) return refuse('link_ended');
    const { cohortId, organisationId, content } = cohort;
    const organisation = (await organisations.names([organisationId])).get(organisationId) ?? '';
    return { cohortId, title: content.title, organisation, name: invitation.name, usedAt: iso(nowMs) };
  },
});
