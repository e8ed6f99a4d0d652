import type { Types } from 'mongoose';
import { isOnlyDuplicates } from '../documents/errors';
import type { ArchivedEvent, Outbox, OutboxEntry, Pending, UnsentNote, Written } from '../documents/types';
import { groupBy } from '../kafka/group-by';
import { archivedEvent } from './archive';
import { eventId } from './envelopes';

/** What was sent of one document's events. */
interface Sent {
  subject: string;
  ids: readonly string[];
}

/** What was found to be sent: in order per subject, and where it lies. */
export interface Unsent {
  pending: Pending[];
  written: Written[];
  /** There may be more. */
  isFull: boolean;
}

const lax = { ordered: false, writeConcern: { w: 1 } } as const;
const safe = { readConcern: { level: 'majority' } } as const;
/** Each may stand for a whole group of writes. */
const MAX_NOTES = 50;

/**
 * Events that wait to be sent, those that wait longest first. Only what MongoDB can no longer lose is read:
 * a number that was published and then lost in a crash would be given to another event.
 * @param beforeMs only what was written before this instant; default: all.
 */
export async function readUnsent(outbox: Outbox, limit: number, beforeMs?: number): Promise<Unsent> {
  const since = beforeMs === undefined ? { $exists: true } : { $lte: new Date(beforeMs) };
  const notes = await readNotes(outbox, since);
  const areAllNotes = notes.length < MAX_NOTES;
  const noted = await readNoted(outbox, notes);
  // A subject's events may lie in both places: then both are read, or the later ones could be sent first.
  const beside = await readInside(outbox, { _id: { $in: noted.map(({ subject }) => subject) } }, noted.length);
  const others = areAllNotes ? await readInside(outbox, { pendingSince: since }, limit) : [];
  const known = new Set(beside.map(({ subject }) => subject));
  const inside = [
    ...(areAllNotes ? beside : onlyBefore(beside, noted)),
    ...others.filter(({ subject }) => !known.has(subject)),
  ];
  return {
    pending: inOrder([...inside, ...noted]),
    written: [{ pending: inside }, ...notes.map(({ _id }) => ({ pending: [], note: _id }))],
    isFull: !areAllNotes || others.length === limit,
  };
}

/** How many documents and notes there are with unsent events. */
export async function countUnsent({ documents: collection, unsent }: Outbox): Promise<number> {
  const [documents, notes] = await Promise.all([
    collection.countDocuments({ pendingSince: { $exists: true } }),
    unsent.countDocuments({}),
  ]);
  return documents + notes;
}

async function readNotes({ unsent }: Outbox, at: object): Promise<UnsentNote[]> {
  return unsent.find({ at }, safe).sort({ _id: 1 }).limit(MAX_NOTES).toArray();
}

async function readNoted({ archive }: Outbox, notes: readonly UnsentNote[]): Promise<Pending[]> {
  const ids = notes.flatMap(({ events }) => events);
  if (ids.length === 0) return [];
  const events = await archive.find({ _id: { $in: ids } }, safe).toArray();
  return [...groupBy(events, ({ _id }) => _id.subject)].map(([subject, list]) => ({
    subject,
    events: list.map(entryOf),
  }));
}

async function readInside({ documents }: Outbox, filter: object, limit: number): Promise<Pending[]> {
  if (limit === 0) return [];
  const found = await documents
    .find({ pendingSince: { $exists: true }, ...filter }, { projection: { outbox: 1 }, ...safe })
    .sort({ pendingSince: 1 })
    .limit(limit)
    .toArray();
  return found.map(({ _id, outbox }) => ({ subject: _id, events: outbox }));
}

function onlyBefore(inside: readonly Pending[], noted: readonly Pending[]): Pending[] {
  const last = new Map<string, number>();
  for (const { subject, events } of noted)
    for (const { topic, seq } of events)
      last.set(`${topic}|${subject}`, Math.max(seq, last.get(`${topic}|${subject}`) ?? 0));
  return inside.map(({ subject, events }) => ({
    subject,
    events: events.filter(({ topic, seq }) => seq < (last.get(`${topic}|${subject}`) ?? 0)),
  }));
}

/** One list for each subject, in the order of its numbers. */
function inOrder(parts: readonly Pending[]): Pending[] {
  return [...groupBy(parts, ({ subject }) => subject)].map(([subject, some]) => ({
    subject,
    events: some.flatMap(({ events }) => events).sort((a, b) => a.seq - b.seq),
  }));
}

export function entryOf({ _id: { topic, subject, seq }, type, value }: ArchivedEvent): OutboxEntry {
  return { id: eventId(topic, subject, seq), topic, seq, type, value };
}

/** Takes away notes of events that were sent. Lost in a crash it is done again, and the events are sent again. */
export async function clearNotes({ unsent }: Outbox, notes: readonly Types.ObjectId[]): Promise<void> {
  if (notes.length > 0) await unsent.deleteMany({ _id: { $in: [...notes] } }, { writeConcern: { w: 1 } });
}

/**
 * Keeps sent events in the archive, then takes them out of the outbox; new ones that arrived meanwhile stay.
 * Neither is waited for on disk: the server keeps writes in order, so after a crash both are there, or the events are sent again.
 */
export async function archiveAndClear({ documents, archive }: Outbox, sent: readonly Pending[]): Promise<void> {
  if (sent.length === 0) return;
  const archived = sent.flatMap(({ subject, events }) => events.map((event) => archivedEvent(subject, event)));
  try {
    if (archived.length > 0) await archive.insertMany(archived, lax);
  } catch (error) {
    // Sent once before by a relay that did not get further, or by another one.
    if (!isOnlyDuplicates(error)) throw error;
  }
  const perDocument = [...groupBy(sent, ({ subject }) => subject)].map(([subject, parts]) => ({
    subject,
    ids: idsOf(parts),
  }));
  const { matchedCount } = await documents.bulkWrite(perDocument.map(clearIfThatIsAll), lax);
  if (matchedCount < perDocument.length) await documents.bulkWrite(perDocument.map(takeOut), lax);
}

function idsOf(parts: readonly Pending[]): string[] {
  return [...new Set(parts.flatMap(({ events }) => events.map(({ id }) => id)))];
}

/** The usual and cheap way: nothing was written since, so the outbox holds what was sent and nothing else. */
function clearIfThatIsAll({ subject, ids }: Sent) {
  const holdsJustThese = {
    outbox: { $size: ids.length },
    ...Object.fromEntries(ids.map((id, index) => [`outbox.${index}.id`, id])),
  };
  return {
    updateOne: {
      filter: { _id: subject, ...holdsJustThese },
      update: { $set: { outbox: [] }, $unset: { pendingSince: '' as const } },
    },
  };
}

/** One atomic update: drop what was sent, and the mark too when nothing is left. Version stays: the state did not change. */
function takeOut({ subject, ids }: Sent) {
  const update = [
    {
      $set: { outbox: { $filter: { input: '$outbox', as: 'event', cond: { $not: [{ $in: ['$$event.id', ids] }] } } } },
    },
    { $set: { pendingSince: { $cond: [{ $eq: ['$outbox', []] }, '$$REMOVE', '$pendingSince'] } } },
  ];
  return { updateOne: { filter: { _id: subject, 'outbox.id': { $in: ids } }, update } };
}
