import { setTimeout as sleep } from 'node:timers/promises';
import type { Model } from 'mongoose';
import { inThisTrace } from '../logging';
import { createArchives } from '../outbox/archive';
import { createGroupQueue } from '../queues';
import type { CacheBudget } from './cache';
import { createCommit } from './commit';
import { documentModel, findStates, type Snapshot } from './document';
import { ConflictError, isTransient } from './errors';
import { createReader } from './reader';
import { type Answer, failed, type Step, takeSteps } from './steps';
import type { Archives, FindOptions, Found, MongoConnection, OnWritten, StoreIndex } from './types';
import { createUpcast, type Upcasts } from './upcast';

/*
 * The write path.
 *  1. A store turns what a decision says into a Step: an answer, and perhaps what is to be written (aggregate-store.ts, copy-store.ts).
 *  2. Steps on one id queue up in this process; those that wait together are taken together (here).
 *  3. The document is read, or remembered from the last write (reader.ts), and `prepare` gets what decisions need beside it.
 *  4. The steps are taken one after the other, each on what the one before led to; what they write becomes one Write (steps.ts).
 *  5. The Write is one guarded update: it changes just the fields that differ, and nothing when somebody wrote meanwhile (guarded-write.ts).
 *  6. Alone it carries its events in the document, and comes after what it refers to. Writes of different ids that wait for the database share a transaction, with all that
 *     belongs to them; their events go straight to the archive, under one note that they are not sent (commit.ts).
 *  7. Somebody wrote meanwhile: all of it again from 3, with a fresh look. The database refuses: each step again by itself.
 *  8. Written: the state is remembered, the relay is told of the events, and each caller gets the Answer to its step.
 */
export interface VersionedCollection<State> {
  model: Model<unknown>;
  load(id: string, entries?: readonly string[]): Promise<State | null>;
  loadCached(id: string): Promise<State | null>;
  find(filter: Record<string, unknown>, options?: FindOptions): Promise<Found<State>[]>;
  stateOf(document: object): State;
  /** Takes a step on what is stored, anew each time somebody else wrote in between. */
  step<Out>(id: string, take: Take<State, Out>, entries?: readonly string[]): Promise<Out>;
  onWritten(listener: OnWritten): () => void;
}

export interface VersionedCollectionOptions<State> {
  mongo: MongoConnection;
  name: string;
  indexes?: readonly StoreIndex[];
  upcasts?: Upcasts;
  prepare?(state: State): Promise<void> | void;
  apart?: string;
  budget?: CacheBudget;
  archives?: Archives;
}

type Take<State, Out> = (snapshot: Snapshot<State> | null) => Step<State, Out>;

interface Work<State> {
  take: Take<State, unknown>;
  entries: readonly string[];
}

const MAX_ATTEMPTS = 30;
const MAX_BACK_OFF_MS = 40;

/** A collection whose documents carry a version: each write is one guarded update, alone in a round trip or with others in a transaction. */
export function createVersionedCollection<State>(
  options: VersionedCollectionOptions<State>,
): VersionedCollection<State> {
  const { mongo, name, indexes, prepare, apart, archives } = options;
  const upcast = createUpcast(name, options.upcasts);
  const model = documentModel(mongo.connection, name, indexes);
  const ready = Promise.all([model.init(), archives && createArchives(mongo.connection, archives)]);
  ready.catch(() => undefined); // whoever uses the collection is told
  const reader = createReader<State>({ ...options, model, ready, upcast });
  const written = createAnnouncement();
  const { connection } = mongo;
  const toCommit = { connection, collection: model.collection, archives, isCurrent: reader.isCurrent };
  const commit = createCommit<State>({ ...toCommit, onWritten: written.tell });

  /** Takes steps on what is stored; 'clash': somebody else wrote in between. */
  async function tryOnce(id: string, works: readonly Work<State>[]): Promise<readonly Answer[] | 'clash'> {
    await ready;
    const known = reader.remembered(id);
    const snapshot = known ?? (await read(id, works));
    await prepared(snapshot);
    const takes = works.map(({ take }) => take);
    const { answers, write } = takeSteps(id, snapshot, takes, upcast.version);
    if (!write) return known && !(await reader.isCurrent(id, known.version)) ? 'clash' : answers;
    await prepared(write.next);
    if (!(await commit(write))) return 'clash';

    if (apart === undefined) reader.remember(id, write.next);
    return answers;
  }

  function read(id: string, works: readonly Work<State>[]): Promise<Snapshot<State> | null> {
    if (apart === undefined) return reader.read(id);
    return reader.readPart(id, apart, [...new Set(works.flatMap(({ entries }) => entries))]);
  }

  function prepared(snapshot: Snapshot<State> | null): Promise<void> | void {
    const state = snapshot?.state ?? null;
    return state === null ? undefined : prepare?.(state);
  }

  async function stateIn(snapshot: Snapshot<State> | null): Promise<State | null> {
    await prepared(snapshot);
    return snapshot?.state ?? null;
  }

  const queue = createGroupQueue<Work<State>, Answer>({
    runGroup: takeTogether({ name, tryOnce, forget: reader.forget }),
  });

  return {
    model,
    stateOf: reader.stateOf,
    load: async (id, entries = []) =>
      stateIn(await (apart === undefined ? reader.readCurrent(id) : reader.readPart(id, apart, entries))),
    loadCached: async (id) => stateIn(reader.remembered(id) ?? (await reader.read(id))),
    async find(filter, findOptions) {
      await ready;
      const found = await findStates(model, reader.stateOf, filter, findOptions);
      for (const { state } of found) await prepare?.(state);
      return found;
    },
    async step<Out>(id: string, take: Take<State, Out>, entries: readonly string[] = []) {
      // In its own trace: a group is run by whoever came first.
      const answer = await queue.run(id, { take: inThisTrace(take), entries });
      return answer() as Out; // the answer to this very step
    },
    onWritten: written.listen,
  };
}

function createAnnouncement() {
  const listeners = new Set<OnWritten>();
  return {
    tell: (written: Parameters<OnWritten>[0]) => listeners.forEach((listener) => listener(written)),
    listen(listener: OnWritten) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

interface TakeTogether<State> {
  name: string;
  tryOnce(id: string, works: readonly Work<State>[]): Promise<readonly Answer[] | 'clash'>;
  /** What was remembered of this id is not to be trusted. */
  forget(id: string): void;
}

/** Takes steps of one id together, anew for as long as others write in between. */
function takeTogether<State>({ name, tryOnce, forget }: TakeTogether<State>) {
  async function attempt(id: string, works: readonly Work<State>[]): Promise<readonly Answer[]> {
    for (let count = 1; count <= MAX_ATTEMPTS; count++) {
      try {
        const answers = await tryOnce(id, works);
        if (answers !== 'clash') return answers;
      } catch (error) {
        forget(id);
        throw error;
      }
      forget(id);
      if (count > 1) await sleep(Math.random() * Math.min(MAX_BACK_OFF_MS, 2 ** count));
    }
    throw new ConflictError(`${name} ${id} was written by others ${MAX_ATTEMPTS} times in a row`);
  }

  /** A write that the database refuses is one step's fault: then each is written by itself, so that it spoils no other. */
  return async function attemptAll(id: string, works: readonly Work<State>[]): Promise<readonly Answer[]> {
    try {
      return await attempt(id, works);
    } catch (error) {
      if (works.length === 1 || isTransient(error)) return works.map(() => failed(error));
    }
    const answers: Answer[] = [];
    for (const work of works) answers.push(...(await attempt(id, [work]).catch((error: unknown) => [failed(error)])));
    return answers;
  };
}
