/**
 * Barks when messages that are ours to process have been waiting for `limitMs` while none was processed.
 * kafkajs can stop without saying so; only a new process helps then. An unknown lag (Kafka is away) is no reason to bark.
 */
export function startWatchdog(options: { limitMs: number; lag(): Promise<number>; progress(): number; bark(): void }): {
  stop(): void;
} {
  const { limitMs, lag, progress, bark } = options;
  let seen = progress();
  let quietSinceMs = performance.now();
  let looking = false;

  async function look(): Promise<void> {
    const waiting = await lag().catch(() => 0);
    const now = progress();
    if (waiting === 0 || now !== seen) {
      seen = now;
      quietSinceMs = performance.now();
      return;
    }
    if (performance.now() - quietSinceMs >= limitMs) bark();
  }

  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    void look().finally(() => {
      looking = false;
    });
  }, limitMs / 4);
  return { stop: () => clearInterval(timer) };
}
