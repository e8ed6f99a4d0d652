import { createGroupQueue } from './group-queue';

/** Runs the work of one key one after another, in order of arrival; other keys do not wait. */
export interface KeyedQueue {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
}

/**
 * @param maxWaiting how much may wait for one key behind what runs.
 * `run` rejects with QueueFullError beyond that; a failing piece of work does not stop the ones behind it.
 */
export function createKeyedQueue(maxWaiting = 1_000): KeyedQueue {
  const queue = createGroupQueue<() => Promise<unknown>, unknown>({
    maxWaiting,
    maxGroup: 1,
    runGroup: (_, works) => Promise.all(works.map((work) => work())),
  });
  return {
    // The queue hands back what this very work resolved to.
    run: <T>(key: string, work: () => Promise<T>) => queue.run(key, work) as Promise<T>,
  };
}
