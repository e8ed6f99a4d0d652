import { refuse, type Refused } from '@daka/contracts';
import type { Cohort, CohortEvent } from './cohort';

/** Ends a cohort; its enrolments follow one by one. Cancelling again changes nothing. */
export function cancelCohort(cohort: Cohort | null, order: { reason: string; nowMs: number }): Refused<'not_found'> | CohortEvent[] {
  if (cohort === null) return refuse('not_found');
  if (cohort.status === 'cancelled') return [];
  return [{ type: 'cancelled', reason: order.reason, atMs: order.nowMs }];
}

/** Every enrolment of the cancelled cohort has followed. */
export function finishCancellation(cohort: Cohort | null): CohortEvent[] {
  return cohort?.status === 'cancelled' && !cohort.enrolmentsCancelled ? [{ type: 'enrolments-cancelled' }] : [];
}
