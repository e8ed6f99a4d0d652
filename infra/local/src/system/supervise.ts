import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../parts/fetch-once';
import { STOP_GRACE_MS, waitUntilReady, type Program } from '../parts/program';
import { OperatorProblem, describeFailure } from '../problem';
import type { ChildExit, LoggedChild } from '../process/logged-child';

const WINDOW_MS = 60_000;
const FIRST_DELAY_MS = 200;
const MAX_DELAY_MS = 5_000;
const START_ATTEMPTS = 3;
/** The exit code of a service whose settings are wrong: the same settings will not do better. */
const BAD_SETTINGS = 2;

export interface SuperviseOptions {
  log: Log;
  /** Whether to start it again when it ends by itself. */
  restart: boolean;
  /** Within one minute; one more and it is given up. */
  maxRestarts: number;
  /** Called once when it is given up. */
  onGivenUp(name: string): void;
  /** Ends a first start that is under way. */
  signal?: AbortSignal;
}

export interface Supervised {
  readonly name: string;
  pid(): number | null;
  /** How often it was started again. */
  restarts(): number;
  /** Sends a signal; for SIGKILL and SIGTERM resolves when the process has ended. */
  signal(signal: NodeJS.Signals): Promise<void>;
  /** Resolves when it serves (again); rejects when it could not be brought back. */
  untilReady(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a program, resolves when it serves, and from then on starts it again whenever it dies. */
export async function supervise(program: Program, options: SuperviseOptions): Promise<Supervised> {
  const keeper = new Keeper(program, options);
  await keeper.start();
  return keeper;
}

class Keeper implements Supervised {
  readonly name: string;
  private child: LoggedChild | null = null;
  private spawning: Promise<unknown> = Promise.resolve();
  private serving: Promise<void> = Promise.resolve();
  private readonly stopped = new AbortController();
  private restartCount = 0;
  private readonly recentDeathsMs: number[] = [];

  constructor(
    private readonly program: Program,
    private readonly options: SuperviseOptions,
  ) {
    this.name = program.name;
  }

  async start(): Promise<void> {
    const interrupt = () => void this.stop();
    this.options.signal?.addEventListener('abort', interrupt, { once: true });
    try {
      void this.watch(await this.firstServing());
    } catch (error) {
      await this.stop();
      throw error;
    } finally {
      this.options.signal?.removeEventListener('abort', interrupt);
    }
  }

  /** On a busy machine a service may find its servers slow once; what dies each time has a reason that its log tells. */
  private async firstServing(): Promise<LoggedChild> {
    for (let attempt = 1; ; attempt++) {
      const child = await this.spawn();
      try {
        await waitUntilReady(this.program, child);
        return child;
      } catch (error) {
        const hopeless =
          child.running() ||
          !this.options.restart ||
          attempt === START_ATTEMPTS ||
          (await child.exited).code === BAD_SETTINGS;
        if (hopeless || this.stopped.signal.aborted) throw error;
        this.options.log(`${this.name} ended while starting (${reason(await child.exited)}), starting it again`);
      }
    }
  }

  pid(): number | null {
    return this.child?.running() ? this.child.pid : null;
  }

  restarts(): number {
    return this.restartCount;
  }

  async signal(name: NodeJS.Signals): Promise<void> {
    if (!this.child?.running()) return;
    if (name === 'SIGKILL' || name === 'SIGTERM') await this.child.kill(name);
    else process.kill(this.child.pid, name);
  }

  async untilReady(): Promise<void> {
    await settledLast(() => this.serving);
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.spawning.catch(() => undefined);
    await this.child?.stop(STOP_GRACE_MS);
  }

  private async spawn(): Promise<LoggedChild> {
    const spawned = this.program.spawn();
    this.spawning = spawned;
    this.child = await spawned;
    return this.child;
  }

  private async watch(child: LoggedChild): Promise<void> {
    const exit = await child.exited;
    if (this.stopped.signal.aborted || !this.options.restart) return;
    this.serving = this.bringBack(exit);
    this.serving.catch((error: unknown) => this.options.log(describeFailure(error)));
  }

  private async bringBack(exit: ChildExit): Promise<void> {
    const { log, maxRestarts } = this.options;
    const delayMs = nextDelay(this.recentDeathsMs, maxRestarts);
    if (delayMs === null) return this.giveUp(exit);
    log(`${this.name} ended (${reason(exit)}), starting it again`);
    await sleep(delayMs, undefined, { signal: this.stopped.signal }).catch(() => undefined);
    if (this.stopped.signal.aborted) return;
    this.restartCount++;
    const child = await this.spawn();
    void this.watch(child);
    await waitUntilReady(this.program, child);
    log(`${this.name} is back`);
  }

  private giveUp(exit: ChildExit): never {
    this.stopped.abort();
    this.options.onGivenUp(this.name);
    throw new OperatorProblem(
      `${this.name} died more than ${this.options.maxRestarts} times within a minute (${reason(exit)}); giving up. Its log: ${this.child?.logFile}`,
    );
  }
}

/** A crash while coming back replaces the promise that was waited for: only the newest one counts. */
async function settledLast(newest: () => Promise<void>): Promise<void> {
  for (;;) {
    const waited = newest();
    const failure = await waited.then(
      () => null,
      (error: unknown) => error,
    );
    await sleep(0);
    if (waited === newest()) {
      if (failure) throw failure;
      return;
    }
  }
}

/** Milliseconds until the next start, growing with the deaths of the last minute; null when there were too many. */
function nextDelay(recent: number[], maxRestarts: number): number | null {
  const nowMs = performance.now();
  while (recent.length > 0 && nowMs - (recent[0] ?? 0) > WINDOW_MS) recent.shift();
  if (recent.length >= maxRestarts) return null;
  recent.push(nowMs);
  return Math.min(FIRST_DELAY_MS * 2 ** (recent.length - 1), MAX_DELAY_MS);
}

function reason({ code, signal }: ChildExit): string {
  return signal ?? `exit code ${code}`;
}
