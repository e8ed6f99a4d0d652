import { refuse, type Refused, type StaffRole } from '@daka/contracts';
import type { Cohort, CohortEvent, StaffMember } from './cohort';

/** One list travels in each staff event, so it stays short. */
export const MAX_STAFF = 200;

type Appointed = Exclude<StaffRole, 'owner'>;

/** Gives somebody a role; a second role replaces the first, and they stay on the staff since the first. */
export function appointStaff(
  cohort: Cohort | null,
  order: { accountId: string; role: Appointed; atMs: number },
): Refused<'not_found' | 'cohort_not_open' | 'owner_stays' | 'too_many_staff'> | CohortEvent[] {
  if (cohort === null) return refuse('not_found');
  if (cohort.status === 'cancelled') return refuse('cohort_not_open', 'this cohort is cancelled');
  const current = memberOf(cohort, order.accountId);
  if (current?.role === 'owner') return refuse('owner_stays', 'the owner has every right already');
  if (current?.role === order.role) return [];
  if (!current && cohort.staff.length >= MAX_STAFF)
    return refuse('too_many_staff', `a cohort has at most ${MAX_STAFF} staff`);
  const { accountId, role, atMs } = order;
  const appointed = current ? { ...current, role } : { accountId, role, appointedAtMs: atMs };
  return [{ type: 'staff-changed', staff: [...without(cohort, accountId), appointed] }];
}

/** Takes a role away; somebody who has none is left as they are. */
export function dismissStaff(
  cohort: Cohort | null,
  accountId: string,
): Refused<'not_found' | 'owner_stays'> | CohortEvent[] {
  if (cohort === null) return refuse('not_found');
  const current = memberOf(cohort, accountId);
  if (!current) return [];
  if (current.role === 'owner') return refuse('owner_stays', 'a cohort keeps its owner');
  return [{ type: 'staff-changed', staff: without(cohort, accountId) }];
}

function memberOf(cohort: Cohort, accountId: string): StaffMember | undefined {
  return cohort.staff.find((member) => member.accountId === accountId);
}

function without(cohort: Cohort, accountId: string): StaffMember[] {
  return cohort.staff.filter((member) => member.accountId !== accountId);
}
