import { expireHolds } from '../../domain/seat-decisions';
import type { Ports } from '../../ports';
import type { FollowSeating } from '../follow-seating/handler';
import type { FreeSeat } from '../withdraw/handler';

type Needs = Pick<Ports, 'seatings' | 'enrolments' | 'clock' | 'holdMs'>;
const BATCH = 100;

/**
 * What no request waits for, and what a crash left half done, in this order: holds that ran out go to those who wait,
 * ended enrolments give their places back, and enrolments that do not know their place follow the seating.
 */
export function createTendSeats({ seatings, enrolments, clock, holdMs }: Needs, followSeating: FollowSeating, freeSeat: FreeSeat) {
  return async function tendSeats(): Promise<void> {
    const nowMs = clock.nowMs();
    for (const cohortId of await seatings.withExpiredHolds(nowMs, BATCH)) {
      await seatings.change(cohortId, null, (seating) => (seating ? expireHolds(seating, { nowMs, holdMs }) : []));
    }
    for (const enrolment of await enrolments.toFree(BATCH)) await freeSeat(enrolment);
    for (const place of await seatings.unfollowed(BATCH)) await followSeating(place);
  };
}
