import { isRefused, type Received, type Refused } from '@daka/contracts';
import { type Counts, placeOf, type Snapshot, withLast } from './document';
import { envelopes } from './published';
import { archiveModel } from './archive';
import type { Step } from './take-steps';
import type { AggregateStore, AggregateStoreOptions, Applied, Changed, Outbound } from './types';
import { createVersionedCollection } from './versioned-collection';

const pendingIndex = [{ pendingSince: 1 }, { sparse: true }] as const;

/** Stores aggregates as documents {version, seq, state, last, outbox}: state and the events it led to are one write. */
export function createAggregateStore<State, Event>(options: AggregateStoreOptions<State, Event>): AggregateStore<State, Event> {
  const { mongo, name, indexes = [], schema } = options;
  const clock = options.clock ?? { nowMs: Date.now };
  const documents = createVersionedCollection<State>({ mongo, name, indexes: [pendingIndex, ...indexes], parse: schema });
  const { model, load, find, onWritten } = documents;

  return {
    name,
    model,
    load,
    find,
    outbox: { name, model, archive: archiveModel(mongo.connection, name), onWritten },

    change: <Outcome extends Refused | readonly Event[]>(id: string, decide: (state: State | null) => Outcome) =>
      documents.step<Extract<Outcome, Refused> | Changed<State, Event>>(id, (snapshot) => {
        const outcome: Refused | readonly Event[] = decide(snapshot?.state ?? null);
        if (isRefused(outcome)) return { answer: outcome as Extract<Outcome, Refused> };
        if (outcome.length === 0) return { answer: { state: snapshot?.state as State, events: outcome } };
        const { state, write } = writeOf(options, id, snapshot, outcome, snapshot?.last ?? {}, clock.nowMs());
        return { answer: { state: state as State, events: outcome }, write };
      }),

    applyMessage: (received, decide) =>
      documents.step<Applied>(received.subject, (snapshot) => applied(options, received, snapshot, decide, clock.nowMs())),
  };
}

function applied<State, Event>(
  options: AggregateStoreOptions<State, Event>,
  received: Received,
  snapshot: Snapshot<State> | null,
  decide: (state: State | null) => readonly Event[],
  nowMs: number,
): Step<State, Applied> {
  const place = placeOf(received, snapshot?.last);
  if (place !== 'next') return { answer: place };
  const events = decide(snapshot?.state ?? null);
  // Written even without events: the message's place in the stream is remembered.
  const { write } = writeOf(options, received.subject, snapshot, events, withLast(snapshot?.last, received), nowMs);
  return { answer: 'applied', write };
}

/** The write that a list of events amounts to. */
function writeOf<State, Event>(
  { evolve, publish, alongside }: AggregateStoreOptions<State, Event>,
  id: string,
  snapshot: Snapshot<State> | null,
  events: readonly Event[],
  last: Counts,
  nowMs: number,
): { state: State | null; write: NonNullable<Step<State, unknown>['write']> } {
  const before: State | null = snapshot?.state ?? null;
  const outbound: Outbound[] = [];
  let state: State | null = before;
  for (const event of events) {
    state = evolve(state, event);
    const messages = publish(event, state) ?? [];
    outbound.push(...(Array.isArray(messages) ? (messages as readonly Outbound[]) : [messages as Outbound]));
  }
  const { seq, outbox } = envelopes(id, outbound, snapshot?.seq ?? {}, nowMs);
  const beside = events.length > 0 && state !== null ? alongside?.({ id, before, after: state, events }) : undefined;
  return { state, write: { next: { state, seq, last }, outbox, alongside: beside?.filter(({ documents }) => documents.length > 0) } };
}
