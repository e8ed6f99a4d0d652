import type { RefundRule } from './policy.ts';

/** Weight of position k (1..N). `threshold` weighs like `flat`. */
export function weightOf(refund: RefundRule, position: number, requiredDays: number): number {
  if (refund.curve !== 'rising' || requiredDays === 1) return 1;
  return requiredDays - 1 + (position - 1) * (refund.ratio - 1);
}

/** Weight of all positions 1..N together: W_N of the rules. */
function fullWeight(refund: RefundRule, requiredDays: number): number {
  if (refund.curve !== 'rising' || requiredDays <= 1) return requiredDays;
  const pairs = (requiredDays * (requiredDays - 1)) / 2;
  return requiredDays * (requiredDays - 1) + pairs * (refund.ratio - 1);
}

/** What `done` days of together `weight` earn of the deposit, in minor units; the whole of it where no day is required. */
export function entitledFor(
  refund: RefundRule,
  depositMinor: number,
  requiredDays: number,
  done: number,
  weight: number,
): number {
  if (requiredDays === 0) return depositMinor;
  if (refund.curve === 'threshold') return done >= Math.min(refund.requiredDays, requiredDays) ? depositMinor : 0;
  return floorOfShare(depositMinor, weight, fullWeight(refund, requiredDays));
}

/** floor(amount * part / whole) for non-negative integers with part <= whole; exact also where the product leaves the safe integers. */
function floorOfShare(amountMinor: number, part: number, whole: number): number {
  const product = amountMinor * part;
  if (product <= Number.MAX_SAFE_INTEGER) return (product - (product % whole)) / whole;
  return Number((BigInt(amountMinor) * BigInt(part)) / BigInt(whole));
}
