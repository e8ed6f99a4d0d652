import { randomFillSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dakaDir } from '@daka/local';
import { drawnPicture } from '@daka/service-kit/testing';
import type { Page } from 'playwright-core';
import { axeFaults } from './phone';
import { patientPolicy, startPhoneWorld, type PhoneWorld } from './phone-world';

jest.setTimeout(240_000);

const { checkIn } = patientPolicy;
const policy = {
  ...patientPolicy,
  checkIn: { ...checkIn, accepts: ['entry' as const, 'picture' as const], minPictures: 2 },
};

/** How wide the first picture of a day is once it is drawn; 0 where it cannot be. */
const WIDTH = `(async () => {
  const image = document.querySelector('img[alt="图片 1"]');
  await image.decode();
  return image.naturalWidth;
})()`;

/** Pictures of a check-in, from a phone to those who review. */
describe('pictures of a check-in', () => {
  let phones: PhoneWorld;
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
  }, 240_000);
  afterAll(async () => {
    await phones?.stop();
    rmSync(folder, { recursive: true });
  });
  afterEach(async () => expect(await phones.putAway()).toEqual([]));

  it('two are a check-in without a word; its learner sees them, a neighbour does not', async () => {
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
});
