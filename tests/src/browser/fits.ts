import type { Page } from 'playwright-core';
import { z } from 'zod';

const Box = z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() });
type Box = z.infer<typeof Box>;
const Said = z.object({
  said: z.string(),
  lines: z.array(Box),
  /** What it stands in and may not stick out of: a card, a button, a cell. */
  frame: Box,
  /** Whether it can be moved sideways into the window. */
  moves: z.boolean(),
});
type Said = z.infer<typeof Said>;

/** A fraction of a pixel is a matter of rounding. */
const TOLERANCE_PX = 1.5;

/** What of the page's texts is cut off, sticks out of its box or lies on another, as it is now; measured at the page's end, where nothing can be scrolled further. */
export async function cutTexts(page: Page): Promise<string[]> {
  const width = Number(await page.evaluate('innerWidth'));
  const texts = z.array(Said).parse(await page.evaluate(TEXTS));
  if (texts.length === 0) throw new Error('the page says nothing');
  return [
    ...texts.filter((one) => one.lines.some((line) => isOut(line, one, width))).map(({ said }) => `cut: ${said}`),
    ...texts.flatMap((one, index) =>
      texts
        .slice(index + 1)
        .filter((other) => doOverlap(one, other))
        .map((other) => `one on another: ${one.said} | ${other.said}`),
    ),
  ];
}

function isOut({ left, right, top, bottom }: Box, { frame, moves }: Said, width: number): boolean {
  const isOutsideOf = (box: Pick<Box, 'left' | 'right'>) =>
    left < box.left - TOLERANCE_PX || right > box.right + TOLERANCE_PX;
  const isBeside = top < frame.top - TOLERANCE_PX || bottom > frame.bottom + TOLERANCE_PX;
  return (!moves && isOutsideOf({ left: 0, right: width })) || isOutsideOf(frame) || isBeside;
}

function doOverlap(one: Said, other: Said): boolean {
  // What stays covers what moves all the time; that matters only where nothing is left to scroll, and there we are.
  return one.lines.some((a) => other.lines.some((b) => overlap(a, b)));
}

function overlap(a: Box, b: Box): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > TOLERANCE_PX && down > TOLERANCE_PX;
}

/** A line's box is that of its font, higher than its letters: a fifth above and below is air. */
const TEXTS = String.raw`(() => {
  scrollTo(0, document.documentElement.scrollHeight);
  const isFrame = (style) =>
    style.overflowX === 'hidden' || style.overflowX === 'clip' || style.backgroundColor !== 'rgba(0, 0, 0, 0)' || style.borderTopWidth !== '0px';
  const isHidden = (at) => {
    for (let up = at; up !== null; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.visibility === 'hidden' || style.opacity === '0') return true;
      if (style.clipPath === 'inset(50%)') return true; // said to screen readers only
    }
    return false;
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement: at } = walker.currentNode;
    if (data.trim() === '' || at.closest('script, style, textarea, select') || isHidden(at)) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const lines = [...range.getClientRects()]
      .filter(({ width, height }) => width > 0 && height > 0)
      .map(({ left, top, right, bottom }) => {
        const air = (bottom - top) / 5;
        return { left, top: top + air, right, bottom: bottom - air };
      });
    if (lines.length === 0) continue;
    let framed = at;
    while (framed !== document.body && !isFrame(getComputedStyle(framed))) framed = framed.parentElement;
    const { left, top, right, bottom } =
      framed === document.body ? { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 } : framed.getBoundingClientRect();
    // What can be moved sideways can be read: only its own cell may cut it.
    let mover = at;
    while (mover !== null && !['auto', 'scroll'].includes(getComputedStyle(mover).overflowX)) mover = mover.parentElement;
    found.push({ said: data.trim().slice(0, 40), lines, frame: { left, top, right, bottom }, moves: mover !== null && mover !== document.documentElement });
  }
  return found;
})()`;
