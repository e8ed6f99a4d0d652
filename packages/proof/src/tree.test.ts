import * as fc from 'fast-check';
import { leafNode, type SumNode } from './hashes.ts';
import { createSumTree, rootOver, siblingsOf } from './tree.ts';
import { treeOf } from './testing/trees.ts';

const balances = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 70 });
const leavesOf = (amounts: readonly number[]) =>
  amounts.map((balanceMinor, index) =>
    leafNode({ day: '2026-03-02', salt: index.toString(16).padStart(64, '0'), account: `book-${index}`, balanceMinor }),
  );
const flipped = (node: SumNode, byte: number): SumNode => ({
  ...node,
  hash: node.hash.map((value, at) => (at === byte ? value ^ 1 : value)),
});

it('adds up to the sum of its leaves, whatever their number', () => {
  fc.assert(
    fc.property(balances, (amounts) => {
      const { count, root } = treeOf(leavesOf(amounts));
      expect({ count, sumMinor: root.sumMinor }).toEqual({
        count: amounts.length,
        sumMinor: amounts.reduce((sum, amount) => sum + amount, 0),
      });
    }),
  );
});

it('lets every leaf be verified over its path', () => {
  fc.assert(
    fc.property(balances, (amounts) => {
      const leaves = leavesOf(amounts);
      const { root, pathOf } = treeOf(leaves);
      leaves.forEach((leaf, index) => expect(rootOver(leaf, index, leaves.length, pathOf(index))).toEqual(root));
    }),
    { numRuns: 60 },
  );
});

it('verifies no path of which any byte or sum is changed', () => {
  fc.assert(
    fc.property(
      balances,
      fc.nat(),
      fc.nat(),
      fc.nat({ max: 31 }),
      fc.boolean(),
      (amounts, which, step, byte, inSum) => {
        const leaves = leavesOf(amounts);
        const { root, pathOf } = treeOf(leaves);
        const index = which % leaves.length;
        const nodes = [leaves[index]!, ...pathOf(index)];
        const at = step % nodes.length;
        const changed = nodes.map((node, place) =>
          place !== at ? node : inSum ? { ...node, sumMinor: node.sumMinor + 1 } : flipped(node, byte),
        );
        expect(rootOver(changed[0]!, index, leaves.length, changed.slice(1))).not.toEqual(root);
      },
    ),
  );
});

it('verifies no leaf in another place, and no path of another length', () => {
  fc.assert(
    fc.property(
      balances.filter(({ length }) => length > 1),
      fc.nat(),
      fc.nat(),
      (amounts, one, other) => {
        const leaves = leavesOf(amounts);
        const { root, pathOf } = treeOf(leaves);
        const [index, elsewhere] = [one % leaves.length, other % leaves.length];
        if (index !== elsewhere)
          expect(rootOver(leaves[index]!, elsewhere, leaves.length, pathOf(index))).not.toEqual(root);
        expect(rootOver(leaves[index]!, index, leaves.length, pathOf(index).slice(1))).toBeNull();
        expect(rootOver(leaves[index]!, index, leaves.length, [...pathOf(index), root])).toBeNull();
        expect(rootOver(leaves[index]!, leaves.length, leaves.length, pathOf(index))).toBeNull();
      },
    ),
  );
});

it('has another root when a leaf is dropped, doubled or exchanged', () => {
  fc.assert(
    fc.property(balances, fc.nat(), (amounts, which) => {
      const leaves = leavesOf(amounts);
      const { root } = treeOf(leaves);
      const index = which % leaves.length;
      if (leaves.length > 1) expect(treeOf(leaves.toSpliced(index, 1)).root).not.toEqual(root);
      expect(treeOf([...leaves, leaves.at(-1)!]).root.hash).not.toEqual(root.hash);
      if (leaves.length > 1) expect(treeOf([...leaves.slice(1), leaves[0]!]).root).not.toEqual(root);
    }),
  );
});

it('reports each node once, as a level by level tree has them', () => {
  for (let count = 1; count <= 40; count += 1) {
    const seen: string[] = [];
    const tree = createSumTree((level, index) => seen.push(`${level}:${index}`));
    for (const leaf of leavesOf(Array.from({ length: count }, () => 1))) tree.add(leaf);
    tree.finish();
    const wanted: string[] = [];
    for (let [level, size] = [0, count]; ; [level, size] = [level + 1, Math.ceil(size / 2)]) {
      for (let index = 0; index < size; index += 1) wanted.push(`${level}:${index}`);
      if (size === 1) break;
    }
    expect(seen.sort()).toEqual(wanted.sort());
  }
});

it('names the siblings that the count asks for', () => {
  expect(siblingsOf(4, 5)).toEqual([{ level: 2, index: 0, side: 'left' }]);
  expect(siblingsOf(0, 3)).toEqual([
    { level: 0, index: 1, side: 'right' },
    { level: 1, index: 1, side: 'right' },
  ]);
  expect(siblingsOf(0, 1)).toEqual([]);
});

describe('refuses', () => {
  const leaf = { day: '2026-03-02', salt: 'ab'.repeat(32), account: 'a', balanceMinor: 1 };
  it.each([
    ['a negative balance', { balanceMinor: -1 }],
    ['a fraction', { balanceMinor: 0.5 }],
    ['a balance beyond the safe integers', { balanceMinor: 2 ** 53 }],
    ['a short salt', { salt: 'ab' }],
  ])('%s', (_what, change) => expect(() => leafNode({ ...leaf, ...change })).toThrow(RangeError));

  it('sums that leave the safe integers', () => {
    const tree = createSumTree();
    tree.add(leafNode({ ...leaf, balanceMinor: Number.MAX_SAFE_INTEGER }));
    expect(() => tree.add(leafNode(leaf))).toThrow(/a sum must be an integer/);
  });
  it('a path with a negative sum that would hide a debt', () => {
    const [own, other] = leavesOf([5, 7]);
    expect(() => rootOver(own!, 0, 2, [{ ...other!, sumMinor: -7 }])).toThrow(RangeError);
  });
  it('a tree without leaves', () => expect(() => createSumTree().finish()).toThrow(/at least one leaf/));
});
