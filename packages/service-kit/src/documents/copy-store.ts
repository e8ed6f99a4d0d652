import type { Topic } from '@daka/contracts';
import { placeOf, withLast } from './document';
import type { Applied, CopyStore, CopyStoreOptions } from './types';
import { createVersionedCollection } from './versioned-collection';

/** Stores what a service keeps of others' streams: a state that follows messages and publishes nothing. */
export function createCopyStore<State, T extends Topic>(options: CopyStoreOptions<State, T>): CopyStore<State, T> {
  const { name, evolve } = options;
  const { model, load, loadCached, find, stateOf, step } = createVersionedCollection<State>(options);

  return {
    name,
    model,
    load,
    loadCached,
    find,
    stateOf,
    apply: (received) =>
      step<Applied<never>>(received.subject, (snapshot) => {
        const place = placeOf(received, snapshot?.last);
        if (place !== 'next') return { answer: { outcome: place } };
        const state = evolve(snapshot?.state ?? null, received);
        const next = { state, seq: {}, last: withLast(snapshot?.last, received) };
        return { answer: { outcome: 'applied', events: [] }, write: { next } };
      }),
  };
}
