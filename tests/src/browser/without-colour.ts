import type { Page } from 'playwright-core';
import { z } from 'zod';

const Cell = z.object({
  /** What is said of it to those who hear the page: the day and its state. */
  said: z.string(),
  /** What is left of it without colours: marks and letters, lines and their kinds. */
  seen: z.string(),
});

/** States of days that only a colour tells apart. */
export async function toldByColourAlone(page: Page): Promise<string[]> {
  const states = new Map<string, Set<string>>();
  for (const { said, seen } of z.array(Cell).parse(await page.evaluate(CELLS)))
    states.set(seen, (states.get(seen) ?? new Set()).add(said));
  return [...states]
    .filter(([, said]) => said.size > 1)
    .map(([seen, said]) => `${[...said].join(' and ')} look alike without colour: ${seen}`);
}

/** Days that a finger may touch, in the calendar, where leave is asked for, and where days are missed to see. */
const CELLS = String.raw`[...document.querySelectorAll('[role=group] button')].map((one) => {
  const { borderStyle, borderWidth, textDecorationLine } = getComputedStyle(one);
  const state = one.getAttribute('aria-label').split(/[、,，]/).at(-1).trim();
  const mark = one.innerText.replace(/^\s*\d+/, '').replace(/[\d.,]+/g, '0').trim();
  const isPlain = state === one.getAttribute('aria-label');
  return {
    said: (isPlain ? '' : state) + (one.getAttribute('aria-pressed') === 'true' ? ' (chosen)' : ''),
    seen: [mark, borderStyle, borderWidth, textDecorationLine, getComputedStyle(one).outlineStyle].join(' '),
  };
})`;
