import type { Collection } from 'mongoose';
import type { Snapshot, StoredDocument } from './document';
import { isDuplicateId } from './errors';
import type { OutboxEntry } from './types';

/** One write of state, counters and outbox that does nothing when somebody else wrote since the document was read. */
export type GuardedWrite = { insert: object } | { filter: object; update: object };

export function guardedWrite<State>(id: string, before: Snapshot<State> | null, next: Snapshot<State>, outbox: readonly OutboxEntry[]): GuardedWrite {
  const pendingSince = outbox.length > 0 ? { pendingSince: new Date() } : {};
  if (before === null) return { insert: { _id: id, ...next, outbox: [...outbox], ...pendingSince } satisfies StoredDocument<State> };
  // $min keeps the oldest instant, and leaves the index entry alone while events are waiting.
  const push = outbox.length > 0 ? { $push: { outbox: { $each: outbox } }, $min: pendingSince } : {};
  // A message that means nothing here moves only its place in the stream.
  const { state, ...counters } = next;
  return { filter: { _id: id, version: before.version }, update: { $set: state === before.state ? counters : next, ...push } };
}

/** False: somebody else wrote. */
export async function writeAlone(collection: Collection, write: GuardedWrite): Promise<boolean> {
  if ('update' in write) return (await collection.updateOne(write.filter, write.update)).matchedCount === 1;
  try {
    await collection.insertOne(write.insert);
    return true;
  } catch (error) {
    if (isDuplicateId(error)) return false;
    throw error;
  }
}
