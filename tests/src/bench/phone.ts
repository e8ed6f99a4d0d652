import { loadavg } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '@daka/local';
import type { Page } from 'playwright-core';
import { startPhoneWorld, type PhoneWorld } from '../browser/phone-world';
import { measurePages } from '../sizes/pages';
import { goFarAway } from './far-away';
import { measureInteractions } from './interactions';

/** As the part of an address before the sign. */
const NOT_THE_APP = '/icon.svg';
const NAME = 'rower';
/** On the first day, in the middle of its morning. */
const NOW = '2026-03-02T02:00:00Z';
const OPENINGS = 3;
const OPENINGS_AGAIN = 3;
const WANTED_BYTES = 200_000;
const WANTED_COLD_MS = 6_000;
const WANTED_WARM_MS = 1_500;

/** What a learner with a slow phone far away waits for: the first page until one can write, and the answer to each key and tap. */
export async function benchPhone(): Promise<void> {
  const phones = await startPhoneWorld([NAME]);
  try {
    phones.world.setClock(NOW);
    console.log(`\nPhone, real Chromium, load average ${loadavg()[0]?.toFixed(1)}`);
    console.log(bytesLine());
    for (const serviceWorker of [false, true]) await measureOpenings(phones, serviceWorker);
    await measureInteractions(await phones.memberOnPhone(NAME));
    await putAway(phones);
  } finally {
    await phones.stop();
  }
}

function bytesLine(): string {
  const today = measurePages(join(repositoryRoot, 'services/web/dist/app')).find(({ page }) => page === 'today');
  if (today === undefined) throw new Error('the first page was not measured');
  const shown = `${(today.bytes / 1_000).toFixed(0)} kB`.padStart(9);
  return `  ${'/today, JavaScript gzipped'.padEnd(44)}    ${shown}  (wanted <= ${WANTED_BYTES / 1_000} kB)`;
}

/** Each time a browser that has nothing of ours but the session: first with nothing kept, then as it is opened the next time. */
async function measureOpenings(phones: PhoneWorld, serviceWorker: boolean): Promise<void> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    const { page, context } = await phones.memberOnPhone(NAME, { serviceWorker });
    // Somewhere of the same origin that is none of the app, to be far away from before the first look. Answers of the API may not ask for anything.
    await page.goto(NOT_THE_APP);
    await goFarAway(phones.browser, context, page);
    cold.push(await untilWritable(page));
    if (serviceWorker) {
      await page.evaluate('navigator.serviceWorker.ready.then(() => null)');
      await page.goto(NOT_THE_APP);
      await goFarAway(phones.browser, context, page);
    } else await page.waitForLoadState('networkidle');
    for (let again = 0; again < OPENINGS_AGAIN; again += 1) warm.push(await untilWritable(page));
    await putAway(phones);
  }
  const how = serviceWorker ? ', service worker' : '';
  console.log(timeLine(`/today cold until writable${how}`, cold, WANTED_COLD_MS));
  console.log(timeLine(`/today warm until writable${how}`, warm, WANTED_WARM_MS));
}

async function putAway(phones: PhoneWorld): Promise<void> {
  const faults = await phones.putAway();
  if (faults.length > 0) throw new Error(`pages were at fault: ${faults.join('; ')}`);
}

async function untilWritable(page: Page): Promise<number> {
  const beganMs = performance.now();
  await page.goto('/today', { waitUntil: 'commit' });
  await page.locator('textarea:enabled').first().waitFor();
  return performance.now() - beganMs;
}

function timeLine(what: string, times: readonly number[], wanted: number): string {
  const sorted = [...times].sort((one, other) => one - other).map((time) => time.toFixed(0));
  const median = sorted[Math.floor(sorted.length / 2)] ?? '';
  return `  ${what.padEnd(44)} median ${median.padStart(5)} ms  (wanted <= ${wanted}; ${sorted.join(', ')})`;
}
