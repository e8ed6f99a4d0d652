import { type Connection, mongo, Types } from 'mongoose';
import type { ArchivedEvent, Archives, OutboxEntry, UnsentNote } from '../documents/types';

/** Where a store's events are: all that were sent in `<name>_events`, and notes of those that may not have been in `<name>_unsent`. */
export function archivesOf(connection: Connection, name: string): Archives {
  return { archive: connection.collection(`${name}_events`), unsent: connection.collection(`${name}_unsent`) };
}

/** Makes them where they are not: a transaction that had to would be aborted by another one that does. */
export async function createArchives(connection: Connection, { archive, unsent }: Archives): Promise<void> {
  await Promise.all([archive, unsent].map(({ name }) => connection.createCollection(name).catch(unlessThere)));
}

function unlessThere(error: unknown): void {
  if (!(error instanceof mongo.MongoServerError) || error.codeName !== 'NamespaceExists') throw error;
}

export function archivedEvent(subject: string, { topic, seq, type, value }: OutboxEntry): ArchivedEvent {
  return { _id: { topic, subject, seq }, type, value, archivedAt: new Date() };
}

/** One note for all events of a transaction; the ids of one process are in the order of its writes. */
export function noteOf(events: readonly ArchivedEvent[]): UnsentNote {
  return { _id: new Types.ObjectId(), at: new Date(), events: events.map(({ _id }) => _id) };
}
