import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { actorOf } from '../actor';
import type { InviteStaff } from './handler';

export const inviteStaffRoute = route<{ inviteStaff: InviteStaff }>()({
  method: 'post',
  path: '/cohorts/:cohortId/invitations',
  summary: 'Offer a role to whoever has an address, by a letter; it begins when they accept, within 14 days',
  access: ['owner'],
  idempotent: true,
  params: http.CohortParams,
  body: http.InviteStaffBody,
  answers: {
    201: http.InvitationBody,
    404: refusals('not_found'),
    409: refusals('cohort_not_open', 'too_many_staff'),
    429: refusals('too_many_attempts'),
  },
  handle: ({ params, body, user }, { inviteStaff }) =>
    inviteStaff({ cohortId: params.cohortId, by: actorOf(user), ...body }),
});
