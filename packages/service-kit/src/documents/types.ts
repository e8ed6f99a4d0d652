import type { Outbound, Received, Refused, Topic } from '@daka/contracts';
import type { Collection, Connection, IndexDefinition, IndexOptions, Model, Types } from 'mongoose';
import type { Logger } from 'pino';
import type { CacheBudget } from './cache';
import type { Upcasts } from './upcast';

/** An open connection of one service to its own database. */
export interface MongoConnection {
  connection: Connection;
  logger: Logger;
  stop(): Promise<void>;
}

/** What a consumed message led to; 'duplicate' and 'gap': nothing, for it came again or too early. */
export type Applied<Event = unknown> =
  | { outcome: 'applied'; events: readonly Event[] }
  | { outcome: 'duplicate' | 'gap' };

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
  /**
   * They mean nothing until the change names them, so that a change without company needs no transaction for them: they are inserted
   * before it, and stay where it then does not happen. What lies there already under their `_id` stays as it is.
   */
  ahead?: boolean;
}

export interface Change<State, Event> {
  id: string;
  before: State | null;
  after: State;
  events: readonly Event[];
}

/** What both kinds of store are told of their documents. */
export interface DocumentOptions<State> {
  mongo: MongoConnection;
  /** The collection; events that an aggregate publishes are kept in `<name>_events`. */
  name: string;
  indexes?: readonly StoreIndex[];
  /**
   * One pure step from each version of the state's schema to the next; the first takes documents without a version. Applied when a
   * document is loaded, and written back with its next change. To change a schema append a step; never edit one that was released.
   * Until a document is changed, filters and indexes see it as it was written.
   */
  upcasts?: Upcasts;
  /**
   * Fetches what `evolve`, `publish` and decisions need to know beside the state (say, a plan that it refers to), and stores what
   * a new state refers to. Called for a state that was read before it is used, and again for the state that is to be written before it is.
   * Where there is nothing to wait for it returns nothing.
   */
  prepare?(state: State): Promise<void> | void;
  /**
   * A map in the state with so many entries that only those which a call names are read and written: `load(id, entries)`,
   * `change(id, decide, entries)`. The state then holds just these. The keys must be free of dots and dollar signs. Such documents are not remembered.
   */
  apart?: keyof State & string;
  /** What documents may take of the heap. Default: what all stores and caches of the process share. */
  budget?: CacheBudget;
}

export interface AggregateStoreOptions<State, Event, T extends Topic> extends DocumentOptions<State> {
  /** The only place where state changes. Must not alter `state`: it is shared with later calls. */
  evolve(state: State | null, event: Event): State;
  /** The topics that this store's streams are on. */
  publishes: readonly T[];
  /** What a domain event becomes on the wire, given the state after it; none keeps it internal. See `domain/messages.ts` of a service. */
  publish(event: Event, state: State): readonly Outbound<T>[];
  /** When it returns documents, they are inserted in one transaction with the state and the outbox; those `ahead` before it, where that is less. */
  alongside?(change: Change<State, Event>): readonly Alongside[];
  /** Gives the `time` of published events; default: the system clock. */
  clock?: { nowMs(): number };
}

/** What a change led to. */
export interface Changed<State, Event> {
  state: State;
  events: readonly Event[];
}

/** Events of one subject, in order. */
export interface Pending {
  subject: string;
  events: readonly OutboxEntry[];
}

/** Events that a write has left to be sent: in the documents themselves, or in the archive under a note. */
export interface Written {
  pending: readonly Pending[];
  note?: Types.ObjectId;
}

/** Told of each write that left events, in order per document; null: it is not known whether a write left some. */
export type OnWritten = (written: Written | null) => void;

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

/** In this order, so that the one index gives a topic's events subject by subject, each in order. */
export interface ArchiveKey {
  topic: Topic;
  subject: string;
  seq: number;
}

/** A published event, kept so that every topic can be sent again from its beginning. */
export interface ArchivedEvent {
  _id: ArchiveKey;
  type: string;
  value: string;
  archivedAt: Date;
}

/** Says of events that lie in the archive that they may not have been sent. It is inserted with them, and gone once Kafka has them. */
export interface UnsentNote {
  _id: Types.ObjectId;
  at: Date;
  events: ArchiveKey[];
}

export interface Archives {
  archive: Collection<ArchivedEvent>;
  unsent: Collection<UnsentNote>;
}

/** What a relay sees of a document. */
interface PendingDocument {
  _id: string;
  outbox: OutboxEntry[];
  pendingSince?: Date;
}

/** What a relay needs of a store. */
export interface Outbox {
  name: string;
  documents: Collection<PendingDocument>;
  /** The archive of events: all that were sent, and those of which a note in `unsent` says that they may not have been. */
  archive: Archives['archive'];
  unsent: Archives['unsent'];
  /** Calls the listener after each write that left events in the outbox, in order per document. Returns the way to stop it. */
  onWritten(listener: OnWritten): () => void;
}

export interface AggregateStore<State, Event, T extends Topic = Topic> {
  name: string;
  publishes: readonly T[];
  /** As it is stored now; what is remembered of it does not travel again. @throws NewerDocumentError when newer code wrote it. */
  load(id: string, entries?: readonly string[]): Promise<State | null>;
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
    entries?: readonly string[],
  ): Promise<Extract<Outcome, Refused> | Changed<State, Event>>;
  /** The same from a consumed message: its place in the stream is checked and advanced in the same write, even if no events result. */
  applyMessage(received: Received, decide: (state: State | null) => readonly Event[]): Promise<Applied<Event>>;
  /** The state in a document that an adapter has read with `model`, brought to today's schema. */
  stateOf(document: object): State;
  /** For indexes and special queries in adapters only. */
  model: Model<unknown>;
  outbox: Outbox;
}

export interface CopyStoreOptions<State, T extends Topic> extends DocumentOptions<State> {
  /** Null: the message creates no state yet (its place in the stream is remembered all the same). */
  evolve(state: State | null, received: Received<T>): State | null;
}

export interface CopyStore<State, T extends Topic = Topic> {
  name: string;
  /** As it is stored now. */
  load(id: string): Promise<State | null>;
  /** May be older than what is stored; for parts that never change once written. */
  loadCached(id: string): Promise<State | null>;
  find(filter: Record<string, unknown>, options?: FindOptions): Promise<Found<State>[]>;
  apply(received: Received<T>): Promise<Applied<never>>;
  stateOf(document: object): State;
  model: Model<unknown>;
}
