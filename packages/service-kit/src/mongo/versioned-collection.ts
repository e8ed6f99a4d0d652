import { AsyncResource } from 'node:async_hooks';
import type { Model } from 'mongoose';
import { documentModel, findStates, type Snapshot, snapshotFields } from './document';
import { createGroupCommit } from './group-commit';
import { createGroupQueue } from './group-queue';
import { guardedWrite } from './guarded-write';
import { createLru } from './lru';
import { outcomeOf, type Step, takeAll, type Taken, type Write } from './take-steps';
import { takeTogether } from './take-together';
import type { Found, FindOptions, MongoConnection, OnWritten, StoreIndex } from './types';

export interface VersionedCollection<State> {
  model: Model<unknown>;
  load(id: string): Promise<State | null>;
  loadCached(id: string): Promise<State | null>;
  find(filter: Record<string, unknown>, options?: FindOptions): Promise<Found<State>[]>;
  /**
   * Takes a step on what is stored, anew each time somebody else wrote in between. Steps on one id queue up in this process,
   * and those that wait together are written together: each sees what the one before it led to.
   */
  step<Out>(id: string, take: (snapshot: Snapshot<State> | null) => Step<State, Out>): Promise<Out>;
  onWritten(listener: OnWritten): () => void;
}

interface Options<State> {
  mongo: MongoConnection;
  name: string;
  indexes?: readonly StoreIndex[];
  parse?(state: unknown): State;
}

type Take<State> = (snapshot: Snapshot<State> | null) => Step<State, unknown>;

const MAX_CACHED = 2_000;

/** A collection whose documents carry a version: each write is one guarded update, alone in a round trip or with others in a transaction. */
export function createVersionedCollection<State>({ mongo, name, indexes, parse }: Options<State>): VersionedCollection<State> {
  const model = documentModel(mongo.connection, name, indexes);
  const ready = model.init();
  ready.catch(() => undefined); // whoever uses the collection is told
  const { cache, read, remember, isCurrent } = createReader<State>(model, ready, parse);
  const writeJointly = createGroupCommit(mongo.connection, model.collection);
  const listeners = new Set<OnWritten>();

  async function tryOnce(id: string, takes: readonly Take<State>[]): Promise<Taken[] | 'clash'> {
    await ready;
    const cached = cache.get(id);
    const snapshot = cached ?? (await read(id));
    const { taken, write } = takeAll(snapshot, takes);
    if (!write) return cached && !(await isCurrent(id, cached.version)) ? 'clash' : taken;
    if (!(await store(id, snapshot, write))) return 'clash';

    remember(id, write.next);
    const { outbox } = write;
    if (outbox.length > 0) for (const listener of listeners) listener({ subject: id, events: outbox });
    return taken;
  }

  function store(id: string, before: Snapshot<State> | null, { next, outbox, alongside }: Write<State>): Promise<boolean> {
    const write = guardedWrite(id, before, next, outbox);
    return writeJointly({ write, alongside, isStillCurrent: () => isCurrent(id, before?.version ?? 0) });
  }

  const queue = createGroupQueue(takeTogether<Take<State>>({ name, tryOnce, forget: cache.delete }));

  return {
    model,
    load: async (id) => (await read(id))?.state ?? null,
    loadCached: async (id) => (cache.get(id) ?? (await read(id)))?.state ?? null,
    async find(filter, options) {
      await ready;
      return findStates<State>(model, filter, options);
    },
    async step<Out>(id: string, take: (snapshot: Snapshot<State> | null) => Step<State, Out>) {
      // Bound to its own trace: a group is run by whoever came first.
      return outcomeOf<Out>(await queue.run(id, AsyncResource.bind(take)));
    },
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
