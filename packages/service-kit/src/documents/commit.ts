import type { ClientSession, Collection, Connection } from 'mongoose';
import { createGroupQueue } from '../queues';
import {
  ConflictError,
  isDuplicateId,
  isDuplicateKey,
  isOnlyDuplicates,
  isOutcomeUnknown,
  isTransient,
} from './errors';
import { guardedWrite } from './guarded-write';
import { type Answer, failed, type Write } from './steps';
import type { Alongside, Archives, OnWritten, Pending } from './types';
import { archivedEvent, noteOf } from '../outbox/archive';

/** Each write waits for the disk; more at once would only make the groups smaller. */
const MAX_AT_ONCE = 2;
const MAX_GROUP = 32;
const MAX_WAITING = 10_000;
const MAX_ATTEMPTS = 10;
/** A group that meets others this often is better written one by one. */
const MAX_GROUP_ATTEMPTS = 3;

/** Whether nobody has written a document since this version; 0: whether it is still not there. */
type IsCurrent = (id: string, version: number) => Promise<boolean>;

interface Options {
  connection: Connection;
  collection: Collection;
  /** Where the events of a group go; without, nobody publishes. */
  archives?: Archives;
  isCurrent: IsCurrent;
  onWritten: OnWritten;
}

/**
 * Commits the writes of one collection. A write that comes while others are busy waits and shares the next transaction with those
 * that wait too: a round trip and a disk flush for many. Nobody waits for company, and who is alone and brings nothing alongside,
 * or only what may be stored ahead, needs no transaction. The ids of the writes under way must differ. False: somebody else wrote the document meanwhile.
 */
export function createCommit<State>(options: Options): (write: Write<State>) => Promise<boolean> {
  const { connection, collection, isCurrent, onWritten } = options;
  /** Each for itself: the answer is its own. */
  const apart = async (write: Write<State>): Promise<Answer> => {
    try {
      const isWritten = await writeOne(connection, collection, write, isCurrent);
      if (isWritten && write.outbox.length > 0) onWritten({ pending: pendingOf([write]) });
      return () => isWritten;
    } catch (error) {
      if (isTransient(error)) onWritten(null);
      return failed(error);
    }
  };
  const together = async (group: readonly Write<State>[]): Promise<boolean> => {
    try {
      return await writeGroup(options, group);
    } catch (error) {
      onWritten(null);
      throw error;
    }
  };
  const queue = createGroupQueue<Write<State>, Answer>({
    maxWaiting: MAX_WAITING,
    maxGroup: MAX_GROUP,
    groupsAtOnce: MAX_AT_ONCE,
    async runGroup(_, group) {
      // Alone, or one of them spoils it for all: then each is written by itself.
      if (group.length > 1 && (await together(group))) return group.map(() => () => true);
      return Promise.all(group.map(apart));
    },
  });
  return async (write) => (await queue.run('', write))() === true;
}

/**
 * Writes a document, and what belongs to it in one transaction with it. Running it again after an aborted attempt is safe: the write carries its own guard.
 * @returns false when somebody else wrote the document meanwhile.
 * @throws what the server said, when a document alongside is refused (duplicate key, validator).
 */
async function writeOne<State>(
  connection: Connection,
  collection: Collection,
  write: Write<State>,
  isCurrent: IsCurrent,
): Promise<boolean> {
  const ahead = write.alongside.filter((part) => part.ahead);
  const together = write.alongside.filter((part) => !part.ahead);
  await storeAhead(connection, ahead);
  if (together.length === 0) return store(collection, write);
  try {
    await inTransaction(connection, MAX_ATTEMPTS, async (session) => {
      if (!(await store(collection, write, session))) throw new VersionClash();
      for (const { collection: name, documents } of together)
        await connection.collection(name).insertMany([...documents], { session, ordered: true });
    });
    return true;
  } catch (error) {
    if (error instanceof VersionClash) return false;
    // A duplicate key aborts the transaction. A writer who was faster explains it; otherwise it is a broken invariant.
    if (isDuplicateKey(error) && !(await isCurrent(write.id, write.before?.version ?? 0))) return false;
    throw error;
  }
}

/**
 * Writes several documents and what belongs to them in one transaction, for the price of one: also what could be stored ahead,
 * which would wait for the disk once more. Where that lies there from an attempt before, each is written by itself.
 * @returns false when nothing was written because one of them clashed or was refused: each must then be tried for itself.
 * @throws when it is not known whether they were written.
 */
async function writeGroup<State>(
  { connection, collection, archives, onWritten }: Options,
  group: readonly Write<State>[],
): Promise<boolean> {
  const writes = group.map((write) => guardedWrite(write, archives === undefined));
  const inserts = writes.flatMap((write) => ('insert' in write ? [{ insertOne: { document: write.insert } }] : []));
  const updates = writes.flatMap((write) => ('update' in write ? [{ updateOne: write }] : []));
  const pending = pendingOf(group);
  const events = pending.flatMap((one) => one.events.map((event) => archivedEvent(one.subject, event)));
  const note = noteOf(events);
  try {
    await inTransaction(connection, MAX_GROUP_ATTEMPTS, async (session) => {
      const { insertedCount, matchedCount } = await collection.bulkWrite([...inserts, ...updates], {
        session,
        ordered: true,
      });
      if (insertedCount + matchedCount !== group.length) throw new VersionClash();
      for (const [name, documents] of byCollection(group))
        await connection.collection(name).insertMany(documents, { session, ordered: true });
      if (archives === undefined || events.length === 0) return;
      await archives.archive.insertMany(events, { session, ordered: true });
      await archives.unsent.insertOne({ ...note }, { session });
    });
  } catch (error) {
    if (error instanceof VersionClash || error instanceof ConflictError) return false;
    if (isOutcomeUnknown(error) || isTransient(error)) throw error;
    return false;
  }
  if (pending.length > 0) onWritten({ pending, note: note._id });
  return true;
}

function pendingOf<State>(group: readonly Write<State>[]): Pending[] {
  return group.flatMap(({ id, outbox }) => (outbox.length > 0 ? [{ subject: id, events: outbox }] : []));
}

/** A write that is tried again finds there what it brought before. */
async function storeAhead(connection: Connection, parts: readonly Alongside[]): Promise<void> {
  for (const { collection, documents } of parts) {
    try {
      await connection.collection(collection).insertMany([...documents], { ordered: false });
    } catch (error) {
      if (!isOnlyDuplicates(error)) throw error;
    }
  }
}

/** False: somebody else wrote. In a transaction a second insert aborts it, which the caller explains. */
async function store<State>(collection: Collection, of: Write<State>, session?: ClientSession): Promise<boolean> {
  const write = guardedWrite(of);
  if ('update' in write)
    return (await collection.updateOne(write.filter, write.update, { session })).matchedCount === 1;
  try {
    await collection.insertOne(write.insert, { session });
    return true;
  } catch (error) {
    if (session === undefined && isDuplicateId(error)) return false;
    throw error;
  }
}

function byCollection<State>(group: readonly Write<State>[]): Map<string, object[]> {
  const documents = new Map<string, object[]>();
  for (const { collection, documents: more } of group.flatMap(({ alongside }) => alongside))
    documents.set(collection, [...(documents.get(collection) ?? []), ...more]);
  return documents;
}

async function inTransaction(
  connection: Connection,
  maxAttempts: number,
  work: (session: ClientSession) => Promise<void>,
): Promise<void> {
  const session = await connection.startSession();
  let attempts = 0;
  try {
    await session.withTransaction(async () => {
      if (++attempts > maxAttempts) throw new ConflictError(`a transaction was aborted ${maxAttempts} times in a row`);
      await work(session);
    });
  } finally {
    await session.endSession();
  }
}

/** Leaves the transaction, which aborts it. */
class VersionClash extends Error {}
