import type { ArchivedEvent } from '../mongo/archive';
import { createSender } from './sender';
import type { RepublishOptions } from './types';

const BATCH = 1_000;

/**
 * Sends a topic's published events again, in order per subject: rebuilds a topic that was lost, feeds a consumer that starts anew.
 * Consumers drop what they have applied. Returns how many were sent.
 */
export async function republish({ kafka, prefix, outbox, topic, fromSeq = 1 }: RepublishOptions): Promise<number> {
  const sender = createSender(kafka, prefix);
  const events = outbox.archive.collection
    .find({ topic, seq: { $gte: fromSeq } } as object, { batchSize: BATCH })
    .sort({ topic: 1, subject: 1, seq: 1 });
  let count = 0;
  let batch: ArchivedEvent[] = [];
  const flush = async () => {
    await sender.send(batch.map(({ _id: id, ...event }) => ({ subject: event.subject, events: [{ ...event, id }] })));
    count += batch.length;
    batch = [];
  };
  try {
    for await (const event of events) {
      batch.push(event as unknown as ArchivedEvent);
      if (batch.length === BATCH) await flush();
    }
    await flush();
    return count;
  } finally {
    await events.close();
    await sender.reset();
  }
}
