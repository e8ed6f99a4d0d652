import type { ClientSession, Collection, Connection } from 'mongoose';
import { ConflictError, isDuplicateKey, isOutcomeUnknown, isTransient } from './errors';
import { type GuardedWrite, writeAlone } from './guarded-write';
import type { Alongside } from './types';

const MAX_ATTEMPTS = 10;
/** A group that meets others this often is better written one by one. */
const MAX_GROUP_ATTEMPTS = 3;

/** A document's write, the documents that belong to it, and how to see whether somebody else wrote the document since. */
export interface JointWrite {
  write: GuardedWrite;
  alongside: readonly Alongside[];
  isStillCurrent(): Promise<boolean>;
}

/**
 * Writes a document, and what belongs to it in one transaction with it. Running it again after an aborted attempt is safe: the write carries its own guard.
 * @returns false when somebody else wrote the document meanwhile.
 * @throws what the server said, when a document alongside is refused (duplicate key, validator).
 */
export async function writeTogether(connection: Connection, collection: Collection, { write, alongside, isStillCurrent }: JointWrite): Promise<boolean> {
  if (alongside.length === 0) return writeAlone(collection, write);
  try {
    await inTransaction(connection, MAX_ATTEMPTS, async (session) => {
      if (!(await store(collection, write, session))) throw new VersionClash();
      for (const { collection: name, documents } of alongside) await connection.collection(name).insertMany([...documents], { session, ordered: true });
    });
    return true;
  } catch (error) {
    if (error instanceof VersionClash) return false;
    // A duplicate key aborts the transaction. A writer who was faster explains it; otherwise it is a broken invariant.
    if (isDuplicateKey(error) && !(await isStillCurrent())) return false;
    throw error;
  }
}

/**
 * Writes several documents and what belongs to them in one transaction, for the price of one.
 * @returns false when nothing was written because one of them clashed or was refused: each must then be tried for itself.
 * @throws when it is not known whether they were written.
 */
export async function writeGroup(connection: Connection, collection: Collection, group: readonly JointWrite[]): Promise<boolean> {
  const inserts = group.flatMap(({ write }) => ('insert' in write ? [{ insertOne: { document: write.insert } }] : []));
  const updates = group.flatMap(({ write }) => ('update' in write ? [{ updateOne: { filter: write.filter, update: write.update } }] : []));
  try {
    await inTransaction(connection, MAX_GROUP_ATTEMPTS, async (session) => {
      const { insertedCount, matchedCount } = await collection.bulkWrite([...inserts, ...updates] as never, { session, ordered: true });
      if (insertedCount + matchedCount !== group.length) throw new VersionClash();
      for (const [name, documents] of byCollection(group)) await connection.collection(name).insertMany(documents, { session, ordered: true });
    });
    return true;
  } catch (error) {
    if (error instanceof VersionClash || error instanceof ConflictError) return false;
    if (isOutcomeUnknown(error) || isTransient(error)) throw error;
    return false;
  }
}

async function store(collection: Collection, write: GuardedWrite, session: ClientSession): Promise<boolean> {
  if ('insert' in write) {
    await collection.insertOne(write.insert, { session });
    return true;
  }
  return (await collection.updateOne(write.filter, write.update, { session })).matchedCount === 1;
}

function byCollection(group: readonly JointWrite[]): Map<string, object[]> {
  const documents = new Map<string, object[]>();
  for (const { collection, documents: more } of group.flatMap(({ alongside }) => alongside)) documents.set(collection, [...(documents.get(collection) ?? []), ...more]);
  return documents;
}

async function inTransaction(connection: Connection, maxAttempts: number, work: (session: ClientSession) => Promise<void>): Promise<void> {
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
