import { iso, type membershipHttp, unreachable } from '@daka/contracts';
import type { z } from 'zod';
import type { Cohort } from '../../domain/cohort';
import type { Enrolment } from '../../domain/enrolment';
import { daysBefore } from '../../domain/plan-dates';
import { placeOf } from '../../domain/seating';
import type { Ports } from '../../ports';

/** What is shown of an enrolment beside itself. */
export type ShowsEnrolments = Pick<Ports, 'seatings' | 'cohorts' | 'clock'>;
type EnrolmentBody = z.infer<typeof membershipHttp.EnrolmentBody>;
type Ended = NonNullable<EnrolmentBody['ended']>;

/** An enrolment as its learner and the staff see it; the seating knows the place on the waiting list. */
export async function enrolmentBody(
  enrolment: Enrolment,
  { seatings, cohorts, clock }: ShowsEnrolments,
): Promise<EnrolmentBody> {
  const waitingPosition = enrolment.status === 'waiting' ? await waitingPositionOf(enrolment, seatings) : null;
  const isComing = isOnTheWay(enrolment);
  const cohort =
    isComing || enrolment.cancelledFor === 'cohort_cancelled' ? await cohorts.load(enrolment.cohortId) : null;
  const {
    enrolmentId: id,
    cohortId,
    learnerId,
    memberNumber,
    group,
    timeZone,
    policyVersion,
    rulesVersion,
    price,
  } = enrolment;
  const status = shownStatus(enrolment);
  return {
    id,
    cohortId,
    learnerId,
    status,
    memberNumber,
    group,
    timeZone,
    policyVersion,
    rulesVersion,
    appliedAt: iso(enrolment.appliedAtMs),
    holdExpiresAt: isoOrNull(enrolment.holdExpiresAtMs),
    holdLapsedAt: isoOrNull(enrolment.holdLapsedAtMs),
    waitingPosition,
    joinsLate: isComing ? lateness(enrolment, cohort, clock.nowMs()) : null,
    removedOn: enrolment.removedOn,
    ended: endedBody(enrolment, cohort),
    price,
  };
}

/** Who has asked to be let go is leaving, until check-in answers. */
export function shownStatus({ status, leaving }: Enrolment): EnrolmentBody['status'] {
  return leaving ? 'leaving' : status;
}

function isOnTheWay({ status }: Enrolment): boolean {
  return status === 'applied' || status === 'rules_accepted' || status === 'waiting' || status === 'seat_held';
}

function lateness({ timeZone }: Enrolment, cohort: Cohort | null, nowMs: number): EnrolmentBody['joinsLate'] {
  return cohort?.status === 'published' ? daysBefore(cohort.content.policy, timeZone, nowMs) : null;
}

function endedBody(enrolment: Enrolment, cohort: Cohort | null): EnrolmentBody['ended'] {
  const why = endOf(enrolment);
  if (why === null) return null;
  const ofCohort = cohort?.status === 'cancelled' ? cohort.reason : null;
  const reason = why === 'removed' ? (enrolment.removalReason ?? null) : ofCohort;
  return { why, at: isoOrNull(enrolment.endedAtMs), reason };
}

function endOf({ status, cancelledFor, paidAtMs, settledAtMs }: Enrolment): Ended['why'] | null {
  switch (status) {
    case 'cancelled':
      return cancelledFor === 'cooling_off' && paidAtMs === null ? 'left_before_paying' : cancelledFor;
    case 'withdrawn':
    case 'completed':
      return status;
    case 'removed':
      // Until the settlement an appeal or a made-up day may undo it.
      return settledAtMs === null ? null : status;
    case 'applied':
    case 'rules_accepted':
    case 'waiting':
    case 'seat_held':
    case 'admitted':
      return null;
    default:
      return unreachable(status, 'status of an enrolment');
  }
}

function isoOrNull(atMs: number | null): string | null {
  return atMs === null ? null : iso(atMs);
}

async function waitingPositionOf(
  { cohortId, enrolmentId }: Enrolment,
  seatings: Ports['seatings'],
): Promise<number | null> {
  const seating = await seatings.load(cohortId, [enrolmentId]);
  const place = seating && placeOf(seating, enrolmentId);
  return place?.kind === 'waiting' ? place.position : null;
}
