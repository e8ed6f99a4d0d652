import type { MongoConnection } from '@daka/service-kit';
import { nextAttemptMs, type Notice } from '../../domain/letter';
import type { Notices } from '../../ports';
import type { ClientSession } from './in-transaction';

type StoredNotice = Omit<Notice, 'id'> & { _id: string; dueAtMs: number; forgetAt: Date };

export async function createNotices(mongo: MongoConnection): Promise<Notices> {
  const notices = collectionOf(mongo);
  await notices.createIndex({ dueAtMs: 1 });
  await notices.createIndex({ forgetAt: 1 }, { expireAfterSeconds: 0 });

  async function takeDue(nowMs: number): Promise<Notice | null> {
    const due = await notices.findOne({ dueAtMs: { $lte: nowMs } }, { sort: { dueAtMs: 1 } });
    if (due === null) return null;
    const attempts = due.attempts + 1;
    const taken = await notices.updateOne(
      { _id: due._id, dueAtMs: due.dueAtMs },
      { $set: { dueAtMs: nextAttemptMs(attempts, nowMs), attempts } },
    );
    if (taken.modifiedCount === 0) return takeDue(nowMs);
    const { _id: id, dueAtMs: _due, forgetAt: _at, ...notice } = due;
    return { id, ...notice, attempts };
  }

  return {
    put: async (notice) => void (await notices.insertOne(toStored(notice))),
    takeDue,
    done: async (id) => void (await notices.deleteOne({ _id: id })),
    pending: (limit) => notices.countDocuments({}, { limit }),
  };
}

/** For whoever does what it tells of in the same write. */
export async function putNotice(mongo: MongoConnection, notice: Notice, session: ClientSession): Promise<void> {
  await collectionOf(mongo).insertOne(toStored(notice), { session });
}

const collectionOf = ({ connection }: MongoConnection) => connection.collection<StoredNotice>('notices');

function toStored({ id, ...notice }: Notice): StoredNotice {
  return { _id: id, ...notice, dueAtMs: notice.writtenAtMs, forgetAt: new Date(notice.expiresAtMs) };
}
