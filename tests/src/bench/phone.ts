import type { CDPSession, Page } from 'playwright-core';
import { z } from 'zod';
import type { Phone } from '../browser/phone';
import { startPhoneWorld } from '../browser/phone-world';

const NAME = 'rower';
/** A phone far away: 400 kbit/s both ways, 400 ms for a round trip. */
const FAR_AWAY = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const OPENINGS = 3;
const WANTED_COLD_MS = 6_000;
const WANTED_WARM_MS = 1_500;

const SLOWER = 4;
const KEYS = 200;
const TAPS = 50;
const WANTED_P95_MS = 100;
/** Between two keys of somebody who types fast, and two taps of somebody in a hurry. */
const KEY_PAUSE_MS = 60;
const TAP_PAUSE_MS = 250;
/** Browsers report no interaction that was shorter. */
const SHORTEST_MS = 16;

/** What a learner with a slow phone far away waits for: the first page until one can write, and the answer to each key and tap. */
export async function benchPhone(): Promise<void> {
  const phones = await startPhoneWorld([NAME]);
  try {
    console.log('\nPhone, real Chromium');
    const cold: number[] = [];
    const warm: number[] = [];
    for (let opening = 0; opening < OPENINGS; opening += 1) {
      // A browser that has nothing of ours but the session; no service worker, as inside other apps.
      const phone = await phones.memberOnPhone(NAME);
      const session = await phone.context.newCDPSession(phone.page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', FAR_AWAY);
      cold.push(await untilWritable(phone.page));
      await phone.page.waitForLoadState('networkidle');
      warm.push(await untilWritable(phone.page));
      await phones.putAway();
    }
    console.log(timeLine('/today cold until writable', cold, WANTED_COLD_MS));
    console.log(timeLine('/today warm until writable', warm, WANTED_WARM_MS));
    await measureInteractions(await phones.memberOnPhone(NAME));
    const faults = await phones.putAway();
    if (faults.length > 0) throw new Error(`pages were at fault: ${faults.join('; ')}`);
  } finally {
    await phones.stop();
  }
}

async function untilWritable(page: Page): Promise<number> {
  const beganMs = performance.now();
  await page.goto('/today', { waitUntil: 'commit' });
  await page.locator('textarea:enabled').first().waitFor();
  return performance.now() - beganMs;
}

async function measureInteractions({ page, context, open }: Phone): Promise<void> {
  await page.addInitScript(KEEPS_INTERACTIONS);
  await open('/today');
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.locator('textarea:enabled').first().focus();
  for (let key = 0; key < KEYS; key += 1)
    await page.keyboard
      .press(key % 6 === 5 ? 'Space' : 'a', { delay: 5 })
      .then(() => page.waitForTimeout(KEY_PAUSE_MS));
  console.log(p95Line('keys', KEYS, await takeInteractions(page)));
  const tabs = page.locator('nav a');
  const count = await tabs.count();
  for (let tap = 0; tap < TAPS; tap += 1) await tapOn(page, session, tap % count);
  console.log(p95Line('taps on tabs', TAPS, await takeInteractions(page)));
}

/** A finger on one of the tabs; each opens another page. */
async function tapOn(page: Page, session: CDPSession, tab: number): Promise<void> {
  const box = await page.locator('nav a').nth(tab).boundingBox();
  if (box === null) throw new Error('a tab is not to be seen');
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForTimeout(TAP_PAUSE_MS);
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
  const all = [...reported, ...Array<number>(Math.max(0, expected - reported.length)).fill(SHORTEST_MS)].sort(byNumber);
  const p95 = all[Math.ceil(all.length * 0.95) - 1] ?? Number.NaN;
  return `  ${`${expected} ${what}, CPU x${SLOWER}`.padEnd(32)} p95 ${p95.toFixed(0).padStart(5)} ms  (wanted < ${WANTED_P95_MS}; longest ${all.at(-1)}, ${reported.length} reported)`;
}

function timeLine(what: string, times: readonly number[], wanted: number): string {
  const sorted = [...times].sort(byNumber).map((time) => time.toFixed(0));
  const median = sorted[Math.floor(sorted.length / 2)] ?? '';
  return `  ${what.padEnd(32)} median ${median.padStart(5)} ms  (wanted <= ${wanted}; ${sorted.join(', ')})`;
}

const byNumber = (one: number, other: number): number => one - other;
