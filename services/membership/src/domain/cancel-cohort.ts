import { refuse, type Refused } from '@daka/contracts';
import type { Cohort, CohortEvent } from './cohort';

/** Ends a cohort; its enrolments follow one by one. Cancelling again changes nothing; of a settled cohort there is nothing left to give back. */
export function cancelCohort(
  cohort: Cohort | null,
  order: { reason: string; nowMs: number },
): Refused<'not_found' | 'cohort_settled'> | CohortEvent[] {
  if (cohort === null) return refuse('not_found');
  if (cohort.status === 'cancelled') return [];
  if (cohort.settledAtMs !== null)
    return refuse('cohort_settled', 'the cohort is settled: what was not earned is shared');
  return [{ type: 'cancelled', reason: order.reason, atMs: order.nowMs }];
}

/** Every enrolment of the cancelled cohort has followed. */
export function finishCancellation(cohort: Cohort | null): CohortEvent[] {
  return cohort?.status === 'cancelled' && !cohort.enrolmentsCancelled ? [{ type: 'enrolments-cancelled' }] : [];
}
