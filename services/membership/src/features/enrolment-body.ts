import type { membershipHttp } from '@daka/contracts';
import type { z } from 'zod';
import type { Enrolment } from '../domain/enrolment';
import { iso } from '../domain/instants';
import { placeOf } from '../domain/seating';
import type { Seatings } from '../ports';

type EnrolmentBody = z.infer<typeof membershipHttp.EnrolmentBody>;

/** An enrolment as its learner and the staff see it; the seating knows the place on the waiting list. */
export async function enrolmentBody(enrolment: Enrolment, seatings: Pick<Seatings, 'load'>): Promise<EnrolmentBody> {
  const waitingPosition = enrolment.status === 'waiting' ? await positionOf(enrolment, seatings) : null;
  const { enrolmentId: id, cohortId, learnerId, memberNumber, group, timeZone, policyVersion, rulesVersion, price } = enrolment;
  const status = shownStatus(enrolment);
  const holdExpiresAt = enrolment.holdExpiresAtMs === null ? null : iso(enrolment.holdExpiresAtMs);
  return { id, cohortId, learnerId, status, memberNumber, group, timeZone, policyVersion, rulesVersion, holdExpiresAt, waitingPosition, price };
}

/** Who has asked to be let go is leaving, until check-in answers. */
export function shownStatus({ status, leaving }: Enrolment): EnrolmentBody['status'] {
  return leaving ? 'leaving' : status;
}

async function positionOf({ cohortId, enrolmentId }: Enrolment, seatings: Pick<Seatings, 'load'>): Promise<number | null> {
  const seating = await seatings.load(cohortId, [enrolmentId]);
  const place = seating && placeOf(seating, enrolmentId);
  return place?.kind === 'waiting' ? place.position : null;
}
