import type { Collection } from 'mongoose';
import { changedFields } from './changed-fields';
import type { Snapshot, StoredDocument } from './document';
import { isDuplicateId } from './errors';
import type { OutboxEntry } from './types';

/** One write of state, counters and outbox that does nothing when somebody else wrote since the document was read. */
export type GuardedWrite = { insert: object } | { filter: object; update: object };

export function guardedWrite<State>(id: string, before: Snapshot<State> | null, next: Snapshot<State>, outbox: readonly OutboxEntry[]): GuardedWrite {
  const pendingSince = outbox.length > 0 ? { pendingSince: new Date() } : {};
  if (before === null) return { insert: { _id: id, ...next, outbox: [...outbox], ...pendingSince } satisfies StoredDocument<State> };

  const { $set, $unset, $push } = changedFields({ ...before }, { ...next });
  // $min keeps the oldest instant, and leaves the index entry alone while events are waiting.
  const operators = outbox.length > 0 ? { $set, $unset, $push: { ...$push, outbox: { $each: outbox } }, $min: pendingSince } : { $set, $unset, $push };
  return { filter: { _id: id, version: before.version }, update: withoutEmpty(operators) };
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

/** Older servers refuse an operator without fields. */
function withoutEmpty(operators: object): object {
  return Object.fromEntries(Object.entries(operators).filter(([, fields]) => Object.keys(fields as object).length > 0));
}
