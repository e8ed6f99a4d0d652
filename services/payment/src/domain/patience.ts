/** Both clocks: `atMs` is the domain's (may be virtual), `wallAtMs` the one that keys, sessions and retries live by. */
export interface Now {
  atMs: number;
  wallAtMs: number;
}

/** Waits and bounds of talking to the processor. */
export interface Patience {
  /** How long the process that wrote `sending` has for the call before another one takes over. */
  sendWithinMs: number;
  retryFirstMs: number;
  retryMaxMs: number;
  checkFirstMs: number;
  checkMaxMs: number;
  /** How often an open dispute is looked at, in case its webhooks are lost. */
  disputeEveryMs: number;
  /** Attempts (new keys) until a refund that keeps failing waits for another way out. */
  maxAttempts: number;
}

/** The wait before try n (from 0): doubles each time, bounded. */
export function backOffMs(tries: number, firstMs: number, maxMs: number): number {
  return Math.min(maxMs, firstMs * 2 ** Math.min(tries, 20));
}

/** A payment that was abandoned, or a refund that takes days, is not worth the pace of one that is about to arrive. */
const KEEN_LOOKS = 40;
const SLOWER = 15;

/** The wait before look n (from 0) at something that a webhook should have told: doubling, then steady, then rare. */
export function lookAgainMs(looks: number, { checkFirstMs, checkMaxMs }: Patience): number {
  return looks < KEEN_LOOKS ? backOffMs(looks, checkFirstMs, checkMaxMs) : checkMaxMs * SLOWER;
}
