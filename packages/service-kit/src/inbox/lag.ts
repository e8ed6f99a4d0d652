import type { Admin } from 'kafkajs';
import type { KafkaConnection } from '../kafka';

/** Partitions by the topic's name on Kafka. */
export type Partitions = Readonly<Record<string, readonly number[]>>;

export interface Lag {
  /** Messages that a group has not committed yet. */
  read(): Promise<number>;
  /** Those of some partitions. */
  readOf(partitions: Partitions): Promise<number>;
  stop(): Promise<void>;
}

export function createLag({ kafka }: KafkaConnection, groupId: string, topics: readonly string[]): Lag {
  let connecting: Promise<Admin> | undefined;

  async function connect(): Promise<Admin> {
    const admin = kafka.admin({ retry: { retries: 2 } });
    await admin.connect();
    return admin;
  }

  async function admin(): Promise<Admin> {
    connecting ??= connect();
    try {
      return await connecting;
    } catch (error) {
      connecting = undefined;
      throw error;
    }
  }

  async function lagOn(wanted: readonly string[], counts: (topic: string, partition: number) => boolean) {
    if (wanted.length === 0) return 0;
    const client = await admin();
    const committed = await client.fetchOffsets({ groupId, topics: [...wanted] });
    const lags = await Promise.all(
      committed.map(async ({ topic, partitions }) => {
        const ends = await client.fetchTopicOffsets(topic);
        return lagOf(
          partitions,
          ends.filter(({ partition }) => counts(topic, partition)),
        );
      }),
    );
    return lags.reduce((sum, lag) => sum + lag, 0);
  }

  return {
    read: () => lagOn(topics, () => true),
    readOf: (partitions) =>
      lagOn(Object.keys(partitions), (topic, partition) => partitions[topic]?.includes(partition) ?? false),
    async stop() {
      await connecting?.then((client) => client.disconnect()).catch(() => undefined);
    },
  };
}

/** A partition without a committed offset is read from its first message. */
function lagOf(
  committed: readonly { partition: number; offset: string }[],
  ends: readonly { partition: number; low: string; high: string }[],
): number {
  const offsets = new Map(committed.map(({ partition, offset }) => [partition, Number(offset)]));
  return ends.reduce(
    (sum, { partition, low, high }) =>
      sum + Math.max(0, Number(high) - Math.max(offsets.get(partition) ?? 0, Number(low))),
    0,
  );
}
