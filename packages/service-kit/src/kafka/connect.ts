import { setTimeout as sleep } from 'node:timers/promises';
import type { Topic } from '@daka/contracts';
import { type Admin, Kafka, KafkaJSAggregateError, KafkaJSProtocolError, type LogEntry, logLevel } from 'kafkajs';
import type { Logger } from 'pino';
import type { KafkaConfig } from '../config';
import { kafkaAccess } from './access';
import { quietenQueues } from './quiet-queues';
import type { KafkaConnection } from './types';

/** Prepares a client of Kafka; connects nothing yet. @throws ConfigError where the settings do not agree. */
export function connectKafka(options: { config: KafkaConfig; clientId: string; logger: Logger }): KafkaConnection {
  const { config, clientId, logger } = options;
  quietenQueues();
  const kafka = new Kafka({
    clientId,
    brokers: brokersOf(config),
    ...kafkaAccess(config),
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    // About ten seconds in all; then the relay and the consumer apply their own back-off.
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8 },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => logEntry(logger, entry),
  });
  return { kafka, clientId };
}

function brokersOf({ KAFKA_BROKERS: brokers }: KafkaConfig): string[] {
  const list = typeof brokers === 'string' ? brokers.split(',') : [...brokers];
  return list.map((broker) => broker.trim()).filter(Boolean);
}

const LED_WITHIN_MS = 30_000;

/** Creates the topics that are missing, and resolves when all of them can be used; those that exist keep their partitions. */
export async function ensureTopics(
  { kafka }: KafkaConnection,
  prefix: string,
  topics: readonly Topic[],
  partitions = 4,
): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const wanted = topics.map((topic) => prefix + topic);
    const missing = wanted.filter((topic) => !existing.has(topic));
    if (missing.length > 0) await createTopics(admin, missing, partitions);
    await untilLed(admin, wanted);
  } finally {
    await admin.disconnect();
  }
}

async function createTopics(admin: Admin, topics: readonly string[], numPartitions: number): Promise<void> {
  // Retention is endless: a new consumer reads every stream from its first event.
  const configEntries = [{ name: 'retention.ms', value: '-1' }];
  const order = { waitForLeaders: false, topics: topics.map((topic) => ({ topic, numPartitions, configEntries })) };
  const untilMs = performance.now() + LED_WITHIN_MS;
  for (;;) {
    const failure = await admin.createTopics(order).then(
      () => null,
      (error: unknown) => error,
    );
    if (failure === null) return;
    if (!isWithoutBrokers(failure) || performance.now() > untilMs) throw failure;
    await sleep(100);
  }
}

/**
 * A broker that is too busy to answer its controller in time is left out for a moment. Where there is no other, the controller says that
 * not even one copy of a topic can be placed; a moment later it can.
 */
export function isWithoutBrokers(error: unknown): boolean {
  return error instanceof KafkaJSAggregateError && error.errors.every(isNotPlaced);
}

function isNotPlaced(error: unknown): boolean {
  return error instanceof KafkaJSProtocolError && error.type === 'INVALID_REPLICATION_FACTOR';
}

/** kafkajs's own wait gives up on the first answer of a broker that has not heard of the topic yet. */
async function untilLed(admin: Admin, topics: string[]): Promise<void> {
  const untilMs = performance.now() + LED_WITHIN_MS;
  for (;;) {
    const failure = await leaderless(admin, topics).catch((error: unknown) => error);
    if (failure === null) return;
    if (performance.now() > untilMs) throw failure;
    await sleep(100);
  }
}

/** What is missing, or null. */
async function leaderless(admin: Admin, topics: string[]): Promise<Error | null> {
  const metadata = await admin.fetchTopicMetadata({ topics });
  const waiting = metadata.topics.filter(
    ({ partitions }) => partitions.length === 0 || partitions.some(({ leader }) => leader < 0),
  );
  return waiting.length === 0 ? null : new Error(`no leader yet for ${waiting.map(({ name }) => name).join(', ')}`);
}

/** What kafkajs repeats for each attempt while a broker is away; the relay and the consumer report the outage themselves. */
const chatty = new Set(['Connection', 'BrokerPool']);

/** A broker that is away is weather, not something to be woken up for: kafkajs's errors become warnings. */
function logEntry(logger: Logger, { level, namespace, log: { message, error } }: LogEntry): void {
  const line = { kafka: namespace, ...(error === undefined ? {} : { reason: String(error) }) };
  if (level <= logLevel.WARN && !chatty.has(namespace)) logger.warn(line, message);
  else logger.debug(line, message);
}
