import type { CohortInShort } from './read';

/** What all cohorts of one currency come to together. */
export interface Sums {
  currency: string;
  cohorts: number;
  heldMinor: number;
  owedMinor: number;
  inFlightMinor: number;
  poolMinor: number;
  organiserMinor: number;
}

/** By currency: amounts of different currencies are never added up. Cohorts whose currency is not known have no money yet. */
export function sumsByCurrency(cohorts: readonly CohortInShort[]): Sums[] {
  const sums = new Map<string, Sums>();
  for (const { currency, ...one } of cohorts) {
    if (currency === null) continue;
    const before = sums.get(currency) ?? nothing(currency);
    sums.set(currency, {
      currency,
      cohorts: before.cohorts + 1,
      heldMinor: before.heldMinor + one.heldMinor,
      owedMinor: before.owedMinor + one.owedMinor,
      inFlightMinor: before.inFlightMinor + one.inFlightMinor,
      poolMinor: before.poolMinor + one.poolMinor,
      organiserMinor: before.organiserMinor + one.organiserMinor,
    });
  }
  return [...sums.values()].sort((one, other) => one.currency.localeCompare(other.currency));
}

/** The latest to begin first. */
export function latestFirst(cohorts: readonly CohortInShort[]): CohortInShort[] {
  return [...cohorts].sort((one, other) => (other.startsOn ?? '').localeCompare(one.startsOn ?? ''));
}

function nothing(currency: string): Sums {
  return { currency, cohorts: 0, heldMinor: 0, owedMinor: 0, inFlightMinor: 0, poolMinor: 0, organiserMinor: 0 };
}
