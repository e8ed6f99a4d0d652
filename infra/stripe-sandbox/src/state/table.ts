/** Records of one kind in order of creation, with look-ups by other keys that cost no scan. */
export interface Table<R extends { readonly id: string }> {
  get(id: string): R | undefined;
  put(record: R): void;
  readonly size: number;
  /** Position in order of creation, -1 when unknown. */
  positionOf(id: string): number;
  at(position: number): R | undefined;
  /** Ids, oldest first, whose record has this value under the index. */
  idsBy(index: string, value: string): readonly string[];
  values(): IterableIterator<R>;
}

/** Each index maps a record to the value it is found by; that value must never change for an id. */
export function createTable<R extends { readonly id: string }>(
  indexes: Readonly<Record<string, (record: R) => string | null>>,
): Table<R> {
  const records = new Map<string, R>();
  const ids: string[] = [];
  const positions = new Map<string, number>();
  const found = new Map(Object.keys(indexes).map((name) => [name, new Map<string, string[]>()]));

  function remember(record: R): void {
    positions.set(record.id, ids.length);
    ids.push(record.id);
    for (const [name, valueOf] of Object.entries(indexes)) {
      const value = valueOf(record);
      if (value === null) continue;
      const index = found.get(name);
      const known = index?.get(value);
      if (known) known.push(record.id);
      else index?.set(value, [record.id]);
    }
  }

  return {
    get: (id) => records.get(id),
    put(record) {
      if (!records.has(record.id)) remember(record);
      records.set(record.id, record);
    },
    get size() {
      return ids.length;
    },
    positionOf: (id) => positions.get(id) ?? -1,
    at: (position) => records.get(ids[position] ?? ''),
    idsBy: (index, value) => found.get(index)?.get(value) ?? [],
    values: () => records.values(),
  };
}
