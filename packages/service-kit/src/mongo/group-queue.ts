import { QueueFullError } from './errors';

/** Takes up work by key: what waits for a key while an earlier group runs becomes the next group. Other keys do not wait. */
export interface GroupQueue<Work, Result> {
  run(key: string, work: Work): Promise<Result>;
}

interface Waiting<Work, Result> {
  work: Work;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/** So many at once, so that one write stays small. */
const MAX_GROUP = 32;

/**
 * @param runGroup does the work of one group, in order of arrival, and answers each piece in its place.
 * @param maxWaiting how much may wait for one key; `run` rejects with QueueFullError beyond that.
 */
export function createGroupQueue<Work, Result>(runGroup: (key: string, works: readonly Work[]) => Promise<Result[]>, maxWaiting = 1_000): GroupQueue<Work, Result> {
  const queues = new Map<string, Waiting<Work, Result>[]>();

  async function drain(key: string, queue: Waiting<Work, Result>[]): Promise<void> {
    while (queue.length > 0) await runOne(key, queue.splice(0, MAX_GROUP));
    queues.delete(key);
  }

  async function runOne(key: string, group: readonly Waiting<Work, Result>[]): Promise<void> {
    try {
      const results = await runGroup(key, group.map(({ work }) => work));
      group.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  return {
    run(key, work) {
      return new Promise((resolve, reject) => {
        const known = queues.get(key);
        const queue = known ?? [];
        if (queue.length >= maxWaiting) {
          reject(new QueueFullError(`${queue.length} changes of ${key} already wait`));
          return;
        }
        queue.push({ work, resolve, reject });
        if (known) return;
        queues.set(key, queue);
        // What arrives in the same turn of the event loop is one group.
        queueMicrotask(() => void drain(key, queue));
      });
    },
  };
}
