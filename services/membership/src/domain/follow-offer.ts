import type { Cohort, CohortEvent } from './cohort';
import { evolveSeating, type Seating, type SeatingEvent, type SeatingOffer } from './seating';
import { expireHolds } from './seat-decisions';

/** The seating learns of a larger capacity or another end of enrolment; whoever waits is offered the new seats at once. */
export function followOffer(
  seating: Seating | null,
  { capacity, enrolUntilMs }: SeatingOffer,
  time: { nowMs: number; holdMs: number },
): SeatingEvent[] {
  // A seating that is opened later takes the offer as it is then.
  if (seating === null || seating.status === 'closed') return [];
  if (seating.capacity === capacity && seating.enrolUntilMs === enrolUntilMs) return [];
  const changed: SeatingEvent = { type: 'offer-changed', capacity, enrolUntilMs };
  return [changed, ...expireHolds(evolveSeating(seating, changed), time)];
}

/** The seating knows the offer that the cohort had then; one that changed meanwhile is still to follow. */
export function offerFollowed(cohort: Cohort | null, followed: SeatingOffer): CohortEvent[] {
  if (cohort?.status !== 'published' || !cohort.offerToFollow) return [];
  const { capacity, enrolUntilMs } = cohort.content;
  return capacity === followed.capacity && enrolUntilMs === followed.enrolUntilMs ? [{ type: 'offer-followed' }] : [];
}
