import type { Logger } from '../logging';

export interface WorkQueue {
  /** Runs the work of this id soon; while it runs, once more after it. Dropped when the queue is full: the poll finds it again. */
  add(id: string, isFresh: boolean): void;
  size(): number;
  /** Takes nothing new and waits for what runs. */
  stop(): Promise<void>;
}

const MAX_WAITING = 10_000;

/** Works on ids in the order of arrival, each at most once at a time, `concurrency` at once. */
export function createWorkQueue({
  run,
  concurrency,
  logger,
}: {
  run(id: string, isFresh: boolean): Promise<void>;
  concurrency: number;
  logger: Logger;
}): WorkQueue {
  const waiting = new Map<string, boolean>();
  const running = new Map<string, Promise<void>>();
  let isStopped = false;

  function fill(): void {
    for (const [id, isFresh] of waiting) {
      if (isStopped || running.size >= concurrency) return;
      if (running.has(id)) continue;
      waiting.delete(id);
      running.set(id, work(id, isFresh));
    }
  }

  async function work(id: string, isFresh: boolean): Promise<void> {
    try {
      await run(id, isFresh);
    } catch (error) {
      if (!isStopped) logger.warn({ err: error, id }, 'work failed and will be found again');
    } finally {
      running.delete(id);
      fill();
    }
  }

  return {
    add(id, isFresh) {
      if (isStopped || (waiting.size >= MAX_WAITING && !waiting.has(id))) return;
      waiting.set(id, isFresh || (waiting.get(id) ?? false));
      fill();
    },
    size: () => waiting.size + running.size,
    async stop() {
      isStopped = true;
      waiting.clear();
      await Promise.all(running.values());
    },
  };
}
