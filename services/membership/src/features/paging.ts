import type { PageOptions } from '../ports';

interface Query { cursor?: string | undefined; limit: number }

/** One more than asked for, which tells whether there is a next page. */
export function pageOptions({ cursor, limit }: Query): PageOptions {
  return { afterId: cursor, limit: limit + 1 };
}

/** Cuts the one too many off and names the place to go on from. */
export function pageOf<T>(found: readonly T[], limit: number, cursorOf: (item: T) => string): { items: T[]; nextCursor?: string } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last !== undefined ? { items, nextCursor: cursorOf(last) } : { items };
}
