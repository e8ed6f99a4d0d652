import { randomUUID } from 'node:crypto';
import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import type { AuditEntry } from '../../domain/audit';
import { expiresAtMs, type Notice, NOTICES, type NoticeKind } from '../../domain/notice';
import type { Notices } from '../../ports';
import type { ClientSession } from './in-transaction';
import { takeDue } from './take-due';

interface StoredNotice extends Omit<Notice, 'id' | 'to'> {
  _id: string;
  to?: string;
  attempts: number;
  dueAtMs?: number;
  /** Of what is told once a day only: which one this is. */
  once?: string;
  forgetAt: Date;
}

const DAY_MS = 86_400_000;

const collectionOf = ({ connection }: MongoConnection) => connection.collection<StoredNotice>('notices');

/** Tells the account that an entry is about, where its act is one that people are told of. Written together with the act. */
export async function writeNotice(mongo: MongoConnection, entry: AuditEntry, session: ClientSession): Promise<void> {
  const kind = NOTICES.find((told) => told === entry.act);
  if (kind === undefined || entry.about === null) return;
  await collectionOf(mongo).insertOne(toStored(entry.about, kind, entry.atMs), { session });
}

/** What waits to be told goes to the address that the account had. Written together with the change of it. */
export async function tellFormerAddress(
  mongo: MongoConnection,
  { accountId, email }: { accountId: string; email: string },
  session: ClientSession,
): Promise<void> {
  const waiting = { accountId, dueAtMs: { $gt: 0 }, to: { $exists: false } };
  await collectionOf(mongo).updateMany(waiting, { $set: { to: email } }, { session });
}

export async function createNotices(mongo: MongoConnection): Promise<Notices> {
  const notices = collectionOf(mongo);
  await notices.createIndex({ dueAtMs: 1 }, { sparse: true });
  await notices.createIndex({ once: 1 }, { unique: true, partialFilterExpression: { once: { $type: 'string' } } });
  await notices.createIndex({ forgetAt: 1 }, { expireAfterSeconds: 0 });

  return {
    async putOnceADay(accountId, kind, nowMs) {
      const once = `${kind} ${accountId} ${Math.floor(nowMs / DAY_MS)}`;
      try {
        await notices.insertOne({ ...toStored(accountId, kind, nowMs), once });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    async takeDue(nowMs) {
      const taken = await takeDue(notices, { place: '', of: (notice: StoredNotice) => notice }, nowMs);
      if (taken === null) return null;
      const { _id: id, accountId, kind, atMs, to = null } = taken.due;
      return { id, accountId, kind, atMs, to, attempts: taken.attempts };
    },
    async told(id) {
      await notices.updateOne({ _id: id }, { $unset: { dueAtMs: '', to: '' } });
    },
    pending: (limit) => notices.countDocuments({ dueAtMs: { $gt: 0 } }, { limit }),
  };
}

function toStored(accountId: string, kind: NoticeKind, atMs: number): StoredNotice {
  const forgetAt = new Date(expiresAtMs({ atMs }) + DAY_MS);
  return { _id: randomUUID(), accountId, kind, atMs, attempts: 0, dueAtMs: atMs, forgetAt };
}
