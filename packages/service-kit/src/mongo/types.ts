import type { MessageOn, Received, Refused, Topic } from '@daka/contracts';
import type { Connection, IndexDefinition, IndexOptions, Model } from 'mongoose';
import type { Logger } from 'pino';

/** An open connection of one service to its own database. */
export interface MongoConnection {
  connection: Connection;
  logger: Logger;
  stop(): Promise<void>;
}

/** One event to publish; its subject is the aggregate's id. */
export interface Outbound {
  topic: Topic;
  type: string;
  data: unknown;
}

/** What became of a consumed message. */
export type Applied = 'applied' | 'duplicate' | 'gap';

/** An index on the stored documents; state is reached by paths such as 'state.ownerId'. */
export type StoreIndex = readonly [keys: IndexDefinition, options?: IndexOptions];

export interface Found<State> {
  id: string;
  state: State;
}

export interface FindOptions {
  /** Default: by id, which is what `afterId` pages by. */
  sort?: Record<string, 1 | -1>;
  /** Default 100, at most 1,000. */
  limit?: number;
  /** Only documents with a greater id. */
  afterId?: string;
}

/** Documents that belong to a change and are inserted in the same transaction. */
export interface Alongside {
  collection: string;
  documents: object[];
}

export interface Change<State, Event> {
  id: string;
  before: State | null;
  after: State;
  events: readonly Event[];
}

export interface AggregateStoreOptions<State, Event> {
  mongo: MongoConnection;
  /** The collection; published events are kept in `<name>_events`. */
  name: string;
  /** The only place where state changes. Must not alter `state`: it is shared with later calls. */
  evolve(state: State | null, event: Event): State;
  /** The message(s) of contracts that a domain event becomes, given the state after it; null keeps it internal. */
  publish(event: Event, state: State): Outbound | readonly Outbound[] | null;
  indexes?: readonly StoreIndex[];
  /** When it returns documents, they are inserted in one transaction with the state and the outbox. */
  alongside?(change: Change<State, Event>): readonly Alongside[];
  /** Parses what was loaded; for tests and development. */
  schema?(state: unknown): State;
  /** Gives the `time` of published events; default: the system clock. */
  clock?: { nowMs(): number };
}

/** What a change led to. */
export interface Changed<State, Event> {
  state: State;
  events: readonly Event[];
}

/** Told which events a document's write has left in its outbox. */
export type OnWritten = (written: { subject: string; events: readonly OutboxEntry[] }) => void;

/** An event that was decided and is not yet known to be in Kafka. */
export interface OutboxEntry {
  /** topic:subject:seq, the same however often it is sent. */
  id: string;
  topic: Topic;
  seq: number;
  type: string;
  /** The envelope as it goes on the wire. */
  value: string;
}

/** What a relay needs of a store. */
export interface Outbox {
  name: string;
  model: Model<unknown>;
  /** The archive of published events. */
  archive: Model<unknown>;
  /** Calls the listener after each write that left events in the outbox, in order per document. Returns the way to stop it. */
  onWritten(listener: OnWritten): () => void;
}

export interface AggregateStore<State, Event> {
  name: string;
  load(id: string): Promise<State | null>;
  /** `filter` uses paths such as 'state.ownerId'. */
  find(filter: Record<string, unknown>, options?: FindOptions): Promise<Found<State>[]>;
  /**
   * Loads, decides, evolves and writes state and outbox at once; decided anew when somebody else wrote in between.
   * `decide` is pure and may run several times. No events: nothing is written.
   * @throws ConflictError when others kept winning, QueueFullError when too many changes wait for this id.
   */
  change<Outcome extends Refused | readonly Event[]>(
    id: string,
    decide: (state: State | null) => Outcome,
  ): Promise<Extract<Outcome, Refused> | Changed<State, Event>>;
  /** The same from a consumed message: its place in the stream is checked and advanced in the same write, even if no events result. */
  applyMessage(received: Received, decide: (state: State | null) => readonly Event[]): Promise<Applied>;
  /** For indexes and special queries in adapters only. */
  model: Model<unknown>;
  outbox: Outbox;
}

export interface CopyStoreOptions<State, T extends Topic = Topic> {
  mongo: MongoConnection;
  name: string;
  /** The topics that this copy follows; messages of others are a programming error. */
  topics: readonly T[];
  /** Null: the message creates no state yet (its place in the stream is remembered all the same). */
  evolve(state: State | null, message: MessageOn<T>, received: Received<T>): State | null;
  indexes?: readonly StoreIndex[];
}

export interface CopyStore<State> {
  name: string;
  load(id: string): Promise<State | null>;
  /** May be older than what is stored; for parts that never change once written. */
  loadCached(id: string): Promise<State | null>;
  find(filter: Record<string, unknown>, options?: FindOptions): Promise<Found<State>[]>;
  apply(received: Received): Promise<Applied>;
  model: Model<unknown>;
}
