import type { MongoConnection } from '@daka/service-kit';
import { ownAct, auditEntry } from '../../domain/audit';
import type { SecondFactor } from '../../domain/second-factor';
import type { SecondFactors } from '../../ports';
import { callOffEmailChange } from './email-changes';
import {
  factorsOf,
  factorWrites,
  NO_AUTHENTICATOR,
  NONE,
  on,
  SOME,
  type StoredFactor,
  withAuthenticator,
} from './factor-writes';
import { createPasskeyWrites } from './passkeys';

/** Each change is one write with its entry in the audit log and with the letter that tells the owner. */
export async function createSecondFactors(mongo: MongoConnection): Promise<SecondFactors> {
  const factors = factorsOf(mongo);
  // Nobody adds a passkey that calls itself as another's does: who signs in with it is looked up by it.
  await factors.createIndex(
    { 'passkeys.id': 1 },
    { unique: true, partialFilterExpression: { 'passkeys.id': { $type: 'string' } } },
  );
  const writes = factorWrites(mongo);
  const { told, change, remove, has } = writes;

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
    ...createPasskeyWrites(mongo, writes),
  };
}

function fromStored({ _id: accountId, passkeys = [], ...factor }: StoredFactor): SecondFactor {
  return { accountId, passkeys, ...factor };
}
