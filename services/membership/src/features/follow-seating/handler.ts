import type { Enrolment } from '../../domain/enrolment';
import { followPlace } from '../../domain/follow-place';
import { placeOf, type Seating } from '../../domain/seating';
import type { Ports } from '../../ports';

/**
 * The second half of every step about seats: the seating has decided, the enrolment's own document follows.
 * May run any number of times and at any time later; the seating remembers who has not followed.
 */
export function createFollowSeating({ seatings, enrolments, clock }: Pick<Ports, 'seatings' | 'enrolments' | 'clock'>) {
  return async function followSeating(cohortId: string, enrolmentId: string, seating: Seating): Promise<Enrolment | null> {
    const place = placeOf(seating, enrolmentId);
    const nowMs = clock.nowMs();
    const { state } = await enrolments.change(enrolmentId, (enrolment) => followPlace(enrolment, place, nowMs));
    await seatings.followed(cohortId, enrolmentId, place.revision);
    return state;
  };
}
export type FollowSeating = ReturnType<typeof createFollowSeating>;
