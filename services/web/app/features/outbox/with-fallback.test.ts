import { createMemoryStore } from './memory-store';
import type { OutboxItem, OutboxStore } from './outbox';
import { withFallback } from './with-fallback';

const item: OutboxItem = { enrolmentId: 'e1', day: '2026-11-26', text: 'kept', key: 'k1', refusal: null };
const all = (store: OutboxStore) => store.all().then((items) => items.map(({ text }) => text));
const everyCall = (answer: () => Promise<never>): OutboxStore => ({
  all: answer,
  add: answer,
  refuse: answer,
  remove: answer,
});

describe('an outbox without a database', () => {
  it.each([
    ['that refuses', () => Promise.reject(new Error('denied'))],
    ['that never answers', () => new Promise<never>(() => undefined)],
  ])('keeps what it is given as long as the page lives: one %s', async (_name, answer) => {
    const store = withFallback(everyCall(answer), 5);
    await store.add(item);
    await store.add({ ...item, text: 'another', key: 'k2' });
    expect(await all(store)).toEqual(['kept']);
    await store.refuse(item, 'too_short');
    await store.add({ ...item, text: 'again' });
    expect(await all(store)).toEqual(['again']);
    await store.remove(item);
    expect(await all(store)).toEqual([]);
  });

  it('takes the database while there is one', async () => {
    const database = createMemoryStore();
    await withFallback(database, 5).add(item);
    expect(await all(database)).toEqual(['kept']);
  });
});
