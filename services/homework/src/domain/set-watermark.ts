import type { Cohort } from './cohort';
import type { Portfolio, PortfolioEvent } from './portfolio';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A plan day has closed everywhere on earth, whatever the policy says. */
const CLOSED_EVERYWHERE_MS = 3 * DAY_MS;

/** What clocks of instances may differ by until the difference costs a hand-in of the last moment its day. Nothing else rests on it. */
export const CLOCKS_DIFFER_MS = 60_000;

/**
 * Up to which instant it is time to say that all is told; null: not yet, or homework is no check-in there and nobody waits for it. Where the policy is known that is once, when nothing fulfils a day any more.
 * Of a cohort that was published before its policy was kept it is the last midnight, again every day.
 */
export function watermarkDueMs(cohort: Cohort, nowMs: number): number | null {
  const { settled, cancelled, policy, doingEndsMs, planDays } = cohort;
  if (settled || cancelled || policy?.checkIn.accepts.includes('homework') === false) return null;
  if (doingEndsMs !== null) return nowMs >= doingEndsMs + CLOCKS_DIFFER_MS ? doingEndsMs : null;
  const lastDay = planDays.at(-1);
  if (lastDay === undefined || nowMs < Date.parse(lastDay) + CLOSED_EVERYWHERE_MS) return null;
  return Math.floor((nowMs - CLOCKS_DIFFER_MS) / DAY_MS) * DAY_MS;
}

/**
 * Says that all that this learner handed in before an instant is told. That is true because it is decided on the portfolio, which holds the hand-ins:
 * - Each hand-in and the watermark are a guarded write of one document, so they have an order, whichever instances decide them and whatever is in flight.
 *   A hand-in that is written after the watermark is handed in at the watermark or later, by its own clock or not (`handedInAtMs`).
 * - Their messages are numbered in that order in one stream. Whoever follows it applies the watermark after all before it, and never instead of it: a crash,
 *   a relay that sends twice or out of order, another partition or another instance change nothing about the numbers.
 * So it needs neither the relay to be empty, nor Kafka's order, nor equal clocks. It never goes back, and is said of members only: check-in knows of nobody else.
 */
export function setWatermark(portfolio: Portfolio | null, upToMs: number): PortfolioEvent[] {
  if (portfolio === null || portfolio.memberNumber === null) return [];
  if (portfolio.watermarkMs !== null && portfolio.watermarkMs >= upToMs) return [];
  return [{ type: 'watermark-set', upToMs }];
}

/** When something counts as handed in: by the clock, but never before an instant up to which all is said. */
export function handedInAtMs({ watermarkMs }: Pick<Portfolio, 'watermarkMs'>, nowMs: number): number {
  return Math.max(nowMs, watermarkMs ?? nowMs);
}
