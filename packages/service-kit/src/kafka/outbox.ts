import type { ArchivedEvent } from '../mongo/archive';
import type { OutboxEntry } from '../mongo/types';
import { isOnlyDuplicates } from '../mongo/errors';
import type { Outbox } from '../mongo';
import { groupBy } from './group-by';

/** What was sent of one document's events. */
interface Sent { subject: string; ids: readonly string[] }

const lax = { ordered: false, writeConcern: { w: 1 } } as const;

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
    if (archived.length > 0) await archive.collection.insertMany(archived as unknown as object[], lax);
  } catch (error) {
    // Sent once before by a relay that did not get further, or by another one.
    if (!isOnlyDuplicates(error)) throw error;
  }
  const perDocument = [...groupBy(sent, ({ subject }) => subject)].map(([subject, parts]) => ({ subject, ids: idsOf(parts) }));
  const { matchedCount } = await model.collection.bulkWrite(perDocument.map(clearIfThatIsAll), lax);
  if (matchedCount < perDocument.length) await model.collection.bulkWrite(perDocument.map(takeOut), lax);
}

function idsOf(parts: readonly Pending[]): string[] {
  return [...new Set(parts.flatMap(({ events }) => events.map(({ id }) => id)))];
}

function archivedEvent(subject: string, { topic, seq, type, value }: OutboxEntry): ArchivedEvent {
  return { _id: { topic, subject, seq }, type, value, archivedAt: new Date() };
}

/** The usual and cheap way: nothing was written since, so the outbox holds what was sent and nothing else. */
function clearIfThatIsAll({ subject, ids }: Sent) {
  const holdsJustThese = { outbox: { $size: ids.length }, ...Object.fromEntries(ids.map((id, index) => [`outbox.${index}.id`, id])) };
  return { updateOne: { filter: { _id: subject, ...holdsJustThese } as object, update: { $set: { outbox: [] }, $unset: { pendingSince: '' } } } };
}

/** One atomic update: drop what was sent, and the mark too when nothing is left. Version stays: the state did not change. */
function takeOut({ subject, ids }: Sent) {
  const update = [
    { $set: { outbox: { $filter: { input: '$outbox', as: 'event', cond: { $not: [{ $in: ['$$event.id', ids] }] } } } } },
    { $set: { pendingSince: { $cond: [{ $eq: ['$outbox', []] }, '$$REMOVE', '$pendingSince'] } } },
  ];
  return { updateOne: { filter: { _id: subject, 'outbox.id': { $in: ids } } as object, update } };
}
