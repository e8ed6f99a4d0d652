/** Whether an instant lies behind the server's now; while either is unknown, it does not. */
export function isPast(now: string | undefined, instant: string | null): boolean {
  return now !== undefined && instant !== null && Date.parse(now) >= Date.parse(instant);
}
