import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import type { Delivery } from './deliver';
import { groupBy } from '../kafka/group-by';
import type { Offsets } from './offsets';
import type { KafkaRecord } from './parked';
import type { Starts } from './starts';

const MAX_PARALLEL = 16;
const HEARTBEAT_EVERY_MS = 1_000;
/** So many unfinished starts of a batch make it suspect. */
const SUSPECT_STARTS = 3;
const MAX_STARTS = 5;

/**
 * Processes batches: subjects side by side, the messages of one subject in order. Its offsets may be committed when all of a batch is settled.
 * A partition's first batch after a start is counted: one that keeps taking the process down is then gone through one by one.
 */
export function createBatchHandler(
  { deliver, deliverTogether, giveUp }: Delivery,
  starts: Starts,
  offsets: Offsets,
  signal: AbortSignal,
) {
  const begun = new Set<string>();

  return async function eachBatch({ batch, heartbeat, resolveOffset }: EachBatchPayload): Promise<void> {
    const records = batch.messages.map((message) => recordOf(batch.topic, batch.partition, message));
    // A heartbeat that fails means a rebalance; kafkajs meets it again after the batch.
    const beat = setInterval(() => void heartbeat().catch(() => undefined), HEARTBEAT_EVERY_MS);
    try {
      const partition = `${batch.topic}:${batch.partition}`;
      if (begun.has(partition)) await inParallel(records);
      else await counted(`${partition}:${batch.firstOffset()}`, records);
      begun.add(partition);
      resolveOffset(batch.lastOffset());
      offsets.settled(batch.topic, batch.partition, batch.lastOffset());
    } finally {
      clearInterval(beat);
    }
  };

  async function inParallel(records: readonly KafkaRecord[]): Promise<void> {
    const streams = [...groupBy(records, ({ subject }) => subject).values()];
    let next = 0;
    const work = async () => {
      for (let stream = streams[next++]; stream; stream = streams[next++]) {
        signal.throwIfAborted();
        for (const record of await deliverTogether(stream)) {
          signal.throwIfAborted();
          await deliver(record);
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(MAX_PARALLEL, streams.length) }, work));
  }

  async function counted(batchName: string, records: readonly KafkaRecord[]): Promise<void> {
    const started = await starts.begin(batchName);
    if (started < SUSPECT_STARTS) await inParallel(records);
    else await oneByOne(records);
    await starts.finish(batchName);
  }

  async function oneByOne(records: readonly KafkaRecord[]): Promise<void> {
    for (const record of records) {
      signal.throwIfAborted();
      const name = `${record.topic}:${record.partition}@${record.offset}`;
      if ((await starts.begin(name)) > MAX_STARTS)
        await giveUp(record, 'the process ended each time this message was begun');
      else await deliver(record);
      await starts.finish(name);
    }
  }
}

function recordOf(topic: string, partition: number, { key, value, offset }: KafkaMessage): KafkaRecord {
  const text = value?.toString() ?? '';
  return { topic, partition, offset, subject: key?.toString() ?? '', seq: seqOf(text), value: text };
}

/** Only names the message; whether it is a valid one is decided when it is parsed. */
function seqOf(text: string): number | null {
  try {
    const event: unknown = JSON.parse(text);
    if (typeof event !== 'object' || event === null || !('streamseq' in event)) return null;
    return typeof event.streamseq === 'number' && Number.isSafeInteger(event.streamseq) ? event.streamseq : null;
  } catch {
    return null;
  }
}
