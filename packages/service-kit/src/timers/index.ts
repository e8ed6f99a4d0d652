import type { Logger } from '../logging';

export interface Periodic {
  /** Runs soon, without waiting for the interval. */
  nudge(): void;
  /** No further run; waits for a running one. */
  stop(): Promise<void>;
}

const MAX_BACK_OFF_MS = 10_000;

/** Runs `run` every `everyMs` of real time, never two at once; after an error it waits longer, up to ten seconds. */
export function startPeriodic(options: { name: string; everyMs: number; run(signal: AbortSignal): Promise<void>; logger: Logger }): Periodic {
  const { name, everyMs, run, logger } = options;
  const ended = new AbortController();
  let nudged = false;
  let failures = 0;
  let wake: (() => void) | null = null;
  const loop = (async () => {
    while (!ended.signal.aborted) {
      nudged = false;
      failures = (await attempt()) ? 0 : failures + 1;
      if (!nudged || failures > 0) await pause(failures === 0 ? everyMs : Math.min(everyMs * 2 ** failures, MAX_BACK_OFF_MS));
    }
  })();

  async function attempt(): Promise<boolean> {
    try {
      await run(ended.signal);
      return true;
    } catch (error) {
      if (!ended.signal.aborted) logger.warn({ err: error, periodic: name }, 'a periodic run failed and will be tried again');
      return false;
    }
  }

  function pause(ms: number): Promise<void> {
    if (ended.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    nudge() {
      nudged = true;
      if (failures === 0) wake?.();
    },
    async stop() {
      ended.abort();
      wake?.();
      await loop;
    },
  };
}
