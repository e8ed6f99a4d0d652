import type { Clock, MongoConnection } from '@daka/service-kit';
import type { Devices } from '../../ports';
import { DEVICE_DAYS } from '../http/cookies';

interface StoredDevice {
  /** account|digest */
  _id: string;
  lastUsedAt: Date;
}

/** MongoDB forgets a device when its cookie is over. */
export async function createDevices({ connection }: MongoConnection, wallClock: Clock): Promise<Devices> {
  const devices = connection.collection<StoredDevice>('devices');
  await devices.createIndex({ lastUsedAt: 1 }, { expireAfterSeconds: DEVICE_DAYS * 86_400 });
  const idOf = (accountId: string, digest: string) => `${accountId}|${digest}`;
  return {
    knows: async (accountId, digest) => (await devices.findOne({ _id: idOf(accountId, digest) })) !== null,
    async remember(accountId, digest) {
      const lastUsedAt = new Date(wallClock.nowMs());
      await devices.updateOne({ _id: idOf(accountId, digest) }, { $set: { lastUsedAt } }, { upsert: true });
    },
  };
}
