import { createHash } from 'node:crypto';
import type { MongoConnection } from '../mongo';

/** What was answered under a key. */
export interface StoredAnswer {
  status: number;
  body: unknown;
}

export type KeyClaim =
  | { claimed: 'new' }
  | { claimed: 'done'; answer: StoredAnswer }
  | { claimed: 'in_progress' }
  | { claimed: 'other_body' };

export interface IdempotencyStore {
  /** Takes the key for this request, or says what it is already used for. */
  claim(scope: string, key: string, request: unknown): Promise<KeyClaim>;
  keep(scope: string, key: string, answer: StoredAnswer): Promise<void>;
  /** Gives the key back when nothing was decided (a fault, not an answer). */
  release(scope: string, key: string): Promise<void>;
}

const KEPT_SECONDS = 24 * 3600;
/** A process that died leaves its key behind; after this time the next caller may run the request again (its own rules still refuse a double). */
const TAKEN_OVER_AFTER_MS = 30_000;
const DUPLICATE_KEY = 11_000;

interface KeyDocument {
  _id: string;
  requestHash: string;
  startedAt: Date;
  answer?: StoredAnswer;
}

/** Keys in MongoDB for a day, one document each, inserted before the request runs. */
export async function createIdempotencyStore({ connection }: MongoConnection): Promise<IdempotencyStore> {
  const keys = connection.collection<KeyDocument>('idempotency_keys');
  await keys.createIndex({ startedAt: 1 }, { expireAfterSeconds: KEPT_SECONDS });

  return {
    async claim(scope, key, request) {
      const _id = idOf(scope, key);
      const requestHash = hashOf(request);
      try {
        await keys.insertOne({ _id, requestHash, startedAt: new Date() });
        return { claimed: 'new' };
      } catch (error) {
        if ((error as { code?: number }).code !== DUPLICATE_KEY) throw error;
      }
      const known = await keys.findOne({ _id });
      if (!known) return { claimed: 'in_progress' };
      if (known.requestHash !== requestHash) return { claimed: 'other_body' };
      if (known.answer) return { claimed: 'done', answer: known.answer };
      return (await takeOver(_id, known.startedAt)) ? { claimed: 'new' } : { claimed: 'in_progress' };
    },
    async keep(scope, key, answer) {
      await keys.updateOne({ _id: idOf(scope, key) }, { $set: { answer } });
    },
    async release(scope, key) {
      await keys.deleteOne({ _id: idOf(scope, key), answer: { $exists: false } });
    },
  };

  async function takeOver(_id: string, startedAt: Date): Promise<boolean> {
    if (Date.now() - startedAt.getTime() < TAKEN_OVER_AFTER_MS) return false;
    const { modifiedCount } = await keys.updateOne({ _id, startedAt, answer: { $exists: false } }, { $set: { startedAt: new Date() } });
    return modifiedCount === 1;
  }
}

function idOf(scope: string, key: string): string {
  return createHash('sha256').update(`${scope}\n${key}`).digest('hex');
}

function hashOf(request: unknown): string {
  return createHash('sha256').update(canonicalJson(request)).digest('hex');
}

/** JSON with sorted keys: two requests that mean the same hash the same. */
function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      inner && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'null'
  );
}
