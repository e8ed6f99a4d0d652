import * as fc from 'fast-check';
import { sideBySide } from './side-by-side';

const stream = async function* <T>(items: readonly T[]) {
  yield* items;
};
const collect = async (left: readonly string[], right: readonly string[]) => {
  const pairs = [];
  for await (const pair of sideBySide(
    stream(left),
    stream(right),
    (key) => key,
    (key) => key,
  ))
    pairs.push(pair);
  return pairs;
};

it('pairs what both have, and shows each that one lacks, in order', async () => {
  expect(await collect(['a', 'c', 'd'], ['b', 'c', 'e'])).toEqual([
    { key: 'a', left: 'a', right: null },
    { key: 'b', left: null, right: 'b' },
    { key: 'c', left: 'c', right: 'c' },
    { key: 'd', left: 'd', right: null },
    { key: 'e', left: null, right: 'e' },
  ]);
  expect(await collect([], [])).toEqual([]);
});

it('misses and doubles no key, in the order of bytes', async () => {
  const keys = fc
    .uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }), { maxLength: 12 })
    .map((list) => list.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))));
  await fc.assert(
    fc.asyncProperty(keys, keys, async (left, right) => {
      const pairs = await collect(left, right);
      expect(pairs.flatMap(({ left: key }) => key ?? [])).toEqual(left);
      expect(pairs.flatMap(({ right: key }) => key ?? [])).toEqual(right);
      expect(new Set(pairs.map(({ key }) => key)).size).toBe(pairs.length);
    }),
    { numRuns: 200 },
  );
});

it('ends both streams when it is left early', async () => {
  const ended: string[] = [];
  const endless = async function* (name: string) {
    try {
      for (let count = 0; ; count += 1) yield `${name}${String(count).padStart(5, '0')}`;
    } finally {
      ended.push(name);
    }
  };
  for await (const { key } of sideBySide(
    endless('a'),
    endless('b'),
    (item) => item,
    (item) => item,
  ))
    if (key === 'a00003') break;
  expect(ended.sort()).toEqual(['a', 'b']);
});
