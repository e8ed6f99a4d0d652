import type { SumNode } from '../hashes.ts';
import { createSumTree, siblingsOf } from '../tree.ts';

/** A tree kept whole, for its paths. */
export function treeOf(leaves: readonly SumNode[]) {
  const nodes = new Map<string, SumNode>();
  const tree = createSumTree((level, index, node) => nodes.set(`${level}:${index}`, node));
  for (const leaf of leaves) tree.add(leaf);
  const { count, root } = tree.finish();
  const pathOf = (at: number): SumNode[] =>
    siblingsOf(at, count).map(({ level, index }) => {
      const sibling = nodes.get(`${level}:${index}`);
      if (!sibling) throw new Error(`no node ${level}:${index}`);
      return sibling;
    });
  return { count, root, pathOf };
}
