import type { MongoConnection } from '@daka/service-kit';
import type { Session } from '../../domain/session';
import type { Sessions } from '../../ports';

/** `forgetAt` lets MongoDB delete what has expired. Earlier releases did not keep the last two. */
type StoredSession = Omit<Session, 'id' | Later> & Partial<Pick<Session, Later>> & { _id: string; forgetAt: Date };
type Later = 'startedAtMs' | 'device';

export async function createSessions({ connection }: MongoConnection): Promise<Sessions> {
  const sessions = connection.collection<StoredSession>('sessions');
  await sessions.createIndex({ forgetAt: 1 }, { expireAfterSeconds: 0 });
  await sessions.createIndex({ accountId: 1, rotatedAtMs: -1 });
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
    async ofAccount(accountId, nowMs) {
      const found = await sessions
        .find({ accountId, revokedAtMs: null, expiresAtMs: { $gt: nowMs } })
        .sort({ rotatedAtMs: -1, _id: 1 })
        .toArray();
      return found.map(fromStored);
    },
    async revokeOthers(accountId, keptIds, nowMs) {
      const result = await sessions.updateMany(
        { accountId, _id: { $nin: [...keptIds] }, revokedAtMs: null, expiresAtMs: { $gt: nowMs } },
        { $set: { revokedAtMs: nowMs } },
      );
      return result.modifiedCount;
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
  startedAtMs = rotatedAtMs,
  device = null,
}: StoredSession): Session {
  return { id, accountId, tokenHash, previousHash, rotatedAtMs, expiresAtMs, revokedAtMs, startedAtMs, device };
}
