import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import type { Account, Accounts } from '../../ports';
import { withActs } from './audit-log';
import { accountOf, type StoredAccount, storedOf } from './stored-account';

const present = { isErased: { $exists: false } };

export async function createAccounts(mongo: MongoConnection): Promise<Accounts> {
  const { connection } = mongo;
  const accounts = connection.collection<StoredAccount>('accounts');
  await accounts.createIndex({ email: 1 }, { unique: true });
  return {
    async add(account) {
      try {
        await accounts.insertOne(storedOf(account));
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    load: async (id) => fromStored(await accounts.findOne({ _id: id, ...present })),
    byEmail: async (email) => fromStored(await accounts.findOne({ email })),
    edit: async (id, change) =>
      fromStored(
        await accounts.findOneAndUpdate({ _id: id, ...present }, { $set: change }, { returnDocument: 'after' }),
      ),
    setPassword: (id, { before, after }, entry) =>
      withActs(mongo, async (session) => {
        const { matchedCount } = await accounts.updateOne(
          { _id: id, passwordHash: before },
          // A link that was asked for before may be in other hands.
          { $set: { passwordHash: after }, $unset: { 'letters.reset_password': '', 'letters.change_email': '' } },
          { session },
        );
        return { result: matchedCount === 1, entries: matchedCount === 1 ? [entry] : [] };
      }),
    async displayNames(ids) {
      const found = await accounts.find({ _id: { $in: [...ids] } }, { projection: { displayName: 1 } }).toArray();
      return new Map(found.map(({ _id, displayName }) => [_id, displayName]));
    },
    async idsByEmail(emails) {
      const found = await accounts.find({ email: { $in: [...emails] } }, { projection: { email: 1 } }).toArray();
      return new Map(found.map(({ _id, email }) => [email, _id]));
    },
  };
}

function fromStored(stored: StoredAccount | null): Account | null {
  return stored && accountOf(stored);
}
