import type { Page } from 'playwright-core';
import { z } from 'zod';

/** More than any page has: whoever is not back by then is trapped. */
const MOST_STOPS = 150;

const Stop = z.object({
  /** Which of those that can be acted on; null: none, the browser's own bars. */
  at: z.number().nullable(),
  name: z.string(),
  isSeen: z.boolean(),
  isCovered: z.boolean(),
});

/** What cannot be reached by Tab, shows no focus, is reached beneath something, or can only be pointed at. */
export async function unreachable(page: Page): Promise<string[]> {
  const wanted = z.array(z.string()).parse(await page.evaluate(WANTED));
  if (wanted.length === 0) return [];
  const reached = new Set<number>();
  const faults = z.array(z.string()).parse(await page.evaluate(ONLY_POINTED_AT));
  let last: number | null = null;
  for (let stops = 0; ; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = Stop.parse(await page.evaluate(STOP));
    const isPart = stop.at === last; // a date is reached day, month and year apart
    last = stop.at;
    if (stop.at === null || (reached.has(stop.at) && !isPart)) break;
    reached.add(stop.at);
    if (!stop.isSeen) faults.push(`no focus to see: ${stop.name}`);
    if (stop.isCovered) faults.push(`focused beneath something: ${stop.name}`);
    if (stops > MOST_STOPS) throw new Error('Tab has no end');
  }
  return [...faults, ...wanted.filter((_, index) => !reached.has(index)).map((name) => `not reached: ${name}`)];
}

/** Everything that acts, in the page's order; of radio buttons the group's one stop is enough. */
const WANTED = String.raw`(() => {
  const acts = 'a[href], button, input, textarea, select, summary, [role=button], [role=link], [tabindex]';
  window.wanted = [...document.querySelectorAll(acts)].filter(
    (one) =>
      !one.disabled && one.tabIndex >= 0 && one.type !== 'hidden' && !one.closest('[inert], [aria-hidden=true]') &&
      one.getClientRects().length > 0 && getComputedStyle(one).visibility !== 'hidden',
  );
  document.activeElement?.blur();
  scrollTo(0, 0);
  getSelection().removeAllRanges();
  return window.wanted.map((one) => one.outerHTML.slice(0, 120));
})()`;

/** What invites a pointer and is nothing that a keyboard reaches. */
const ONLY_POINTED_AT = String.raw`[...document.querySelectorAll('body *')]
  .filter((one) => getComputedStyle(one).cursor === 'pointer' && !one.closest('a[href], button, input, textarea, select, label, summary, [tabindex]'))
  .map((one) => 'only to be pointed at: ' + one.outerHTML.slice(0, 120))`;

const STOP = String.raw`(() => {
  const one = document.activeElement;
  const at = window.wanted.indexOf(one);
  if (at < 0) return { at: null, name: '', isSeen: false, isCovered: false };
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const { left, top, right, bottom } = [...one.getClientRects()][0];
  const there = document.elementFromPoint((left + right) / 2, Math.min(bottom - 2, Math.max(top + 2, (top + bottom) / 2)));
  return {
    at,
    name: one.outerHTML.slice(0, 120),
    isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    isCovered: there === null || !(one.contains(there) || there.contains(one)),
  };
})()`;
