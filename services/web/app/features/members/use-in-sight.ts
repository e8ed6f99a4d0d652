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
  along?: 'rows' | 'columns';
}

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

  useLayoutEffect(() => {
    if (hasNewSizes(box.current, sizes.current, along)) measureAgain();
  });

  return { range, offsets };
}

/** Between which places of the box there is something to see. */
function windowOver(box: Box, scroller: Box | undefined, along: Pieces['along']): [number, number] {
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
function hasNewSizes(box: HTMLElement | null, sizes: Map<number, number>, along: Pieces['along']): boolean {
  let isNew = false;
  const name = along === 'columns' ? 'column' : 'row';
  for (const piece of box?.querySelectorAll<HTMLElement>(`[data-${name}]`) ?? []) {
    const number = Number(piece.dataset[name]);
    // To the fraction of a pixel: two thousand of them add up.
    const { width, height } = piece.getBoundingClientRect();
    const size = along === 'columns' ? width : height;
    if (size === 0 || Math.abs((sizes.get(number) ?? 0) - size) < SAME_PX) continue;
    sizes.set(number, size);
    isNew = true;
  }
  return isNew;
}
