import type { Received } from '@daka/contracts';
import type { Applied } from '@daka/service-kit';
import type { Cohort, CohortEvent } from '../../domain/cohort';
import type { Ports } from '../ports';

/** Keeps policy and staff of every published cohort. */
export function createFollowCohort({ cohorts }: Pick<Ports, 'cohorts'>) {
  return (received: Received<'membership.cohort'>): Promise<Applied> => cohorts.applyMessage(received, (cohort) => eventsOf(received.message, cohort));
}

function eventsOf(message: Received<'membership.cohort'>['message'], cohort: Cohort | null): CohortEvent[] {
  switch (message.type) {
    case 'membership.cohort-published.v1': {
      const { cohortId, organisationId, policy, appealDays, staff } = message.data;
      return [{ type: 'published', cohortId, organisationId, policy, appealDays, staff }];
    }
    case 'membership.cohort-staff-changed.v1': return [{ type: 'staff-changed', staff: message.data.staff }];
    // A settlement that has begun goes on to its end.
    case 'membership.cohort-cancelled.v1': return cohort?.settlement.status === 'open' ? [{ type: 'cancelled' }] : [];
    default: return unknownMessage(message);
  }
}

function unknownMessage(message: never): never {
  throw new Error(`unknown message ${JSON.stringify(message)}`);
}
