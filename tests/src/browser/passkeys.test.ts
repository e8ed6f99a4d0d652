import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
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
    const credential = async () => {
      const { credentials } = await devTools.send('WebAuthn.getCredentials', { authenticatorId });
      const [{ credentialId = '', privateKey = '' } = {}] = credentials;
      return { id: base64url(credentialId), publicKey: publicKeyOf(privateKey) };
    };
    return {
      credential,
      isOwner: (isUserVerified: boolean) =>
        devTools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    };
  }
  const picture = (page: Page, name: string) =>
    page.screenshot({ path: join(SCREENS, `passkeys-${name}.png`), fullPage: true });

  it.each([
    ['zh-CN', 320, 'light'],
    ['en', 320, 'dark'],
  ] as const)(
    'in %s one is added, signs in alone, stands for a code, and is removed',
    async (language, width, theme) => {
      const say = saidIn(language);
      const course = await openCourse(world.client);
      const learner: Member = await member(world.client, course.cohort, `passkey-${theme}`);
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

      const { id, publicKey } = await authenticator.credential();
      const file = await page.evaluate(async () => (await fetch('/api/export/account')).text());
      expect(JSON.parse(file)).toMatchObject({ secondFactor: { isOn: true, passkeys: [{ id, name: 'Pixel' }] } });
      expect(file).not.toContain(publicKey);

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
      await page.getByText(say('passkey.removeLast')).waitFor();
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
      expect(toldInLogs(world, [id, publicKey, base64ToHex(id)])).toEqual([]);
    },
  );

  it('says that there is no connection where what speaks with the authenticator does not come', async () => {
    const say = saidIn('en');
    const phone = await takePhone(browser, { origin: world.system.origin, language: 'en', width: 320, theme: 'light' });
    phones.push(phone);
    const { page, open } = phone;
    await page.route('**/assets/authenticator-*', (route) => route.abort());
    await open('/sign-in');
    await picture(page, 'sign-in-en-320');
    await page.getByRole('button', { name: say('passkey.signIn') }).click();
    await page.getByText(say('asked.unreachable')).waitFor();
    // The other way stays open.
    const signIn = page.getByRole('button', { name: say('signIn.title'), exact: true });
    expect(await signIn.isEnabled()).toBe(true);
  });
});

const base64url = (base64: string) => Buffer.from(base64, 'base64').toString('base64url');
const base64ToHex = (base64: string) => Buffer.from(base64, 'base64url').toString('hex');

/** As membership keeps it: COSE's writing of a key on P-256, in base64url. */
function publicKeyOf(privateKey: string): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  const { x = '', y = '' } = createPublicKey(key).export({ format: 'jwk' });
  const [head, between] = ['a5010203262001215820', '225820'].map((hex) => Buffer.from(hex, 'hex'));
  if (!head || !between || x === '') throw new Error('the authenticator holds no key on P-256');
  return Buffer.concat([head, Buffer.from(x, 'base64url'), between, Buffer.from(y, 'base64url')]).toString('base64url');
}

/** The logs that one of these stands in. */
function toldInLogs({ system }: World, secrets: readonly string[]): string[] {
  const dir = join(system.dir, 'logs');
  const logs = readdirSync(dir);
  expect(logs).toEqual(expect.arrayContaining(['membership.log', 'web.log']));
  return logs.filter((name) => {
    const log = readFileSync(join(dir, name), 'utf8');
    return secrets.some((secret) => log.includes(secret));
  });
}
