import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { membershipHttp } from '@daka/contracts';
import { dakaDir } from '@daka/local';
import type { Session } from '@daka/replay';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { openCourse, staffMember, startWorld, type Course, type World } from '../support/cohort-world';
import { axeFaults, launchBrowser, takePhone, type Phone, type PhoneOptions } from './phone';
import { saidIn } from './said';

jest.setTimeout(180_000);

const SCREENS = join(dakaDir, 'screens');
const FACTOR = '/api/membership/accounts/me/second-factor';
const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate();

/** An organisation that requires two-step sign-in, and who works for it. */
describe('two-step sign-in that is required of the staff', () => {
  let world: World;
  let browser: Browser;
  let course: Course;
  let head: Session;
  let recoveryCodes: string[];
  const phones: Phone[] = [];

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld(), launchBrowser()]);
    mkdirSync(SCREENS, { recursive: true });
    course = await openCourse(world.client);
    head = await staffMember(world.client, course, 'class_head');
  }, 240_000);
  afterAll(async () => {
    for (const { close } of phones) await close().catch(() => undefined);
    await browser?.close();
    await world?.stop();
  });

  const take = async (
    { account: { email, password } }: Session,
    more: Omit<PhoneOptions, 'origin'>,
  ): Promise<Phone> => {
    const phone = await takePhone(browser, { origin: world.system.origin, signIn: { email, password }, ...more });
    phones.push(phone);
    return phone;
  };
  const picture = (page: Page, name: string) =>
    page.screenshot({ path: join(SCREENS, `required-factor-${name}.png`), fullPage: true });

  it('takes an owner who has it, and is required by password and code', async () => {
    const say = saidIn('zh-CN');
    const { page, open, failures, violations } = await take(course.owner, {});
    await open('/organisations');
    await page.getByRole('button', { name: say('requireFactor.begin') }).click();
    await page.getByText(say('requireFactor.yoursFirst')).waitFor();
    await picture(page, 'yours-first-zh-CN');
    const { currentPassword } = { currentPassword: course.owner.account.password };
    const begun = { method: 'POST', path: FACTOR, body: { currentPassword } } as const;
    const { secret } = await course.owner.ask(begun, membershipHttp.SecondFactorBegunBody);
    const first = { method: 'POST', path: `${FACTOR}/confirmation`, body: { code: codeOf(secret) } } as const;
    ({ recoveryCodes } = await course.owner.ask(first, membershipHttp.RecoveryCodesBody));

    // Whoever was signed in elsewhere is out.
    await open('/sign-in');
    await page.getByLabel(say('account.email')).fill(course.owner.account.email);
    await page.getByLabel(say('account.password'), { exact: true }).fill(currentPassword);
    await page.getByRole('button', { name: say('signIn.title'), exact: true }).click();
    await page.getByRole('button', { name: say('factor.useRecoveryCode') }).click();
    await page.getByLabel(say('factor.recoveryCode'), { exact: true }).fill(recoveryCodes[0] ?? '');
    await page.getByRole('button', { name: say('signIn.title'), exact: true }).click();
    await page.waitForURL('**/today');
    await open('/organisations');
    await page.getByRole('button', { name: say('requireFactor.begin') }).click();
    await page.getByLabel(say('newPassword.current')).fill(currentPassword);
    await page.getByRole('button', { name: say('factor.useRecoveryCode') }).click();
    const code = page.getByLabel(say('factor.recoveryCode'), { exact: true });
    await code.fill('none of them');
    await page.getByRole('button', { name: say('requireFactor.begin') }).click();
    await page.getByText(say('factor.wrongCode')).waitFor();
    await picture(page, 'begin-zh-CN');
    expect(await axeFaults(page)).toEqual([]);
    await code.fill(recoveryCodes[1] ?? '');
    await page.getByRole('button', { name: say('requireFactor.begin') }).click();
    await page.getByText(say('requireFactor.isRequired')).waitFor();
    await picture(page, 'is-required-zh-CN');
    expect(violations).toEqual([]);
    // The browser's own words for the sign-in that ended, the code that was asked for and the one that was wrong.
    expect(failures.filter((failure) => !/40[13]/.test(failure))).toEqual([]);
  });

  it.each([
    ['en', 320, 'dark'],
    ['zh-CN', 390, 'light'],
  ] as const)(
    'is told in %s to who works there without it, who finds the way to it',
    async (language, width, theme) => {
      const say = saidIn(language);
      const { page, open } = await take(head, { language, width, theme });
      await open(`/cohorts/${course.cohort.id}/members`);
      await page.getByText(say('factorRequired.title')).waitFor();
      await picture(page, `members-${language}-${width}`);
      expect(await axeFaults(page)).toEqual([]);
      await open('/organisations');
      await page.getByText(say('factorRequired.title')).waitFor();
      await picture(page, `organisations-${language}-${width}`);
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole('link', { name: say('factor.toTurnOn') }).click();
      await page.getByRole('button', { name: say('factor.begin') }).waitFor();
      await picture(page, `second-factor-${language}-${width}`);
      expect(await axeFaults(page)).toEqual([]);
    },
  );

  it('keeps nobody out any more who has turned it on, in the same browser at once', async () => {
    const say = saidIn('zh-CN');
    const { page, open, failures } = await take(head, {});
    await open('/account/second-factor');
    await page.getByLabel(say('newPassword.current')).fill(head.account.password);
    await page.getByRole('button', { name: say('factor.begin') }).click();
    const secret = ((await page.getByText(/^[A-Z2-7 ]{39}$/).textContent()) ?? '').replaceAll(' ', '');
    await page.getByLabel(say('factor.code'), { exact: true }).fill(codeOf(secret));
    await page.getByRole('button', { name: say('factor.turnOn'), exact: true }).click();
    await page.getByRole('button', { name: say('factor.codesKept') }).click();
    await open(`/cohorts/${course.cohort.id}/members`);
    await page.getByRole('link', { name: say('staffNav.class') }).waitFor();
    expect(await page.getByText(say('factorRequired.title')).count()).toBe(0);
    expect(failures).toEqual([]);
  });
});
