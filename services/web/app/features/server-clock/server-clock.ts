/**
 * The server's time on this device. Deadlines are counted from what the server said plus what has passed since, by a timer that nobody
 * can set; the device's own clock, which may be hours wrong, is never read.
 */
export interface ServerClock {
  /** Epoch milliseconds; null until the server was heard. */
  nowMs(): number | null;
  /** The server said `serverNowMs`, asked at `sentMs` and heard at `receivedMs` of the timer. */
  hear(serverNowMs: number, sentMs: number, receivedMs: number): void;
}

export function createServerClock(timerMs: () => number): ServerClock {
  let aheadMs: number | null = null;
  return {
    nowMs: () => (aheadMs === null ? null : timerMs() + aheadMs),
    // It was written somewhere between asking and hearing; the middle is at most half the way wrong.
    hear: (serverNowMs, sentMs, receivedMs) => (aheadMs = serverNowMs - (sentMs + receivedMs) / 2),
  };
}

export const serverClock = createServerClock(() => performance.now());

/** Asks something that tells the server's time, and sets the clock by it. */
export async function askTheTime<Answer extends { now: string }>(ask: () => Promise<Answer>): Promise<Answer> {
  const sentMs = performance.now();
  const answer = await ask();
  serverClock.hear(Date.parse(answer.now), sentMs, performance.now());
  return answer;
}
