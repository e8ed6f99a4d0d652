import { isRefused, refuse, type membershipHttp, type Refused } from '@daka/contracts';
import type { z } from 'zod';
import { appointStaff } from '../../domain/change-staff';
import type { Ports } from '../../ports';

type Order = { cohortId: string; ownerId: string } & z.infer<typeof membershipHttp.AppointStaffBody>;
type No = Refused<
  | 'not_found'
  | 'cohort_not_open'
  | 'is_a_member'
  | 'owner_stays'
  | 'too_many_staff'
  | 'no_such_account'
  | 'email_not_proven'
  | 'too_many_attempts'
>;

const MEMBERS: readonly string[] = ['admitted', 'removed', 'leaving', 'completed'];

/** Gives somebody with an account a role in a cohort. */
export function createAppointStaff({
  accounts,
  attempts,
  clock,
  cohorts,
  enrolments,
  mustProve,
}: Pick<Ports, 'accounts' | 'attempts' | 'clock' | 'cohorts' | 'enrolments' | 'mustProve'>) {
  return async function appointStaffFor({
    cohortId,
    ownerId,
    email,
    role,
  }: Order): Promise<No | z.infer<typeof membershipHttp.StaffMemberBody>> {
    const waitSeconds = await attempts.take('staff', ownerId);
    if (waitSeconds !== null) return refuse('too_many_attempts', undefined, { retryAfterSeconds: waitSeconds });
    const account = await accounts.byEmail(email);
    if (!account)
      return refuse('no_such_account', undefined, { fields: [{ path: 'email', message: 'nobody signed up with it' }] });
    // The address is what the owner knows of them; who only typed it in may be anybody.
    if (mustProve && account.emailProvenAtMs === null)
      return refuse('email_not_proven', 'Nobody has proven this address yet; ask its owner to confirm it first.', {
        fields: [{ path: 'email', message: 'is not proven' }],
      });
    if (role !== 'committee' && (await isMember(account.id, cohortId)))
      return refuse(
        'is_a_member',
        'A member has a deposit at stake here; staff share in no pool and decide about others.',
      );
    const order = { accountId: account.id, role, atMs: clock.nowMs() };
    const outcome = await cohorts.change(cohortId, (cohort) => appointStaff(cohort, order));
    return isRefused(outcome) ? outcome : { accountId: account.id, displayName: account.displayName, role };
  };

  /** Whose number was given and who has not left: an appointment would take the share of the pool away from somebody who never asked for it. */
  async function isMember(learnerId: string, cohortId: string): Promise<boolean> {
    const [present] = await enrolments.ofLearner({ learnerId, cohortId }, { after: null, limit: 1 });
    return present !== undefined && present.memberNumber !== null && MEMBERS.includes(present.status);
  }
}
export type AppointStaff = ReturnType<typeof createAppointStaff>;
