import { compilePlan } from './compile-plan.ts';
import { finalInstantMs, lastCloseMs } from './plan.ts';
import type { Policy } from './policy.ts';

const DAY_MS = 86_400_000;
const DEFAULT_REVIEW_DAYS = 3;
/** Where a day ends last on earth: nobody's own zone makes them later than what was announced. */
const LATEST_ZONE = '-12:00';

/** The instants (epoch ms) through which a cohort comes to its settlement, known when it is published and the same for everybody. */
export interface SettlementSchedule {
  lastCloseMs: number;
  /** The end of the make-ups; null, and so are those after it, where the policy takes them for ever. */
  makeUpsEndMs: number | null;
  reviewEndsMs: number | null;
  settlesAtMs: number | null;
}

/** Days after its acceptance in which a check-in can be rejected. */
export function reviewDaysOf({ checkIn }: Pick<Policy, 'checkIn'>): number {
  return checkIn.reviewDays ?? DEFAULT_REVIEW_DAYS;
}

/**
 * From this instant on (epoch ms) nothing that anybody does fulfils a day: the end of the make-ups, or the last close where they have no end.
 * What was handed in before it counts, however late it is told.
 */
export function doingEndsMs(policy: Policy): number {
  const { makeUpsEndMs, lastCloseMs: closeMs } = settlementSchedule(policy, 0);
  return makeUpsEndMs ?? closeMs;
}

/** The last close, then the make-up window, then the review window, then the appeal window. */
export function settlementSchedule(policy: Policy, appealDays: number): SettlementSchedule {
  const plan = compilePlan(policy, { timeZone: LATEST_ZONE, excused: [] });
  const makeUpsEndMs = finalInstantMs(plan);
  const reviewEndsMs = makeUpsEndMs === null ? null : makeUpsEndMs + reviewDaysOf(policy) * DAY_MS;
  const settlesAtMs = reviewEndsMs === null ? null : reviewEndsMs + appealDays * DAY_MS;
  return { lastCloseMs: lastCloseMs(plan), makeUpsEndMs, reviewEndsMs, settlesAtMs };
}
