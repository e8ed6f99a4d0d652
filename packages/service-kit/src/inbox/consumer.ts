import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { contracts as ourContracts } from '@daka/contracts';
import type { Consumer as KafkaConsumer, EachBatchPayload } from 'kafkajs';
import { createBatchHandler } from './batch';
import { versionOf } from './contracts-version';
import { createDelivery } from './deliver';
import { createLag } from './lag';
import { createOffsets } from './offsets';
import { createOwnLag } from './own-lag';
import { createParkedMessages } from './parked';
import { createParseRecord } from './parse-record';
import { createProgress } from './progress';
import { startRetries } from './retries';
import { createStarts } from './starts';
import type { Consumer, ConsumerOptions } from './types';
import { startWatchdog } from './watchdog';

/** The shortest that brokers allow by default: a killed process gets its partitions back after so long. */
const SESSION_TIMEOUT_MS = 6_000;
const HEARTBEAT_MS = 1_000;
/** A message is told at once; for so long the broker keeps an answer back that has none, and what else is asked on that connection. */
const FETCH_WAIT_MS = 500;
const WATCHDOG_MS = 60_000;
const PARKED_RETRY_MS = 2_000;
const STOP_WITHIN_MS = 5_000;
const MAX_PARTITIONS_AT_ONCE = 8;

/**
 * Reads topics from their beginning and hands each message to `handle`, in order per subject; what becomes of it is told in deliver.ts.
 * Delivery is at least once: `handle` answers 'duplicate' and 'gap' from what its database says, never from who owns a partition.
 */
export async function startConsumer(options: ConsumerOptions): Promise<Consumer> {
  const { kafka, mongo, prefix, groupId, handle, logger, metrics, contracts = ourContracts } = options;
  const names = options.topics.map((topic) => prefix + topic);
  const ending = createEnding(options.onFatal);
  const parked = createParkedMessages(mongo.connection, groupId, versionOf(contracts));
  const progress = createProgress(metrics, groupId);
  const parse = createParseRecord(contracts, prefix);
  const { signal } = ending;
  const delivery = createDelivery({ parse, handle, parked, logger, signal, onOutcome: progress.note });

  const consumer = createKafkaConsumer(options, ending.fail);
  const lag = createLag(kafka, groupId, names);
  const ownLag = createOwnLag(consumer, lag);
  const offsets = createOffsets(consumer, (error) =>
    logger.warn({ err: error }, 'offsets not committed, trying again'),
  );
  consumer.on(consumer.events.REBALANCING, () => offsets.forget());
  const handleBatch = createBatchHandler(delivery, createStarts(mongo.connection, groupId), offsets, signal);
  await run(consumer, names, (payload) =>
    handleBatch(payload).catch((error: Error) => {
      ending.fail(error);
      throw error;
    }),
  );

  const limitMs = options.watchdogMs ?? WATCHDOG_MS;
  const watchdog = startWatchdog({
    limitMs,
    lag: ownLag,
    progress: progress.count,
    bark: () => ending.fail(new Error(`${groupId}: messages wait, but none was processed for ${limitMs} ms`)),
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
      ending.stop();
      watchdog.stop();
      await Promise.race([
        Promise.all([retries.stop(), offsets.stop().then(() => consumer.disconnect())]),
        sleep(STOP_WITHIN_MS, undefined, { ref: false }),
      ]);
      await lag.stop();
    },
  };
}

/** The end of a consumer: asked for, or because it cannot go on; `onFatal` hears of it once, and not after `stop`. */
function createEnding(onFatal: (error: Error) => void) {
  const ending = new AbortController();
  setMaxListeners(0, ending.signal); // one per stream that waits for an outage to end
  return {
    signal: ending.signal,
    stop: () => ending.abort(new Error('stopping')),
    fail(error: Error) {
      if (ending.signal.aborted) return;
      ending.abort(error);
      onFatal(error);
    },
  };
}

function createKafkaConsumer({ kafka, groupId, logger }: ConsumerOptions, fail: (error: Error) => void): KafkaConsumer {
  const consumer = kafka.kafka.consumer({
    groupId,
    sessionTimeout: SESSION_TIMEOUT_MS,
    heartbeatInterval: HEARTBEAT_MS,
    rebalanceTimeout: SESSION_TIMEOUT_MS,
    maxWaitTimeInMs: FETCH_WAIT_MS,
    minBytes: 1,
    allowAutoTopicCreation: false,
  });
  // kafkajs goes on by itself where it says so (an outage); otherwise it would sit there for ever.
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) =>
    restart ? logger.warn({ err: error }, 'consumer restarts') : fail(error),
  );
  return consumer;
}

async function run(
  consumer: KafkaConsumer,
  topics: string[],
  eachBatch: (payload: EachBatchPayload) => Promise<void>,
): Promise<void> {
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await consumer.run({
    eachBatchAutoResolve: false,
    autoCommit: false,
    partitionsConsumedConcurrently: MAX_PARTITIONS_AT_ONCE,
    eachBatch,
  });
}
