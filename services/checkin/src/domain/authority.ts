import { type Refused, refuse } from '@daka/contracts';
import type { Cohort } from './cohort';

/** In which capacities somebody may answer appeals, decide leave and excuse days in a cohort. */
export interface Authority {
  /** On the staff since before the first deposit of the cohort was paid: whoever paid could know of them. */
  isStaffInTime: boolean;
  /** The platform's arbiter, who works for no cohort. */
  isArbiter: boolean;
}

type StaffMember = Cohort['staff'][number];

/** The roles that answer appeals and decide leave. */
const DECIDING: readonly StaffMember['role'][] = ['owner', 'class_head'];

/** @param firstPaidAtMs when the first deposit of the cohort was paid; null: none is, as far as is known */
export function authorityOf(
  { accountId, isArbiter }: { accountId: string; isArbiter: boolean },
  { staff }: Pick<Cohort, 'staff'>,
  firstPaidAtMs: number | null,
): Authority {
  return { isStaffInTime: decidersOf({ staff }, firstPaidAtMs).includes(accountId), isArbiter };
}

/** Accounts of the staff who may decide, apart from what each has decided before. */
export function decidersOf({ staff }: Pick<Cohort, 'staff'>, firstPaidAtMs: number | null): string[] {
  return staff
    .filter((member) => DECIDING.includes(member.role) && wasAppointedInTime(member, firstPaidAtMs))
    .map(({ accountId }) => accountId);
}

/** Says no to whoever came onto the staff once deposits were paid: the owner could appoint as many as it takes. */
export function refuseAppointedLate({ isStaffInTime, isArbiter }: Authority): Refused<'appointed_late'> | null {
  if (isStaffInTime || isArbiter) return null;
  return refuse('appointed_late', 'Only staff from before the first deposit was paid decide here, or the arbiter.');
}

/** An appointment from before its instant was kept counts as in time, and so does one at the very instant of the payment. */
function wasAppointedInTime({ appointedAtMs }: StaffMember, firstPaidAtMs: number | null): boolean {
  return appointedAtMs === undefined || firstPaidAtMs === null || appointedAtMs <= firstPaidAtMs;
}
