import type { ArchivedEvent } from '../mongo/archive';
import type { OutboxEntry } from '../mongo/types';
import { isOnlyDuplicates } from '../mongo/errors';
import type { Outbox } from '../mongo';

/** The unsent events of one document, in order. */
export interface Pending {
  subject: string;
  events: readonly OutboxEntry[];
}

/**
 * Documents with unsent events, those that wait longest first. Only what MongoDB can no longer lose is read:
 * a number that was published and then lost in a crash would be given to another event.
 */
export async function readPending({ model }: Outbox, limit: number): Promise<Pending[]> {
  const found = await model.collection
    .find({ pendingSince: { $exists: true } }, { projection: { outbox: 1 }, readConcern: { level: 'majority' } })
    .sort({ pendingSince: 1 })
    .limit(limit)
    .toArray();
  return found.map(({ _id, outbox }) => ({ subject: String(_id), events: outbox as OutboxEntry[] }));
}

/**
 * Keeps sent events in the archive, then takes them out of the outbox; new ones that arrived meanwhile stay.
 * Neither is waited for on disk: the server keeps writes in order, so after a crash both are there, or the events are sent again.
 */
export async function archiveAndClear({ model, archive }: Outbox, sent: readonly Pending[]): Promise<void> {
  const archived = sent.flatMap(({ subject, events }) => events.map((event) => archivedEvent(subject, event)));
  try {
    if (archived.length > 0) await archive.collection.insertMany(archived as object[], { ordered: false, writeConcern: { w: 1 } });
  } catch (error) {
    // Sent once before by a relay that did not get further, or by another one.
    if (!isOnlyDuplicates(error)) throw error;
  }
  const updates = sent.map(({ subject, events }) => ({ updateOne: { filter: { _id: subject } as object, update: withoutSent(events) } }));
  await model.collection.bulkWrite(updates, { ordered: false, writeConcern: { w: 1 } });
}

function archivedEvent(subject: string, { id, topic, seq, type, value }: OutboxEntry): ArchivedEvent {
  return { _id: id, topic, subject, seq, type, value, archivedAt: new Date() };
}

/** One atomic update: drop what was sent, and the mark too when nothing is left. Version stays: the state did not change. */
function withoutSent(events: readonly OutboxEntry[]): object[] {
  const sent = events.map(({ id }) => id);
  return [
    { $set: { outbox: { $filter: { input: '$outbox', as: 'event', cond: { $not: [{ $in: ['$$event.id', sent] }] } } } } },
    { $set: { pendingSince: { $cond: [{ $eq: ['$outbox', []] }, '$$REMOVE', '$pendingSince'] } } },
  ];
}
