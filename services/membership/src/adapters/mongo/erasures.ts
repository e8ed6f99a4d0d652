import type { MongoConnection } from '@daka/service-kit';
import type { Erasures } from '../../ports';
import { withActs } from './audit-log';
import { writeNotice } from './notices';
import { eraseSessions } from './sessions';
import type { StoredAccount } from './stored-account';

interface StoredErasure {
  /** The account. */
  _id: string;
  erasesAtMs: number;
}

/** What an erased account is called where others saw its name. */
const NOBODY = '—';
/** Collections that keep something of an account, and by which field; what else is kept of it ends by itself within days. */
const OF_ACCOUNT = { notices: 'accountId', second_factors: '_id', erasures: '_id' } as const;
const OF_ADDRESS = {
  invitations: 'email',
  learner_invitations: 'email',
  reset_requests: 'email',
  sign_ups: 'email',
} as const;

export async function createErasures(mongo: MongoConnection): Promise<Erasures> {
  const { connection } = mongo;
  const erasures = connection.collection<StoredErasure>('erasures');
  const accounts = connection.collection<StoredAccount>('accounts');
  await erasures.createIndex({ erasesAtMs: 1 });

  return {
    of: async (accountId) => (await erasures.findOne({ _id: accountId }))?.erasesAtMs ?? null,
    ask: (accountId, erasesAtMs, entry) =>
      withActs(mongo, async (session) => {
        const { upsertedCount } = await erasures.updateOne(
          { _id: accountId },
          { $setOnInsert: { erasesAtMs } },
          { upsert: true, session },
        );
        const isNew = upsertedCount === 1;
        if (isNew) await writeNotice(mongo, entry, session);
        return { result: isNew, entries: isNew ? [entry] : [] };
      }),
    takeBack: (accountId, entry) =>
      withActs(mongo, async (session) => {
        const { deletedCount } = await erasures.deleteOne({ _id: accountId }, { session });
        return { result: deletedCount === 1, entries: deletedCount === 1 ? [entry] : [] };
      }),
    async due(nowMs, limit) {
      const found = erasures.find({ erasesAtMs: { $lte: nowMs } }, { sort: { erasesAtMs: 1 }, limit });
      return (await found.toArray()).map(({ _id }) => _id);
    },
    async putOff(accountId, erasesAtMs) {
      await erasures.updateOne({ _id: accountId }, { $set: { erasesAtMs } });
    },
    erase: (accountId, entry) =>
      withActs(mongo, async (session) => {
        const asked = await erasures.findOne({ _id: accountId }, { session });
        const account = asked && (await accounts.findOne({ _id: accountId }, { session }));
        if (account === null) return { result: undefined, entries: [] };
        // No address is like this, and each is another: nobody signs in with it, and the address can be used anew.
        const nobody = { email: `erased ${accountId}`, displayName: NOBODY, passwordHash: '', isErased: true as const };
        const { timeZone, locale } = account;
        await accounts.replaceOne({ _id: accountId }, { ...nobody, timeZone, locale }, { session });
        await eraseSessions(mongo, accountId, entry.atMs, session);
        for (const [collection, field] of Object.entries(OF_ACCOUNT))
          await connection.collection(collection).deleteMany({ [field]: accountId }, { session });
        for (const [collection, field] of Object.entries(OF_ADDRESS))
          await connection.collection(collection).deleteMany({ [field]: account.email }, { session });
        await connection
          .collection<{ _id: string }>('devices')
          .deleteMany({ _id: { $gte: `${accountId}|`, $lt: `${accountId}}` } }, { session });
        return { result: undefined, entries: [entry] };
      }),
  };
}
