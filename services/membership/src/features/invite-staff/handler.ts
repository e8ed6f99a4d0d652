import { refuse, type membershipHttp, type Refused } from '@daka/contracts';
import type { z } from 'zod';
import { type Actor, auditEntry } from '../../domain/audit';
import { invite, MAX_INVITATIONS } from '../../domain/invitation';
import type { Ports } from '../../ports';
import { invitationBody } from '../present/invitation';

type Order = { cohortId: string; by: Actor } & z.infer<typeof membershipHttp.InviteStaffBody>;
type No = Refused<'not_found' | 'cohort_not_open' | 'too_many_staff' | 'too_many_attempts'>;

/** Offers a role to whoever has an address; the answer is the same whether or not somebody signed up with it. */
export function createInviteStaff(
  {
    attempts,
    cohorts,
    ids,
    invitations,
    mustProve,
    wallClock,
  }: Pick<Ports, 'attempts' | 'cohorts' | 'ids' | 'invitations' | 'mustProve' | 'wallClock'>,
  nudge: () => void,
) {
  return async function inviteStaff({
    cohortId,
    by,
    email,
    role,
  }: Order): Promise<No | z.infer<typeof membershipHttp.InvitationBody>> {
    const ownerId = by.accountId;
    const waitSeconds = await attempts.take('staff', ownerId);
    if (waitSeconds !== null) return refuse('too_many_attempts', undefined, { retryAfterSeconds: waitSeconds });
    const cohort = await cohorts.load(cohortId);
    if (cohort === null) return refuse('not_found');
    if (cohort.status === 'cancelled') return refuse('cohort_not_open', 'this cohort is cancelled');
    const nowMs = wallClock.nowMs();
    const open = await invitations.openOf(cohortId, nowMs, MAX_INVITATIONS);
    if (open.length >= MAX_INVITATIONS && !open.some((one) => one.email === email))
      return refuse('too_many_staff', `a cohort has at most ${MAX_INVITATIONS} open invitations`);
    const invitation = invite({ id: ids.fresh(), cohortId, email, role, invitedBy: ownerId }, nowMs);
    const { organisationId } = cohort;
    const entry = auditEntry({ act: 'staff_invited', atMs: nowMs, by, organisationId, cohortId, role });
    await invitations.put(invitation, mustProve ? ids.fresh() : null, entry);
    nudge();
    return invitationBody(invitation);
  };
}
export type InviteStaff = ReturnType<typeof createInviteStaff>;
