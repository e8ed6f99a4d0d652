import { isRefused, type Refused, type Topic } from '@daka/contracts';
import { type AggregateStore, type AggregateStoreOptions, type Applied, type Changed, type Found } from '../documents';
import { type Snapshot, placeOf, withLast } from '../documents/document';
import { envelopes } from '../outbox/envelopes';
import type { OutboxEntry } from '../documents/types';

type Decided = 'load' | 'change' | 'applyMessage';

/** What a use case needs of a store, and what a test wants to see of it. */
export interface MemoryStore<State, Event, T extends Topic> extends Pick<AggregateStore<State, Event, T>, Decided> {
  /** Every document with a state, by id. */
  all(): Found<State>[];
  /** Every event that would be sent, in the order of the writes. */
  published: readonly OutboxEntry[];
  /** Documents that were written beside states, by collection. */
  beside(collection: string): readonly object[];
}

export interface MemoryStoreOptions<State, Event, T extends Topic> extends Pick<
  AggregateStoreOptions<State, Event, T>,
  'evolve' | 'publish' | 'publishes' | 'alongside' | 'prepare' | 'clock'
> {
  /** Called before and after each write; what it throws is what a process that dies there leaves. */
  onWrite?(when: 'before' | 'after'): void;
}

/** A store in memory that keeps the real one's promises; the same tests run on both. For tests of use cases without a database. */
export function createMemoryStore<State, Event, T extends Topic>(
  options: MemoryStoreOptions<State, Event, T>,
): MemoryStore<State, Event, T> {
  const { evolve, publish, alongside, prepare, onWrite } = options;
  const documents = new Map<string, Snapshot<State>>();
  const published: OutboxEntry[] = [];
  const besides = new Map<string, object[]>();

  async function write(
    id: string,
    before: Snapshot<State> | undefined,
    events: readonly Event[],
    last: Snapshot<State>['last'],
  ) {
    let state: State | null = before?.state ?? null;
    const outbound: Parameters<typeof envelopes>[1][number][] = [];
    for (const event of events) {
      const after = evolve(state, event);
      outbound.push(...publish(event, after));
      state = after;
    }
    const { seq, outbox } = envelopes(id, outbound, before?.seq ?? {}, (options.clock ?? { nowMs: Date.now }).nowMs());
    if (state !== null) await prepare?.(state);
    // Others may have written while we prepared.
    if (documents.get(id) !== before) return 'clash';
    onWrite?.('before');
    if (state !== null && events.length > 0)
      keepBeside(alongside?.({ id, before: before?.state ?? null, after: state, events }) ?? []);
    documents.set(id, { version: (before?.version ?? 0) + 1, state, seq, last });
    published.push(...outbox);
    onWrite?.('after');
    return state;
  }

  /** @throws for an `_id` that is there already, before anything is kept. */
  function keepBeside(parts: ReturnType<NonNullable<typeof alongside>>): void {
    for (const { collection, documents: added } of parts.filter(({ ahead }) => !ahead)) {
      const known = new Set((besides.get(collection) ?? []).flatMap(idOf));
      const double = added.flatMap(idOf).find((id) => known.has(id));
      if (double !== undefined) throw new Error(`${collection} has ${String(double)} already`);
    }
    for (const { collection, documents: added } of parts) {
      const there = besides.get(collection) ?? [];
      const known = new Set(there.flatMap(idOf));
      besides.set(collection, [...there, ...added.filter((one) => !idOf(one).some((id) => known.has(id)))]);
    }
  }

  return {
    async load(id) {
      const state = documents.get(id)?.state ?? null;
      if (state !== null) await prepare?.(state);
      return state;
    },
    async change<Outcome extends Refused | readonly Event[]>(id: string, decide: (state: State | null) => Outcome) {
      for (;;) {
        const before = documents.get(id);
        const known = before?.state ?? null;
        if (known !== null) await prepare?.(known);
        const outcome: Refused | readonly Event[] = decide(known);
        // The same casts as in the real store, for the same reasons.
        if (isRefused(outcome)) return outcome as Extract<Outcome, Refused>;
        if (outcome.length === 0) return { state: known as State, events: outcome };
        const state = await write(id, before, outcome, before?.last ?? {});
        if (state !== 'clash') return { state: state as State, events: outcome } satisfies Changed<State, Event>;
      }
    },
    async applyMessage(received, decide): Promise<Applied<Event>> {
      for (;;) {
        const before = documents.get(received.subject);
        const place = placeOf(received, before?.last);
        if (place !== 'next') return { outcome: place };
        const known = before?.state ?? null;
        if (known !== null) await prepare?.(known);
        const events = decide(known);
        const state = await write(received.subject, before, events, withLast(before?.last, received));
        if (state !== 'clash') return { outcome: 'applied', events };
      }
    },
    all: () => [...documents].flatMap(([id, { state }]) => (state === null ? [] : [{ id, state }])),
    published,
    beside: (collection) => besides.get(collection) ?? [],
  };
}

function idOf(document: object): unknown[] {
  return '_id' in document ? [document._id] : [];
}
