import { membershipHttp as http } from '@daka/contracts';
import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import { type AuditEntry, auditEntry, ownAct } from '../../domain/audit';
import type { SecondFactor } from '../../domain/second-factor';
import type { SecondFactors } from '../../ports';
import { withActs } from './audit-log';
import { callOffEmailChange } from './email-changes';
import type { ClientSession } from './in-transaction';
import { writeNotice } from './notices';

/**
 * Its secret stands here sealed, its recovery codes as hashes, of passkeys the public half: no command to MongoDB holds what signs anybody
 * in. Earlier releases kept no passkeys.
 */
type StoredFactor = Omit<SecondFactor, 'accountId' | 'passkeys'> &
  Partial<Pick<SecondFactor, 'passkeys'>> & { _id: string };

const NO_AUTHENTICATOR = { sealed: null, onSinceMs: null, lastStep: 0 } as const;
const SOME = { 'passkeys.0': { $exists: true } };
const NONE = { 'passkeys.0': { $exists: false } };
const withAuthenticator = (accountId: string) => ({ _id: accountId, onSinceMs: { $ne: null } });
const on = (accountId: string) => ({ _id: accountId, $or: [{ onSinceMs: { $ne: null } }, SOME] });

/** Each change is one write with its entry in the audit log and with the letter that tells the owner. */
export async function createSecondFactors(mongo: MongoConnection): Promise<SecondFactors> {
  const factors = mongo.connection.collection<StoredFactor>('second_factors');
  // Nobody adds a passkey that calls itself as another's does: who signs in with it is looked up by it.
  await factors.createIndex(
    { 'passkeys.id': 1 },
    { unique: true, partialFilterExpression: { 'passkeys.id': { $type: 'string' } } },
  );
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

  return {
    async load(accountId) {
      const stored = await factors.findOne({ _id: accountId });
      return stored && fromStored(stored);
    },
    begin: ({ accountId, sealed, atMs }, by) =>
      told(ownAct('second_factor_begun', accountId, { ...by, atMs }), async (session) => {
        if (await has(withAuthenticator(accountId), session)) return false;
        const begun = { ...NO_AUTHENTICATOR, sealed, begunAtMs: atMs };
        const beside = { recoveryHashes: [], passkeys: [] };
        await factors.updateOne({ _id: accountId }, { $set: begun, $setOnInsert: beside }, { upsert: true, session });
        return true;
      }),
    turnOn: ({ accountId, sealed }, { step, recoveryHashes, atMs }, by) =>
      told(ownAct('second_factor_on', accountId, { ...by, atMs }), async (session) => {
        const fresh = recoveryHashes === null ? {} : { recoveryHashes: [...recoveryHashes] };
        const isOn = await change(
          { _id: accountId, sealed, onSinceMs: null, ...(recoveryHashes === null ? SOME : NONE) },
          { $set: { onSinceMs: atMs, lastStep: step, ...fresh } },
          session,
        );
        // One that was asked for by the password alone must not go on.
        if (isOn) await callOffEmailChange(mongo, accountId, session);
        return isOn;
      }),
    turnOff: (accountId, atMs, by) =>
      told(
        ownAct('second_factor_off', accountId, { ...by, atMs }),
        async (session) =>
          (await remove({ ...withAuthenticator(accountId), ...NONE }, session)) ||
          change(withAuthenticator(accountId), { $set: NO_AUTHENTICATOR }, session),
      ),
    remove: (accountId, atMs) =>
      told(auditEntry({ act: 'second_factor_removed', atMs, by: null, about: accountId }), (session) =>
        remove(on(accountId), session),
      ),
    useStep: ({ accountId, sealed }, step) =>
      change({ _id: accountId, sealed, lastStep: { $lt: step } }, { $set: { lastStep: step } }),
    useRecoveryCode: (accountId, hash, atMs, by) =>
      told(ownAct('recovery_code_used', accountId, { ...by, atMs }), (session) =>
        change({ ...on(accountId), recoveryHashes: hash }, { $pull: { recoveryHashes: hash } }, session),
      ),
    replaceRecoveryCodes: (accountId, hashes, atMs, by) =>
      told(ownAct('recovery_codes_replaced', accountId, { ...by, atMs }), (session) =>
        change(on(accountId), { $set: { recoveryHashes: [...hashes] } }, session),
      ),
    async addPasskey(accountId, passkey, recoveryHashes, by) {
      const entry = ownAct('passkey_added', accountId, { ...by, atMs: passkey.addedAtMs });
      const addFirst = async (hashes: readonly string[], session: ClientSession) => {
        if (await has(on(accountId), session)) return false;
        // An authenticator that was begun by the password alone is begun no more.
        const factor = { ...NO_AUTHENTICATOR, begunAtMs: passkey.addedAtMs, recoveryHashes: [...hashes] };
        const first = { ...factor, passkeys: [passkey] };
        await factors.replaceOne({ _id: accountId }, first, { upsert: true, session });
        await callOffEmailChange(mongo, accountId, session);
        return true;
      };
      const room = { ...on(accountId), [`passkeys.${http.MAX_PASSKEYS - 1}`]: { $exists: false } };
      try {
        return await told(entry, (session) =>
          recoveryHashes === null
            ? change(room, { $push: { passkeys: passkey } }, session)
            : addFirst(recoveryHashes, session),
        );
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    removePasskey: (accountId, id, atMs, by) =>
      told(ownAct('passkey_removed', accountId, { ...by, atMs }), async (session) => {
        const isGone = await change({ _id: accountId, 'passkeys.id': id }, { $pull: { passkeys: { id } } }, session);
        if (isGone) await remove({ _id: accountId, onSinceMs: null, ...NONE }, session);
        return isGone;
      }),
    usePasskey: (accountId, { id, counter: before }, counter, atMs, by) =>
      told(ownAct('passkey_used', accountId, { ...by, atMs }), async (session) => {
        const isIt = { _id: accountId, passkeys: { $elemMatch: { id, counter: before } } };
        const used = { 'passkeys.$.counter': counter, 'passkeys.$.lastUsedAtMs': atMs };
        return (await factors.updateOne(isIt, { $set: used }, { session })).matchedCount === 1;
      }),
  };
}

function fromStored({ _id: accountId, passkeys = [], ...factor }: StoredFactor): SecondFactor {
  return { accountId, passkeys, ...factor };
}
