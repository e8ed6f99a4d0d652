import type { MongoConnection } from '@daka/service-kit';
import { auditEntry, ownAct } from '../../domain/audit';
import type { Session } from '../../domain/session';
import type { Sessions } from '../../ports';
import { withActs } from './audit-log';

/** `forgetAt` lets MongoDB delete what has expired. Earlier releases did not keep the last two. */
type StoredSession = Omit<Session, 'id' | Later> & Partial<Pick<Session, Later>> & { _id: string; forgetAt: Date };
type Later = 'startedAtMs' | 'device';

const SIGNED_IN_AT_ONCE = 500;

type SessionCollection = ReturnType<typeof collectionOf>;

const collectionOf = ({ connection }: MongoConnection) => connection.collection<StoredSession>('sessions');

export async function createSessions(mongo: MongoConnection): Promise<Sessions> {
  const sessions = collectionOf(mongo);
  await sessions.createIndex({ forgetAt: 1 }, { expireAfterSeconds: 0 });
  await sessions.createIndex({ accountId: 1, rotatedAtMs: -1 });
  return {
    async add(session) {
      const { id, accountId, startedAtMs, device } = session;
      const entry = { ...ownAct('signed_in', accountId, { atMs: startedAtMs, sessionId: id }), device };
      await withActs(mongo, async (transaction) => {
        await sessions.insertOne(toStored(session), { session: transaction });
        return { result: null, entries: [entry] };
      });
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
    async revoke(id, act) {
      await withActs(mongo, async (session) => {
        const ended = await sessions.updateOne(
          { _id: id, revokedAtMs: null },
          { $set: { revokedAtMs: act.atMs } },
          { session },
        );
        return { result: null, entries: ended.modifiedCount === 1 ? [act] : [] };
      });
    },
    async ofAccount(accountId, nowMs) {
      const found = await sessions
        .find({ accountId, revokedAtMs: null, expiresAtMs: { $gt: nowMs } })
        .sort({ rotatedAtMs: -1, _id: 1 })
        .toArray();
      return found.map(fromStored);
    },
    ...ending(mongo, sessions),
  };
}

function ending(mongo: MongoConnection, sessions: SessionCollection) {
  return {
    revokeOthers: (accountId, keptIds, { nowMs, sessionId = null }) =>
      withActs(mongo, async (session) => {
        const { modifiedCount } = await sessions.updateMany(
          { accountId, _id: { $nin: [...keptIds] }, revokedAtMs: null, expiresAtMs: { $gt: nowMs } },
          { $set: { revokedAtMs: nowMs } },
          { session },
        );
        const entry = ownAct('other_sign_ins_ended', accountId, { atMs: nowMs, sessionId });
        return { result: modifiedCount, entries: modifiedCount > 0 ? [entry] : [] };
      }),
    endAll: (accountId, nowMs) =>
      withActs(mongo, async (session) => {
        const going = { accountId, revokedAtMs: null, expiresAtMs: { $gt: nowMs } };
        const { modifiedCount } = await sessions.updateMany(going, { $set: { revokedAtMs: nowMs } }, { session });
        const entry = auditEntry({ act: 'sign_ins_ended', atMs: nowMs, by: null, about: accountId });
        return { result: modifiedCount, entries: modifiedCount > 0 ? [entry] : [] };
      }),
    async *signedIn(nowMs) {
      const going = sessions.find(
        { revokedAtMs: null, expiresAtMs: { $gt: nowMs } },
        { projection: { accountId: 1 }, sort: { accountId: 1 }, batchSize: SIGNED_IN_AT_ONCE },
      );
      let last = '';
      for await (const { accountId } of going) {
        if (accountId !== last) yield accountId;
        last = accountId;
      }
    },
  } satisfies Partial<Sessions>;
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
