import type { Received } from '@daka/contracts';
import type { Logger } from 'pino';
import { createKeyedQueue } from '../queues';
import { type KafkaRecord, MAX_STREAMS, type ParkedMessages, type ParkedReason, type Stream } from './parked';
import type { ParseRecord } from './parse-record';
import { createTryRecord, type Outcome, outlastOutages, type Tried } from './try-record';
import { createTryTogether } from './try-together';
import type { Handled } from './types';

/*
 * What becomes of a message:
 *  1. It is read (parse-record.ts). What is no message of ours is poison; what a newer producer says is 'newer'.
 *  2. It is handed to the service (try-record.ts), after the earlier ones of its subject; a batch's messages of one subject
 *     first all at once (try-together.ts), so that a store can write what they lead to together.
 *  3. 'applied', 'duplicate', 'ignored': done. The batch goes on, and its offset is committed a little later (batch.ts, offsets.ts).
 *  4. 'gap': an earlier message is missing. It is set aside (parked.ts) and tried again when one of its subject was applied,
 *     and every two seconds.
 *  5. An error of the handler: tried five times, then set aside as poison until somebody asks for another try.
 *  6. 'newer': set aside until a process with other contracts runs, which tries it by itself.
 *  7. An outage of MongoDB or Kafka: it waits, and everything with it. After a minute the process ends and is started again.
 *  8. A message that takes the whole process down leaves starts without a finish (starts.ts); after five it is poison.
 *  9. Whatever is set aside delays nothing but its own subject: what follows it there finds a gap.
 * 10. When our partitions have messages and none is processed, the watchdog ends the process (watchdog.ts).
 */

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
  parse: ParseRecord;
  handle(received: Received): Promise<Handled>;
  parked: ParkedMessages;
  logger: Logger;
  signal: AbortSignal;
  onOutcome(topic: string, outcome: Outcome): void;
}

type SetAside = (record: KafkaRecord, reason: ParkedReason, attempts: number, error?: unknown) => Promise<void>;

export function createDelivery({ parse, handle, parked, logger, signal, onOutcome }: Options): Delivery {
  const queue = createKeyedQueue();
  const setAside = createSetAside(parked, logger);
  const tryRecord = createTryRecord({ parse, handle, signal, onOutcome });
  const tryTogether = createTryTogether({ parse, handle, onOutcome });
  /** Streams that may have parked messages; a hint that saves a query per message. */
  const mayBeParked = new Set<string>();
  const nextStreams = inRounds(parked);
  const refill = createRefill(parked, tryRecord, setAside, (stream) => mayBeParked.delete(nameOf(stream)));

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
      case 'newer':
        await setAside(record, tried.outcome, tried.attempts, tried.error);
        return tried.outcome;
      default:
        return tried satisfies never;
    }
  }

  const inTurn = <T>(stream: Stream, work: () => Promise<T>) =>
    queue.run(nameOf(stream), () => outlastOutages(work, signal, logger));

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
      for (const stream of await nextStreams()) {
        mayBeParked.add(nameOf(stream));
        takenOff += await inTurn(stream, () => refill(stream));
      }
      return takenOff;
    },
  };
}

/** Goes along a stream's parked messages for as long as each fits; answers how many did. `onEnd`: nothing is left that fits. */
function createRefill(
  parked: ParkedMessages,
  tryRecord: (record: KafkaRecord) => Promise<Tried>,
  setAside: SetAside,
  onEnd: (stream: Stream) => void,
) {
  return async function refill(stream: Stream): Promise<number> {
    let takenOff = 0;
    for (const { _id: id, ...message } of await parked.retriable(stream)) {
      const tried = await tryRecord(message);
      if (tried.outcome === 'gap') return takenOff;
      // What follows these finds a gap; what could not be read belongs to no stream and stands in nobody's way.
      if (tried.outcome === 'poison' || tried.outcome === 'newer')
        await setAside(message, tried.outcome, tried.attempts, tried.error);
      else {
        await parked.remove(id);
        takenOff++;
      }
    }
    if (takenOff > 0) return takenOff + (await refill(stream));
    onEnd(stream);
    return 0;
  };
}

/** Streams to try again, so many at a time and in turn: those that cannot go on must not keep the others from it. */
function inRounds(parked: ParkedMessages): () => Promise<Stream[]> {
  let last: Stream | null = null;
  return async () => {
    const streams = await parked.streams(last);
    last = streams.length < MAX_STREAMS ? null : (streams.at(-1) ?? null);
    return streams;
  };
}

/** Only poison is somebody's work, and therefore an error. */
function createSetAside(parked: ParkedMessages, logger: Logger): SetAside {
  return async (record, reason, attempts, error) => {
    await parked.park(record, reason, attempts, error === undefined ? undefined : String(error));
    const { topic, subject, seq } = record;
    if (reason === 'gap') logger.info({ topic, subject, seq }, 'parked until an earlier message arrives');
    else if (reason === 'newer')
      logger.warn(
        { topic, subject, seq, err: error },
        'parked until an upgrade: a newer producer says more than is known',
      );
    else
      logger.error({ topic, subject, seq, err: error }, 'parked: this message cannot be processed; its stream waits');
  };
}

const nameOf = ({ topic, subject }: Stream): string => `${topic}|${subject}`;
