import type { MongoConnection } from '@daka/service-kit';
import type { BrowserSession, BrowserSessions } from '../../ports';

/** `forgetAt` lets MongoDB delete what has ended. */
type Stored = Omit<BrowserSession, 'id' | 'wroteAtMs'> & {
  _id: string;
  forgetAt: Date;
  /** Not there in those that began before it was kept. */
  wroteAtMs?: number;
};

const COLLECTION = 'browser_sessions';

/** Lets MongoDB delete what has ended. */
export async function forgetEndedSessions({ connection }: MongoConnection): Promise<void> {
  await connection.collection<Stored>(COLLECTION).createIndex({ forgetAt: 1 }, { expireAfterSeconds: 0 });
}

export function createBrowserSessions({ connection }: MongoConnection): BrowserSessions {
  const sessions = connection.collection<Stored>(COLLECTION);
  return {
    async add({ id, ...session }) {
      await sessions.insertOne({ _id: id, ...session, forgetAt: new Date(session.endsAtMs) });
    },
    async load(id) {
      const stored = await sessions.findOne({ _id: id });
      if (stored === null) return null;
      const { sealed, accessEndsAtMs, endsAtMs, refreshingUntilMs, wroteAtMs = 0 } = stored;
      return { id, sealed, accessEndsAtMs, endsAtMs, refreshingUntilMs, wroteAtMs };
    },
    async claimRefresh(id, nowMs, untilMs) {
      const free = { _id: id, refreshingUntilMs: { $lte: nowMs } };
      return (await sessions.updateOne(free, { $set: { refreshingUntilMs: untilMs } })).modifiedCount === 1;
    },
    async refreshed(id, next) {
      const forgetAt = new Date(next.endsAtMs);
      await sessions.updateOne({ _id: id }, { $set: { ...next, forgetAt, refreshingUntilMs: 0 } });
    },
    async wrote(id, nowMs) {
      await sessions.updateOne({ _id: id }, { $max: { wroteAtMs: nowMs } });
    },
    async releaseRefresh(id) {
      await sessions.updateOne({ _id: id }, { $set: { refreshingUntilMs: 0 } });
    },
    async remove(id) {
      await sessions.deleteOne({ _id: id });
    },
    async alive(ids, nowMs) {
      const filter = { _id: { $in: [...ids] }, endsAtMs: { $gt: nowMs } };
      const found = await sessions.find(filter, { projection: { _id: 1 } }).toArray();
      return new Set(found.map(({ _id }) => _id));
    },
  };
}
