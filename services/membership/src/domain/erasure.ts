import type { Cohort } from './cohort';
import type { Enrolment, EnrolmentEvent } from './enrolment';

const DAY_MS = 86_400_000;
/** Whoever asked in anger, or was asked for by somebody else, can still keep the account. */
export const ERASURE_WAIT_MS = 7 * DAY_MS;
/** An erasure that something stands in the way of is tried again after this. */
export const ERASURE_AGAIN_MS = DAY_MS;

/**
 * Whether something may still come of an enrolment: a payment, days, an appeal, the settlement. The account is needed for it: to decide
 * on, to be told, to be paid. An application without a seat comes to nothing by itself.
 */
export function isOpen({ status, settledAtMs }: Pick<Enrolment, 'status' | 'settledAtMs'>): boolean {
  switch (status) {
    case 'applied':
    case 'rules_accepted':
    case 'cancelled':
      return false;
    case 'waiting':
    case 'seat_held':
      return true;
    case 'admitted':
    case 'removed':
    case 'withdrawn':
    case 'completed':
      return settledAtMs === null;
  }
}

/** Whether a cohort still needs this account as its owner: money of others is in it. */
export function needsOwner(
  { status, settledAtMs, staff }: Pick<Cohort, 'status' | 'settledAtMs' | 'staff'>,
  accountId: string,
): boolean {
  if (status !== 'published' || settledAtMs !== null) return false;
  return staff.some((member) => member.accountId === accountId && member.role === 'owner');
}

/** What others are told of an enrolment of an erased account, once. */
export function eraseEnrolment(enrolment: Enrolment | null, nowMs: number): EnrolmentEvent[] {
  return enrolment === null || enrolment.erasedAtMs !== undefined ? [] : [{ type: 'erased', atMs: nowMs }];
}
