import { type RefObject, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { inSight, offsetsOf, type Range } from './in-sight';

type Box = RefObject<HTMLElement | null>;

/** Far down a page a browser tells sizes a little less exactly. */
const SAME_PX = 0.25;

interface Pieces {
  count: number;
  /** How large one is before any was measured (px). */
  guess: number;
  /** What holds them. */
  box: Box;
  /** What moves them; left out: the page. */
  scroller?: Box;
  /** Rows one below the other, or columns side by side; each that is drawn says its number as `data-row`, or `data-column`. */
  along?: Along;
}

type Along = 'rows' | 'columns';

/** Pieces by the thousand of which only those in sight are drawn, each as large as it turns out to be. */
export function useInSight({ count, guess, box, scroller, along = 'rows' }: Pieces): {
  range: Range;
  offsets: readonly number[];
} {
  const sizes = useRef(new Map<number, number>());
  const [measured, measureAgain] = useReducer((times: number) => times + 1, 0);
  const offsets = useMemo(() => offsetsOf(count, sizes.current, guess), [count, guess, measured]);
  const [range, setRange] = useState<Range>(() => inSight(offsets, 0, innerHeight));

  useLayoutEffect(() => {
    const look = (): void => setRange((before) => newer(before, inSight(offsets, ...windowOver(box, scroller, along))));
    // At once, so that no frame shows a gap.
    const onScroll = (): void => flushSync(look);
    const onResize = (): void => {
      sizes.current.clear();
      measureAgain();
      look();
    };
    look();
    const mover = scroller?.current ?? window;
    mover.addEventListener('scroll', onScroll, { passive: true });
    addEventListener('resize', onResize);
    return () => {
      mover.removeEventListener('scroll', onScroll);
      removeEventListener('resize', onResize);
    };
  }, [box, scroller, along, offsets]);

  const measure = (): void => {
    if (hasNewSizes(box.current, sizes.current, along)) measureAgain();
  };
  useLayoutEffect(measure);
  useResized(box, along, measure);

  return { range, offsets };
}

/** Calls when a drawn piece changes its size without being drawn anew: larger letters, a font that came late. */
function useResized(box: Box, along: Along, onResized: () => void): void {
  const heard = useRef(onResized);
  const watched = useRef(new Set<Element>());
  const observer = useRef<ResizeObserver | null>(null);
  useLayoutEffect(() => {
    const pieces = new Set<Element>(piecesIn(box.current, along));
    heard.current = onResized;
    // In the next frame: what is drawn anew in this one would be observed too late for it, which a browser calls an error.
    observer.current ??= new ResizeObserver(() => requestAnimationFrame(() => flushSync(() => heard.current())));
    // Whatever is observed once more is told once more: only those that came and went.
    for (const piece of watched.current) if (!pieces.has(piece)) observer.current.unobserve(piece);
    for (const piece of pieces) if (!watched.current.has(piece)) observer.current.observe(piece);
    watched.current = pieces;
  });
  useLayoutEffect(
    () => () => {
      observer.current?.disconnect();
      observer.current = null;
      watched.current = new Set();
    },
    [],
  );
}

function piecesIn(box: HTMLElement | null, along: Along): Iterable<HTMLElement> {
  return box?.querySelectorAll<HTMLElement>(along === 'columns' ? '[data-column]' : '[data-row]') ?? [];
}

/** Between which places of the box there is something to see. */
function windowOver(box: Box, scroller: Box | undefined, along: Along): [number, number] {
  const own = box.current?.getBoundingClientRect();
  const seen = scroller?.current?.getBoundingClientRect();
  const [begins, ends] =
    along === 'columns' ? [seen?.left ?? 0, seen?.right ?? innerWidth] : [seen?.top ?? 0, seen?.bottom ?? innerHeight];
  const origin = (along === 'columns' ? own?.left : own?.top) ?? 0;
  return [begins - origin, ends - origin];
}

function newer(before: Range, now: Range): Range {
  return before.from === now.from && before.to === now.to ? before : now;
}

/** Remembers how large the drawn pieces are. */
function hasNewSizes(box: HTMLElement | null, sizes: Map<number, number>, along: Along): boolean {
  let isNew = false;
  for (const piece of piecesIn(box, along)) {
    const number = Number(piece.dataset[along === 'columns' ? 'column' : 'row']);
    // To the fraction of a pixel: two thousand of them add up.
    const { width, height } = piece.getBoundingClientRect();
    const size = along === 'columns' ? width : height;
    if (size === 0 || Math.abs((sizes.get(number) ?? 0) - size) < SAME_PX) continue;
    sizes.set(number, size);
    isNew = true;
  }
  return isNew;
}
