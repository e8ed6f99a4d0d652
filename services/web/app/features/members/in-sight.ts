/** Rows from the first to before the last. */
export interface Range {
  from: number;
  to: number;
}

/** So much above and below the window is there too, so that a row stands before it is seen. */
const BEYOND_PX = 600;
/** Ranges begin and end at multiples of it: a small movement changes nothing. */
const STEP = 8;

/** Where each row begins, and behind the last where they end; what was not measured yet is as high as those that were, on the average. */
export function offsetsOf(count: number, heights: ReadonlyMap<number, number>, guess: number): number[] {
  const measured = [...heights.values()];
  const average = measured.length === 0 ? guess : measured.reduce((sum, height) => sum + height, 0) / measured.length;
  const offsets = [0];
  for (let row = 0, end = 0; row < count; row += 1) offsets.push((end += heights.get(row) ?? average));
  return offsets;
}

/** The rows that have something between `top` and `bottom`, and those near them. */
export function inSight(offsets: readonly number[], top: number, bottom: number): Range {
  const count = offsets.length - 1;
  const first = rowAt(offsets, top - BEYOND_PX);
  const last = rowAt(offsets, bottom + BEYOND_PX);
  return { from: Math.floor(first / STEP) * STEP, to: Math.min(count, Math.ceil((last + 1) / STEP) * STEP) };
}

/** The row at a height, by halves; above all of them the first, below the last. */
function rowAt(offsets: readonly number[], height: number): number {
  let [low, high] = [0, Math.max(0, offsets.length - 2)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Which rows are drawn: those in sight, and one that has the focus wherever it is. */
export function drawnOf({ from, to }: Range, kept: number, count: number): number[] {
  const rows = Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, index) => from + index);
  if (kept >= count || kept < 0) return rows;
  if (kept < from) return [kept, ...rows];
  return kept >= to ? [...rows, kept] : rows;
}

/** What is drawn, where it begins, and how much room everything takes (px). */
export interface Sight extends Range {
  before: number;
  whole: number;
}

export function inSightOf({ from, to }: Range, offsets: readonly number[]): Sight {
  const count = offsets.length - 1;
  const [first, last] = [Math.min(from, count), Math.min(to, count)];
  return { from: first, to: last, before: offsets[first] ?? 0, whole: offsets[count] ?? 0 };
}
