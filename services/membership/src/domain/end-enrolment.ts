import type { Enrolment, EnrolmentEvent } from './enrolment';

/** The cohort was cancelled. What is settled or cancelled already stays as it is. */
export function cancelWithCohort(enrolment: Enrolment | null, nowMs: number): EnrolmentEvent[] {
  if (enrolment === null || enrolment.status === 'cancelled' || enrolment.settledAtMs !== null) return [];
  return [{ type: 'cancelled', reason: 'cohort_cancelled', paidAtMs: enrolment.paidAtMs, atMs: nowMs }];
}

/** The seating keeps no place any more for an enrolment that ended. */
export function seatFreed(enrolment: Enrolment | null): EnrolmentEvent[] {
  return enrolment?.seatToFree ? [{ type: 'seat-freed' }] : [];
}
