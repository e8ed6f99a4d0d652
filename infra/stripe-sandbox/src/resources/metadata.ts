import type { Metadata } from '../state/records';

/** Stripe's merge: given keys replace, empty values unset, no keys at all (`metadata=`) clear everything. */
export function mergeMetadata(before: Metadata, given: Metadata | undefined): Metadata {
  if (given === undefined) return before;
  if (Object.keys(given).length === 0) return {};
  return Object.fromEntries(Object.entries({ ...before, ...given }).filter(([, value]) => value !== ''));
}
