import type { Connection } from 'mongoose';

/**
 * Counts work that was begun and not finished. A message that takes the whole process down leaves no error behind;
 * what it leaves is a start without a finish.
 */
export interface Starts {
  /** Notes a start. Returns how many there were without a finish, this one included. */
  begin(what: string): Promise<number>;
  finish(what: string): Promise<void>;
}

interface Start {
  _id: string;
  started: number;
  at: Date;
}

const FORGET_AFTER_SECONDS = 7 * 24 * 3_600;

export function createStarts(connection: Connection, groupId: string): Starts {
  const collection = connection.collection<Start>('consumer_starts');
  collection.createIndex({ at: 1 }, { expireAfterSeconds: FORGET_AFTER_SECONDS }).catch(() => undefined);

  return {
    async begin(what) {
      const found = await collection.findOneAndUpdate(
        { _id: `${groupId}|${what}` },
        { $inc: { started: 1 }, $set: { at: new Date() } },
        { upsert: true, returnDocument: 'after' },
      );
      return found?.started ?? 1;
    },
    async finish(what) {
      await collection.deleteOne({ _id: `${groupId}|${what}` });
    },
  };
}
