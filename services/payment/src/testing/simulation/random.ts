/** mulberry32: the same numbers for the same seed, everywhere. */
export function seededRandom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    chance: (probability: number) => next() < probability,
    /** A whole number from 0 to below `bound`. */
    below: (bound: number) => Math.floor(next() * bound),
  };
}
export type Random = ReturnType<typeof seededRandom>;
