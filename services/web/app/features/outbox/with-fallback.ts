import { within } from '../time/within';
import { createMemoryStore } from './memory-store';
import type { OutboxStore } from './outbox';

/** A database that has not answered by then will not; Safari has opened one that never did. */
const ANSWER_MS = 4_000;

/**
 * The store, or from its first failure on the page's memory: a private window without a database can send too, only nothing waits there
 * beyond the page's life.
 */
export function withFallback(store: OutboxStore, answerMs = ANSWER_MS): OutboxStore {
  const memory = createMemoryStore();
  let taken = store;
  async function ask<Answer>(act: (from: OutboxStore) => Promise<Answer>): Promise<Answer> {
    if (taken === memory) return act(memory);
    try {
      return await within(answerMs, act(store));
    } catch {
      taken = memory;
      return act(memory);
    }
  }
  return {
    all: () => ask((from) => from.all()),
    add: (item) => ask((from) => from.add(item)),
    refuse: (item, refusal) => ask((from) => from.refuse(item, refusal)),
    remove: (item) => ask((from) => from.remove(item)),
  };
}
