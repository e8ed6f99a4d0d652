import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dakaDir } from '@daka/local';
import { eventually } from '@daka/service-kit/testing';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { account, applicant, openCourse, startWorld, type Course, type World } from '../support/cohort-world';
import { axeFaults, launchBrowser, takePhone, type Phone } from './phone';
import { saidIn } from './said';

jest.setTimeout(180_000);

const SCREENS = join(dakaDir, 'screens');
const Mails = z.object({ mails: z.array(z.object({ text: z.string() })) });

/** What is sent to an address, and where its links lead. */
describe('who has letters', () => {
  let world: World;
  let browser: Browser;
  let course: Course;
  const phones: Phone[] = [];

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ mail: 'sandbox' }), launchBrowser()]);
    mkdirSync(SCREENS, { recursive: true });
    course = await openCourse(world.client);
  }, 240_000);
  afterAll(async () => {
    for (const { close } of phones) await close().catch(() => undefined);
    await browser?.close();
    await world?.stop();
  });

  const take = async (more: Partial<Parameters<typeof takePhone>[1]> = {}): Promise<Phone> => {
    const phone = await takePhone(browser, { origin: world.system.origin, ...more });
    phones.push(phone);
    return phone;
  };
  /** The path of the link in the newest of so many letters. */
  const linkTo = (email: string, count = 1): Promise<string> =>
    eventually(async () => {
      const url = `${world.system.urls.mailbox}/_sandbox/mails?${new URLSearchParams({ to: email })}`;
      const { mails } = Mails.parse(await (await fetch(url)).json());
      const link = /^http\S+#\S+$/m.exec(mails[0]?.text ?? '')?.[0];
      return mails.length >= count && link !== undefined && link.replace(world.system.origin, '');
    });

  it.each([
    ['zh-CN', 390],
    ['en', 320],
  ] as const)('in %s: signs up, opens the link with the password, and goes on to where they were', async (...how) => {
    const [language, width] = how;
    const say = saidIn(language);
    const who = account('newcomer');
    const { page, open, failures } = await take({ language, width });
    await open(`/sign-up?next=/cohorts/${course.cohort.id}/join`);
    await page.getByLabel(say('account.name')).fill(who.displayName);
    await page.getByLabel(say('account.email')).fill(who.email);
    await page.getByLabel(say('account.password')).fill(who.password);
    await page.getByRole('button', { name: say('signUp.title') }).click();
    await page.getByText(say('signUp.sentTitle')).waitFor();
    await page.screenshot({ path: join(SCREENS, `sign-up-sent-${language}-${width}.png`), fullPage: true });
    expect(await axeFaults(page)).toEqual([]);

    const link = await linkTo(who.email);
    await open(link);
    const confirm = async (password: string): Promise<void> => {
      await page.getByLabel(say('account.password')).fill(password);
      await page.getByRole('button', { name: say('confirmSignUp.on') }).click();
    };
    await confirm('none of mine at all');
    await page.getByText(say('confirmSignUp.wrong')).waitFor();
    await page.screenshot({ path: join(SCREENS, `confirm-sign-up-${language}-${width}.png`), fullPage: true });
    expect(await axeFaults(page)).toEqual([]);
    await confirm(who.password);
    await page.getByRole('button', { name: say('join.apply') }).click();
    await page.getByLabel(say('join.passphrase')).fill(course.cohort.passphrase);
    await page.getByRole('button', { name: say('join.accept') }).click();
    await page.getByText(say('join.seatNote')).waitFor();

    await open('/cohorts');
    await open(link);
    await confirm(who.password);
    await page.getByText(say('confirmSignUp.ended')).waitFor();
    // The browser's own words for the password that was wrong and the link that was used.
    expect(failures.filter((failure) => !/40[14]/.test(failure))).toEqual([]);
  });

  it.each([
    ['zh-CN', 390, 'light'],
    ['en', 320, 'dark'],
  ] as const)('in %s: changes the address by the link that went to the new one', async (language, width, theme) => {
    const say = saidIn(language);
    const { account: who } = (await applicant(world.client, course.cohort)).session;
    const { email, password } = who;
    const { page, open, failures, violations } = await take({ language, width, theme, signIn: { email, password } });
    await open('/account');
    await page.getByRole('button', { name: say('newEmail.change') }).click();
    const another = account('moved').email;
    const ask = async (newEmail: string, currentPassword: string): Promise<void> => {
      await page.getByLabel(say('newEmail.next')).fill(newEmail);
      await page.getByLabel(say('newPassword.current')).first().fill(currentPassword);
      await page.getByRole('button', { name: say('newEmail.set') }).click();
    };
    await ask(email, password);
    await page.getByText(say('newEmail.same')).waitFor();
    await ask(another, 'none of mine at all');
    await page.getByText(say('newPassword.wrong')).waitFor();
    await page.screenshot({ path: join(SCREENS, `new-email-${language}-${width}.png`), fullPage: true });
    expect(await axeFaults(page)).toEqual([]);
    await ask(another, password);
    await page.getByText(say('newEmail.sent', { email: another })).waitFor();
    await page.screenshot({ path: join(SCREENS, `new-email-sent-${language}-${width}.png`), fullPage: true });
    expect(await axeFaults(page)).toEqual([]);

    const link = await linkTo(another);
    await open(link);
    await page.getByRole('button', { name: say('confirm.yes') }).click();
    await page.getByText(say('confirmEmail.done')).waitFor();
    await page.screenshot({ path: join(SCREENS, `confirm-email-${language}-${width}.png`), fullPage: true });
    await open('/account');
    await page.getByText(say('newEmail.now', { email: another })).waitFor();
    await open(link);
    await page.getByRole('button', { name: say('confirm.yes') }).click();
    await page.getByText(say('confirmEmail.ended')).waitFor();
    expect(violations).toEqual([]);
    // The browser's own words for the wrong password, the same address and the link that was used.
    expect(failures.filter((failure) => !/4(03|04|22)/.test(failure))).toEqual([]);
  });

  it('sets a forgotten password by the link, once, and signs in with it', async () => {
    const say = saidIn('en');
    const { account: who } = course.owner;
    const { page, open } = await take({ language: 'en', width: 320 });
    await open('/sign-in');
    await page.getByRole('link', { name: say('forgot.link') }).click();
    // The page before has a field of that name too, and stays until this one is there.
    const send = page.getByRole('button', { name: say('forgot.send') });
    await send.waitFor();
    await page.getByLabel(say('account.email')).fill(who.email);
    await send.click();
    await page.getByText(say('forgot.wait')).waitFor();
    await page.screenshot({ path: join(SCREENS, 'forgot-sent-en-320.png'), fullPage: true });
    expect(await axeFaults(page)).toEqual([]);
    const link = await linkTo(who.email, 2);
    await open(link);
    const set = async (password: string): Promise<void> => {
      await page.getByLabel(say('newPassword.next')).fill(password);
      await page.getByRole('button', { name: say('reset.set') }).click();
    };
    await set('password1234');
    await page.getByText(say('account.passwordGuessable')).waitFor();
    await set('a lantern over the bay');
    await page.getByText(say('reset.done')).waitFor();
    await page.screenshot({ path: join(SCREENS, 'reset-done-en-320.png'), fullPage: true });
    await page.getByRole('link', { name: say('signIn.title') }).click();
    await page.getByLabel(say('account.email')).fill(who.email);
    await page.getByLabel(say('account.password')).fill('a lantern over the bay');
    await page.getByRole('button', { name: say('signIn.title'), exact: true }).click();
    await page.waitForURL('**/today');

    await open('/cohorts');
    await open(link);
    await set('seven quiet herons');
    await page.getByText(say('reset.ended')).waitFor();
    await page.screenshot({ path: join(SCREENS, 'reset-ended-en-320.png'), fullPage: true });
  });
});
