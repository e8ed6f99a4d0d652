const DAY_MS = 86_400_000;
/** Days after its close in which leave may still be asked for a day. */
export const LEAVE_ASKED_DAYS_AFTER = 3;

/** The end (epoch ms, exclusive) of a window of days that begins then: to appeal a decision, to go to the arbiter, to reject a check-in. */
export function windowEndMs(sinceMs: number, days: number): number {
  return sinceMs + days * DAY_MS;
}

/** Until when (epoch ms, exclusive) leave may be asked for a day that closes then. */
export function leaveAskedUntilMs(closesAtMs: number): number {
  return windowEndMs(closesAtMs, LEAVE_ASKED_DAYS_AFTER);
}
