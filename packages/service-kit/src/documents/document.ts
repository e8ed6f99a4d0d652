import { type Received, type Topic } from '@daka/contracts';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Found, FindOptions, OutboxEntry, StoreIndex } from './types';

/** Counts by topic; a dot cannot stand in a path, so topics are encoded with `fieldOf`. */
export type Counts = Readonly<Record<string, number>>;

/** One aggregate as stored. `version` guards every write. */
export interface StoredDocument<State> {
  _id: string;
  version: number;
  /** The version of the state's schema; absent: 0. */
  v?: number;
  /** The last number given to a published event. */
  seq: Counts;
  state: State | null;
  /** The last number applied of each consumed stream. */
  last: Counts;
  /** Events of a write that had no company; see `outbox/`. */
  outbox: OutboxEntry[];
  /** Since when the outbox has not been empty; the relay finds documents by it. */
  pendingSince?: Date;
}

/** What a writer must know of a document. The outbox is the relay's business. */
export type Snapshot<State> = Pick<StoredDocument<State>, 'version' | 'v' | 'seq' | 'state' | 'last'>;

export const fieldOf = (topic: Topic): string => topic.replaceAll('.', '/');

/** Where a message stands in relation to what was applied already. */
export function placeOf(
  received: Pick<Received, 'topic' | 'streamseq'>,
  last: Counts | undefined,
): 'next' | 'duplicate' | 'gap' {
  const applied = last?.[fieldOf(received.topic)] ?? 0;
  if (received.streamseq <= applied) return 'duplicate';
  return received.streamseq === applied + 1 ? 'next' : 'gap';
}

export function withLast(last: Counts | undefined, received: Pick<Received, 'topic' | 'streamseq'>): Counts {
  return { ...last, [fieldOf(received.topic)]: received.streamseq };
}

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1_000;

/** The model of a store's collection. Writes go to `model.collection`, so documents are never hydrated. */
export function documentModel(
  connection: Connection,
  name: string,
  indexes: readonly StoreIndex[] = [],
): Model<unknown> {
  const schema = new Schema({ _id: String }, { collection: name, versionKey: false, strict: false });
  for (const [keys, options] of indexes) schema.index(keys, options);
  return connection.model(name, schema) as unknown as Model<unknown>; // nobody hydrates it, so its type says nothing
}

/** Plain objects that match a filter on 'state.*'; documents without a state are left out. */
export async function findStates<State>(
  model: Model<unknown>,
  stateOf: (document: object) => State,
  filter: Record<string, unknown>,
  options: FindOptions = {},
): Promise<Found<State>[]> {
  const after = options.afterId === undefined ? [] : [{ _id: { $gt: options.afterId } }];
  const found = await model.collection
    // The driver takes every _id for an ObjectId.
    .find({ $and: [{ state: { $ne: null } }, filter, ...after] } as object, { projection: { state: 1, v: 1 } })
    .sort(options.sort ?? { _id: 1 })
    .limit(Math.min(options.limit ?? DEFAULT_LIMIT, MAX_LIMIT))
    .toArray();
  return found.map((document) => ({ id: String(document._id), state: stateOf(document) }));
}
