import type { HandlersOn } from '@daka/service-kit';
import type { Ports } from '../../ports';

/** Keeps plan days and staff of every published cohort. */
export function createFollowCohort({ cohorts }: Pick<Ports, 'cohorts'>): HandlersOn<'membership.cohort'> {
  return {
    'membership.cohort-published.v1': cohorts.apply,
    'membership.cohort-staff-changed.v1': cohorts.apply,
    'membership.cohort-changed.v1': cohorts.apply,
    'membership.cohort-cancelled.v1': cohorts.apply,
  };
}
