import { iso, type Outbound, unreachable } from '@daka/contracts';
import type { Actor } from './audit';
import type { Cohort, CohortEvent, StaffMember } from './cohort';
import type { CancelReason, Enrolment, EnrolmentEvent } from './enrolment';

/** What others hear of a cohort: nothing before it is published. `cohort` is the state after the event. */
export function cohortMessages(
  event: CohortEvent & { by?: Actor | undefined },
  cohort: Cohort,
): Outbound<'membership.cohort'>[] {
  const { cohortId, organisationId, policyVersion, rulesVersion } = cohort;
  const staff = cohort.staff.map(staffMember);
  const topic = 'membership.cohort';
  switch (event.type) {
    case 'published': {
      const { title, policy, capacity, appealDays } = event.content;
      const data = {
        cohortId,
        organisationId,
        title,
        policyVersion,
        policy,
        rulesVersion,
        capacity,
        appealDays,
        staff,
      };
      return [{ topic, type: 'membership.cohort-published.v1', data }];
    }
    case 'staff-changed':
      return cohort.status === 'published'
        ? [{ topic, type: 'membership.cohort-staff-changed.v1', data: { cohortId, staff } }]
        : [];
    case 'cancelled': {
      const wasHeardOf = cohort.status === 'cancelled' && cohort.publishedAtMs !== null;
      const data = { cohortId, reason: event.reason, cancelledAt: iso(event.atMs) };
      return wasHeardOf ? [{ topic, type: 'membership.cohort-cancelled.v1', data }] : [];
    }
    case 'revised': {
      const { changes, atMs, by } = event;
      // Owners alone change a cohort, and each change is signed; without that there is nobody to name.
      if (by === undefined) return [];
      const data = { cohortId, changes: [...changes], changedBy: by.accountId, changedAt: iso(atMs) };
      return [{ topic, type: 'membership.cohort-changed.v1', data }];
    }
    case 'drafted':
    case 'edited':
    case 'offer-followed':
    case 'enrolments-cancelled':
    case 'settled':
      return [];
    default:
      return unreachable(event, 'event of a cohort');
  }
}

function staffMember({ accountId, role, appointedAtMs }: StaffMember) {
  return { accountId, role, ...(appointedAtMs === undefined ? {} : { appointedAt: iso(appointedAtMs) }) };
}

type EnrolmentMessage = Outbound<'membership.enrolment'>;
type EventOf<Type extends EnrolmentEvent['type']> = Extract<EnrolmentEvent, { type: Type }>;
const topic = 'membership.enrolment';

/** What others hear of an enrolment. `enrolment` is the state after the event. */
export function enrolmentMessages(event: EnrolmentEvent, enrolment: Enrolment): EnrolmentMessage[] {
  const { enrolmentId } = enrolment;
  switch (event.type) {
    case 'applied':
      return [applied(event)];
    case 'rules-accepted': {
      const data = { enrolmentId, rulesVersion: event.rulesVersion, acceptedAt: iso(event.atMs) };
      return [{ topic, type: 'membership.enrolment-rules-accepted.v1', data }];
    }
    case 'seat-held':
      return [seatHeld(event, enrolment)];
    case 'seat-released': {
      const data = { enrolmentId, releasedAt: iso(event.atMs) };
      return [{ topic, type: 'membership.enrolment-seat-released.v1', data }];
    }
    case 'admitted':
      return [admitted(event, enrolment)];
    case 'withdrawn': {
      const data = { enrolmentId, quitOn: event.quitOn, withdrawnAt: iso(event.atMs) };
      return [{ topic, type: 'membership.enrolment-withdrawn.v1', data }];
    }
    case 'leave-asked':
      return [leaving(event, enrolment)];
    case 'cancelled':
      return [cancelled(enrolment, event.reason, event.atMs)];
    case 'paid-after-end':
      return [cancelled(enrolment, enrolment.cancelledFor ?? 'no_seat', event.atMs)];
    case 'erased': {
      const data = { enrolmentId, cohortId: enrolment.cohortId, erasedAt: iso(event.atMs) };
      return [{ topic, type: 'membership.enrolment-erased.v1', data }];
    }
    case 'wrong-answer':
    case 'queued':
    case 'place-seen':
    case 'seat-unclaimed':
    case 'seat-freed':
    case 'removed':
    case 'reinstated':
    case 'completed':
    case 'settled':
      return [];
    default:
      return unreachable(event, 'event of an enrolment');
  }
}

function applied(event: EventOf<'applied'>): EnrolmentMessage {
  const { enrolmentId, cohortId, organisationId, learnerId, timeZone, policyVersion, atMs } = event;
  const data = { enrolmentId, cohortId, organisationId, learnerId, timeZone, policyVersion, appliedAt: iso(atMs) };
  return { topic, type: 'membership.enrolment-applied.v1', data };
}

function seatHeld({ holdExpiresAtMs }: EventOf<'seat-held'>, enrolment: Enrolment): EnrolmentMessage {
  const { enrolmentId, cohortId, price } = enrolment;
  const data = { enrolmentId, cohortId, holdExpiresAt: iso(holdExpiresAtMs), ...price };
  return { topic, type: 'membership.enrolment-seat-held.v1', data };
}

function admitted(event: EventOf<'admitted'>, { enrolmentId, cohortId }: Enrolment): EnrolmentMessage {
  const { memberNumber, group, paidAtMs, atMs } = event;
  const data = { enrolmentId, cohortId, memberNumber, group, admittedAt: iso(atMs), paidAt: iso(paidAtMs) };
  return { topic, type: 'membership.enrolment-admitted.v1', data };
}

function leaving({ reason, atMs }: EventOf<'leave-asked'>, { enrolmentId, cohortId }: Enrolment): EnrolmentMessage {
  return {
    topic,
    type: 'membership.enrolment-leaving.v1',
    data: { enrolmentId, cohortId, reason, askedAt: iso(atMs) },
  };
}

function cancelled({ enrolmentId, cohortId }: Enrolment, reason: CancelReason, atMs: number): EnrolmentMessage {
  const data = { enrolmentId, cohortId, reason, cancelledAt: iso(atMs) };
  return { topic, type: 'membership.enrolment-cancelled.v1', data };
}
