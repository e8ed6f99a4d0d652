import { setTimeout as sleep } from 'node:timers/promises';
import { MessageError, NewerMessageError, type Received } from '@daka/contracts';
import type { Logger } from 'pino';
import { withTrace } from '../logging';
import { isTransient } from '../documents';
import type { KafkaRecord } from './parked';
import type { ParseRecord } from './parse-record';
import type { Handled } from './types';

/** What became of a delivery; to be set aside (gap, poison, newer) is an outcome too, so that the batch goes on. */
export type Outcome = Handled['outcome'] | 'poison' | 'newer';

/** A try and, where the message cannot be processed, why. */
export type Tried = Handled | { outcome: 'poison' | 'newer'; error: unknown; attempts: number };

interface Options {
  parse: ParseRecord;
  handle(received: Received): Promise<Handled>;
  signal: AbortSignal;
  onOutcome(topic: string, outcome: Outcome): void;
}

const MAX_ATTEMPTS = 5;
const FIRST_BACK_OFF_MS = 20;
const MAX_BACK_OFF_MS = 2_000;
const OUTAGE_LIMIT_MS = 60_000;

/** Reads one record and hands it to the service. */
export function createTryRecord({ parse, handle, signal, onOutcome }: Options) {
  return async (record: KafkaRecord): Promise<Tried> => {
    const received = parse(record);
    const tried = received instanceof MessageError ? unreadable(received) : await attempt(handle, received, signal);
    onOutcome(record.topic, tried.outcome);
    return tried;
  };
}

function unreadable(error: MessageError): Tried {
  return { outcome: error instanceof NewerMessageError ? 'newer' : 'poison', error, attempts: 1 };
}

/** A handler's own failure is tried a few times, then it is poison; an outage is thrown. */
async function attempt(handle: Options['handle'], received: Received, signal: AbortSignal): Promise<Tried> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await withTrace(received.traceparent, () => handle(received));
    } catch (error) {
      if (isTransient(error) || signal.aborted) throw error;
      if (attempts === MAX_ATTEMPTS) return { outcome: 'poison', error, attempts };
      await sleep(FIRST_BACK_OFF_MS * 2 ** attempts, undefined, { signal });
    }
  }
}

/** Repeats work while MongoDB or Kafka is away. @throws the last error after a minute: starting afresh may help then. */
export async function outlastOutages<T>(work: () => Promise<T>, signal: AbortSignal, logger: Logger): Promise<T> {
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
