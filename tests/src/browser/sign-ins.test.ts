import { join } from 'node:path';
import { dakaDir } from '@daka/local';
import type { Browser } from 'playwright-core';
import { mkdirSync } from 'node:fs';
import { member, openCourse, startWorld, type Member, type World } from '../support/cohort-world';
import { axeFaults, launchBrowser, takePhone, type Phone } from './phone';
import { saidIn } from './said';

jest.setTimeout(180_000);

const ANDROID =
  'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.50';
const SCREENS = join(dakaDir, 'screens');

/** Where one is signed in, and another password. */
describe('who knows the password of a learner', () => {
  let world: World;
  let browser: Browser;
  let learner: Member;
  const phones: Phone[] = [];

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld(), launchBrowser()]);
    mkdirSync(SCREENS, { recursive: true });
    const course = await openCourse(world.client);
    learner = await member(world.client, course.cohort, 'guarded');
  }, 240_000);
  afterAll(async () => {
    for (const { close } of phones) await close().catch(() => undefined);
    await browser?.close();
    await world?.stop();
  });

  const take = async (more: Partial<Parameters<typeof takePhone>[1]> = {}): Promise<Phone> => {
    const { email, password } = learner.account;
    const phone = await takePhone(browser, { origin: world.system.origin, signIn: { email, password }, ...more });
    phones.push(phone);
    return phone;
  };

  it('is seen among the devices, and is out when the learner says so', async () => {
    const say = saidIn('zh-CN');
    const other = await take({ userAgent: ANDROID });
    const { page, open, failures } = await take();
    await open('/account');
    await page.getByText('WeChat · Android').waitFor();
    await page.getByText(say('signIns.here')).waitFor();
    await page.screenshot({ path: join(SCREENS, 'sign-ins-zh-CN.png'), fullPage: true });
    const line = page.locator('li').filter({ hasText: 'WeChat · Android' });
    await line.getByRole('button', { name: say('signIns.end') }).click();
    await line.waitFor({ state: 'detached' });
    // What it holds is good for minutes at most; a new one it does not get.
    const stored = await other.context.request.delete('/api/session', { headers: { origin: world.system.origin } });
    expect(stored.status()).toBe(204);
    expect(failures).toEqual([]);
  });

  it('is out with another password, which must be a good one, and takes the present one', async () => {
    const say = saidIn('en');
    const { page, open } = await take({ language: 'en', width: 320 });
    await take({ userAgent: ANDROID });
    await open('/account');
    await page.getByText('WeChat · Android').waitFor();
    const set = async (current: string, next: string): Promise<void> => {
      await page.getByLabel(say('newPassword.current')).fill(current);
      await page.getByLabel(say('newPassword.next')).fill(next);
      await page.getByRole('button', { name: say('newPassword.set') }).click();
    };
    await set('not this one', 'a lantern over the bay');
    await page.getByText(say('newPassword.wrong')).waitFor();
    await set(learner.account.password, 'password1234');
    await page.getByText(say('account.passwordGuessable')).waitFor();
    await page.screenshot({ path: join(SCREENS, 'sign-ins-en-320.png'), fullPage: true });
    expect(await axeFaults(page)).toEqual([]);
    await set(learner.account.password, 'a lantern over the bay');
    await page.getByText(say('newPassword.done')).waitFor();
    await page.getByText('WeChat · Android').waitFor({ state: 'detached' });
    await page.screenshot({ path: join(SCREENS, 'sign-ins-done-en-320.png'), fullPage: true });

    const again = (password: string) =>
      page
        .context()
        .request.post('/api/session', {
          data: { email: learner.account.email, password },
          headers: { origin: world.system.origin },
        });
    expect((await again(learner.account.password)).status()).toBe(401);
    expect((await again('a lantern over the bay')).status()).toBe(201);
  });
});
