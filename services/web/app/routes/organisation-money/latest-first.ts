import type { CohortInShort } from './read';

/** The latest to begin first. */
export function latestFirst(cohorts: readonly CohortInShort[]): CohortInShort[] {
  return [...cohorts].sort((one, other) => (other.startsOn ?? '').localeCompare(one.startsOn ?? ''));
}
