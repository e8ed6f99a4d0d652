import { z } from 'zod';

const MAX_CURSOR = 500;
/** As JSON, with room for the frame around the rows: no page exceeds 200 kB. */
const MAX_ROWS_BYTES = 190_000;
const limit = z.coerce.number().int().min(1).max(200).default(50);

/** What tells one row's place in a list: the values that the list is sorted by, in that order. None of them may change while somebody turns pages. */
type Place = z.ZodType<readonly (string | number | boolean)[]>;

/**
 * A list in pages. The cursor is the place of the last row shown, opaque to callers, so rows that come or go meanwhile make none skipped or shown twice.
 * A cursor of another list, or none at all, is refused with the rest of the query: 400 `invalid_request`, field `cursor`.
 * @param filters further fields of the query.
 */
export function pagesBy<P extends Place, F extends z.ZodRawShape = Record<never, never>>(place: P, filters?: F) {
  const cursor = z
    .string()
    .max(MAX_CURSOR)
    .transform((text, context): z.output<P> => {
      const read = place.safeParse(decode(text));
      if (read.success) return read.data;
      context.addIssue({ code: 'custom', message: 'a nextCursor of the page before' });
      return z.NEVER;
    })
    .optional();
  return {
    /** Gives `cursor`, the place to go on after, and `limit`. */
    query: z.strictObject({ ...(filters ?? ({} as F)), cursor, limit }),

    /**
     * The page of what was found after the cursor, in order.
     * Rows that would make it larger than 200 kB begin the next one; a row by itself is shown however large.
     * @param found one row more than `limit` where there are more, which tells whether a page follows.
     */
    page<Row, Shown>(
      found: readonly Row[],
      { limit: most }: { limit: number },
      placeOf: (row: Row) => z.output<P>,
      show: (row: Row) => Shown,
    ): { items: Shown[]; nextCursor?: string } {
      const items = fitting(found.slice(0, most), show);
      const last = found[items.length - 1];
      return found.length > items.length && last !== undefined
        ? { items, nextCursor: encode(placeOf(last)) }
        : { items };
    },
  };
}

function fitting<Row, Shown>(rows: readonly Row[], show: (row: Row) => Shown): Shown[] {
  const items: Shown[] = [];
  let bytes = 0;
  for (const row of rows) {
    const item = show(row);
    bytes += Buffer.byteLength(JSON.stringify(item) ?? '') + 1;
    if (bytes > MAX_ROWS_BYTES && items.length > 0) break;
    items.push(item);
  }
  return items;
}

function encode(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined; // which is no place
  }
}
