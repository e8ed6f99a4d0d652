export interface Pair<Left, Right> {
  key: string;
  left: Left | null;
  right: Right | null;
}

/** Two streams that are sorted by the same unique key, joined key by key. Holds one item of each. */
export async function* sideBySide<Left, Right>(
  left: AsyncIterator<Left>,
  right: AsyncIterator<Right>,
  leftKey: (item: Left) => string,
  rightKey: (item: Right) => string,
): AsyncGenerator<Pair<Left, Right>> {
  const [lefts, rights] = [reader(left, leftKey), reader(right, rightKey)];
  try {
    let [one, other] = [await lefts.next(), await rights.next()];
    while (one !== null || other !== null) {
      const order = one === null ? 1 : other === null ? -1 : compareBytes(one.key, other.key);
      const [ofLeft, ofRight] = [order <= 0 ? one : null, order >= 0 ? other : null];
      yield { key: (ofLeft ?? ofRight)?.key ?? '', left: ofLeft?.item ?? null, right: ofRight?.item ?? null };
      if (ofLeft) one = await lefts.next();
      if (ofRight) other = await rights.next();
    }
  } finally {
    await Promise.all([left.return?.(), right.return?.()]);
  }
}

function reader<T>(items: AsyncIterator<T>, keyOf: (item: T) => string) {
  return {
    async next(): Promise<{ key: string; item: T } | null> {
      const { done, value } = await items.next();
      return done ? null : { key: keyOf(value), item: value };
    },
  };
}

/** As MongoDB orders text without a collation. */
function compareBytes(one: string, other: string): number {
  return one === other ? 0 : Buffer.compare(Buffer.from(one), Buffer.from(other));
}
