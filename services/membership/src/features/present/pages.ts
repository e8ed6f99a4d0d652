import { pagesBy } from '@daka/service-kit';
import { z } from 'zod';
import type { PageAfter, PageOptions } from '../../ports';

/** Lists in the order of ids, which stay as they are. */
export const byId = pagesBy(z.tuple([z.uuid()]));

/** Lists in the order of an instant (epoch ms) that stays as it is. */
export const byTime = pagesBy(z.tuple([z.int(), z.uuid()]));

/** One row more than is shown, which tells whether a page follows. */
export function afterCursor({ cursor, limit }: z.output<typeof byId.query>): PageOptions {
  const [afterId] = cursor ?? [''];
  return { afterId, limit: limit + 1 };
}

/** The same for lists in another order than that of ids. */
export function afterPlace<Value>({
  cursor,
  limit,
}: {
  cursor?: [Value, string] | undefined;
  limit: number;
}): PageAfter<Value> {
  return { after: cursor ?? null, limit: limit + 1 };
}
