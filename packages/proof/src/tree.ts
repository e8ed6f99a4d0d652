import { type Hashing, parentNode, type SumNode } from './hashes.ts';

/** Hears of every node as soon as it is known, the leaves (level 0) included. */
export type OnNode = (level: number, index: number, node: SumNode) => void;

export interface SumTree {
  add(leaf: SumNode): void;
  /** @throws when there is no leaf. */
  finish(): { count: number; root: SumNode };
}

/**
 * A Merkle-sum tree over leaves as they come; it holds one node a level.
 *
 * The last node of a level without a sibling moves up as it is (as in RFC 9162). The alternatives are worse: pairing it
 * with itself gives two lists of leaves the same root and counts its sum twice; filling up with leaves of zero would let leaves be
 * added later under the same sum. Moving up is sound because the number of leaves is hashed into the day: it fixes the
 * shape of the tree and the length and sides of every path, so no second list of leaves fits the same day.
 */
export function createSumTree(
  onNode: OnNode = () => {},
  { parentNode: parentOf }: Pick<Hashing, 'parentNode'> = { parentNode },
): SumTree {
  /** The last complete node of each level that still waits for its right sibling. */
  const waiting: (SumNode | undefined)[] = [];
  let count = 0;

  return {
    add(leaf) {
      let node = leaf;
      let level = 0;
      let index = count;
      onNode(level, index, node);
      for (let left = waiting[level]; left !== undefined; left = waiting[level]) {
        waiting[level] = undefined;
        node = parentOf(left, node);
        level += 1;
        index = Math.floor(index / 2);
        onNode(level, index, node);
      }
      waiting[level] = node;
      count += 1;
    },

    finish() {
      if (count === 0) throw new Error('a tree has at least one leaf');
      let rest: SumNode | undefined;
      for (let level = 0; ; level += 1) {
        const complete = Math.floor(count / 2 ** level);
        const left = complete % 2 === 1 ? waiting[level] : undefined;
        const last = left ?? rest;
        if (complete + (rest ? 1 : 0) === 1 && last) return { count, root: last };
        rest = left && rest ? parentOf(left, rest) : last;
        if (rest) onNode(level + 1, Math.floor(complete / 2), rest);
      }
    },
  };
}

/** Where a leaf's path goes: the siblings from the leaf up, and on which side each stands. */
export function siblingsOf(index: number, count: number): { level: number; index: number; side: 'left' | 'right' }[] {
  const siblings: { level: number; index: number; side: 'left' | 'right' }[] = [];
  for (
    let [level, at, size] = [0, index, count];
    size > 1;
    [level, at, size] = [level + 1, Math.floor(at / 2), Math.ceil(size / 2)]
  ) {
    if (at % 2 === 1) siblings.push({ level, index: at - 1, side: 'left' });
    else if (at + 1 < size) siblings.push({ level, index: at + 1, side: 'right' });
  }
  return siblings;
}

/** The root that a leaf and its path lead to; null when the path has another length than this index and count ask for. */
export function rootOver(leaf: SumNode, index: number, count: number, path: readonly SumNode[]): SumNode | null {
  const siblings = siblingsOf(index, count);
  if (index >= count || siblings.length !== path.length) return null;
  return siblings.reduce((node, { side }, step) => {
    const sibling = path[step] as SumNode; // as many as siblings, seen above
    return side === 'left' ? parentNode(sibling, node) : parentNode(node, sibling);
  }, leaf);
}
