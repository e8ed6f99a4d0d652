import type { PublicProof } from '../../api/queries';

type Published = PublicProof['items'][number];

/** Nothing owed is covered by anything. */
export function isCovered({ coverageBps }: Published): boolean {
  return coverageBps === null || coverageBps >= 10_000;
}

/** In whole percent, never rounded up; null: nothing is owed. */
export function coverageOf({ coverageBps }: Published): number | null {
  return coverageBps === null ? null : Math.floor(coverageBps / 100);
}
