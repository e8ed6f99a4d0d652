import { createHash, randomUUID } from 'node:crypto';
import { isDuplicateKey, type MongoConnection } from '../documents';

/** What was answered under a key. */
export interface StoredAnswer {
  status: number;
  body: unknown;
}

/** A request that carries a key. */
export interface KeyedRequest {
  /** Whose keys these are: user and route. */
  scope: string;
  key: string;
  /** Of everything that the request says (`requestHash`). */
  requestHash: string;
}

/** What a request with a key met. Who is told 'started' does the work, and then keeps its answer or gives the key back. */
export type Begun =
  | { outcome: 'started'; keep(answer: StoredAnswer): Promise<void>; release(): Promise<void> }
  | { outcome: 'done'; answer: StoredAnswer }
  | { outcome: 'in_progress' }
  | { outcome: 'other_request' };

export interface IdempotencyStore {
  begin(request: KeyedRequest): Promise<Begun>;
}

interface KeyDocument {
  _id: string;
  requestHash: string;
  startedAt: Date;
  /** Only the attempt that took the key last may keep an answer. */
  attempt: string;
  answer?: StoredAnswer;
}

const KEPT_SECONDS = 24 * 3_600;
const TAKEN_OVER_AFTER_MS = 30_000;

/**
 * Keys in MongoDB for a day, one document each, inserted before the request runs.
 *
 * A key without an answer after 30 s belongs to a process that died: the next request with it runs again. So a key makes an
 * answer repeatable; that an act happens once is for the domain's own rules. For the same reason the writes wait for one
 * server only: a failover in the wrong moment may forget a key, never an act.
 */
export async function createIdempotencyStore(
  { connection }: MongoConnection,
  wallClock = { nowMs: Date.now },
): Promise<IdempotencyStore> {
  const keys = connection.collection<KeyDocument>('idempotency_keys', { writeConcern: { w: 1, journal: false } });
  await keys.createIndex({ startedAt: 1 }, { expireAfterSeconds: KEPT_SECONDS });

  async function insert(document: KeyDocument): Promise<boolean> {
    try {
      await keys.insertOne(document);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      // Only the answer may have been lost: then the key would turn away everybody until it is stale.
      await keys.deleteOne({ _id: document._id, attempt: document.attempt }).catch(() => undefined);
      throw error;
    }
  }

  /** False: somebody else was faster. */
  async function takeOver(
    { _id: id, attempt: former }: KeyDocument,
    startedAt: Date,
    attempt: string,
  ): Promise<boolean> {
    const { modifiedCount } = await keys.updateOne(
      { _id: id, attempt: former, answer: { $exists: false } },
      { $set: { startedAt, attempt } },
    );
    return modifiedCount === 1;
  }

  function started(id: string, attempt: string): Begun {
    const mine = { _id: id, attempt };
    return {
      outcome: 'started',
      keep: async (answer) => void (await keys.updateOne(mine, { $set: { answer } })),
      release: async () => void (await keys.deleteOne(mine)),
    };
  }

  return {
    async begin({ scope, key, requestHash }) {
      const id = sha256(`${scope}\n${key}`);
      const startedAt = new Date(wallClock.nowMs());
      const attempt = randomUUID();
      if (await insert({ _id: id, requestHash, startedAt, attempt })) return started(id, attempt);
      const known = await keys.findOne({ _id: id });
      if (!known) return { outcome: 'in_progress' }; // Given back between the two calls; the next try starts afresh.
      if (known.requestHash !== requestHash) return { outcome: 'other_request' };
      if (known.answer) return { outcome: 'done', answer: known.answer };
      const isStale = startedAt.getTime() - known.startedAt.getTime() >= TAKEN_OVER_AFTER_MS;
      return isStale && (await takeOver(known, startedAt, attempt)) ? started(id, attempt) : { outcome: 'in_progress' };
    },
  };
}

/** Two requests that mean the same hash the same, whatever the order of their fields. */
export function requestHash(request: unknown): string {
  return sha256(JSON.stringify(sorted(request)) ?? '');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
