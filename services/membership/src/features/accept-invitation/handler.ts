import { isRefused, refuse, type membershipHttp, type Refused } from '@daka/contracts';
import type { z } from 'zod';
import type { Actor } from '../../domain/audit';
import { appointStaff } from '../../domain/change-staff';
import { isOpen } from '../../domain/invitation';
import { isOn } from '../../domain/second-factor';
import type { Ports } from '../../ports';
import { refuseUnproven } from '../proven';

type Needs = Pick<
  Ports,
  | 'accounts'
  | 'mustProve'
  | 'invitations'
  | 'cohorts'
  | 'organisations'
  | 'secondFactors'
  | 'enrolments'
  | 'clock'
  | 'wallClock'
>;
type No = Refused<
  | 'not_found'
  | 'email_not_proven'
  | 'second_factor_required'
  | 'invitation_ended'
  | 'cohort_not_open'
  | 'is_a_member'
  | 'owner_stays'
  | 'too_many_staff'
>;

const MEMBERS: readonly string[] = ['admitted', 'removed', 'leaving', 'completed'];

/**
 * Gives the role of an invitation to whoever proved the address that it was sent to; for anybody else there is none. It is taken first, so
 * that it cannot be withdrawn meanwhile, and marked last: accepting it again finishes what a crash left half done, and never begins a
 * role anew that was taken away since.
 */
export function createAcceptInvitation(needs: Needs) {
  const { accounts, invitations, cohorts, organisations, secondFactors, enrolments, clock, wallClock } = needs;
  return async function acceptInvitation(
    invitationId: string,
    by: Actor,
  ): Promise<No | z.infer<typeof membershipHttp.StaffMemberBody>> {
    const { accountId } = by;
    const unproven = await refuseUnproven(needs, accountId);
    if (unproven) return unproven;
    const account = await accounts.load(accountId);
    const invitation = await invitations.load(invitationId);
    if (account === null || invitation?.email !== account.email) return refuse('not_found');
    const { cohortId, role } = invitation;
    const shown = { accountId, displayName: account.displayName, role };
    if (invitation.status === 'accepted') return shown;
    const nowMs = wallClock.nowMs();
    if (!isOpen(invitation, nowMs)) return refuse('invitation_ended');
    if (role !== 'committee' && (await isMember(accountId, cohortId)))
      return refuse(
        'is_a_member',
        'A member, and who is about to pay, has a deposit at stake here; staff share in no pool and decide about others.',
      );

    if (await mustHaveFactor(accountId, cohortId))
      return refuse(
        'second_factor_required',
        'The organisation requires two-step sign-in of its staff: turn it on first.',
      );

    if (!(await invitations.take(invitationId, nowMs))) return refuse('invitation_ended');
    const order = { accountId, role, atMs: clock.nowMs() };
    const outcome = await cohorts.change(cohortId, (cohort) => appointStaff(cohort, order), by);
    if (isRefused(outcome)) {
      await invitations.release(invitationId);
      return outcome;
    }
    await invitations.accepted(invitationId);
    return shown;
  };

  /** Nobody comes in without one: a token that was given before would not say yet that the role waits. */
  async function mustHaveFactor(accountId: string, cohortId: string): Promise<boolean> {
    const cohort = await cohorts.load(cohortId);
    const organisation = cohort && (await organisations.load(cohort.organisationId));
    return organisation?.requiresSecondFactor === true && !isOn(await secondFactors.load(accountId));
  }

  /** Whose number was given and who has not left, and who may pay at any moment: a role would take their share of the pool away. */
  async function isMember(learnerId: string, cohortId: string): Promise<boolean> {
    const [present] = await enrolments.ofLearner({ learnerId, cohortId }, { after: null, limit: 1 });
    if (present === undefined) return false;
    return present.status === 'seat_held' || (present.memberNumber !== null && MEMBERS.includes(present.status));
  }
}
export type AcceptInvitation = ReturnType<typeof createAcceptInvitation>;
