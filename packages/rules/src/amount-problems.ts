import { currencyOf } from './currencies.ts';
import type { Policy } from './policy.ts';

type AmountField = 'entryFeeMinor' | 'depositMinor';

/** Why a price cannot be charged, the field to blame, and the bound that it breaks (minor units). */
export type AmountProblem =
  | { field: 'currency'; why: 'currency_not_charged' }
  | { field: AmountField; why: 'not_in_steps' | 'below_least' | 'above_most'; boundMinor: number };

/**
 * What keeps the processor from taking a price. Fee and deposit go back one by one, so each is in whole steps; they are charged as one
 * amount, so the bounds are of their sum. Both 0 is a free cohort: nothing is charged.
 */
export function amountProblems(price: Pick<Policy, 'currency' | AmountField>): AmountProblem[] {
  const currency = currencyOf(price.currency);
  if (!currency?.isCharged) return [{ field: 'currency', why: 'currency_not_charged' }];

  const { stepMinor, leastMinor, mostMinor } = currency;
  const fields = ['entryFeeMinor', 'depositMinor'] as const;
  const problems: AmountProblem[] = fields
    .filter((field) => price[field] % stepMinor !== 0)
    .map((field) => ({ field, why: 'not_in_steps', boundMinor: stepMinor }));
  const chargedMinor = price.entryFeeMinor + price.depositMinor;
  const field = price.depositMinor > 0 ? 'depositMinor' : 'entryFeeMinor';
  if (chargedMinor > 0 && chargedMinor < leastMinor)
    problems.push({ field, why: 'below_least', boundMinor: leastMinor });
  if (chargedMinor > mostMinor) problems.push({ field, why: 'above_most', boundMinor: mostMinor });
  return problems;
}
