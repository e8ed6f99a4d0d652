import type { MessageOn } from '@daka/contracts';
import type { Cohort, CohortEvent } from './cohort';
import { iso } from './instants';

type CohortMessage = MessageOn<'membership.cohort'>;

/** What others hear of a cohort: nothing before it is published. `cohort` is the state after the event. */
export function cohortMessage(event: CohortEvent, cohort: Cohort): CohortMessage | null {
  const { cohortId } = cohort;
  switch (event.type) {
    case 'published':
      return { type: 'membership.cohort-published.v1', data: {
        cohortId, organisationId: cohort.organisationId, title: event.content.title,
        policyVersion: cohort.policyVersion, policy: event.content.policy, rulesVersion: cohort.rulesVersion,
        capacity: event.content.capacity, appealDays: event.content.appealDays, staff: [...cohort.staff],
      } };
    case 'staff-changed':
      return cohort.status === 'published'
        ? { type: 'membership.cohort-staff-changed.v1', data: { cohortId, staff: [...cohort.staff] } }
        : null;
    case 'cancelled':
      return cohort.status === 'cancelled' && cohort.publishedAtMs !== null
        ? { type: 'membership.cohort-cancelled.v1', data: { cohortId, reason: event.reason, cancelledAt: iso(event.atMs) } }
        : null;
    case 'drafted':
    case 'edited':
    case 'enrolments-cancelled':
    case 'settled':
      return null;
    default:
      return unknownEvent(event);
  }
}

function unknownEvent(event: never): never {
  throw new Error(`unknown cohort event ${JSON.stringify(event)}`);
}
