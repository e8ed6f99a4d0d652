import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dakaDir } from '@daka/local';
import { writtenPdf } from '@daka/service-kit/testing';
import type { Locator, Page } from 'playwright-core';
import { account, staffMember } from '../support/cohort-world';
import { axeFaults } from './phone';
import { startPhoneWorld, type PhoneWorld } from './phone-world';
import { saidIn } from './said';

jest.setTimeout(240_000);

const PATIENCE = { timeout: 40_000 };
const say = saidIn('zh-CN');

/** Attachments of homework, from the form of the instructor to the device that saves them. */
describe('attachments', () => {
  let phones: PhoneWorld;
  const teacher = account('Qin');
  let folder: string;
  const fileOf = (name: string, content: Buffer): string => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const choose = async (page: Page, ...files: string[]) => {
    await page.getByRole('button', { name: say('media.addAttachments') }).waitFor(PATIENCE);
    await page.locator('input[type=file]').setInputFiles(files);
  };
  const look = async (page: Page, name: string) => {
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const file = path.join(dakaDir, 'screens', `attachments-${name}.${colorScheme}.320.png`);
      await page.screenshot({ path: file, fullPage: true });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  };
  const saved = async (page: Page, link: Locator) => {
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
  };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'daka-test-'));
    phones = await startPhoneWorld(['reader', 'stranger']);
    await staffMember(phones.world.client, phones.course, 'instructor', teacher);
  }, 240_000);
  afterAll(async () => {
    await phones?.stop();
    rmSync(folder, { recursive: true });
  });
  afterEach(async () => expect(await phones.putAway()).toEqual([]));

  it('are handed in on a small phone and saved by who reviews, under their own names', async () => {
    phones.world.setClock('2026-03-04T04:00:00Z');
    const desk = await phones.phone({ signIn: { email: teacher.email, password: teacher.password }, width: 320 });
    const cohort = `/cohorts/${phones.course.cohort.id}`;
    await desk.open(`${cohort}/assignments`);
    await desk.page.getByLabel(say('assignments.name')).fill('读后感');
    await desk.page.getByLabel(say('assignments.instructions')).fill('读一篇，写几句，附上笔记。');
    await desk.page.getByLabel('截止时间').fill('2026-03-06T22:00');
    await desk.page.getByLabel(say('assignments.attachments'), { exact: true }).selectOption({ label: '最多 2 个' });
    await look(desk.page, 'assignment-zh');
    await desk.page.getByRole('button', { name: say('assignments.set'), exact: true }).click();
    await desk.page.getByText('可附 2 个 PDF').waitFor(PATIENCE);

    const { page, open, context } = await phones.memberOnPhone('reader', { width: 320 });
    await open('/homework');
    await page.getByText('读后感').click();
    await page.getByLabel(say('homework.write')).fill('读完了，笔记在附件里。');
    const notes = writtenPdf('Notes', 2_500_000);
    const long = `一份名字特别长的读书笔记${'，续'.repeat(20)}.pdf`;
    await choose(page, fileOf('笔记.pdf', notes), fileOf('page.pdf', Buffer.from('<script>alert(1)</script>')));
    await page.getByText(say('media.wrongAttachmentType')).waitFor(PATIENCE);
    await page.getByText('2.5 MB').waitFor();
    await page.getByRole('progressbar').waitFor({ state: 'detached', ...PATIENCE });
    await look(page, 'refused-zh');
    await page
      .getByRole('button', { name: say('media.remove') })
      .nth(1)
      .click();
    await choose(page, fileOf('large.pdf', Buffer.alloc(20_000_001, '%')));
    await page.getByText(say('media.attachmentTooLarge')).waitFor();
    await page
      .getByRole('button', { name: say('media.remove') })
      .nth(1)
      .click();
    await choose(page, fileOf(long, writtenPdf('Long')));
    await page.getByText('1 KB').waitFor();
    // As many as it takes: there is no way to add more.
    await page.getByRole('button', { name: say('media.addAttachments') }).waitFor({ state: 'detached' });
    const handIn = page.getByRole('button', { name: say('homework.handIn'), exact: true });
    await page.getByRole('progressbar').waitFor({ state: 'detached', ...PATIENCE });
    await look(page, 'added-zh');
    await handIn.click();
    await page.getByText(say('homework.waits')).waitFor(PATIENCE);
    const own = page.getByRole('list', { name: say('media.attachments'), exact: true });
    await own.waitFor(PATIENCE);
    await page.getByRole('list', { name: say('media.alongAttachments') }).waitFor();
    await look(page, 'handed-in-zh');
    const address = String(await own.getByRole('link').first().getAttribute('href'));

    await desk.open(`${cohort}/queue`);
    await desk.page.getByRole('heading', { name: /· 1$/ }).first().waitFor(PATIENCE);
    await desk.page.keyboard.press('j');
    const shown = desk.page.getByRole('list', { name: say('media.attachments'), exact: true });
    await shown.waitFor(PATIENCE);
    await look(desk.page, 'queue-zh');
    const first = await saved(desk.page, shown.getByRole('link', { name: '笔记.pdf' }));
    expect([first.name, first.content.equals(notes)]).toEqual(['笔记.pdf', true]);
    const second = await saved(desk.page, shown.getByRole('link').nth(1));
    expect(second.name).toBe(`${long.slice(0, -4).slice(0, 60)}.pdf`);

    const stranger = await phones.memberOnPhone('stranger');
    expect((await stranger.context.request.get(address)).status()).toBe(404);
    expect((await context.request.get(address)).headers()).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; /),
      'x-content-type-options': 'nosniff',
    });

    // The next version takes along what is left of the one before; each keeps its own.
    await page.getByLabel(say('homework.rewrite')).fill('笔记只留一份。');
    await page
      .getByRole('button', { name: say('media.remove') })
      .nth(1)
      .click();
    await handIn.click();
    await page.getByText(say('homework.version', { version: 2 })).waitFor(PATIENCE);
    expect(
      await own.evaluateAll((lists: { children: { length: number } }[]) =>
        lists.map(({ children }) => children.length),
      ),
    ).toEqual([1, 2]);
    await desk.open(`${cohort}/queue`);
    await desk.page.getByRole('heading', { name: /· 1$/ }).first().waitFor(PATIENCE);
    await desk.page.keyboard.press('j');
    await desk.page.getByRole('button', { name: say('homework.version', { version: 1 }) }).click();
    await shown.getByRole('link').nth(1).waitFor(PATIENCE);
    await desk.page.getByRole('button', { name: say('homework.version', { version: 2 }) }).click();
    await shown.getByRole('link').nth(1).waitFor({ state: 'detached' });
    expect(await shown.getByRole('link').count()).toBe(1);
  });
});
