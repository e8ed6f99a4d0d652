import type { Model } from 'mongoose';
import { createCache, estimateBytes, type CacheBudget } from './cache';
import type { Snapshot } from './document';
import { createReadTogether } from './read-together';
import type { createUpcast } from './upcast';

interface Options {
  name: string;
  model: Model<unknown>;
  ready: Promise<unknown>;
  upcast: ReturnType<typeof createUpcast>;
  budget?: CacheBudget;
}

type Stored<State> = Snapshot<State> & { _id: unknown };

interface Remembered<State> {
  snapshot: Snapshot<State>;
  bytes: number;
  measuredAtVersion: number;
}

/** Reads documents, brings them to today's schema, and remembers the newest version seen of each. */
export function createReader<State>({ model, ready, upcast, budget }: Options) {
  const cache = createCache<Remembered<State>>(budget);

  /** A slow read may come back after a write: the newer one is kept. */
  function remember(id: string, snapshot: Snapshot<State>): void {
    const known = cache.get(id);
    if (known && known.snapshot.version > snapshot.version) return;
    const one = remembered(known, freezeInTests(snapshot));
    cache.set(id, one, one.bytes);
  }

  /** The state of a document as it is stored. @throws NewerDocumentError */
  function stateOf({ v, state }: { v?: unknown; state?: unknown }): State {
    return upcast.toCurrent(state ?? null, Number(v ?? 0)) as State; // only what was written as State lies in the collection
  }

  const find = createReadTogether((ids) => findAll<Stored<State>>(model, ids, ALL));
  const findVersion = createReadTogether((ids) => findAll<{ version: number }>(model, ids, { version: 1 }));

  function snapshotOf(document: Stored<State>): Snapshot<State> {
    const { version, v, seq, last } = document;
    return {
      version,
      ...(v === undefined ? {} : { v }),
      seq,
      last,
      state: document.state === null ? null : stateOf(document),
    };
  }

  async function read(id: string): Promise<Snapshot<State> | null> {
    await ready;
    const document = await find(id);
    if (!document) return null;
    const snapshot = snapshotOf(document);
    remember(id, snapshot);
    return snapshot;
  }

  /**
   * Of the map that is kept apart only the named entries; never remembered.
   * @throws NewerDocumentError
   */
  async function readPart(id: string, map: string, keys: readonly string[]): Promise<Snapshot<State> | null> {
    await ready;
    const [document] = await findAll<Stored<State>>(model, [id], onlyEntries(map, keys));
    if (!document) return null;
    if (document.v === upcast.version) return snapshotOf(document);
    // What is upcast is written back as a whole, and so it must be read as a whole.
    const whole = await find(id);
    return whole && snapshotOf(whole);
  }

  /** Whether nobody has written the document since this version; 0: whether it is still not there. */
  async function isCurrent(id: string, version: number): Promise<boolean> {
    return ((await findVersion(id))?.version ?? 0) === version;
  }

  /** What is stored now. Of what is remembered only the version is looked at, so that a large document does not travel again. */
  async function readCurrent(id: string): Promise<Snapshot<State> | null> {
    const known = cache.get(id)?.snapshot;
    return known && (await isCurrent(id, known.version)) ? known : read(id);
  }

  return {
    remembered: (id: string): Snapshot<State> | undefined => cache.get(id)?.snapshot,
    remember,
    forget: cache.delete,
    read,
    readPart,
    readCurrent,
    isCurrent,
    stateOf,
  };
}

async function findAll<Found>(
  model: Model<unknown>,
  ids: readonly string[],
  projection: object,
): Promise<(Found & { _id: unknown })[]> {
  // The driver takes every _id for an ObjectId.
  const found = await model.collection.find({ _id: { $in: ids } } as object, { projection }).toArray();
  return found as unknown as (Found & { _id: unknown })[]; // the projection says which fields come back
}

const ALL = { version: 1, v: 1, seq: 1, state: 1, last: 1 } as const;

function onlyEntries(map: string, keys: readonly string[]): object {
  const entries = Object.fromEntries(keys.map((key) => [key, `$state.${map}.${key}`]));
  const part = { $mergeObjects: ['$state', { [map]: entries }] };
  return { ...ALL, state: { $cond: [{ $eq: ['$state', null] }, null, part] } };
}

/** Measuring a document costs as much as reading all of it, so that only every few versions are measured. */
const MEASURED_EVERY = 4;

function remembered<State>(known: Remembered<State> | undefined, snapshot: Snapshot<State>): Remembered<State> {
  if (known && snapshot.version - known.measuredAtVersion < MEASURED_EVERY) return { ...known, snapshot };
  return { snapshot, bytes: estimateBytes(snapshot.state), measuredAtVersion: snapshot.version };
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
