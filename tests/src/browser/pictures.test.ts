import { randomFillSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dakaDir } from '@daka/local';
import { drawnPicture, eventually } from '@daka/service-kit/testing';
import type { Page } from 'playwright-core';
import { account, staffMember } from '../support/cohort-world';
import { axeFaults } from './phone';
import { patientPolicy, startPhoneWorld, type PhoneWorld } from './phone-world';
import { saidIn } from './said';

jest.setTimeout(240_000);

const { checkIn } = patientPolicy;
const policy = {
  ...patientPolicy,
  checkIn: { ...checkIn, accepts: ['entry' as const, 'picture' as const], minPictures: 2 },
};

const PATIENCE = { timeout: 40_000 };
/** How wide the first picture of a day is once it is drawn; 0 where it cannot be. */
const WIDTH = `(async () => {
  const image = document.querySelector('img[alt="图片 1"]');
  await image.decode();
  return image.naturalWidth;
})()`;

/** Pictures of a check-in and of homework, from a phone to those who review. */
describe('pictures', () => {
  let phones: PhoneWorld;
  const teacher = account('Qin');
  const say = saidIn('zh-CN');
  let folder: string;
  const fileOf = (name: string, content: Buffer): string => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  /** A picture that weighs so much: what follows its end is noise, which nobody stores. */
  const heavy = async (seed: number, bytes: number): Promise<Buffer> => {
    const picture = await drawnPicture(seed);
    return Buffer.concat([picture, randomFillSync(Buffer.alloc(Math.max(0, bytes - picture.length)))]);
  };
  const choose = async (page: Page, ...files: string[]) => {
    await page.getByRole('button', { name: '添加图片' }).waitFor();
    await page.locator('input[type=file]').setInputFiles(files);
  };
  const shot = (page: Page, name: string) =>
    page.screenshot({ path: path.join(dakaDir, 'screens', `${name}.png`), fullPage: true });
  const atNoon = (day: string) => phones.world.setClock(`${day}T04:00:00Z`);

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'daka-test-'));
    phones = await startPhoneWorld(['painter', 'slow', 'stranger'], { policy });
    await staffMember(phones.world.client, phones.course, 'instructor', teacher);
  }, 240_000);
  afterAll(async () => {
    await phones?.stop();
    rmSync(folder, { recursive: true });
  });
  afterEach(async () => expect(await phones.putAway()).toEqual([]));

  it('two of a check-in are one without a word; its learner sees them, a neighbour does not', async () => {
    atNoon('2026-03-02');
    const { page, open, context } = await phones.memberOnPhone('painter');
    await open('/today');
    const send = page.getByRole('button', { name: '打卡' });
    await choose(
      page,
      fileOf('one.jpg', await drawnPicture(1)),
      fileOf('script.png', Buffer.from('<svg><script>alert(1)</script></svg>')),
    );
    await page.getByText('只收 JPEG、PNG、WebP 图片').waitFor();
    await page.getByAltText('one.jpg').waitFor();
    expect(await send.isDisabled()).toBe(true);
    await page.getByRole('button', { name: '移除' }).nth(1).click();
    await choose(page, fileOf('two.jpg', await drawnPicture(2)));
    await page.getByAltText('two.jpg').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await shot(page, 'pictures-today-zh');
    await page.reload();
    await page.getByAltText('two.jpg').waitFor();
    await send.click();
    await page.getByText('第 1 天完成').waitFor();
    await open('/days');
    const shown = page.getByAltText('图片 1');
    await shown.waitFor();
    expect(await page.evaluate(WIDTH)).toBeGreaterThan(100);
    await shot(page, 'pictures-days-zh');
    const address = await shown.getAttribute('src');
    const stranger = await phones.memberOnPhone('stranger');
    expect((await stranger.context.request.get(String(address))).status()).toBe(404);
    const own = await context.request.get(String(address));
    expect([own.status(), own.headers()['content-security-policy']]).toEqual([200, expect.stringContaining('sandbox')]);
  });

  it('nine of 12 MB over a line that is cut twice arrive whole, with their progress', async () => {
    atNoon('2026-03-03');
    const { page, open, context } = await phones.memberOnPhone('slow');
    await open('/today');
    let sentBytes = 0;
    page.on('request', (request) => {
      if (request.method() === 'PATCH') sentBytes += request.postDataBuffer()?.length ?? 0;
    });
    const bytes = 12_000_000;
    const files: string[] = [];
    for (let index = 0; index < 9; index += 1) files.push(fileOf(`heavy-${index}.jpg`, await heavy(10 + index, bytes)));
    await choose(page, ...files);
    await page
      .getByText(/^已传 [1-9]\d?%$/)
      .first()
      .waitFor();
    await context.setOffline(true);
    await page.getByText(/^等网络恢复/).waitFor();
    await context.setOffline(false);
    await page.getByAltText('heavy-0.jpg').waitFor({ timeout: 60_000 });
    await page
      .getByText(/^已传 [1-9]\d?%$/)
      .first()
      .waitFor();
    await page.reload();
    await page.getByAltText('heavy-8.jpg').waitFor({ timeout: 200_000 });
    // What arrived before each cut was not sent again, but for the slice that was under way.
    expect(sentBytes).toBeLessThan(9 * bytes + 3 * 1_048_576);
    await page.getByRole('button', { name: '打卡' }).click();
    await page.getByText('第 2 天完成').waitFor();
  });

  it('go with homework where it takes them: from the form of the instructor to the next version, and to nobody else', async () => {
    atNoon('2026-03-04');
    const desk = await phones.phone({ signIn: { email: teacher.email, password: teacher.password }, width: 320 });
    const cohort = `/cohorts/${phones.course.cohort.id}`;
    await desk.open(`${cohort}/assignments`);
    await desk.page.getByLabel(say('assignments.name')).fill('画窗外');
    await desk.page.getByLabel(say('assignments.instructions')).fill('画一张，写几句。');
    await desk.page.getByLabel('截止时间').fill('2026-03-06T22:00');
    await desk.page.getByLabel(say('assignments.pictures')).selectOption({ label: '最多 3 张' });
    expect(await axeFaults(desk.page)).toEqual([]);
    await shot(desk.page, 'pictures-assignment-zh.320');
    await desk.page.getByRole('button', { name: say('assignments.set'), exact: true }).click();
    await desk.page.getByText('可附 3 张图片').waitFor(PATIENCE);

    const { page, open, context } = await phones.memberOnPhone('painter');
    await open('/homework');
    await page.getByText('画窗外').click();
    await page.getByLabel(say('homework.write')).fill('窗外是一棵树，树上有两只鸟。');
    await choose(page, fileOf('tree.jpg', await drawnPicture(31)), fileOf('bird.jpg', await drawnPicture(32)));
    for (const name of ['tree.jpg', 'bird.jpg']) await page.getByAltText(name).waitFor(PATIENCE);
    await page.getByText('最多附 3 张图片').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await shot(page, 'pictures-hand-in-zh');
    // The answer is lost: that it was handed in is read anew, and nothing is handed in twice.
    await page.route(
      '**/submissions',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await page.getByRole('button', { name: say('homework.handIn'), exact: true }).click();
    await page.getByText(say('homework.waits')).waitFor(PATIENCE);
    // They go along with the next version until they are taken out.
    await page.getByAltText('上一版的图片 2').waitFor();
    const address = String(await page.getByAltText('图片 1', { exact: true }).getAttribute('src'));
    expect(address).toMatch(/^\/api\/homework\//);
    await shot(page, 'pictures-handed-in-zh');

    await desk.open(`${cohort}/queue`);
    await desk.page.getByRole('heading', { name: /· 1$/ }).first().waitFor(PATIENCE);
    await desk.page.keyboard.press('j');
    await desk.page.getByAltText('图片 2', { exact: true }).waitFor(PATIENCE);
    expect(Number(await desk.page.evaluate(WIDTH))).toBeGreaterThan(100);
    expect(await axeFaults(desk.page)).toEqual([]);
    await shot(desk.page, 'pictures-queue-zh.320');
    await desk.page.getByAltText('图片 1', { exact: true }).click();
    await desk.page.getByRole('dialog', { name: '图片 1' }).waitFor();
    await shot(desk.page, 'pictures-queue-large-zh.320');
    await desk.page.keyboard.press('Escape');
    await desk.page.getByLabel(say('queue.comment')).fill('再画一张近的。');
    await desk.page.getByRole('button', { name: say('queue.return') }).click();
    await untilReturned();

    const stranger = await phones.memberOnPhone('stranger');
    expect((await stranger.context.request.get(address)).status()).toBe(404);
    expect((await context.request.get(address)).status()).toBe(200);

    await page.reload();
    await page.getByText('再画一张近的。').waitFor(PATIENCE);
    await page.getByLabel(say('homework.rewrite')).fill('近看，鸟有三只。');
    await page.getByRole('button', { name: '移除' }).first().click();
    await choose(page, fileOf('near.jpg', await drawnPicture(33)));
    await page.getByAltText('near.jpg').waitFor(PATIENCE);
    // What this device kept comes one after the other, so it would be here by now.
    expect(await page.getByAltText('tree.jpg').count()).toBe(0);
    await page.getByRole('button', { name: say('homework.handIn'), exact: true }).click();
    await page.getByText(say('homework.version', { version: 2 })).waitFor(PATIENCE);
    const sources = await page
      .getByAltText(/^图片 \d$/)
      .evaluateAll((all: { src: string }[]) => all.map(({ src }) => src));
    // Each version has its two, and one of them they share.
    expect([sources.length, new Set(sources).size]).toEqual([4, 3]);
    await shot(page, 'pictures-second-version-zh');
  });

  /** The ten seconds in which an answer can be taken back begin when it has come: time goes on until it is said. */
  async function untilReturned(): Promise<void> {
    const path = `/api/homework/cohorts/${phones.course.cohort.id}/assignments`;
    let nowMs = Date.parse('2026-03-04T04:00:00Z');
    await eventually(
      async () => {
        phones.world.setClock(new Date((nowMs += 11_000)).toISOString());
        const answers = phones.members(['painter']).map(({ session }) => session.send({ method: 'GET', path }));
        return JSON.stringify(await Promise.all(answers)).includes('changes_requested');
      },
      { timeoutMs: 60_000 },
    );
  }
});
