import { setTimeout as sleep } from 'node:timers/promises';
import type { Received, Topic } from '@daka/contracts';
import {
  connectKafka,
  ensureTopics,
  type Handled,
  type KafkaConfig,
  type Logger,
  type MongoConnection,
  startConsumer,
} from '@daka/service-kit';
import type { Registry } from 'prom-client';

const AGAIN_AFTER_MS = 5_000;

interface Options {
  config: KafkaConfig;
  clientId: string;
  prefix: string;
  topics: readonly Topic[];
  handle(received: Received): Promise<Handled>;
  mongo: MongoConnection;
  logger: Logger;
  metrics: Registry;
}

/**
 * Follows topics as one of a group, for as long as the process lives. Unlike a service the origin has pages to answer whether Kafka is
 * there or not: it is not waited for, and a consumer that cannot go on is replaced instead of ending the process.
 */
export function startFollowing(options: Options): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = follow(options, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function follow(options: Options, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await followOnce(options, signal);
    } catch (error) {
      options.logger.warn({ err: error }, 'Kafka cannot be followed right now, trying again');
    }
    await sleep(AGAIN_AFTER_MS, undefined, { signal }).catch(() => undefined); // stopped meanwhile
  }
}

/** Until it cannot go on, or is to stop. */
async function followOnce({ config, clientId, ...options }: Options, signal: AbortSignal): Promise<void> {
  const { prefix, topics, logger } = options;
  const kafka = connectKafka({ config, clientId, logger });
  await ensureTopics(kafka, prefix, topics);
  if (signal.aborted) return;
  const broken = new AbortController();
  const consumer = await startConsumer({
    ...options,
    kafka,
    groupId: `${prefix}web`,
    onFatal: (error) => broken.abort(error),
  });
  try {
    await untilAborted(AbortSignal.any([signal, broken.signal]));
  } finally {
    await consumer.stop();
  }
  if (broken.signal.aborted) throw broken.signal.reason;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
