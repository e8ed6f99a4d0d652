import type { ClientSession, Connection } from 'mongoose';
import { ConflictError, isDuplicateKey } from './errors';
import type { Alongside } from './types';

const MAX_ATTEMPTS = 10;

/**
 * Writes a document and what belongs to it in one transaction.
 * `store` carries its own version guard, so that running it again after an aborted attempt is safe.
 * @returns false when somebody else wrote the document meanwhile.
 * @throws what the server said, when a document alongside is refused (duplicate key, validator).
 */
export async function insertTogether(
  connection: Connection,
  alongside: readonly Alongside[],
  store: (session: ClientSession) => Promise<boolean>,
  isStillCurrent: () => Promise<boolean>,
): Promise<boolean> {
  const session = await connection.startSession();
  let attempts = 0;
  try {
    await session.withTransaction(async () => {
      if (++attempts > MAX_ATTEMPTS) throw new ConflictError(`a transaction was aborted ${MAX_ATTEMPTS} times in a row`);
      if (!(await store(session))) throw new VersionClash();
      for (const { collection, documents } of alongside) {
        await connection.collection(collection).insertMany([...documents], { session, ordered: true });
      }
    });
    return true;
  } catch (error) {
    if (error instanceof VersionClash) return false;
    // A duplicate key aborts the transaction. A writer who was faster explains it; otherwise it is a broken invariant.
    if (isDuplicateKey(error) && !(await isStillCurrent())) return false;
    throw error;
  } finally {
    await session.endSession();
  }
}

/** Leaves the transaction, which aborts it. */
class VersionClash extends Error {}
