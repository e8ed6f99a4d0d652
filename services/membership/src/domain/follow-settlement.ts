import type { Cohort, CohortEvent } from './cohort';

/** Check-in has settled the cohort: nobody comes in any more. A cohort is settled once. */
export function followSettlement(cohort: Cohort | null, settledAtMs: number): CohortEvent[] {
  return cohort === null || cohort.settledAtMs !== undefined ? [] : [{ type: 'settled', atMs: settledAtMs }];
}
