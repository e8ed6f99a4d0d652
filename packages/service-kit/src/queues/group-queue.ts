/** More work waits for one key than this process is willing to hold. */
export class QueueFullError extends Error {
  override name = 'QueueFullError';
}

/** Takes up work by key: what waits for a key while earlier groups run becomes the next group. Other keys do not wait. */
export interface GroupQueue<Work, Result> {
  run(key: string, work: Work): Promise<Result>;
}

export interface GroupQueueOptions<Work, Result> {
  /** Does the work of one group, in order of arrival, and answers each piece in its place. */
  runGroup(key: string, works: readonly Work[]): Promise<readonly Result[]>;
  /** How much may wait for one key; `run` rejects with QueueFullError beyond that. Default 1,000. */
  maxWaiting?: number;
  /** Default 32: so many at once, so that one write stays small. */
  maxGroup?: number;
  /** How many groups of one key run at the same time. Default 1. */
  groupsAtOnce?: number;
}

interface Waiting<Work, Result> {
  work: Work;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

interface Line<Work, Result> {
  waiting: Waiting<Work, Result>[];
  running: number;
}

/** The one queue of the kit: work of a key is done in the order of its arrival, and what waits together is done together. */
export function createGroupQueue<Work, Result>({
  runGroup,
  maxWaiting = 1_000,
  maxGroup = 32,
  groupsAtOnce = 1,
}: GroupQueueOptions<Work, Result>): GroupQueue<Work, Result> {
  const lines = new Map<string, Line<Work, Result>>();

  function startNext(key: string, line: Line<Work, Result>): void {
    while (line.waiting.length > 0 && line.running < groupsAtOnce) {
      line.running += 1;
      void runOne(key, line.waiting.splice(0, maxGroup)).finally(() => {
        line.running -= 1;
        startNext(key, line);
      });
    }
    if (line.running === 0 && lines.get(key) === line) lines.delete(key);
  }

  async function runOne(key: string, group: readonly Waiting<Work, Result>[]): Promise<void> {
    try {
      const works = group.map(({ work }) => work);
      const results = await runGroup(key, works);
      if (results.length !== works.length)
        throw new Error(`${results.length} answers to ${works.length} pieces of work`);
      results.forEach((result, index) => group[index]?.resolve(result));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  return {
    run(key, work) {
      return new Promise((resolve, reject) => {
        const known = lines.get(key);
        const line = known ?? { waiting: [], running: 0 };
        if (line.waiting.length >= maxWaiting) {
          reject(new QueueFullError(`${line.waiting.length} pieces of work of ${key} already wait`));
          return;
        }
        line.waiting.push({ work, resolve, reject });
        if (!known) lines.set(key, line);
        // What arrives in the same turn of the event loop is one group.
        if (line.running < groupsAtOnce && line.waiting.length === 1) queueMicrotask(() => startNext(key, line));
      });
    },
  };
}
