import { seatFreed } from '../../domain/end-enrolment';
import { followPlace } from '../../domain/follow-place';
import { leaveSeat } from '../../domain/seat-decisions';
import { placeOf } from '../../domain/seating';
import type { Ports, Seats } from '../../ports';

type Needs = Pick<Ports, 'seatings' | 'enrolments' | 'clock' | 'holdMs'>;

/**
 * The second half of every step about seats: the seating has decided, the enrolment's own document follows, or gives back what it has no more right to.
 * Each may run any number of times and at any time later: the seating remembers who has not followed, the enrolment that its seat is to be freed.
 */
export function createSeats({ seatings, enrolments, clock, holdMs }: Needs): Seats {
  const free: Seats['free'] = async ({ cohortId, enrolmentId }) => {
    const asked = { enrolmentId, nowMs: clock.nowMs(), holdMs };
    await seatings.change(cohortId, (seating) => leaveSeat(seating, asked), [enrolmentId]);
    await enrolments.change(enrolmentId, seatFreed);
  };

  return {
    free,
    async follow(cohortId, enrolmentId, seating) {
      const place = placeOf(seating, enrolmentId);
      const nowMs = clock.nowMs();
      const { state } = await enrolments.change(enrolmentId, (enrolment) => followPlace(enrolment, place, nowMs));
      await seatings.followed(cohortId, enrolmentId, place.revision);
      return state;
    },
    async freeIfEnded(enrolmentId) {
      const enrolment = await enrolments.load(enrolmentId);
      if (enrolment?.seatToFree) await free(enrolment);
    },
  };
}
