import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { membershipHttp } from '@daka/contracts';
import { startSystem } from '@daka/local';
import { apply, createClient, type Applicant, type Client } from '@daka/replay';
import type { Policy } from '@daka/rules';
import { eventually } from '@daka/service-kit/testing';
import { launchBrowser, takePhone, type Phone } from '../browser/phone';
import { account, openCourse, policy, type Course } from '../support/cohort-world';
import { FRAMES, PLAIN_LIST, PLAIN_TABLE, timesText, TABLE_DRAWN, TYPED } from './desk-scripts';
import { CHEAP_PASSWORDS } from './memberships';
import { quiet } from './quiet';
import * as z from 'zod';

const MEMBERS = Number(process.env['BENCH_MEMBERS'] ?? 2_000);
const DAYS = 100;
const APPLICANTS_AT_ONCE = 8;
/** So many of them have written on so many days. */
const WRITERS = 100;
const WRITTEN_DAYS = 20;
const SEARCHES = 15;
const DRAWINGS = 5;
const WANTED_SHARE = 0.95;
const WANTED_FRAME_MS = 20;
const WANTED_SEARCH_MS = 200;
const WANTED_DRAWN_MS = 500;
const WIDE = 1_280;
const PATIENCE = { timeout: 120_000 };
const PATIENCE_OF_ADMISSION = { timeoutMs: 120_000 };
/** Nothing to pay, so that thousands come in without a processor; nobody is out, so that every day stays to be seen. */
const FREE: Policy = {
  ...policy,
  entryFeeMinor: 0,
  depositMinor: 0,
  days: DAYS,
  checkIn: { ...policy.checkIn, accepts: ['entry'], aheadDays: null },
  removal: { per: 'never' },
};
/** In the middle of the sixtieth day. */
const NOW = '2026-04-30T04:00:00Z';

/** What those who run a large class wait for: the list of its members as it moves and as it is searched, and every day of everybody. */
export async function benchDesk(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'daka-bench-desk-'));
  const browser = await launchBrowser();
  try {
    const system = await startSystem({ dir, virtualClock: true, serviceEnv: { membership: CHEAP_PASSWORDS } });
    system.setClock('2026-03-01T04:00:00Z');
    const client = createClient({ origin: system.origin });
    try {
      const owner = account('owner');
      const course = await openCourse(client, { owner, policy: FREE, capacity: MEMBERS });
      await takeIn(client, course);
      system.setClock(NOW);
      await quiet(system, ['membership', 'checkin']);
      const { email, password } = owner;
      const phone = await takePhone(browser, { origin: system.origin, width: WIDE, signIn: { email, password } });
      console.log(`\nDesk, ${MEMBERS} members, ${DAYS} days, real Chromium, load average ${loadavg()[0]?.toFixed(1)}`);
      await measureMembers(phone, course);
      await measureClass(phone, course);
      const faults = [...phone.violations, ...phone.failures];
      if (faults.length > 0) throw new Error(`pages were at fault: ${faults.join('; ')}`);
    } finally {
      client.close();
      await system.stop();
    }
  } finally {
    await browser.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Their names are their order: each can be looked for. */
async function takeIn(client: Client, course: Course): Promise<void> {
  const waiting = Array.from({ length: MEMBERS }, (_, index) => index + 1);
  const writers: Applicant[] = [];
  const applying = async (): Promise<void> => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      const who = await apply(client, course.cohort, account(nameOf(number)));
      if (writers.length < WRITERS) writers.push(who);
    }
  };
  await Promise.all(Array.from({ length: APPLICANTS_AT_ONCE }, applying));
  const path = `/api/membership/cohorts/${course.cohort.id}/members?q=${nameOf(MEMBERS)}`;
  await eventually(
    async () => (await course.owner.ask({ method: 'GET', path }, membershipHttp.MemberPage)).items.length === 1,
    PATIENCE_OF_ADMISSION,
  );
  await Promise.all(writers.map((who, index) => write(who, 1 + (index % WRITTEN_DAYS))));
}

const nameOf = (number: number): string => `n${String(number).padStart(5, '0')}`;

async function write({ session, enrolmentId }: Applicant, days: number): Promise<void> {
  const path = `/api/checkin/enrolments/${enrolmentId}/entries`;
  await eventually(
    async () => (await session.send({ method: 'GET', path: path.replace('entries', 'calendar') })).status === 200,
    PATIENCE_OF_ADMISSION,
  );
  for (let at = 0; at < days; at += 1) {
    const day = new Date(Date.parse(FREE.startsOn) + at * 86_400_000).toISOString().slice(0, 10);
    const { status, code } = await session.send({ method: 'POST', path, body: { day, text: '今天读了二十页书。' } });
    if (status !== 201 && code !== 'day_not_required') throw new Error(`a check-in was answered ${status} ${code}`);
  }
}

async function measureMembers({ page, open }: Phone, { cohort }: Course): Promise<void> {
  await open(`/cohorts/${cohort.id}/members`);
  await page.getByRole('status').getByText(`${MEMBERS} 人`, { exact: true }).waitFor(PATIENCE);
  console.log(`  rows in the page: ${await page.locator('a[data-enrolment]').count()} of ${MEMBERS}`);
  await page.evaluate(`scrollTo(0, 0)`);
  const ours = z.array(z.number()).parse(await page.evaluate(FRAMES));

  const field = page.getByLabel('找人');
  const answered: number[] = [];
  const asked: number[] = [];
  for (let search = 0; search < SEARCHES; search += 1) {
    const name = nameOf(1 + ((search * 137) % MEMBERS));
    const typed = page.evaluate(TYPED(name));
    await field.pressSequentially(name, { delay: 40 });
    answered.push(z.number().parse(await typed));
    const path = `/api/membership/cohorts/${cohort.id}/members?limit=200&q=${name}`;
    asked.push(z.number().parse(await page.evaluate(ASKED(path))));
    await field.fill('');
    await page.getByRole('status').getByText(`${MEMBERS} 人`, { exact: true }).waitFor(PATIENCE);
  }
  console.log(timesText('search, from the last key to its row', answered, WANTED_SEARCH_MS));
  console.log(timesText('baseline: the same question to the service', asked));

  await page.evaluate(PLAIN_LIST(MEMBERS));
  const plain = z.array(z.number()).parse(await page.evaluate(FRAMES));
  console.log(framesText('scrolling the list, 400 px a frame', ours));
  console.log(framesText('baseline: the same rows as a plain list', plain));
}

const ASKED = (path: string): string =>
  `(async () => { const began = performance.now(); await (await fetch('${path}')).json(); return performance.now() - began; })()`;

async function measureClass({ page, open }: Phone, { cohort }: Course): Promise<void> {
  await open(`/cohorts/${cohort.id}/class`);
  await page.getByText(`${MEMBERS} 人`, { exact: true }).first().waitFor(PATIENCE);
  await page.waitForLoadState('networkidle');
  const map: number[] = [];
  for (let drawing = 0; drawing < DRAWINGS; drawing += 1) {
    const frames = page.evaluate(`(${LONGEST_FRAME})(1000)`);
    await page.emulateMedia({ colorScheme: drawing % 2 === 0 ? 'dark' : 'light' });
    map.push(z.number().parse(await frames));
  }
  console.log(timesText(`map of ${MEMBERS} x ${DAYS} drawn anew, its longest frame`, map, WANTED_DRAWN_MS));
  const table: number[] = [];
  for (let drawing = 0; drawing < DRAWINGS; drawing += 1)
    table.push(z.number().parse(await page.evaluate(TABLE_DRAWN)));
  console.log(timesText(`table of ${MEMBERS} x ${DAYS}, from the tap to its cells`, table, WANTED_DRAWN_MS));
  const cells = await page.locator('[data-row] td[aria-colindex]').count();
  const plain = z.number().parse(await page.evaluate(PLAIN_TABLE(MEMBERS, DAYS)));
  console.log(timesText(`baseline: a plain table of all cells (ours draws ${cells})`, [plain]));
}

const LONGEST_FRAME = `(ms) => new Promise((resolve) => {
  const began = performance.now();
  let [before, longest] = [began, 0];
  const frame = (now) => {
    longest = Math.max(longest, now - before);
    before = now;
    if (now - began > ms) resolve(longest);
    else requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})`;

function framesText(what: string, frames: readonly number[]): string {
  const quick = frames.filter((tookMs) => tookMs < WANTED_FRAME_MS).length / frames.length;
  const longest = Math.max(...frames).toFixed(0);
  const wanted = `wanted: ${100 * WANTED_SHARE} % below ${WANTED_FRAME_MS} ms`;
  return `  ${what}: ${(100 * quick).toFixed(1)} % of ${frames.length} frames below ${WANTED_FRAME_MS} ms, longest ${longest} ms (${wanted})`;
}
