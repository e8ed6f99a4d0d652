import type { Enrolment, EnrolmentEvent } from './enrolment';

/** The cohort was cancelled. What is settled or cancelled already stays as it is; members leave when check-in lets them go. */
export function cancelWithCohort(enrolment: Enrolment | null, nowMs: number): EnrolmentEvent[] {
  if (enrolment === null || enrolment.status === 'cancelled' || enrolment.settledAtMs !== null || enrolment.leaving)
    return [];
  if (enrolment.memberNumber !== null) return [{ type: 'leave-asked', reason: 'cohort_cancelled', atMs: nowMs }];
  return [{ type: 'cancelled', reason: 'cohort_cancelled', paidAtMs: enrolment.paidAtMs, atMs: nowMs }];
}

/** The seating keeps no place any more for an enrolment that ended. */
export function seatFreed(enrolment: Enrolment | null): EnrolmentEvent[] {
  return enrolment?.seatToFree ? [{ type: 'seat-freed' }] : [];
}
