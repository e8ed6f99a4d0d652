import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import { ownAct } from '../../domain/audit';
import { writeNotice } from '../../domain/letter';
import type { EmailChanges } from '../../ports';
import { withActs } from './audit-log';
import { putNotice } from './notices';
import { type StoredAccount, toSend } from './stored-account';

const LINK = 'letters.change_email';

export function createEmailChanges(mongo: MongoConnection): EmailChanges {
  const accounts = mongo.connection.collection<StoredAccount>('accounts');
  return {
    ask: ({ id, passwordHash }, { letter, notice, ...change }, entry) =>
      withActs(mongo, async (session) => {
        const { matchedCount } = await accounts.updateOne(
          { _id: id, passwordHash },
          { $set: { [LINK]: { ...toSend(letter), ...change } } },
          { session },
        );
        if (matchedCount === 0) return { result: false, entries: [] };
        await putNotice(mongo, notice, session);
        return { result: true, entries: [entry] };
      }),
    async confirm(tokenHash, nowMs, noticeId) {
      try {
        return await withActs(mongo, async (session) => {
          const asked = await accounts.findOne(
            { [`${LINK}.tokenHash`]: tokenHash, [`${LINK}.expiresAtMs`]: { $gt: nowMs } },
            { session },
          );
          const newEmail = asked?.letters?.change_email?.newEmail;
          if (asked === null || newEmail === undefined) return { result: null, entries: [] };
          const { _id: accountId, email: formerEmail, locale } = asked;
          await accounts.updateOne(
            { _id: accountId },
            // Links that went to the former address end with it.
            { $set: { email: newEmail, emailProvenAtMs: nowMs }, $unset: { letters: '' } },
            { session },
          );
          const notice = { id: noticeId, to: formerEmail, kind: 'email_changed', locale } as const;
          await putNotice(mongo, writeNotice(notice, nowMs), session);
          const sessionId = asked.letters?.change_email?.sessionId ?? null;
          return {
            result: { accountId, sessionId, formerEmail },
            entries: [ownAct('email_changed', accountId, { atMs: nowMs })],
          };
        });
      } catch (error) {
        // Somebody has an account with it since.
        if (isDuplicateKey(error)) return null;
        throw error;
      }
    },
  };
}
