import type { Clock, MongoConnection } from '@daka/service-kit';
import type { Attempts } from '../../ports';

/** One document per key and window; MongoDB deletes it once the window is over. */
interface StoredAttempts { _id: string; count: number; forgetAt: Date }

export async function createAttempts({ connection }: MongoConnection, wallClock: Clock): Promise<Attempts> {
  const attempts = connection.collection<StoredAttempts>('attempts');
  await attempts.createIndex({ forgetAt: 1 }, { expireAfterSeconds: 0 });
  return {
    async count(key, { max, windowMs }) {
      const now = new Date(wallClock.nowMs());
      const fresh = { count: 1, forgetAt: new Date(now.getTime() + windowMs) };
      const running = { count: { $add: ['$count', 1] }, forgetAt: '$forgetAt' };
      // Deletion of the old window comes late (once a minute), so the update itself starts a new one.
      const isRunning = { $gt: ['$forgetAt', now] };
      const counted = await attempts.findOneAndUpdate(
        { _id: key },
        [{ $set: {
          count: { $cond: [isRunning, running.count, fresh.count] },
          forgetAt: { $cond: [isRunning, running.forgetAt, fresh.forgetAt] },
        } }],
        { upsert: true, returnDocument: 'after' },
      );
      return (counted?.count ?? 1) <= max;
    },
    async clear(key) {
      await attempts.deleteOne({ _id: key });
    },
  };
}
