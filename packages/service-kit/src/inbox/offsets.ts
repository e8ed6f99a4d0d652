import type { Consumer } from 'kafkajs';

/** Offsets whose messages are settled, committed a little later and many at once. */
export interface Offsets {
  /** `last`: offset of the last message that is settled. */
  settled(topic: string, partition: number, last: string): void;
  /** Forgets what was not committed: the partitions belong to somebody else now, who meets these messages again and drops them. */
  forget(): void;
  /** Commits what is left and stops. */
  stop(): Promise<void>;
}

const COMMIT_EVERY_MS = 200;

/**
 * A commit costs about as much as a message, and none is needed for safety: what was settled and comes again is dropped.
 * `onFailure` is told of a commit that failed; the next one carries the same offsets or later ones.
 */
export function createOffsets(
  { commitOffsets }: Pick<Consumer, 'commitOffsets'>,
  onFailure: (error: unknown) => void,
): Offsets {
  let waiting = new Map<string, { topic: string; partition: number; offset: string }>();
  let committing: Promise<void> = Promise.resolve();

  async function commit(): Promise<void> {
    if (waiting.size === 0) return;
    const taken = waiting;
    waiting = new Map();
    try {
      await commitOffsets([...taken.values()]);
    } catch (error) {
      waiting = new Map([...taken, ...waiting]);
      onFailure(error);
    }
  }

  const inTurn = () => (committing = committing.then(commit));
  const timer = setInterval(() => void inTurn(), COMMIT_EVERY_MS);

  return {
    settled(topic, partition, last) {
      waiting.set(`${topic}:${partition}`, { topic, partition, offset: String(BigInt(last) + 1n) });
    },
    forget: () => waiting.clear(),
    async stop() {
      clearInterval(timer);
      await inTurn();
    },
  };
}
