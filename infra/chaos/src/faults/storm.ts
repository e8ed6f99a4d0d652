import type { Act, PlannedAct } from '../plan/acts';
import type { World } from '../world/start';
import { perform, type Surroundings } from './perform';

export interface Storm {
  /** A step of the workload begins; what is planned for it begins with it. */
  step(): void;
  steps(): number;
  /** Begins what is left, waits for all of it, and makes everything well again. */
  end(): Promise<void>;
  /** What was done and when, for the record of a failure. */
  log: readonly { atStep: number; act: Act; failure?: string }[];
}

const FREEZABLE = ['membership', 'payment', 'homework', 'checkin', 'web', 'sandbox', 'mongo', 'kafka'] as const;

/** Lets planned acts happen beside the workload: by its progress, not by the clock on the wall. */
export function startStorm(world: World, acts: readonly PlannedAct[], around: Surroundings): Storm {
  const running: Promise<void>[] = [];
  const log: { atStep: number; act: Act; failure?: string }[] = [];
  let steps = 0;
  let begun = 0;

  function begin({ act }: PlannedAct): void {
    const entry: (typeof log)[number] = { atStep: steps, act };
    log.push(entry);
    // An act may find its victim down already.
    running.push(
      perform(world, act, around).catch((error: unknown) => {
        entry.failure = String(error);
      }),
    );
  }

  function beginDue(until: number): void {
    for (let next = acts[begun]; next && next.atStep <= until; next = acts[begun]) {
      begun += 1;
      begin(next);
    }
  }

  return {
    step() {
      steps += 1;
      beginDue(steps);
    },
    steps: () => steps,
    log,
    async end() {
      beginDue(Number.POSITIVE_INFINITY);
      await Promise.all(running);
      await calm(world);
    },
  };
}

/** Ends every fault there is, whoever began it, and waits until everything serves. */
async function calm({ proxies, processor, system }: World): Promise<void> {
  for (const proxy of Object.values(proxies)) proxy.heal();
  for (const part of FREEZABLE) await system.kill(part, 'SIGCONT');
  await system.untilReady();
  await processor.setFaults(null);
}
