import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkinHttp, membershipHttp } from '@daka/contracts';
import { dakaDir } from '@daka/local';
import { eventually } from '@daka/service-kit/testing';
import type { Page, Route } from 'playwright-core';
import { z } from 'zod';
import { account } from '../support/cohort-world';
import { axeFaults, type Phone } from './phone';
import { patientPolicy, startPhoneWorld, type PhoneWorld } from './phone-world';
import { saidIn } from './said';

jest.setTimeout(240_000);

const SCREENS = join(dakaDir, 'screens');
const MEMBERS = 2_000;
const DAYS = 100;
/** What a window of 844 px and some above and below may hold. */
const MOST_DRAWN = 120;
const MOST_CELLS = 3_000;
const STATES = 'dmxreou';
const PEOPLE = Array.from({ length: MEMBERS }, (_, index) => ({
  enrolmentId: randomUUID(),
  memberNumber: index + 1,
  displayName: index % 7 === 0 ? `欧阳 ${index + 1}` : `member ${index + 1}`,
  status: 'admitted' as const,
}));

type Class = typeof PEOPLE;
type StaffPageOptions = NonNullable<Parameters<PhoneWorld['phone']>[0]> & {
  /** How many members there are. */
  of?: number;
};

/** A class too large to be taken in here one by one: the lists that the services would answer with are played, everything else is the real system. */
describe('a class of 2,000', () => {
  let phones: PhoneWorld;
  const owner = account('owner');

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    phones = await startPhoneWorld([], { owner, policy: patientPolicy });
  }, 240_000);
  afterEach(async () => expect(await phones.putAway()).toEqual([]));
  afterAll(() => phones?.stop());

  it.each([
    ['zh-CN', 1_280],
    ['en', 320],
  ] as const)('in %s at %i px: a few rows in the page, each of all to be scrolled to', async (language, width) => {
    const { page } = await staffPage('members', { language, width });
    await eventually(async () => (await grid(page).getAttribute('aria-rowcount')) === String(MEMBERS));
    const seen = new Set<number>();
    for (let end = false; !end;) {
      const numbers = await drawn(page);
      expect(numbers.length).toBeLessThan(MOST_DRAWN);
      numbers.forEach((number) => seen.add(number));
      end = Boolean(await page.evaluate(MOVED));
    }
    expect(seen.size).toBe(MEMBERS);
    // A row says which it is of how many, and what it is said to be.
    const last = page.getByRole('row').last();
    expect(await last.getAttribute('aria-rowindex')).toBe(String(MEMBERS));
    expect(await last.innerText()).toContain(PEOPLE.at(-1)!.displayName);
    expect(await axeFaults(page)).toEqual([]);
    await page.screenshot({ path: join(SCREENS, `many-members.${language}.${width}.png`) });
  });

  it('is one stop of Tab; the arrows, PageDown, Home and End go to every row, and what has the focus stays', async () => {
    const { page } = await staffPage('members');
    await eventually(async () => (await grid(page).getAttribute('aria-rowcount')) === String(MEMBERS));
    await page.locator('select').last().focus();
    for (let stops = 0; (await focused(page)) === null && stops < 10; stops += 1) await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(1);
    const presses: readonly [string, number][] = [
      ['ArrowDown', 2],
      ['PageDown', 12],
      ['End', MEMBERS],
      ['ArrowDown', MEMBERS],
      ['ArrowUp', MEMBERS - 1],
      ['PageUp', MEMBERS - 11],
      ['Home', 1],
      ['ArrowUp', 1],
    ];
    for (const [key, number] of presses) {
      await page.keyboard.press(key);
      expect([key, await focused(page), await isInSight(page)]).toEqual([key, number, true]);
    }
    for (let number = 2; number <= 60; number += 1) {
      await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toBe(number);
    }
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await eventually(async () => (await drawn(page)).includes(MEMBERS));
    expect(await focused(page)).toBe(60);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/members/${PEOPLE[59]!.enrolmentId}`);
  });

  it('makes room for its rows as soon as letters are larger, or smaller again, though nobody scrolls', async () => {
    const { page } = await staffPage('members', { width: 320 });
    await eventually(async () => (await grid(page).getAttribute('aria-rowcount')) === String(MEMBERS));
    const before = await tops(page);
    for (const size of ['200%', '']) {
      await page.evaluate(`document.documentElement.style.fontSize = '${size}'`);
      await page.evaluate(TWO_FRAMES);
      expect(await gaps(page)).toEqual([]);
    }
    expect((await tops(page)).slice(0, 3)).toEqual(before.slice(0, 3));
  });

  it('has every day of everybody as a table, of which what is in sight is drawn', async () => {
    const say = saidIn('zh-CN');
    const { page } = await staffPage('class');
    await page.getByText(say('class.byMember')).click();
    const table = page.getByRole('table');
    await eventually(async () => (await table.getAttribute('aria-rowcount')) === String(MEMBERS + 1));
    expect(await table.getAttribute('aria-colcount')).toBe(String(DAYS + 1));
    const frame = page.getByRole('region', { name: say('class.tableLabel', { members: MEMBERS, days: DAYS }) });
    await cellsAreRight(page);
    await frame.screenshot({ path: join(SCREENS, 'class-table.zh-CN.png') });
    for (const place of ['100000, 0', '0, 30000', '100000, 1000000']) {
      await page.evaluate(`${FRAME}.scrollTo(${place})`);
      await eventually(async () => cellsAreRight(page).then(() => true));
    }
    await table.getByRole('rowheader', { name: PEOPLE.at(-1)!.displayName }).waitFor();
    await table.getByRole('columnheader', { name: '6月9日' }).waitFor();
    await frame.screenshot({ path: join(SCREENS, 'class-table-end.zh-CN.png') });
    // By the keyboard too.
    await frame.focus();
    await page.keyboard.press('Home');
    await eventually(async () => Number(await page.evaluate(`${FRAME}.scrollTop`)) === 0);
  });

  it('has the same table of a small class, in which axe finds nothing', async () => {
    const say = saidIn('en');
    const { page } = await staffPage('class', { language: 'en', width: 320, of: 3 });
    await page.getByText(say('class.byMember')).click();
    await page.getByRole('table').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))).toBeLessThanOrEqual(0);
    await page.screenshot({ path: join(SCREENS, 'class-table.en.320.png'), fullPage: true });
  });

  async function staffPage(place: string, { of = MEMBERS, ...options }: StaffPageOptions = {}): Promise<Phone> {
    const { email, password } = owner;
    const phone = await phones.phone({ width: 1_280, ...options, signIn: { email, password } });
    await phone.context.route('**/api/membership/cohorts/*/members?*', (route) =>
      answer(route, (from, limit) => membersPage(PEOPLE.slice(0, of), from, limit)),
    );
    await phone.context.route('**/api/checkin/cohorts/*/days?*', (route) =>
      answer(route, (from, limit) => daysPage(PEOPLE.slice(0, of), from, limit)),
    );
    await phone.open(`/cohorts/${phones.course.cohort.id}/${place}`);
    return phone;
  }

  const grid = (page: Page) => page.getByRole('grid');

  async function drawn(page: Page): Promise<number[]> {
    const rows = await page.evaluate(
      "[...document.querySelectorAll('[data-row]')].map((row) => Number(row.dataset.row) + 1)",
    );
    return z.array(z.number()).parse(rows);
  }

  /** Where the drawn rows begin (px, in their list). */
  async function tops(page: Page): Promise<number[]> {
    const rows = await page.evaluate("[...document.querySelectorAll('[data-row]')].map((row) => row.offsetTop)");
    return z.array(z.number()).parse(rows);
  }

  /** Rows that do not begin where the one before ends; a pixel is a matter of rounding. */
  async function gaps(page: Page): Promise<string[]> {
    const rows = await page.evaluate(`[...document.querySelectorAll('[data-row]')].map((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return [Number(row.dataset.row), top, bottom];
    })`);
    const places = z.array(z.tuple([z.number(), z.number(), z.number()])).parse(rows);
    return places.flatMap(([row, top], index) => {
      const [before, , bottom] = places[index - 1] ?? [row - 1, 0, top];
      return before === row - 1 && Math.abs(bottom - top) > 1 ? [`row ${row}: at ${top}, not ${bottom}`] : [];
    });
  }

  /** The number of the member whose row has the focus. */
  async function focused(page: Page): Promise<number | null> {
    const row = await page.evaluate("document.activeElement?.closest('[data-row]')?.dataset.row ?? null");
    return row === null ? null : Number(row) + 1;
  }

  async function isInSight(page: Page): Promise<boolean> {
    return Boolean(
      await page.evaluate(
        '(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.activeElement.getBoundingClientRect())',
      ),
    );
  }

  /** Each cell that is drawn says the state of its member and its day. */
  async function cellsAreRight(page: Page): Promise<void> {
    const words: Record<string, string> = {
      d: '完成',
      m: '已补',
      x: '缺卡',
      r: '休息',
      e: '请假',
      o: '今天',
      u: '还没到',
    };
    const said = await page.evaluate(CELLS);
    const cells = z.array(z.tuple([z.number(), z.number(), z.string()])).parse(said);
    expect(cells.length).toBeGreaterThan(100);
    expect(cells.length).toBeLessThan(MOST_CELLS);
    for (const [row, at, word] of cells) expect([row, at, word]).toEqual([row, at, words[stateAt(row, at)]]);
  }
});

const TWO_FRAMES = 'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))';
const FRAME = "document.querySelector('[role=region]')";
/** Moves the page on, lets it draw, and says whether that was the end. */
const MOVED = `(async () => {
  const at = scrollY;
  scrollBy(0, 1600);
  await ${TWO_FRAMES};
  return scrollY === at;
})()`;
/** Of each cell that is drawn: its row, its column and what it is said to be. */
const CELLS = `[...document.querySelectorAll('[data-row] td[aria-colindex]')].map((cell) => [
  cell.parentElement.ariaRowIndex - 2, cell.ariaColIndex - 2, cell.querySelector('[role=img]').ariaLabel,
])`;

function stateAt(row: number, at: number): string {
  return STATES[(row + 3 * at) % STATES.length] ?? '';
}

async function answer(route: Route, pageOf: (from: number, limit: number) => object): Promise<void> {
  const { searchParams } = new URL(route.request().url());
  const [from, limit] = [Number(searchParams.get('cursor') ?? 0), Number(searchParams.get('limit'))];
  await route.fulfill({ json: pageOf(from, limit) });
}

const following = (people: Class, from: number, limit: number) =>
  from + limit < people.length ? { nextCursor: String(from + limit) } : {};

function membersPage(people: Class, from: number, limit: number): object {
  const items = people
    .slice(from, from + limit)
    .map((one) => ({ ...one, group: 1, admittedAt: '2026-03-01T00:00:00Z' }));
  return membershipHttp.MemberPage.parse({ items, ...following(people, from, limit) });
}

function daysPage(people: Class, from: number, limit: number): object {
  const items = people
    .slice(from, from + limit)
    .map(({ enrolmentId, memberNumber }) => ({
      enrolmentId,
      memberNumber,
      status: 'open',
      days: Array.from({ length: DAYS }, (_, at) => stateAt(memberNumber - 1, at)).join(''),
      done: 3,
      missed: 1,
      streak: 2,
      lastEntryAt: '2026-03-02T00:00:00Z',
      silentDays: memberNumber % 20,
    }));
  const rest = { startsOn: '2026-03-02', asOf: '2026-03-10T00:00:00Z', ...following(people, from, limit) };
  return checkinHttp.MemberDaysPage.parse({ items, ...rest });
}
