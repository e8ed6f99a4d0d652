/** A part of a list that is in the order of ids. */
export interface PageOptions {
  afterId: string;
  limit: number;
}

/** A part of a list that is in the order of something else, and of ids where that is the same; null: its beginning. */
export interface PageAfter<Value> {
  after: readonly [value: Value, id: string] | null;
  limit: number;
}
