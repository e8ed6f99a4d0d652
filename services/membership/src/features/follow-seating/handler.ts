import { isRefused } from '@daka/contracts';
import type { Enrolment } from '../../domain/enrolment';
import { followPlace } from '../../domain/follow-place';
import { placeOf } from '../../domain/seating';
import type { Ports } from '../../ports';

/**
 * The second half of every step about seats: the seating has decided, the enrolment's own document follows.
 * May run any number of times and at any time later; the seating remembers who has not followed.
 */
export function createFollowSeating({ cohorts, seatings, enrolments, clock }: Pick<Ports, 'cohorts' | 'seatings' | 'enrolments' | 'clock'>) {
  return async function followSeating({ cohortId, enrolmentId }: { cohortId: string; enrolmentId: string }): Promise<Enrolment | null> {
    const [seating, cohort] = await Promise.all([seatings.load(cohortId, [enrolmentId]), cohorts.load(cohortId)]);
    if (!seating || !cohort) return enrolments.load(enrolmentId);

    const place = placeOf(seating, enrolmentId);
    const at = { groupSize: cohort.content.groupSize, nowMs: clock.nowMs() };
    const outcome = await enrolments.change(enrolmentId, (enrolment) => followPlace(enrolment, place, at));
    await seatings.followed(cohortId, enrolmentId, place.revision);
    return isRefused(outcome) ? null : outcome.state;
  };
}
export type FollowSeating = ReturnType<typeof createFollowSeating>;
