import { membershipHttp as http } from '@daka/contracts';
import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import { ownAct } from '../../domain/audit';
import type { SecondFactors } from '../../ports';
import { callOffEmailChange } from './email-changes';
import { factorsOf, type FactorWrites, NO_AUTHENTICATOR, NONE, on } from './factor-writes';
import type { ClientSession } from './in-transaction';

/** Passkeys stand in the document of the account's factor, beside an authenticator or alone. */
export function createPasskeyWrites(
  mongo: MongoConnection,
  { told, change, remove, has }: FactorWrites,
): Pick<SecondFactors, 'addPasskey' | 'removePasskey' | 'usePasskey'> {
  const factors = factorsOf(mongo);
  return {
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
      // The index keeps another account from the same name for a passkey, not this one.
      const room = {
        ...on(accountId),
        [`passkeys.${http.MAX_PASSKEYS - 1}`]: { $exists: false },
        'passkeys.id': { $ne: passkey.id },
      };
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
