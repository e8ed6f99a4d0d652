import { type DayTerms, dayBoundariesOf } from './compile-plan.ts';
import type { Policy } from './policy.ts';

const DAY_MS = 86_400_000;
const LONGEST_DEFAULT_DAYS = 7;

/** What a policy says about leaving with everything back. */
export type CoolingOffTerms = DayTerms & Pick<Policy, 'days' | 'coolingOffDays'>;

/** Days after paying in which this policy gives fee and deposit back in full; by default a third of its days, at most a week. */
export function coolingOffDays({ coolingOffDays: agreed, days }: Pick<Policy, 'days' | 'coolingOffDays'>): number {
  return agreed ?? Math.min(LONGEST_DEFAULT_DAYS, Math.floor(days / 3));
}

/**
 * The instant (epoch ms) from which a learner who leaves no longer gets everything back. Before it, either the first day has not
 * opened for this learner, or the cooling-off days since paying are not over; a plan that has ended has no cooling-off.
 */
export function coolingOffEndsMs(terms: CoolingOffTerms, learner: { timeZone: string; paidAtMs: number }): number {
  const opensAtMs = dayBoundariesOf(terms, learner.timeZone);
  const endsAfterPayingMs = learner.paidAtMs + coolingOffDays(terms) * DAY_MS;
  return Math.max(opensAtMs(0), Math.min(endsAfterPayingMs, opensAtMs(terms.days)));
}
