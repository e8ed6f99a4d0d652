import type { ArchivedEvent } from '../documents/types';
import type { Topic } from '@daka/contracts';
import { type Connection, mongo as driver } from 'mongoose';

import { entryOf } from './pending';
import { createSender } from './sender';
import type { RepublishOptions } from './types';

const BATCH = 1_000;

/** How the first versions kept an event; `_id` is topic:subject:seq. */
interface FormerEvent {
  _id: string;
  topic: string;
  subject: string;
  seq: number;
  type: string;
  value: string;
}

/**
 * Sends a topic's published events again, in order per subject: rebuilds a topic that was lost, feeds a consumer that starts anew.
 * Consumers drop what they have applied. Returns how many were sent.
 */
export async function republishTopic({ mongo, kafka, prefix, topic, fromSeq = 1 }: RepublishOptions): Promise<number> {
  const archives = await mongo.connection.listCollections();
  const sender = createSender(kafka, prefix);
  let count = 0;
  try {
    for (const { name } of archives.filter((one) => one.name.endsWith('_events')))
      for await (const batch of inBatches(archived(mongo.connection, name, topic, fromSeq))) {
        await sender.send(batch.map((event) => ({ subject: event._id.subject, events: [entryOf(event)] })));
        count += batch.length;
      }
    return count;
  } finally {
    await sender.reset();
  }
}

async function* archived(
  connection: Connection,
  name: string,
  topic: Topic,
  fromSeq: number,
): AsyncIterable<ArchivedEvent> {
  // The former ones first: of each subject they are the earlier ones.
  const former = { _id: { $gte: `${topic}:`, $lt: `${topic};` }, topic, seq: { $gte: fromSeq } };
  const inOrder = connection
    .collection<FormerEvent>(name)
    .find(former, { batchSize: BATCH })
    .sort({ subject: 1, seq: 1 })
    .allowDiskUse();
  for await (const { subject, seq, type, value } of inOrder)
    yield { _id: { topic, subject, seq }, type, value, archivedAt: new Date(0) };
  const wanted = { _id: everySubjectOf(topic), '_id.seq': { $gte: fromSeq } };
  yield* connection.collection<ArchivedEvent>(name).find(wanted, { batchSize: BATCH }).sort({ _id: 1 });
}

async function* inBatches<Item>(items: AsyncIterable<Item>): AsyncIterable<Item[]> {
  let batch: Item[] = [];
  for await (const item of items)
    if (batch.push(item) === BATCH) {
      yield batch;
      batch = [];
    }
  yield batch;
}

function everySubjectOf(topic: string): object {
  const { MinKey, MaxKey } = driver.BSON;
  return { $gt: { topic, subject: new MinKey(), seq: 0 }, $lt: { topic, subject: new MaxKey(), seq: 0 } };
}
