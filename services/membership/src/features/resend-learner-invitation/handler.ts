import { isRefused, refuse, type Refused } from '@daka/contracts';
import { type Actor, auditEntry } from '../../domain/audit';
import { isOpenAt } from '../../domain/cohort';
import { type KnownInvitation, writeAgain } from '../../domain/learner-invitation';
import type { Ports } from '../../ports';
import { freshLearnerLetter } from '../learner-letter';

type Needs = Pick<
  Ports,
  | 'accounts'
  | 'attempts'
  | 'cohorts'
  | 'enrolments'
  | 'learnerInvitations'
  | 'ids'
  | 'linkSeal'
  | 'mustProve'
  | 'clock'
  | 'wallClock'
>;
type No =
  | Refused<'not_found' | 'cohort_not_open' | 'too_many_attempts' | 'invitation_changed'>
  | Extract<ReturnType<typeof writeAgain>, Refused>;

/** Writes to somebody once more whom a list invited; whether anybody has an account with that address changes nothing. */
export function createResendLearnerInvitation(needs: Needs, nudge: () => void) {
  const { accounts, attempts, cohorts, enrolments, learnerInvitations, clock, wallClock } = needs;
  return async function resendLearnerInvitation(order: {
    cohortId: string;
    invitationId: string;
    by: Actor;
  }): Promise<No | null> {
    const { cohortId, invitationId, by } = order;
    const [cohort, invitation] = [await cohorts.load(cohortId), await learnerInvitations.load(invitationId)];
    if (cohort === null || invitation?.cohortId !== cohortId) return refuse('not_found');
    if (!isOpenAt(cohort, clock.nowMs())) return refuse('cohort_not_open', 'nobody can apply to this cohort now');
    const nowMs = wallClock.nowMs();
    const enrolUntilMs = nowMs + cohort.content.enrolUntilMs - clock.nowMs();
    const after = writeAgain(invitation, { nowMs, enrolUntilMs, isMember: await isMember(invitation) });
    if (isRefused(after)) return after;
    const waitSeconds = await attempts.take('staff', by.accountId);
    if (waitSeconds !== null) return refuse('too_many_attempts', undefined, { retryAfterSeconds: waitSeconds });
    const { organisationId } = cohort;
    const entry = auditEntry({ act: 'learner_invitation_resent', atMs: nowMs, by, organisationId, cohortId });
    const letter = freshLearnerLetter(needs);
    if (!(await learnerInvitations.resend(invitation, { ...after, letter }, entry)))
      return refuse('invitation_changed', 'It was used, withdrawn or sent meanwhile: look again.');
    nudge();
    return null;
  };

  async function isMember({ cohortId, email }: KnownInvitation): Promise<boolean> {
    const accountIds = await accounts.idsByEmail([email]);
    return (await enrolments.numbersOf(cohortId, [...accountIds.values()])).size > 0;
  }
}
export type ResendLearnerInvitation = ReturnType<typeof createResendLearnerInvitation>;
