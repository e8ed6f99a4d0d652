import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import { ownAct } from '../../domain/audit';
import type { EmailChange, EmailChanges } from '../../ports';
import { withActs } from './audit-log';
import type { ClientSession } from './in-transaction';
import { tellFormerAddress, writeNotice } from './notices';
import { type StoredAccount, toSend } from './stored-account';

const LINK = 'letters.change_email';

const collectionOf = ({ connection }: MongoConnection) => connection.collection<StoredAccount>('accounts');

export function createEmailChanges(mongo: MongoConnection): EmailChanges {
  const accounts = collectionOf(mongo);
  const asked = (tokenHash: string, nowMs: number, session?: ClientSession) =>
    accounts.findOne(
      { [`${LINK}.tokenHash`]: tokenHash, [`${LINK}.expiresAtMs`]: { $gt: nowMs } },
      session && { session },
    );

  return {
    ask: ({ id, passwordHash }, { letter, ...change }, entry) =>
      withActs(mongo, async (session) => {
        const { matchedCount } = await accounts.updateOne(
          { _id: id, passwordHash },
          { $set: { [LINK]: { ...toSend(letter), ...change } } },
          { session },
        );
        if (matchedCount === 0) return { result: false, entries: [] };
        await writeNotice(mongo, entry, session);
        return { result: true, entries: [entry] };
      }),
    async withLink(tokenHash, nowMs) {
      const found = await asked(tokenHash, nowMs);
      return found && changeOf(found);
    },
    async confirm(tokenHash, nowMs) {
      try {
        return await withActs(mongo, async (session) => {
          const found = await asked(tokenHash, nowMs, session);
          const newEmail = found?.letters?.change_email?.newEmail;
          if (found === null || newEmail === undefined) return { result: false, entries: [] };
          const { accountId, sessionId, formerEmail } = changeOf(found);
          await accounts.updateOne(
            { _id: accountId },
            // Links that went to the former address end with it.
            { $set: { email: newEmail, emailProvenAtMs: nowMs }, $unset: { letters: '' } },
            { session },
          );
          const entry = ownAct('email_changed', accountId, { atMs: nowMs, sessionId });
          await writeNotice(mongo, entry, session);
          await tellFormerAddress(mongo, { accountId, email: formerEmail }, session);
          return { result: true, entries: [entry] };
        });
      } catch (error) {
        // Somebody has an account with it since.
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
  };
}

/** What was asked for ends: what the account is guarded by has changed. Written together with that. */
export async function callOffEmailChange(
  mongo: MongoConnection,
  accountId: string,
  session: ClientSession,
): Promise<void> {
  await collectionOf(mongo).updateOne({ _id: accountId }, { $unset: { [LINK]: '' } }, { session });
}

function changeOf({ _id: accountId, email: formerEmail, letters }: StoredAccount): EmailChange {
  return { accountId, formerEmail, sessionId: letters?.change_email?.sessionId ?? null };
}
