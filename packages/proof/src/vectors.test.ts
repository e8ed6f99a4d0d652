import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHex, toHex } from './bytes.ts';
import { addHead, type BookHead, type DayFacts, dayHash, type Leaf, leafNode, NOTHING_BEFORE } from './hashes.ts';
import { entryHash, type JournalEntry, sha256Text } from './journal.ts';
import { treeOf } from './testing/trees.ts';

interface Vectors {
  leaves: (Leaf & { bytes: string; hash: string })[];
  trees: { count: number; sumMinor: number; root: string }[];
  heads: (BookHead & { digest: string })[];
  days: (DayFacts & { dayHash: string })[];
  entries: JournalEntry[];
}

/** Computed by another implementation, from the README alone. */
const vectors = JSON.parse(readFileSync(join(__dirname, '../vectors/proof.json'), 'utf8')) as Vectors;

it('has cases of every kind', () => {
  expect(Object.values(vectors).map((cases) => (cases as unknown[]).length)).toEqual([6, 6, 2, 2, 2]);
});
it.each(vectors.leaves.map((leaf, index) => [index, leaf] as const))('leaf %i', (_, leaf) =>
  expect(toHex(leafNode(leaf).hash)).toBe(leaf.hash),
);
it.each(vectors.trees)('tree of $count leaves', ({ count, sumMinor, root }) => {
  const { root: own } = treeOf(
    vectors.leaves.slice(0, count).map(({ balanceMinor, hash }) => ({ sumMinor: balanceMinor, hash: fromHex(hash) })),
  );
  expect([own.sumMinor, toHex(own.hash)]).toEqual([sumMinor, root]);
});
it("the ledger's head, book by book", () => {
  let digest = NOTHING_BEFORE;
  for (const head of vectors.heads) {
    digest = addHead(digest, head);
    expect(digest).toBe(head.digest);
  }
});
it.each(vectors.days)('day $day', (day) => expect(dayHash(day)).toBe(day.dayHash));
it.each(vectors.entries)('journal entry $seq', (entry) => expect(entryHash(entry, sha256Text)).toBe(entry.hash));
