import type { Received, Topic } from '@daka/contracts';
import { placeOf, withLast } from './document';
import type { Applied, CopyStore, CopyStoreOptions } from './types';
import { createVersionedCollection } from './versioned-collection';

/** Stores what a service keeps of others' streams: a state that follows messages and publishes nothing. */
export function createCopyStore<State, T extends Topic = Topic>(options: CopyStoreOptions<State, T>): CopyStore<State> {
  const { mongo, name, indexes, topics, evolve } = options;
  const { model, load, loadCached, find, step } = createVersionedCollection<State>({ mongo, name, indexes });

  return {
    name,
    model,
    load,
    loadCached,
    find,
    async apply(received) {
      if (!isFollowed(received, topics)) throw new Error(`${name} does not follow ${received.topic}`);
      return step<Applied>(received.subject, (snapshot) => {
        const place = placeOf(received, snapshot?.last);
        if (place !== 'next') return { answer: place };
        const state = evolve(snapshot?.state ?? null, received.message, received);
        return { answer: 'applied', write: { next: { state, seq: {}, last: withLast(snapshot?.last, received) } } };
      });
    },
  };
}

function isFollowed<T extends Topic>(received: Received, topics: readonly T[]): received is Received<T> {
  return (topics as readonly Topic[]).includes(received.topic);
}
