/** The id so many places further; from nowhere, the first. Undefined: there is none. */
export function stepFrom(ids: readonly string[], from: string | undefined, by: 1 | -1): string | undefined {
  const at = from === undefined ? -1 : ids.indexOf(from);
  return at < 0 ? ids[0] : ids[at + by];
}
