import type { Collection, Connection } from 'mongoose';
import { type JointWrite, writeGroup, writeTogether } from './transaction';

/** Each write waits for the disk; more at once would only make the groups smaller. */
const MAX_AT_ONCE = 2;
const MAX_GROUP = 32;

interface Waiting extends JointWrite {
  resolve(isWritten: boolean): void;
  reject(error: unknown): void;
}

/**
 * A write that comes while others are busy waits and shares the next transaction with those that wait too: a round trip and a disk flush for many.
 * Nobody waits for company, and who is alone and brings nothing alongside needs no transaction. The ids of the writes under way must differ. False: somebody else wrote the document meanwhile.
 */
export function createGroupCommit(connection: Connection, collection: Collection): (write: JointWrite) => Promise<boolean> {
  const waiting: Waiting[] = [];
  let underWay = 0;

  function startNext(): void {
    while (underWay < MAX_AT_ONCE && waiting.length > 0) {
      const group = waiting.splice(0, MAX_GROUP);
      underWay += 1;
      void commit(group).finally(() => {
        underWay -= 1;
        startNext();
      });
    }
  }

  async function commit(group: readonly Waiting[]): Promise<void> {
    try {
      if (group.length > 1 && await writeGroup(connection, collection, group)) return group.forEach(({ resolve }) => resolve(true));
    } catch (error) {
      return group.forEach(({ reject }) => reject(error));
    }
    // Alone, or one of them spoils it for all: each gets the answer that is its own.
    await Promise.all(group.map((one) => writeTogether(connection, collection, one).then(one.resolve, one.reject)));
  }

  return (write) => new Promise((resolve, reject) => {
    waiting.push({ ...write, resolve, reject });
    startNext();
  });
}
