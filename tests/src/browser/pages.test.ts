import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dakaDir } from '@daka/local';
import type { Page } from 'playwright-core';
import { unreachable } from './by-keyboard';
import { cutTexts } from './fits';
import { PEOPLE, startPagesWorld, type PageOfOurs, type PagesWorld, type Who } from './pages-world';
import { axeFaults, type Phone } from './phone';
import { speakPseudo, untranslated } from './pseudo-locale';
import { toldByColourAlone } from './without-colour';

jest.setTimeout(420_000);

const SCREENS = join(dakaDir, 'screens');
const WIDTHS = [390, 320];
/** Each language and each theme once in CI, each in both by night (DAKA_SWEEPS=all). */
const inFull = process.env['DAKA_SWEEPS'] === 'all';
const SOME_LOOKS = [
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const;
const OTHER_LOOKS = [
  ['zh-CN', 'dark'],
  ['en', 'light'],
] as const;
const REFUSES_TO_SHARE = `navigator.share = (data) => {
  window.shared = data;
  return Promise.reject(new DOMException('', 'NotAllowedError'));
}`;

/** Every page in both languages and both themes: pictures to look at, nothing that axe finds, nothing wider than the phone. */
describe('every page', () => {
  let all: PagesWorld;

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    all = await startPagesWorld();
  }, 240_000);

  afterAll(() => all?.stop());

  it.each(inFull ? [...SOME_LOOKS, ...OTHER_LOOKS] : SOME_LOOKS)('in %s, %s', (language, theme) =>
    onEveryPage({ language, theme }, async ({ page }, { name }) => {
      const faults: string[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 844 });
        await page.screenshot({ path: join(SCREENS, `${name}.${language}.${theme}.${width}.png`), fullPage: true });
        const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        if (Number(wider) > 0) faults.push(`${String(wider)} px wider than ${width}`);
      }
      // Large letters are cut where they are, whatever the theme.
      if (theme === (language === 'en' ? 'dark' : 'light'))
        faults.push(...(await cutInLarge(page, `${name}.${language}.large.png`)));
      return [...faults, ...(await axeFaults(page))];
    }),
  );

  it.each(inFull ? (['zh-CN', 'en'] as const) : (['en'] as const))(
    'in %s: all is reached by the keyboard alone, all words are translated, and no colour is needed',
    (language) =>
      onEveryPage(
        { language },
        async ({ page }) => [
          ...(await untranslated(page, language, all.names)),
          ...(await toldByColourAlone(page)),
          ...(await unreachable(page)),
        ],
        ({ page }) => speakPseudo(page, language),
      ),
  );

  it.each([
    ['zh-CN', '3月2日到3月5日共 4 天已经过去，不算你缺卡。', '只是晚来的人不分奖金池'],
    ['en', '4 days are over, 2 Mar to 5 Mar; you miss nothing by them.', 'no share of what others forfeit'],
  ] as const)(
    'says in %s before anybody pays which days are over and that joining late shares no pool',
    async (...says) => {
      const [language, days, pool] = says;
      const { id } = all.course.cohort;
      for (const [who, path] of [
        ['nobody', `/cohorts/${id}`],
        ['newcomer', `/cohorts/${id}/join`],
      ] as const) {
        const phone = await all.phoneOf(who, { language });
        await phone.open(path);
        await phone.page.getByText(days).waitFor();
        await phone.page.getByText(pool).waitFor();
        await phone.close();
      }
    },
  );

  it.each([
    ['zh-CN', '分享…', '地址已复制'],
    ['en', 'Share…', 'Address copied'],
  ] as const)('hands a class on in %s, also where the phone refuses to share', async (language, share, copied) => {
    const path = `/cohorts/${all.course.cohort.id}`;
    const { context, page, open, close, violations } = await all.phoneOf('nobody', { language });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(REFUSES_TO_SHARE);
    await open(path);
    const address = new URL(path, page.url()).href;
    await page.getByText(address).waitFor();
    await page.getByRole('button', { name: share }).click();
    await page.getByRole('button', { name: copied }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(address);
    expect(await page.evaluate('window.shared')).toEqual({ title: 'Ten days of writing', url: address });
    // Whoever draws a message reads the page as it is sent.
    const sent = await (await fetch(address, { headers: { accept: 'text/html' } })).text();
    expect(sent).toContain('<meta property="og:title" content="Ten days of writing" />');
    expect(sent).toContain(`/cohorts/${all.course.cohort.id}" />`);
    const picture = await fetch(/property="og:image" content="([^"]+)"/.exec(sent)?.[1] ?? '');
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(violations).toEqual([]);
    await close();
  });

  /** What is cut when a reader has the letters twice as large on a narrow phone. */
  async function cutInLarge(page: Page, picture: string): Promise<string[]> {
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    // What is placed by its size is placed again in the frame after.
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
    const cut = await cutTexts(page);
    await page.screenshot({ path: join(SCREENS, picture), fullPage: true });
    await page.evaluate("document.documentElement.style.fontSize = ''");
    return cut;
  }

  /** Looks for faults on all pages, the people side by side; `prepare` has each phone before its first page. */
  async function onEveryPage(
    options: Parameters<PagesWorld['phoneOf']>[1],
    look: (phone: Phone, page: PageOfOurs) => Promise<string[]>,
    prepare: (phone: Phone) => Promise<void> = async () => undefined,
  ): Promise<void> {
    const faultsOf = async (who: Who): Promise<string[]> => {
      const phone = await all.phoneOf(who, options);
      await prepare(phone);
      const found: string[] = [];
      for (const page of all.pages.filter((one) => one.who === who)) {
        await phone.open(page.path);
        found.push(...(await look(phone, page)).map((fault) => `${page.name}: ${fault}`));
      }
      found.push(...phone.violations, ...phone.failures);
      await phone.close();
      return found;
    };
    const faults = PEOPLE.map(async (turns) => {
      const found: string[] = [];
      for (const who of turns) found.push(...(await faultsOf(who)));
      return found;
    });
    expect((await Promise.all(faults)).flat()).toEqual([]);
  }
});
