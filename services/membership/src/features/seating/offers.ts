import { followOffer, offerFollowed } from '../../domain/follow-offer';
import type { FollowOffer, Ports } from '../../ports';

/** The seating follows what the cohort offers, then the cohort knows that it does; may run any number of times. */
export function createFollowOffer({
  cohorts,
  seatings,
  clock,
  holdMs,
}: Pick<Ports, 'cohorts' | 'seatings' | 'clock' | 'holdMs'>): FollowOffer {
  return async ({ cohortId, content }) => {
    const time = { nowMs: clock.nowMs(), holdMs };
    await seatings.change(cohortId, (seating) => followOffer(seating, content, time));
    await cohorts.change(cohortId, (cohort) => offerFollowed(cohort, content));
  };
}
