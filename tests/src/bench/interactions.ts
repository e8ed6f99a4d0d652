import type { CDPSession, Page } from 'playwright-core';
import { z } from 'zod';
import type { Phone } from '../browser/phone';

const SLOWER = 4;
const KEYS = 200;
const TAPS = 50;
const WANTED_P95_MS = 100;
/** Between two keys of somebody who types fast, and two taps of somebody in a hurry. */
const KEY_PAUSE_MS = 60;
const TAP_PAUSE_MS = 250;
const LOOKS = 50;
/** Browsers report no interaction that was shorter. */
const SHORTEST_MS = 16;

/**
 * How long the page keeps a finger waiting, on a processor four times slower: keys in the editor, and taps from page to page. Beside a page with nothing
 * but a field and links: what the browser, and whatever else runs here, takes by itself.
 */
export async function measureInteractions({ page, context, open }: Phone): Promise<void> {
  const bare = await context.newPage();
  await bare.addInitScript(KEEPS_INTERACTIONS);
  await bare.goto('/api/clock');
  await bare.evaluate(`document.body.innerHTML = ${JSON.stringify(BARE)}`);
  await measure(bare, await context.newCDPSession(bare), 'bare: ');
  await bare.close();
  await page.addInitScript(KEEPS_INTERACTIONS);
  await open('/today');
  await measure(page, await context.newCDPSession(page), '');
}

const BARE = `<textarea></textarea><nav>${[1, 2, 3, 4, 5].map((tab) => `<a href="#${tab}">tab ${tab}</a> `).join('')}</nav>`;

async function measure(page: Page, session: CDPSession, what: string): Promise<void> {
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const field = page.locator('textarea:enabled').first();
  await field.focus();
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(key % 6 === 5 ? 'Space' : 'a', { delay: 5 });
    await page.waitForTimeout(KEY_PAUSE_MS);
  }
  const written = (await field.inputValue()).length;
  if (written !== KEYS) throw new Error(`${KEYS} keys wrote ${written} characters`);
  console.log(p95Line(`${what}${KEYS} keys`, KEYS, await takeInteractions(page)));
  const count = await page.locator('nav a').count();
  const seen = new Set<string>();
  for (let tap = 0; tap < TAPS; tap += 1) {
    await tapOn(page, session, tap % count);
    seen.add(page.url());
  }
  if (seen.size < count) throw new Error(`taps on ${count} tabs opened ${seen.size} pages`);
  console.log(p95Line(`${what}${TAPS} taps on tabs`, TAPS, await takeInteractions(page)));
}

/** A finger on one of the tabs; each opens another page. */
async function tapOn(page: Page, session: CDPSession, tab: number): Promise<void> {
  const { x, y } = await placeOf(page, tab);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForTimeout(TAP_PAUSE_MS);
}

async function placeOf(page: Page, tab: number): Promise<{ x: number; y: number }> {
  for (let look = 0; look < LOOKS; look += 1) {
    // None while one page takes the place of another.
    const box = await page.locator('nav a').nth(tab).boundingBox();
    if (box !== null) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  throw new Error('a tab is not to be seen');
}

/** Longest event of each interaction since the last look (ms). */
async function takeInteractions(page: Page): Promise<number[]> {
  await page.waitForTimeout(1_000);
  return z.array(z.number()).parse(await page.evaluate('window.takeInteractions()'));
}

const KEEPS_INTERACTIONS = `
  const longest = new Map();
  const keep = (entries) => {
    for (const { interactionId, duration } of entries)
      if (interactionId > 0) longest.set(interactionId, Math.max(duration, longest.get(interactionId) ?? 0));
  };
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: 'event', durationThreshold: ${SHORTEST_MS}, buffered: true });
  window.takeInteractions = () => {
    keep(observer.takeRecords());
    const found = [...longest.values()];
    longest.clear();
    return found;
  };`;

/** Those that the browser did not report were shorter than all that it did. */
function p95Line(what: string, expected: number, reported: readonly number[]): string {
  if (reported.length === 0) throw new Error(`the browser reported no interaction of ${expected} ${what}`);
  const unreported = Array<number>(Math.max(0, expected - reported.length)).fill(SHORTEST_MS);
  const all = [...reported, ...unreported].sort((one, other) => one - other);
  const p95 = all[Math.ceil(all.length * 0.95) - 1] ?? Number.NaN;
  return `  ${`${what}, CPU x${SLOWER}`.padEnd(44)} p95 ${p95.toFixed(0).padStart(5)} ms  (wanted < ${WANTED_P95_MS}; longest ${all.at(-1)}, ${reported.length} reported)`;
}
