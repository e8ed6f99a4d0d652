import { QueueFullError } from './errors';

/** Runs the work of one key one after another, in order of arrival; other keys do not wait. */
export interface KeyedQueue {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
}

/**
 * @param maxWaiting how much may wait for one key.
 * `run` rejects with QueueFullError beyond that; a failing piece of work does not stop the ones behind it.
 */
export function createKeyedQueue(maxWaiting = 1_000): KeyedQueue {
  const tails = new Map<string, { waiting: number; last: Promise<unknown> }>();

  return {
    async run(key, work) {
      const tail = tails.get(key) ?? { waiting: 0, last: Promise.resolve() };
      if (tail.waiting >= maxWaiting) throw new QueueFullError(`${tail.waiting} changes of ${key} already wait`);

      tail.waiting++;
      tails.set(key, tail);
      const mine = tail.last.then(work);
      tail.last = mine.catch(() => undefined);
      try {
        return await mine;
      } finally {
        tail.waiting--;
        if (tail.waiting === 0) tails.delete(key);
      }
    },
  };
}
