import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dakaDir } from '@daka/local';
import type { Browser, Page } from 'playwright-core';
import { member, openCourse, startWorld, type Member, type World } from '../support/cohort-world';
import { axeFaults, launchBrowser, takePhone, type Phone } from './phone';
import { saidIn } from './said';

jest.setTimeout(240_000);

const SCREENS = join(dakaDir, 'screens');

/** An account with a passkey, in a real browser whose authenticator is a virtual one: it holds real keys, and says that it knows its owner. */
describe('passkeys', () => {
  let world: World;
  let browser: Browser;
  const phones: Phone[] = [];

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ isNamed: true }), launchBrowser()]);
    mkdirSync(SCREENS, { recursive: true });
  }, 240_000);
  afterAll(async () => {
    for (const { close } of phones) await close().catch(() => undefined);
    await browser?.close();
    await world?.stop();
  });

  async function withAuthenticator({ context, page }: Phone) {
    const devTools = await context.newCDPSession(page);
    await devTools.send('WebAuthn.enable');
    const { authenticatorId } = await devTools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return {
      isOwner: (isUserVerified: boolean) =>
        devTools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    };
  }
  const picture = (page: Page, name: string) =>
    page.screenshot({ path: join(SCREENS, `passkeys-${name}.png`), fullPage: true });

  it.each([
    ['zh-CN', 390, 'light'],
    ['en', 320, 'dark'],
  ] as const)(
    'in %s one is added, signs in alone, stands for a code, and is removed',
    async (language, width, theme) => {
      const say = saidIn(language);
      const course = await openCourse(world.client);
      const learner: Member = await member(world.client, course.cohort, `passkey-${width}`);
      const { email, password } = learner.account;
      const phone = await takePhone(browser, {
        origin: world.system.origin,
        language,
        width,
        theme,
        signIn: { email, password },
      });
      phones.push(phone);
      const { page, open, failures, violations } = phone;
      const authenticator = await withAuthenticator(phone);
      const look = async (name: string) => {
        await picture(page, `${name}-${language}-${width}`);
        expect([name, await axeFaults(page)]).toEqual([name, []]);
      };

      await open('/account/second-factor');
      await page.getByRole('button', { name: say('passkey.add') }).click();
      await page.getByLabel(say('passkey.name')).fill('Pixel');
      await page.getByLabel(say('newPassword.current')).fill('not this one');
      await page.getByRole('button', { name: say('passkey.make') }).click();
      await page.getByText(say('newPassword.wrong')).waitFor();
      await look('add');
      await page.getByLabel(say('newPassword.current')).fill(password);
      await page.getByRole('button', { name: say('passkey.make') }).click();
      await page.getByText(say('factor.codesOnce')).waitFor();
      await page.getByRole('button', { name: say('factor.codesKept') }).click();
      await page.getByText(say('factor.isOn', { left: 10 })).waitFor();
      await page.getByText('Pixel').waitFor();
      await look('added');

      await page.context().clearCookies();
      await open('/sign-in');
      await page.getByLabel(say('account.email')).fill(email);
      await page.getByLabel(say('account.password'), { exact: true }).fill(password);
      await page.getByRole('button', { name: say('signIn.title'), exact: true }).click();
      await page.getByText(say('passkey.needed')).waitFor();
      await look('needed');
      await open('/sign-in');
      await authenticator.isOwner(false);
      await page.getByRole('button', { name: say('passkey.signIn') }).click();
      await page.getByText(say('passkey.turnedDown')).waitFor();
      await look('turned-down');
      await authenticator.isOwner(true);
      await page.getByRole('button', { name: say('passkey.signIn') }).click();
      await page.waitForURL('**/today');

      await open('/account/second-factor');
      await page.getByRole('button', { name: say('passkey.remove'), exact: true }).click();
      await page.getByLabel(say('newPassword.current')).fill(password);
      await page.getByRole('button', { name: say('passkey.prove') }).click();
      await page.getByText(say('passkey.proven')).waitFor();
      await look('remove');
      await page.getByRole('button', { name: say('passkey.removeIt') }).click();
      await page.getByText(say('factor.why')).waitFor();
      await page.getByText('Pixel', { exact: true }).waitFor({ state: 'detached' });

      await page.context().clearCookies();
      await open('/sign-in');
      await page.getByRole('button', { name: say('passkey.signIn') }).click();
      await page.getByText(say('passkey.wrong')).waitFor();
      await look('wrong');
      expect([failures, violations]).toEqual([[], []]);
    },
  );
});
