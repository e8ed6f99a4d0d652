import { isRefused, type Outbound, type Received, type Refused, type Topic } from '@daka/contracts';
import { type Counts, placeOf, type Snapshot, withLast } from './document';
import type { Step } from './steps';
import type { AggregateStore, AggregateStoreOptions, Applied, Changed } from './types';
import { createVersionedCollection } from './versioned-collection';
import { archivesOf } from '../outbox/archive';
import { envelopes } from '../outbox/envelopes';

const pendingIndex = [{ pendingSince: 1 }, { sparse: true }] as const;

/** Stores aggregates as documents {version, seq, state, last, outbox}: state and the events it led to are one write. */
export function createAggregateStore<State, Event, T extends Topic>(
  options: AggregateStoreOptions<State, Event, T>,
): AggregateStore<State, Event, T> {
  const { mongo, name, indexes = [] } = options;
  const clock = options.clock ?? { nowMs: Date.now };
  const archives = archivesOf(mongo.connection, name);
  const documents = createVersionedCollection<State>({ ...options, indexes: [pendingIndex, ...indexes], archives });
  const { model, load, find, stateOf, onWritten } = documents;

  return {
    name,
    publishes: options.publishes,
    model,
    load,
    find,
    stateOf,
    outbox: { name, documents: mongo.connection.collection(name), ...archives, onWritten },

    change: <Outcome extends Refused | readonly Event[]>(
      id: string,
      decide: (state: State | null) => Outcome,
      entries?: readonly string[],
    ) =>
      documents.step<Extract<Outcome, Refused> | Changed<State, Event>>(
        id,
        (snapshot) => {
          const outcome: Refused | readonly Event[] = decide(snapshot?.state ?? null);
          // The refusal is one of those that `decide` may give.
          if (isRefused(outcome)) return { answer: outcome as Extract<Outcome, Refused> };
          // Who decides that nothing happens to nothing gets null, as the caller knows.
          if (outcome.length === 0) return { answer: { state: snapshot?.state as State, events: outcome } };
          const { state, write } = writeOf(options, id, snapshot, outcome, snapshot?.last ?? {}, clock.nowMs());
          return { answer: { state: state as State, events: outcome }, write }; // an event has led to it
        },
        entries,
      ),

    applyMessage: (received, decide) =>
      documents.step<Applied<Event>>(received.subject, (snapshot) =>
        applied(options, received, snapshot, decide, clock.nowMs()),
      ),
  };
}

function applied<State, Event, T extends Topic>(
  options: AggregateStoreOptions<State, Event, T>,
  received: Received,
  snapshot: Snapshot<State> | null,
  decide: (state: State | null) => readonly Event[],
  nowMs: number,
): Step<State, Applied<Event>> {
  const place = placeOf(received, snapshot?.last);
  if (place !== 'next') return { answer: { outcome: place } };
  const events = decide(snapshot?.state ?? null);
  // Written even without events: the message's place in the stream is remembered.
  const { write } = writeOf(options, received.subject, snapshot, events, withLast(snapshot?.last, received), nowMs);
  return { answer: { outcome: 'applied', events }, write };
}

/** The write that a list of events amounts to. */
function writeOf<State, Event, T extends Topic>(
  { evolve, publish, alongside }: AggregateStoreOptions<State, Event, T>,
  id: string,
  snapshot: Snapshot<State> | null,
  events: readonly Event[],
  last: Counts,
  nowMs: number,
): { state: State | null; write: NonNullable<Step<State, unknown>['write']> } {
  const before: State | null = snapshot?.state ?? null;
  const outbound: Outbound<T>[] = [];
  let state: State | null = before;
  for (const event of events) {
    state = evolve(state, event);
    outbound.push(...publish(event, state));
  }
  const { seq, outbox } = envelopes(id, outbound, snapshot?.seq ?? {}, nowMs);
  const beside = events.length > 0 && state !== null ? alongside?.({ id, before, after: state, events }) : undefined;
  return {
    state,
    write: { next: { state, seq, last }, outbox, alongside: beside?.filter(({ documents }) => documents.length > 0) },
  };
}
