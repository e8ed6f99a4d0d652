import type { MongoConnection } from '@daka/service-kit';
import type { AuditEntry } from '../../domain/audit';
import type { SecondFactor } from '../../domain/second-factor';
import { withActs } from './audit-log';
import type { ClientSession } from './in-transaction';
import { writeNotice } from './notices';

/**
 * Its secret stands here sealed, its recovery codes as hashes, of passkeys the public half: no command to MongoDB holds what signs anybody
 * in. Earlier releases kept no passkeys.
 */
export type StoredFactor = Omit<SecondFactor, 'accountId' | 'passkeys'> &
  Partial<Pick<SecondFactor, 'passkeys'>> & { _id: string };

export const NO_AUTHENTICATOR = { sealed: null, onSinceMs: null, lastStep: 0 } as const;
export const SOME = { 'passkeys.0': { $exists: true } };
export const NONE = { 'passkeys.0': { $exists: false } };
export const withAuthenticator = (accountId: string) => ({ _id: accountId, onSinceMs: { $ne: null } });
export const on = (accountId: string) => ({ _id: accountId, $or: [{ onSinceMs: { $ne: null } }, SOME] });

export const factorsOf = (mongo: MongoConnection) => mongo.connection.collection<StoredFactor>('second_factors');

export type FactorWrites = ReturnType<typeof factorWrites>;

/** What each change of a factor is made of. `told`: one write with its entry in the audit log and the letter to the owner. */
export function factorWrites(mongo: MongoConnection) {
  const factors = factorsOf(mongo);
  const told = (entry: AuditEntry, write: (session: ClientSession) => Promise<boolean>) =>
    withActs(mongo, async (session) => {
      const isDone = await write(session);
      if (isDone) await writeNotice(mongo, entry, session);
      return { result: isDone, entries: isDone ? [entry] : [] };
    });
  const change = async (filter: object, update: object, session?: ClientSession) =>
    (await factors.updateOne(filter, update, session && { session })).modifiedCount === 1;
  const remove = async (filter: object, session: ClientSession) =>
    (await factors.deleteOne(filter, { session })).deletedCount === 1;
  const has = async (filter: object, session: ClientSession) => (await factors.countDocuments(filter, { session })) > 0;
  return { told, change, remove, has };
}
