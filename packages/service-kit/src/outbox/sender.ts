import type { Topic } from '@daka/contracts';
import type { ICustomPartitioner, Message, Producer } from 'kafkajs';
import { groupBy } from '../kafka/group-by';
import { partitionOf } from './partition-of';
import type { Pending } from '../documents/types';
import type { KafkaConnection } from '../kafka/types';

/** Sends serially; a failed send may be tried again after `reset`. */
export interface Sender {
  send(pending: readonly Pending[]): Promise<void>;
  /** Drops the connection; the next send makes a new one. */
  reset(): Promise<void>;
}

interface Addressed {
  topic: Topic;
  message: Message;
}

/** A broker refuses a batch above 1 MiB per partition. */
const MAX_REQUEST_BYTES = 900_000;
const ACKS_OF_ALL = -1;

/**
 * One producer, used by one caller at a time: kafkajs may lose an acknowledged message when sends overlap,
 * and `idempotent` does not prevent that.
 */
export function createSender({ kafka }: KafkaConnection, prefix: string): Sender {
  let producer: Producer | undefined;

  async function connected(): Promise<Producer> {
    if (producer) return producer;
    const fresh = kafka.producer({
      idempotent: false,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: byKey,
      retry: { initialRetryTime: 50, maxRetryTime: 500, retries: 3 },
    });
    await fresh.connect();
    producer = fresh;
    return fresh;
  }

  return {
    async send(pending) {
      for (const chunk of chunksOf(pending.flatMap(addressed))) {
        await (await connected()).sendBatch({ acks: ACKS_OF_ALL, topicMessages: byTopic(chunk, prefix) });
      }
    },
    async reset() {
      const old = producer;
      producer = undefined;
      await old?.disconnect().catch(() => undefined);
    },
  };
}

const byKey: ICustomPartitioner =
  () =>
  ({ message, partitionMetadata }) =>
    partitionOf(String(message.key), partitionMetadata.length);

function addressed({ subject, events }: Pending): Addressed[] {
  return events.map(({ topic, value }) => ({
    topic,
    message: { key: subject, value, headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' } },
  }));
}

/** Splits in order, so that no request is larger than a broker takes. */
function chunksOf(messages: readonly Addressed[]): Addressed[][] {
  const chunks: Addressed[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const message of messages) {
    const size = Buffer.byteLength(String(message.message.value));
    if (bytes + size > MAX_REQUEST_BYTES) {
      chunks.push([]);
      bytes = 0;
    }
    chunks.at(-1)?.push(message);
    bytes += size;
  }
  return chunks;
}

function byTopic(messages: readonly Addressed[], prefix: string): { topic: string; messages: Message[] }[] {
  const grouped = groupBy(messages, ({ topic }) => topic);
  return [...grouped].map(([topic, list]) => ({ topic: prefix + topic, messages: list.map(({ message }) => message) }));
}
