import { randomUUID } from 'node:crypto';
import type { MongoConnection } from '@daka/service-kit';
import type { ResetRequests } from '../../ports';

interface StoredRequest {
  _id: string;
  email: string;
  askedAt: Date;
}

/** Who has waited for so long has asked again. */
const FORGOTTEN_AFTER_SECONDS = 3_600;

export async function createResetRequests({ connection }: MongoConnection): Promise<ResetRequests> {
  const requests = connection.collection<StoredRequest>('reset_requests');
  await requests.createIndex({ askedAt: 1 }, { expireAfterSeconds: FORGOTTEN_AFTER_SECONDS });
  return {
    async add(email, nowMs) {
      await requests.insertOne({ _id: randomUUID(), email, askedAt: new Date(nowMs) });
    },
    async oldest(limit) {
      const found = await requests.find().sort({ askedAt: 1 }).limit(limit).toArray();
      return found.map(({ _id: id, email }) => ({ id, email }));
    },
    async remove(id) {
      await requests.deleteOne({ _id: id });
    },
  };
}
