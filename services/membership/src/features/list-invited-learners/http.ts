import { iso, membershipHttp as http } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import { nextLetterMs, stateOfInvited } from '../../domain/learner-invitation';
import type { Ports } from '../../ports';

/** By id, which says nothing of an address. */
const byId = pagesBy(z.tuple([z.uuid()]));

export const listInvitedLearnersRoute = route<
  Pick<Ports, 'learnerInvitations' | 'accounts' | 'enrolments' | 'wallClock'>
>()({
  method: 'get',
  path: '/cohorts/:cohortId/learner-invitations',
  summary: 'Who was invited to a cohort by an import, and what became of it',
  access: ['owner', 'class_head'],
  params: http.CohortParams,
  query: byId.query,
  answers: { 200: http.InvitedLearnersPage },
  handle: async ({ params: { cohortId }, query }, { learnerInvitations, accounts, enrolments, wallClock }) => {
    const [afterId] = query.cursor ?? [];
    const found = await learnerInvitations.ofCohort(cohortId, { limit: query.limit + 1, afterId });
    // Nothing is told of an account that is no member here.
    const accountIds = await accounts.idsByEmail(found.map(({ email }) => email));
    const numbers = await enrolments.numbersOf(cohortId, [...accountIds.values()]);
    const nowMs = wallClock.nowMs();
    return byId.page(
      found,
      query,
      ({ id }) => [id],
      (invited) => {
        const { id, name, email, invitedAtMs, expiresAtMs } = invited;
        const memberNumber = numbers.get(accountIds.get(email) ?? '') ?? null;
        const about = { isMember: memberNumber !== null, nowMs };
        const nextMs = nextLetterMs(invited, about);
        return {
          id,
          name,
          email,
          state: stateOfInvited(invited, about),
          memberNumber,
          invitedAt: iso(invitedAtMs),
          expiresAt: iso(expiresAtMs),
          nextLetterAt: nextMs === null ? null : iso(nextMs),
          mayWriteAgain: nextMs !== null && nowMs >= nextMs,
        };
      },
    );
  },
});
