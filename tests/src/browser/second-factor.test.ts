import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dakaDir } from '@daka/local';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { member, openCourse, startWorld, type Member, type World } from '../support/cohort-world';
import { axeFaults, launchBrowser, takePhone, type Phone, type PhoneOptions } from './phone';
import { saidIn } from './said';

jest.setTimeout(180_000);

const SCREENS = join(dakaDir, 'screens');
const STEP_MS = 30_000;
type Say = ReturnType<typeof saidIn>;

/** The code of now, or of so many half minutes later. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * STEP_MS });

/** An account with two-step sign-in, in a real browser. */
describe('two-step sign-in', () => {
  let world: World;
  let browser: Browser;
  let learner: Member;
  let secret = '';
  let recoveryCodes: string[] = [];
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

  const take = async (more: Omit<PhoneOptions, 'origin'> = {}): Promise<Phone> => {
    const phone = await takePhone(browser, { origin: world.system.origin, ...more });
    phones.push(phone);
    return phone;
  };
  const signInAt = async (page: Page, say: Say): Promise<void> => {
    await page.getByLabel(say('account.email')).fill(learner.account.email);
    await page.getByLabel(say('account.password'), { exact: true }).fill(learner.account.password);
    await page.getByRole('button', { name: say('signIn.title'), exact: true }).click();
  };
  const picture = (page: Page, name: string) =>
    page.screenshot({ path: join(SCREENS, `second-factor-${name}.png`), fullPage: true });

  it('is turned on from the account with an authenticator, after a wrong code too, and shows codes once', async () => {
    const say = saidIn('zh-CN');
    const { email, password } = learner.account;
    const { page, open, failures, violations } = await take({ signIn: { email, password } });
    await open('/account');
    await page.getByRole('link', { name: say('factor.toTurnOn') }).click();
    // The account has a field of the same name.
    await page.getByRole('button', { name: say('factor.begin') }).waitFor();
    await page.getByLabel(say('newPassword.current')).fill('not this one');
    await page.getByRole('button', { name: say('factor.begin') }).click();
    await page.getByText(say('newPassword.wrong')).waitFor();
    await picture(page, 'begin-zh-CN');
    await page.getByLabel(say('newPassword.current')).fill(password);
    await page.getByRole('button', { name: say('factor.begin') }).click();
    await page.getByRole('img', { name: say('factor.qr') }).waitFor();
    secret = ((await page.getByText(/^[A-Z2-7 ]{39}$/).textContent()) ?? '').replaceAll(' ', '');
    const field = page.getByLabel(say('factor.code'), { exact: true });
    await field.fill('12345');
    await page.getByRole('button', { name: say('factor.turnOn'), exact: true }).click();
    await page.getByText(say('factor.wrongCode')).waitFor();
    await picture(page, 'confirm-zh-CN');
    expect(await axeFaults(page)).toEqual([]);
    await field.fill(codeOf(secret));
    // By the pointer: what vanishes above a button must not keep the press from it.
    await page.getByRole('button', { name: say('factor.turnOn'), exact: true }).click();
    await page.getByText(say('factor.codesOnce')).waitFor();
    recoveryCodes = await page
      .getByRole('list', { name: say('factor.codesTitle') })
      .getByRole('listitem')
      .allInnerTexts();
    expect(recoveryCodes).toHaveLength(10);
    await picture(page, 'codes-zh-CN');
    expect(await axeFaults(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: say('factor.download') }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('daka-recovery-codes.txt');
    await page.getByRole('button', { name: say('factor.codesKept') }).click();
    await page.getByText(say('factor.isOn', { left: 10 })).waitFor();
    await page.getByText(recoveryCodes[0] ?? '').waitFor({ state: 'detached' });
    expect([failures, violations]).toEqual([[], []]);
  });

  it('asks for a code once the password was right, and takes one', async () => {
    const say = saidIn('en');
    const { page, open } = await take({ language: 'en', width: 320, theme: 'dark' });
    await open('/sign-in');
    await signInAt(page, say);
    const field = page.getByLabel(say('factor.code'), { exact: true });
    await field.waitFor();
    await page.locator('input[name=code]:focus').waitFor();
    await field.fill('12345');
    await page.getByRole('button', { name: say('signIn.title'), exact: true }).click();
    await page.getByText(say('factor.wrongCode')).waitFor();
    await picture(page, 'sign-in-en-320');
    expect(await axeFaults(page)).toEqual([]);
    await field.fill(codeOf(secret, 1));
    await page.getByRole('button', { name: say('signIn.title'), exact: true }).click();
    await page.waitForURL('**/today');
  });

  it('takes a recovery code from who has lost the phone, and is turned off with another', async () => {
    const say = saidIn('en');
    const { page, open, failures } = await take({ language: 'en', width: 320 });
    await open('/sign-in');
    await signInAt(page, say);
    await page.getByRole('button', { name: say('factor.useRecoveryCode') }).click();
    await page.getByLabel(say('factor.recoveryCode'), { exact: true }).fill(recoveryCodes[0] ?? '');
    await page.getByRole('button', { name: say('signIn.title'), exact: true }).click();
    await page.waitForURL('**/today');
    await open('/account/second-factor');
    await page.getByText(say('factor.isOn', { left: 9 })).waitFor();
    await picture(page, 'change-en-320');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel(say('newPassword.current')).fill(learner.account.password);
    await page.getByRole('button', { name: say('factor.useRecoveryCode') }).click();
    await page.getByLabel(say('factor.recoveryCode'), { exact: true }).fill(recoveryCodes[1] ?? '');
    await page.getByRole('button', { name: say('factor.turnOff') }).click();
    await page.getByText(say('factor.why')).waitFor();
    expect(failures).toEqual([]);
    await page.context().clearCookies();
    await open('/sign-in');
    await signInAt(page, say);
    await page.waitForURL('**/today');
  });
});
