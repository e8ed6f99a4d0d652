import type { Logger } from '../logging';
import type { Lease } from './leases';

export { createLeases, type Lease, type Leases, type LeasesOptions } from './leases';

export interface Periodic {
  /** Runs soon, without waiting for the interval, and here, whoever holds the lease: who nudges knows of work. */
  nudge(): void;
  /** No further run; waits for a running one. */
  stop(): Promise<void>;
}

const MAX_BACK_OFF_MS = 10_000;
const always: Lease = { all: [0], held: async () => [0], onGained: () => undefined, stop: async () => undefined };

export interface PeriodicOptions {
  name: string;
  everyMs: number;
  /** Works on the slots given; without a lease there is only slot 0. */
  run(signal: AbortSignal, slots: readonly number[]): Promise<void>;
  logger: Logger;
  /** Without one it runs in every instance. */
  lease?: Lease;
}

/**
 * Runs `run` every `everyMs` of real time, never two at once; after an error it waits longer, up to ten seconds.
 * With a lease it runs on the slots that are ours, and not at all while none is.
 */
export function startPeriodic({ name, everyMs, run, logger, lease = always }: PeriodicOptions): Periodic {
  const ended = new AbortController();
  let nudged = false;
  let failures = 0;
  let wake: (() => void) | null = null;
  const loop = (async () => {
    while (!ended.signal.aborted) {
      const slots = nudged ? async () => lease.all : lease.held;
      nudged = false;
      failures = (await attempt(slots)) ? 0 : failures + 1;
      if (!nudged || failures > 0)
        await pause(failures === 0 ? everyMs : Math.min(everyMs * 2 ** failures, MAX_BACK_OFF_MS));
    }
  })();

  lease.onGained(() => {
    if (failures === 0) wake?.();
  });

  async function attempt(slotsOf: () => Promise<readonly number[]>): Promise<boolean> {
    try {
      const slots = await slotsOf();
      if (slots.length > 0) await run(ended.signal, slots);
      return true;
    } catch (error) {
      if (!ended.signal.aborted)
        logger.warn({ err: error, periodic: name }, 'a periodic run failed and will be tried again');
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
