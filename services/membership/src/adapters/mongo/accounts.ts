import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import type { Account, Accounts } from '../../ports';

type StoredAccount = Omit<Account, 'id'> & { _id: string };

export async function createAccounts({ connection }: MongoConnection): Promise<Accounts> {
  const accounts = connection.collection<StoredAccount>('accounts');
  await accounts.createIndex({ email: 1 }, { unique: true });
  return {
    async add({ id, ...account }) {
      try {
        await accounts.insertOne({ _id: id, ...account });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    load: async (id) => fromStored(await accounts.findOne({ _id: id })),
    byEmail: async (email) => fromStored(await accounts.findOne({ email })),
    edit: async (id, change) =>
      fromStored(await accounts.findOneAndUpdate({ _id: id }, { $set: change }, { returnDocument: 'after' })),
    async setPassword(id, { before, after }) {
      const result = await accounts.updateOne({ _id: id, passwordHash: before }, { $set: { passwordHash: after } });
      return result.matchedCount === 1;
    },
    async displayNames(ids) {
      const found = await accounts.find({ _id: { $in: [...ids] } }, { projection: { displayName: 1 } }).toArray();
      return new Map(found.map(({ _id, displayName }) => [_id, displayName]));
    },
  };
}

function fromStored(stored: StoredAccount | null): Account | null {
  if (!stored) return null;
  const { _id: id, ...account } = stored;
  return { id, ...account };
}
