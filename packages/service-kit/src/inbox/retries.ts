import { createDoorbell } from '../queues/doorbell';

/** Tries parked messages at the start and then at an interval: what fills a gap may have been handled by another process. */
export function startRetries(
  retry: () => Promise<number>,
  everyMs: number,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  const doorbell = createDoorbell();
  const ending = new AbortController();
  const run = async () => {
    while (!ending.signal.aborted) {
      await retry().catch((error: unknown) => {
        if (!ending.signal.aborted) onError(error);
      });
      await doorbell.wait(everyMs);
    }
  };
  const running = run();
  return {
    async stop() {
      ending.abort();
      doorbell.close();
      await running;
    },
  };
}
