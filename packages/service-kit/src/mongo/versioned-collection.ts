import { setTimeout as sleep } from 'node:timers/promises';
import type { Model } from 'mongoose';
import { documentModel, findStates, type Snapshot, snapshotFields } from './document';
import { ConflictError } from './errors';
import { createGroupCommit } from './group-commit';
import { guardedWrite, writeAlone } from './guarded-write';
import { createKeyedQueue } from './keyed-queue';
import { createLru } from './lru';
import type { Alongside, Found, FindOptions, MongoConnection, OnWritten, OutboxEntry, StoreIndex } from './types';

/** What one look at a document leads to: an answer, and perhaps a write that must succeed before the answer counts. */
export interface Step<State, Out> {
  answer: Out;
  write?: { next: Omit<Snapshot<State>, 'version'>; outbox?: readonly OutboxEntry[]; alongside?: readonly Alongside[] };
}

export interface VersionedCollection<State> {
  model: Model<unknown>;
  load(id: string): Promise<State | null>;
  loadCached(id: string): Promise<State | null>;
  find(filter: Record<string, unknown>, options?: FindOptions): Promise<Found<State>[]>;
  /** Takes a step on what is stored, anew each time somebody else wrote in between. Acts on one id queue up in this process. */
  step<Out>(id: string, take: (snapshot: Snapshot<State> | null) => Step<State, Out>): Promise<Out>;
  onWritten(listener: OnWritten): () => void;
}

interface Options<State> {
  mongo: MongoConnection;
  name: string;
  indexes?: readonly StoreIndex[];
  parse?(state: unknown): State;
}

const MAX_CACHED = 2_000;
const MAX_ATTEMPTS = 30;
const MAX_BACK_OFF_MS = 40;

/** A collection whose documents carry a version: each write is one guarded update, and normally one round trip. */
export function createVersionedCollection<State>({ mongo, name, indexes, parse }: Options<State>): VersionedCollection<State> {
  const model = documentModel(mongo.connection, name, indexes);
  const ready = model.init();
  ready.catch(() => undefined); // whoever uses the collection is told
  const { cache, read, remember, isCurrent } = createReader<State>(model, ready, parse);
  const writeJointly = createGroupCommit(mongo.connection, model.collection);
  const queue = createKeyedQueue();
  const listeners = new Set<OnWritten>();

  async function tryOnce<Out>(id: string, take: (snapshot: Snapshot<State> | null) => Step<State, Out>): Promise<{ answer: Out } | 'clash'> {
    const cached = cache.get(id);
    const snapshot = cached ?? (await read(id));
    const { answer, write } = take(snapshot);
    if (!write) return cached && !(await isCurrent(id, cached.version)) ? 'clash' : { answer };

    const next = { ...write.next, version: (snapshot?.version ?? 0) + 1 };
    const outbox = write.outbox ?? [];
    const guarded = guardedWrite(id, snapshot, next, outbox);
    const written = write.alongside?.length
      ? await writeJointly({ write: guarded, alongside: write.alongside, isStillCurrent: async () => isCurrent(id, snapshot?.version ?? 0) })
      : await writeAlone(model.collection, guarded);
    if (!written) return 'clash';

    remember(id, next);
    if (outbox.length > 0) for (const listener of listeners) listener({ subject: id, events: outbox });
    return { answer };
  }

  async function step<Out>(id: string, take: (snapshot: Snapshot<State> | null) => Step<State, Out>): Promise<Out> {
    await ready;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      try {
        const outcome = await tryOnce(id, take);
        if (outcome !== 'clash') return outcome.answer;
      } catch (error) {
        cache.delete(id);
        throw error;
      }
      cache.delete(id);
      if (attempt > 1) await sleep(Math.random() * Math.min(MAX_BACK_OFF_MS, 2 ** attempt));
    }
    throw new ConflictError(`${name} ${id} was written by others ${MAX_ATTEMPTS} times in a row`);
  }

  return {
    model,
    load: async (id) => (await read(id))?.state ?? null,
    loadCached: async (id) => (cache.get(id) ?? (await read(id)))?.state ?? null,
    async find(filter, options) {
      await ready;
      return findStates<State>(model, filter, options);
    },
    step: (id, take) => queue.run(id, () => step(id, take)),
    onWritten(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Reads documents and remembers the newest version seen of each. */
function createReader<State>(model: Model<unknown>, ready: Promise<unknown>, parse?: (state: unknown) => State) {
  const cache = createLru<Snapshot<State>>(MAX_CACHED);

  /** A slow read may come back after a write: the newer one is kept. */
  function remember(id: string, snapshot: Snapshot<State>): Snapshot<State> {
    const known = cache.get(id);
    if (!known || known.version <= snapshot.version) cache.set(id, freezeInTests(snapshot));
    return snapshot;
  }

  async function read(id: string): Promise<Snapshot<State> | null> {
    await ready;
    const found = await model.collection.findOne({ _id: id } as object, { projection: { _id: 0, ...snapshotFields } });
    if (!found) return null;
    const snapshot = found as unknown as Snapshot<State>;
    if (parse && snapshot.state !== null) snapshot.state = parse(snapshot.state);
    return remember(id, snapshot);
  }

  async function isCurrent(id: string, version: number): Promise<boolean> {
    const found = await model.collection.findOne({ _id: id } as object, { projection: { version: 1 } });
    return (found?.['version'] ?? 0) === version;
  }

  return { cache, read, remember, isCurrent };
}

/** States are shared between calls; a test that alters one fails at once. */
function freezeInTests<T>(value: T): T {
  if (process.env['NODE_ENV'] === 'test') deepFreeze(value);
  return value;
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
}
