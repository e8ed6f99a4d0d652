import { expireHolds } from '../../domain/seat-decisions';
import type { FollowOffer, Ports, Seats } from '../../ports';

type Needs = Pick<Ports, 'cohorts' | 'seatings' | 'enrolments' | 'clock' | 'holdMs'>;
const BATCH = 100;

/**
 * What no request waits for, and what a crash left half done, in this order: holds that ran out go to those who wait, seatings follow
 * what cohorts offer, ended enrolments give their places back, and enrolments that do not know their place follow the seating.
 */
export function createTendSeats(
  { cohorts, seatings, enrolments, clock, holdMs }: Needs,
  seats: Seats,
  followOffer: FollowOffer,
) {
  let unfollowedBefore: ReadonlySet<string> = new Set();

  return async function tendSeats(): Promise<void> {
    const nowMs = clock.nowMs();
    await forEach(await seatings.withExpiredHolds(nowMs, BATCH), (cohortId) =>
      seatings.change(cohortId, (seating) => (seating ? expireHolds(seating, { nowMs, holdMs }) : [])),
    );
    await forEach(await cohorts.offersToFollow(BATCH), followOffer);
    await forEach(await enrolments.toFree(BATCH), seats.free);
    await forEach(await leftBehind(), ({ cohortId, enrolmentId }) => followLate(cohortId, enrolmentId));
  };

  /** Who had not followed the last time either: the others are just being followed by the request that moved them. */
  async function leftBehind(): Promise<{ cohortId: string; enrolmentId: string }[]> {
    const unfollowed = await seatings.unfollowed(BATCH);
    const late = unfollowed.filter(({ enrolmentId }) => unfollowedBefore.has(enrolmentId));
    unfollowedBefore = new Set(unfollowed.map(({ enrolmentId }) => enrolmentId));
    return late;
  }

  async function followLate(cohortId: string, enrolmentId: string): Promise<void> {
    const seating = await seatings.load(cohortId, [enrolmentId]);
    if (seating) await seats.follow(cohortId, enrolmentId, seating);
  }
}

/** One that fails does not keep the others waiting. @throws what failed, after all had their turn. */
async function forEach<T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await act(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${items.length} failed`);
}
