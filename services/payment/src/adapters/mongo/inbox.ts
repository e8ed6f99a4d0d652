import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import type { Inbox, InboxItem, WebhookSubject } from '../../ports';

interface Stored {
  _id: string;
  type: string;
  /** Null: it could not be read; `body` has what came. */
  subject: WebhookSubject | null;
  body?: string;
  receivedAtMs: number;
  /** Counted before it is worked on, so that one that ends the process is seen. */
  attempts: number;
  /** Absent once it is done or given up. */
  dueAtMs?: number;
  failure?: string;
  /** Removed by MongoDB a while later. */
  expiresAt: Date;
}

/** Stripe repeats a webhook for three days at most. */
const KEPT_MS = 30 * 86_400_000;
/** How long a taken webhook belongs to whoever took it. */
const LEASE_MS = 15_000;

/** The webhook inbox: one document an event id. */
export async function createInbox({ connection }: MongoConnection): Promise<Inbox> {
  const inbox = connection.collection<Stored>('webhook_inbox');
  await inbox.createIndex({ dueAtMs: 1 }, { partialFilterExpression: { dueAtMs: { $exists: true } } });
  await inbox.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });

  return {
    async add({ id, type, subject, unreadable }, wallAtMs) {
      if (subject === null && unreadable === undefined) return false;
      const document: Stored = {
        _id: id,
        type,
        subject,
        receivedAtMs: wallAtMs,
        attempts: 0,
        ...(unreadable ? { body: unreadable.body, failure: unreadable.problem } : { dueAtMs: wallAtMs }),
        expiresAt: new Date(wallAtMs + KEPT_MS),
      };
      try {
        await inbox.insertOne(document);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    async take(wallAtMs, limit) {
      const found = await inbox
        .find({ dueAtMs: { $lte: wallAtMs } })
        .sort({ dueAtMs: 1 })
        .limit(limit)
        .toArray();
      if (found.length === 0) return [];
      await inbox.updateMany(
        { _id: { $in: found.map(({ _id }) => _id) } },
        { $inc: { attempts: 1 }, $set: { dueAtMs: wallAtMs + LEASE_MS } },
      );
      return found.flatMap(({ _id, subject, attempts }): InboxItem[] =>
        subject === null ? [] : [{ id: _id, subject, attempts: attempts + 1 }],
      );
    },
    async done(ids) {
      await inbox.updateMany({ _id: { $in: [...ids] } }, { $unset: { dueAtMs: 1, failure: 1 } });
    },
    async putOff(id, reason, retryAtMs) {
      await inbox.updateOne(
        { _id: id },
        retryAtMs === null
          ? { $set: { failure: reason }, $unset: { dueAtMs: 1 } }
          : { $set: { failure: reason, dueAtMs: retryAtMs } },
      );
    },
    countPending: () => inbox.countDocuments({ dueAtMs: { $exists: true } }),
  };
}
