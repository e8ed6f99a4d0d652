import { createCache, createCacheBudget, estimateBytes } from './cache';

it('forgets what was not used for longest when all together are too large', () => {
  const cache = createCache<string>(createCacheBudget(100));
  cache.set('a', 'A', 40);
  cache.set('b', 'B', 40);
  expect(cache.get('a')).toBe('A');
  cache.set('c', 'C', 40);
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['A', undefined, 'C']);
  cache.delete('a');
  expect(cache.get('a')).toBeUndefined();
});

it('counts a value once however often it is set, and forgets several for one that is large', () => {
  const budget = createCacheBudget(100);
  const cache = createCache<string>(budget);
  for (let times = 0; times < 5; times += 1) cache.set('a', 'A', 30);
  cache.set('b', 'B', 30);
  cache.set('c', 'C', 30);
  expect(budget.bytes()).toBe(90);
  cache.set('d', 'D', 80);
  expect([cache.get('a'), cache.get('b'), cache.get('c'), cache.get('d')]).toEqual([
    undefined,
    undefined,
    undefined,
    'D',
  ]);
  expect(budget.bytes()).toBe(80);
});

it('keeps nothing that is larger than all that may be kept, and not what stood there before', () => {
  const cache = createCache<string>(createCacheBudget(100));
  cache.set('a', 'A', 30);
  cache.set('b', 'B', 30);
  cache.set('a', 'larger', 101);
  expect([cache.get('a'), cache.get('b')]).toEqual([undefined, 'B']);
});

it('lets a busy cache use what a quiet one leaves, and take from it what was not used for longer', () => {
  const budget = createCacheBudget(100);
  const [quiet, busy] = [createCache<string>(budget), createCache<string>(budget)];
  quiet.set('a', 'Q', 30);
  busy.set('a', 'B', 60);
  expect([quiet.get('a'), busy.get('a')]).toEqual(['Q', 'B']);
  busy.set('b', 'B2', 40);
  expect([quiet.get('a'), busy.get('a'), busy.get('b')]).toEqual([undefined, 'B', 'B2']);
});

it('takes a text of two bytes a character for twice as large', () => {
  const texts = (text: string) => ({ entries: Array.from({ length: 100 }, () => ({ text: text.repeat(200) })) });
  expect(estimateBytes(texts('x'))).toBeGreaterThan(20_000);
  expect(estimateBytes(texts('x'))).toBeLessThan(40_000);
  expect(estimateBytes(texts('打'))).toBeGreaterThan(40_000);
});
