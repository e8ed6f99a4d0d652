import type { MongoConnection } from '@daka/service-kit';
import type { Session } from '../../domain/session';
import type { Sessions } from '../../ports';

/** `forgetAt` lets MongoDB delete what has expired. */
type StoredSession = Omit<Session, 'id'> & { _id: string; forgetAt: Date };

export async function createSessions({ connection }: MongoConnection): Promise<Sessions> {
  const sessions = connection.collection<StoredSession>('sessions');
  await sessions.createIndex({ forgetAt: 1 }, { expireAfterSeconds: 0 });
  return {
    async add(session) {
      await sessions.insertOne(toStored(session));
    },
    async load(id) {
      const stored = await sessions.findOne({ _id: id });
      return stored && fromStored(stored);
    },
    async replace(current, next) {
      const { _id, ...fields } = toStored(next);
      const result = await sessions.updateOne(
        { _id, tokenHash: current.tokenHash, revokedAtMs: null },
        { $set: fields },
      );
      return result.matchedCount === 1;
    },
    async revoke(id, nowMs) {
      await sessions.updateOne({ _id: id, revokedAtMs: null }, { $set: { revokedAtMs: nowMs } });
    },
  };
}

function toStored({ id, ...session }: Session): StoredSession {
  return { _id: id, ...session, forgetAt: new Date(session.expiresAtMs) };
}

function fromStored({
  _id: id,
  accountId,
  tokenHash,
  previousHash,
  rotatedAtMs,
  expiresAtMs,
  revokedAtMs,
}: StoredSession): Session {
  return { id, accountId, tokenHash, previousHash, rotatedAtMs, expiresAtMs, revokedAtMs };
}
