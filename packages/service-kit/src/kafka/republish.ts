import { mongo } from 'mongoose';
import { eventId } from '../mongo/published';
import type { ArchivedEvent } from '../mongo/archive';
import type { OutboxEntry } from '../mongo/types';
import { createSender } from './sender';
import type { RepublishOptions } from './types';

const BATCH = 1_000;

/**
 * Sends a topic's published events again, in order per subject: rebuilds a topic that was lost, feeds a consumer that starts anew.
 * Consumers drop what they have applied. Returns how many were sent.
 */
export async function republish({ kafka, prefix, outbox, topic, fromSeq = 1 }: RepublishOptions): Promise<number> {
  const sender = createSender(kafka, prefix);
  const events = outbox.archive.collection.find({ _id: everySubjectOf(topic), '_id.seq': { $gte: fromSeq } } as object, { batchSize: BATCH }).sort({ _id: 1 });
  let count = 0;
  let batch: { subject: string; events: OutboxEntry[] }[] = [];
  const flush = async () => {
    await sender.send(batch);
    count += batch.length;
    batch = [];
  };
  try {
    for await (const event of events) {
      batch.push(toSend(event as unknown as ArchivedEvent));
      if (batch.length === BATCH) await flush();
    }
    await flush();
    return count;
  } finally {
    await events.close();
    await sender.reset();
  }
}

function everySubjectOf(topic: string): object {
  const { MinKey, MaxKey } = mongo.BSON;
  return { $gt: { topic, subject: new MinKey(), seq: 0 }, $lt: { topic, subject: new MaxKey(), seq: 0 } };
}

function toSend({ _id: { topic, subject, seq }, type, value }: ArchivedEvent): { subject: string; events: OutboxEntry[] } {
  return { subject, events: [{ id: eventId(topic, subject, seq), topic, seq, type, value }] };
}
