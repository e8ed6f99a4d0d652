import type { Topic } from '@daka/contracts';
import { Kafka, type LogEntry, logLevel } from 'kafkajs';
import type { Logger } from 'pino';
import type { KafkaConnection } from './types';

/** Prepares a client of Kafka; connects nothing yet. `brokers`: a list, or a comma-separated string. */
export function connectKafka(options: { brokers: string | readonly string[]; clientId: string; logger: Logger }): KafkaConnection {
  const { brokers, clientId, logger } = options;
  const list = typeof brokers === 'string' ? brokers.split(',') : [...brokers];
  const kafka = new Kafka({
    clientId,
    brokers: list.map((broker) => broker.trim()).filter(Boolean),
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    // About ten seconds in all; then the relay and the consumer apply their own back-off.
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8 },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => logEntry(logger, entry),
  });
  return { kafka, clientId };
}

/** Creates the topics that are missing; those that exist keep their partitions. */
export async function ensureTopics({ kafka }: KafkaConnection, prefix: string, topics: readonly Topic[], partitions = 4): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = topics.map((topic) => prefix + topic).filter((topic) => !existing.has(topic));
    if (missing.length === 0) return;
    // Retention is endless: a new consumer reads every stream from its first event.
    const configEntries = [{ name: 'retention.ms', value: '-1' }];
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map((topic) => ({ topic, numPartitions: partitions, configEntries })),
    });
  } finally {
    await admin.disconnect();
  }
}

/** A broker that is away is weather, not something to be woken up for: kafkajs's errors become warnings. */
function logEntry(logger: Logger, { level, namespace, log: { message, error } }: LogEntry): void {
  const line = { kafka: namespace, ...(error === undefined ? {} : { reason: String(error) }) };
  if (level <= logLevel.WARN) logger.warn(line, message);
  else logger.debug(line, message);
}
