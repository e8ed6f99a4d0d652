import { MAX_TOKEN_SECONDS, type MongoConnection } from '@daka/service-kit';
import { auditEntry, ownAct } from '../../domain/audit';
import type { Session } from '../../domain/session';
import type { Sessions } from '../../ports';
import { after } from './after';
import type { ClientSession } from './in-transaction';
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
  await sessions.createIndex(
    { revokedAtMs: 1, _id: 1 },
    { partialFilterExpression: { revokedAtMs: { $gt: 0 } }, name: 'revoked' },
  );
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
    async revoked(fromMs, { after: place, limit }) {
      const found = sessions.find(
        { $and: [{ revokedAtMs: { $gte: Math.max(1, fromMs) } }, after('revokedAtMs', 1, place)] },
        { projection: { revokedAtMs: 1 }, sort: { revokedAtMs: 1, _id: 1 }, limit, hint: 'revoked' },
      );
      return (await found.toArray()).map(({ _id: id, revokedAtMs }) => ({ id, revokedAtMs: revokedAtMs ?? 0 }));
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

/** What is left of an erased account's sign-ins: that they were ended, for as long as a token may name them. */
export async function eraseSessions(
  mongo: MongoConnection,
  accountId: string,
  nowMs: number,
  session: ClientSession,
): Promise<void> {
  const sessions = collectionOf(mongo);
  await sessions.updateMany({ accountId, revokedAtMs: null }, { $set: { revokedAtMs: nowMs } }, { session });
  const forgetAt = new Date(nowMs + MAX_TOKEN_SECONDS * 1_000);
  const nobody = { accountId: '', device: null, tokenHash: '', previousHash: null, forgetAt };
  await sessions.updateMany({ accountId }, { $set: nobody }, { session });
}
