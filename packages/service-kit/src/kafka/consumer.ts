import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Counter, type Registry } from 'prom-client';
import { createBatchHandler } from './batch';
import { createDelivery, type Outcome } from './deliver';
import { createDoorbell } from './doorbell';
import { createLag } from './lag';
import { createOffsets } from './offsets';
import { createParkedMessages } from './parked';
import { createStarts } from './starts';
import type { Consumer, ConsumerOptions } from './types';
import { startWatchdog } from './watchdog';

/** The shortest that brokers allow by default: a killed process gets its partitions back after so long. */
const SESSION_TIMEOUT_MS = 6_000;
const HEARTBEAT_MS = 1_000;
const FETCH_WAIT_MS = 250;
const WATCHDOG_MS = 60_000;
const PARKED_RETRY_MS = 2_000;
const STOP_WITHIN_MS = 5_000;
const MAX_PARTITIONS_AT_ONCE = 8;

/**
 * Reads topics from their beginning and hands each message to `handle`, in order per subject.
 * Delivery is at least once: `handle` answers 'duplicate' and 'gap' from what its database says, never from who owns a partition.
 */
export async function startConsumer(options: ConsumerOptions): Promise<Consumer> {
  const { kafka, mongo, prefix, groupId, topics, handle, logger, metrics, onFatal } = options;
  const names = topics.map((topic) => prefix + topic);
  const ending = new AbortController();
  setMaxListeners(0, ending.signal); // one per stream that waits for an outage to end
  const parked = createParkedMessages(mongo.connection, groupId);
  const progress = createProgress(metrics, groupId);
  const delivery = createDelivery({ prefix, handle, parked, logger, signal: ending.signal, onOutcome: progress.note });
  const lag = createLag(kafka, groupId, names);
  const fail = (error: Error) => {
    if (ending.signal.aborted) return;
    ending.abort(error);
    onFatal(error);
  };

  const consumer = kafka.kafka.consumer({
    groupId, sessionTimeout: SESSION_TIMEOUT_MS, heartbeatInterval: HEARTBEAT_MS, rebalanceTimeout: SESSION_TIMEOUT_MS,
    maxWaitTimeInMs: FETCH_WAIT_MS, minBytes: 1, allowAutoTopicCreation: false,
  });
  // kafkajs goes on by itself where it says so (an outage); otherwise it would sit there for ever.
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => (restart ? logger.warn({ err: error }, 'consumer restarts') : fail(error)));
  const offsets = createOffsets(consumer, (error) => logger.warn({ err: error }, 'offsets not committed, trying again'));
  consumer.on(consumer.events.REBALANCING, () => offsets.forget());
  const handleBatch = createBatchHandler(delivery, createStarts(mongo.connection, groupId), offsets, ending.signal);
  await consumer.connect();
  await consumer.subscribe({ topics: names, fromBeginning: true });
  await consumer.run({
    eachBatchAutoResolve: false,
    autoCommit: false,
    partitionsConsumedConcurrently: MAX_PARTITIONS_AT_ONCE,
    eachBatch: (payload) =>
      handleBatch(payload).catch((error: Error) => {
        fail(error);
        throw error;
      }),
  });

  const watchdog = startWatchdog({
    limitMs: options.watchdogMs ?? WATCHDOG_MS, lag: lag.read, progress: progress.count,
    bark: () => fail(new Error(`${groupId}: messages wait, but none was processed for ${options.watchdogMs ?? WATCHDOG_MS} ms`)),
  });
  const retries = startRetries(delivery.retryParked, options.parkedRetryMs ?? PARKED_RETRY_MS, (error) =>
    logger.warn({ err: error }, 'parked messages not tried'),
  );

  return {
    lag: lag.read,
    parked: parked.count,
    async retryParked() {
      await parked.askForRetry();
      return delivery.retryParked();
    },
    async stop() {
      ending.abort(new Error('stopping'));
      watchdog.stop();
      await Promise.race([Promise.all([retries.stop(), offsets.stop().then(() => consumer.disconnect())]), sleep(STOP_WITHIN_MS, undefined, { ref: false })]);
      await lag.stop();
    },
  };
}

/** Tries parked messages at the start and then at an interval: what fills a gap may have been handled by another process. */
function startRetries(retry: () => Promise<number>, everyMs: number, onError: (error: unknown) => void): { stop(): Promise<void> } {
  const doorbell = createDoorbell();
  const ending = new AbortController();
  const run = async () => {
    while (!ending.signal.aborted) {
      await retry().catch((error: unknown) => {
        if (!ending.signal.aborted) onError(error);
      });
      await doorbell.wait(everyMs);
    }
  };
  const running = run();
  return {
    async stop() {
      ending.abort();
      doorbell.close();
      await running;
    },
  };
}

function createProgress(metrics: Registry, groupId: string) {
  const name = 'daka_consumer_messages_total';
  const known = metrics.getSingleMetric(name) as Counter<'group' | 'topic' | 'outcome'> | undefined;
  const counter =
    known ??
    new Counter({ name, help: 'Messages by what became of them', labelNames: ['group', 'topic', 'outcome'] as const, registers: [metrics] });
  let count = 0;
  return {
    count: () => count,
    note(topic: string, outcome: Outcome) {
      count++;
      counter.inc({ group: groupId, topic, outcome });
    },
  };
}
