import type { MongoConnection } from '@daka/service-kit';
import { type AuditEntry, auditEntry, ownAct } from '../../domain/audit';
import type { SecondFactor } from '../../domain/second-factor';
import type { SecondFactors } from '../../ports';
import { withActs } from './audit-log';
import { callOffEmailChange } from './email-changes';
import type { ClientSession } from './in-transaction';
import { writeNotice } from './notices';

/** Its secret stands here sealed, its recovery codes as hashes: no command to MongoDB holds what signs anybody in. */
type StoredFactor = Omit<SecondFactor, 'accountId'> & { _id: string };

/** Each change is one write with its entry in the audit log and with the letter that tells the owner. */
export async function createSecondFactors(mongo: MongoConnection): Promise<SecondFactors> {
  const factors = mongo.connection.collection<StoredFactor>('second_factors');
  const told = (entry: AuditEntry, write: (session: ClientSession) => Promise<boolean>) =>
    withActs(mongo, async (session) => {
      const isDone = await write(session);
      if (isDone) await writeNotice(mongo, entry, session);
      return { result: isDone, entries: isDone ? [entry] : [] };
    });
  const on = (accountId: string) => ({ _id: accountId, onSinceMs: { $ne: null } });
  const change = async (filter: object, update: object, session?: ClientSession) =>
    (await factors.updateOne(filter, update, session && { session })).modifiedCount === 1;

  const end = (entry: AuditEntry, accountId: string) =>
    told(entry, async (session) => (await factors.deleteOne(on(accountId), { session })).deletedCount === 1);

  return {
    async load(accountId) {
      const stored = await factors.findOne({ _id: accountId });
      return stored && fromStored(stored);
    },
    begin: (factor, by) =>
      told(ownAct('second_factor_begun', factor.accountId, { ...by, atMs: factor.begunAtMs }), async (session) => {
        const { accountId, ...fields } = factor;
        if ((await factors.countDocuments(on(accountId), { session })) > 0) return false;
        await factors.replaceOne({ _id: accountId }, fields, { upsert: true, session });
        return true;
      }),
    turnOn: ({ accountId, sealed }, { step, recoveryHashes, atMs }, by) =>
      told(ownAct('second_factor_on', accountId, { ...by, atMs }), async (session) => {
        const isOn = await change(
          { _id: accountId, sealed, onSinceMs: null },
          { $set: { onSinceMs: atMs, lastStep: step, recoveryHashes: [...recoveryHashes] } },
          session,
        );
        // One that was asked for by the password alone must not go on.
        if (isOn) await callOffEmailChange(mongo, accountId, session);
        return isOn;
      }),
    turnOff: (accountId, atMs, by) => end(ownAct('second_factor_off', accountId, { ...by, atMs }), accountId),
    remove: (accountId, atMs) =>
      end(auditEntry({ act: 'second_factor_removed', atMs, by: null, about: accountId }), accountId),
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
  };
}

function fromStored({ _id: accountId, ...factor }: StoredFactor): SecondFactor {
  return { accountId, ...factor };
}
