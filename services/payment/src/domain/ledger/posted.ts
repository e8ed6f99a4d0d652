import { credit, debit, type Line } from './accounts';
import type { Posting } from './entry';

/** Lines of zero say nothing and are left out; an entry without lines is none. */
export function posted(
  kind: Posting['kind'],
  cause: string,
  atMs: number,
  lines: Line[],
  more: Pick<Posting, 'period' | 'days' | 'source'> = {},
): Posting[] {
  const telling = lines.filter(({ amountMinor }) => amountMinor !== 0);
  return telling.length === 0 ? [] : [{ cause, kind, atMs, lines: telling, ...more }];
}

export function moved(from: Line['account'], to: Line['account'], amountMinor: number): Line[] {
  return [debit(from, amountMinor), credit(to, amountMinor)];
}

export function sourceOf(id: string | null | undefined): Pick<Posting, 'source'> {
  return id === null || id === undefined ? {} : { source: id };
}
