/** Epoch milliseconds as the ISO 8601 text that crosses boundaries. */
export function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
