import { setTimeout as sleep } from 'node:timers/promises';
import { MessageError, type Received } from '@daka/contracts';
import type { Logger } from 'pino';
import { withTrace } from '../logging';
import { createKeyedQueue, isTransient } from '../mongo';
import type { KafkaRecord, ParkedMessages, ParkedReason, Stream } from './parked';
import { createTryTogether, parseRecord } from './try-together';
import type { Handled } from './types';

/** What became of a delivery; 'parked' as gap or poison is an outcome, so that the batch goes on. */
export type Outcome = Handled | 'poison';

export interface Delivery {
  /** Hands one record to the service, or sets it aside. Records of one subject wait for each other. */
  deliver(record: KafkaRecord): Promise<Outcome>;
  /**
   * Hands the records of one stream over at once, in order, so that a store can write what they lead to together.
   * Answers those that are to be delivered one by one, as if they had not been tried.
   */
  deliverTogether(records: readonly KafkaRecord[]): Promise<readonly KafkaRecord[]>;
  /** Sets a record aside without trying it. */
  giveUp(record: KafkaRecord, why: string): Promise<void>;
  /** Tries again what may be tried again. Returns how many could be taken off. */
  retryParked(): Promise<number>;
}

interface Options {
  prefix: string;
  handle(received: Received): Promise<Handled>;
  parked: ParkedMessages;
  logger: Logger;
  signal: AbortSignal;
  onOutcome(topic: string, outcome: Outcome): void;
}

type Tried = { outcome: Handled } | { outcome: 'poison'; error: unknown; attempts: number };

const MAX_ATTEMPTS = 5;
const FIRST_BACK_OFF_MS = 20;
const MAX_BACK_OFF_MS = 2_000;
const OUTAGE_LIMIT_MS = 60_000;

export function createDelivery({ prefix, handle, parked, logger, signal, onOutcome }: Options): Delivery {
  const queue = createKeyedQueue();
  const setAside = createSetAside(parked, logger);
  const tryRecord = createTryRecord({ prefix, handle, signal, onOutcome });
  const tryTogether = createTryTogether({ prefix, handle, onOutcome });
  /** Streams that may have parked messages; a hint that saves a query per message. */
  const mayBeParked = new Set<string>();

  async function deliverNow(record: KafkaRecord): Promise<Outcome> {
    const tried = await tryRecord(record);
    switch (tried.outcome) {
      case 'applied':
      case 'duplicate':
      case 'ignored':
        if (mayBeParked.has(nameOf(record))) await refill(record);
        return tried.outcome;
      case 'gap':
        await setAside(record, 'gap', 1);
        mayBeParked.add(nameOf(record));
        return 'gap';
      case 'poison':
        await setAside(record, 'poison', tried.attempts, tried.error);
        return 'poison';
      default:
        return tried satisfies never;
    }
  }

  /** Goes along a stream's parked messages for as long as each fits. */
  async function refill(stream: Stream): Promise<number> {
    let takenOff = 0;
    for (const { _id: id, ...message } of await parked.retriable(stream)) {
      const tried = await tryRecord(message);
      if (tried.outcome === 'gap') return takenOff;
      // What follows poison finds a gap; what could not be read belongs to no stream and stands in nobody's way.
      if (tried.outcome === 'poison') await setAside(message, 'poison', tried.attempts, tried.error);
      else {
        await parked.remove(id);
        takenOff++;
      }
    }
    if (takenOff > 0) return takenOff + (await refill(stream));
    mayBeParked.delete(nameOf(stream));
    return 0;
  }

  const inTurn = <T>(stream: Stream, work: () => Promise<T>) => queue.run(nameOf(stream), () => outlastOutages(work, signal, logger));

  return {
    deliver: (record) => inTurn(record, () => deliverNow(record)),
    async deliverTogether(records) {
      const [first] = records;
      if (!first || records.length === 1 || mayBeParked.has(nameOf(first))) return records;
      return queue.run(nameOf(first), () => tryTogether(records));
    },
    giveUp: (record, why) => inTurn(record, () => setAside(record, 'poison', 0, why)),
    async retryParked() {
      let takenOff = 0;
      for (const stream of await parked.streams()) {
        mayBeParked.add(nameOf(stream));
        takenOff += await inTurn(stream, () => refill(stream));
      }
      return takenOff;
    },
  };
}

function createTryRecord({ prefix, handle, signal, onOutcome }: Pick<Options, 'prefix' | 'handle' | 'signal' | 'onOutcome'>) {
  return async (record: KafkaRecord): Promise<Tried> => {
    const received = parseRecord(record, prefix);
    const tried: Tried =
      received instanceof MessageError ? { outcome: 'poison', error: received, attempts: 1 } : await attempt(handle, received, signal);
    onOutcome(record.topic, tried.outcome);
    return tried;
  };
}

function createSetAside(parked: ParkedMessages, logger: Logger) {
  return async (record: KafkaRecord, reason: ParkedReason, attempts: number, error?: unknown): Promise<void> => {
    await parked.park(record, reason, attempts, error === undefined ? undefined : String(error));
    const { topic, subject, seq } = record;
    if (reason === 'gap') logger.info({ topic, subject, seq }, 'parked until an earlier message arrives');
    else logger.error({ topic, subject, seq, err: error }, 'parked: this message cannot be processed; its stream waits');
  };
}

/** A handler's own failure is tried a few times, then it is poison; an outage is thrown. */
async function attempt(handle: (received: Received) => Promise<Handled>, received: Received, signal: AbortSignal): Promise<Tried> {
  for (let attempts = 1; ; attempts++) {
    try {
      return { outcome: await withTrace(received.traceparent, () => handle(received)) };
    } catch (error) {
      if (isTransient(error) || signal.aborted) throw error;
      if (attempts === MAX_ATTEMPTS) return { outcome: 'poison', error, attempts };
      await sleep(FIRST_BACK_OFF_MS * 2 ** attempts, undefined, { signal });
    }
  }
}

/** Repeats work while MongoDB or Kafka is away. @throws the last error after a minute: starting afresh may help then. */
async function outlastOutages<T>(work: () => Promise<T>, signal: AbortSignal, logger: Logger): Promise<T> {
  const startedAtMs = performance.now();
  for (let backOffMs = FIRST_BACK_OFF_MS; ; backOffMs = Math.min(MAX_BACK_OFF_MS, backOffMs * 2)) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error) || signal.aborted || performance.now() - startedAtMs > OUTAGE_LIMIT_MS) throw error;
      logger.warn({ err: error, backOffMs }, 'consumer: an outage, trying again');
      await sleep(backOffMs, undefined, { signal });
    }
  }
}

const nameOf = ({ topic, subject }: Stream): string => `${topic}|${subject}`;
