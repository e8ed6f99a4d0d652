/** Epoch milliseconds of an ISO 8601 instant with a zone; what is finer than a millisecond is cut. Throws RangeError on anything else. */
export function instantMs(instant: string): number {
  const epochMs = Date.parse(instant);
  if (Number.isNaN(epochMs)) throw new RangeError(`not an instant: ${instant}`);
  return epochMs;
}
