import type { MessageOn } from '@daka/contracts';
import type { CancelReason, Enrolment, EnrolmentEvent } from './enrolment';
import { iso } from './instants';

type EnrolmentMessage = MessageOn<'membership.enrolment'>;

/** What others hear of an enrolment. `enrolment` is the state after the event. */
export function enrolmentMessage(event: EnrolmentEvent, enrolment: Enrolment): EnrolmentMessage | null {
  const { enrolmentId, cohortId } = enrolment;
  switch (event.type) {
    case 'applied': {
      const { organisationId, learnerId, timeZone, policyVersion, atMs } = event;
      return { type: 'membership.enrolment-applied.v1', data: { enrolmentId, cohortId, organisationId, learnerId, timeZone, policyVersion, appliedAt: iso(atMs) } };
    }
    case 'rules-accepted':
      return { type: 'membership.enrolment-rules-accepted.v1', data: { enrolmentId, rulesVersion: event.rulesVersion, acceptedAt: iso(event.atMs) } };
    case 'seat-held':
      return { type: 'membership.enrolment-seat-held.v1', data: { enrolmentId, cohortId, holdExpiresAt: iso(event.holdExpiresAtMs), ...enrolment.price } };
    case 'seat-released':
      return { type: 'membership.enrolment-seat-released.v1', data: { enrolmentId, releasedAt: iso(event.atMs) } };
    case 'admitted': {
      const { memberNumber, group, atMs } = event;
      return { type: 'membership.enrolment-admitted.v1', data: { enrolmentId, cohortId, memberNumber, group, admittedAt: iso(atMs) } };
    }
    case 'withdrawn':
      return { type: 'membership.enrolment-withdrawn.v1', data: { enrolmentId, quitOn: event.quitOn, withdrawnAt: iso(event.atMs) } };
    case 'leave-asked':
      return { type: 'membership.enrolment-leaving.v1', data: { enrolmentId, cohortId, reason: event.reason, askedAt: iso(event.atMs) } };
    case 'cancelled':
      return cancelled(enrolment, event.reason, event.atMs);
    case 'paid-after-end':
      return cancelled(enrolment, enrolment.cancelledFor ?? 'no_seat', event.atMs);
    case 'wrong-answer': case 'queued': case 'place-seen': case 'seat-unclaimed': case 'seat-freed':
    case 'removed': case 'reinstated': case 'completed': case 'settled':
      return null;
    default:
      return unknownEvent(event);
  }
}

function cancelled({ enrolmentId, cohortId }: Enrolment, reason: CancelReason, atMs: number): EnrolmentMessage {
  return { type: 'membership.enrolment-cancelled.v1', data: { enrolmentId, cohortId, reason, cancelledAt: iso(atMs) } };
}

function unknownEvent(event: never): never {
  throw new Error(`unknown enrolment event ${JSON.stringify(event)}`);
}
