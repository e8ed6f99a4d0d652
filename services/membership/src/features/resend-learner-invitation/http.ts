import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { actorOf } from '../actor';
import type { ResendLearnerInvitation } from './handler';

export const resendLearnerInvitationRoute = route<{ resendLearnerInvitation: ResendLearnerInvitation }>()({
  method: 'post',
  path: '/cohorts/:cohortId/learner-invitations/:invitationId/letters',
  summary:
    'Write once more to somebody whom a list invited, a day after the letter before at the earliest and three times at most; the link before opens nothing any more',
  access: ['owner', 'class_head'],
  idempotent: true,
  params: http.InvitationParams,
  answers: {
    204: null,
    404: refusals('not_found'),
    409: refusals(
      'cohort_not_open',
      'is_a_member',
      'already_opened',
      'invitation_ended',
      'no_letter_left',
      'invitation_changed',
    ),
    429: refusals('too_soon', 'too_many_attempts'),
  },
  handle: ({ params, user }, { resendLearnerInvitation }) => resendLearnerInvitation({ ...params, by: actorOf(user) }),
});
