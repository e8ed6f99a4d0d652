import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dakaDir, mongoUrlAs } from '@daka/local';
import { eventually } from '@daka/service-kit/testing';
import mongoose from 'mongoose';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { account, openCourse, startWorld, type Course, type World } from '../support/cohort-world';
import { atTheProcessor, axeFaults, launchBrowser, takePhone, type Phone } from './phone';
import { saidIn, type Says } from './said';

jest.setTimeout(240_000);

const SCREENS = join(dakaDir, 'screens');
const PATIENCE = { timeout: 60_000 };
const [TITLE, ORGANISATION] = ['Ten days of writing', 'Harbour Writers'];
const DAY_MS = 86_400_000;
const Mails = z.object({ mails: z.array(z.object({ text: z.string() })) });

/** From a list to a member: who runs the class invites, writes once more, takes back; who is invited comes. */
describe('learners who are invited by a list', () => {
  let world: World;
  let course: Course;
  let browser: Browser;
  const owner = account('owner');
  const phones: Phone[] = [];

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ mail: 'sandbox' }), launchBrowser()]);
    mkdirSync(SCREENS, { recursive: true });
    course = await openCourse(world.client, { owner, title: TITLE, organisation: ORGANISATION });
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });
  afterEach(async () => {
    const faults = phones.flatMap(({ violations, failures }) => [...violations, ...failures]);
    await Promise.all(phones.splice(0).map(({ close }) => close()));
    expect(faults).toEqual([]);
  });

  async function take(language: 'zh-CN' | 'en', who?: { email: string; password: string }): Promise<Phone> {
    const signIn = who && { email: who.email, password: who.password };
    const phone = await takePhone(browser, {
      origin: world.system.origin,
      language,
      width: 320,
      ...(signIn && { signIn }),
    });
    phones.push(phone);
    return phone;
  }
  /** The link in the newest of so many letters. */
  const linkTo = (email: string, count = 1): Promise<string> =>
    eventually(async () => {
      const url = `${world.system.urls.mailbox}/_sandbox/mails?${new URLSearchParams({ to: email })}`;
      const { mails } = Mails.parse(await (await fetch(url)).json());
      const link = /^http\S+#\S+$/m.exec(mails[0]?.text ?? '')?.[0];
      return mails.length >= count && link !== undefined && link.replace(world.system.origin, '');
    });
  /** Letters lie a day further back: the time of letters is the machine's, which no test moves. */
  async function aDayPasses(): Promise<void> {
    const { mongoUrl, access, databasePrefix } = world.system;
    const database = `${databasePrefix}_membership`;
    const url = mongoUrlAs(mongoUrl, 'membership', access.mongo?.['membership'] ?? '', database);
    const client = await new mongoose.mongo.MongoClient(url).connect();
    const invitations = client.db(database).collection('learner_invitations');
    await invitations.updateMany({}, { $inc: { writtenAtMs: 0 - DAY_MS } });
    await client.close();
  }
  /** As it is in light and in dark: nothing that axe finds, nothing beyond the edge. */
  async function look(page: Page, name: string): Promise<void> {
    expect(Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))).toBeLessThanOrEqual(0);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFaults(page)).toEqual([]);
      await page.screenshot({ path: join(SCREENS, `${name}.320.${colorScheme}.png`), fullPage: true });
    }
  }
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click(PATIENCE);
  const row = (page: Page, email: string) => page.getByRole('listitem').filter({ hasText: email });

  async function sendList(page: Page, say: Says, people: readonly (readonly [string, string])[]): Promise<void> {
    const csv = ['name,email', ...people.map((one) => one.join(','))].join('\n');
    const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await page.locator('input[type=file]').setInputFiles(file);
    await press(page, say('import.check'));
    const count = people.length;
    await page.getByRole('button', { name: new RegExp(String(count)) }).click(PATIENCE);
    await row(page, people[0]?.[1] ?? '').waitFor(PATIENCE);
  }

  it.each(['zh-CN', 'en'] as const)(
    'in %s: gets another letter or is told that it was taken back, signs up under the name on the list, and joins',
    async (language) => {
      const say = saidIn(language);
      const [comes, stays] = [account('lin-xiaomei-of-the-harbour'), account('tom')];
      const name = language === 'en' ? 'Mei of the list' : '林小美';
      const { page, open } = await take(language, owner);
      const place = `/cohorts/${course.cohort.id}/import`;
      await open(place);
      await sendList(page, say, [
        [name, comes.email],
        ['Tom', stays.email],
      ]);
      const first = await linkTo(comes.email);
      const toTom = await linkTo(stays.email);
      const again = () => row(page, comes.email).getByRole('button', { name: say('import.resend'), exact: true });
      expect(await again().count()).toBe(0);
      await look(page, `invited-list.${language}`);

      await aDayPasses();
      await open(place);
      await again().waitFor(PATIENCE);
      await look(page, `invited-again.${language}`);
      await again().click();
      await row(page, comes.email).getByText(say('import.resent')).waitFor(PATIENCE);
      await row(page, stays.email)
        .getByRole('button', { name: say('import.withdraw'), exact: true })
        .click();
      await row(page, stays.email)
        .getByText(language === 'en' ? /Taken back/ : /已撤回/)
        .waitFor(PATIENCE);
      await look(page, `invited-withdrawn.${language}`);

      const tom = await take(language);
      await tom.open(toTom);
      await press(tom.page, say('invited.open'));
      await tom.page.getByRole('heading', { name: say('invited.withdrawnTitle') }).waitFor(PATIENCE);
      await look(tom.page, `invitation-withdrawn.${language}`);

      const mei = await take(language);
      const link = await linkTo(comes.email, 2);
      await mei.open(first);
      await press(mei.page, say('invited.open'));
      await mei.page.getByText(say('invited.ended')).waitFor(PATIENCE);
      await mei.page.goto('about:blank');
      await mei.open(link);
      await press(mei.page, say('invited.open'));
      await mei.page
        .getByText(say('invited.hello', { name, organisation: ORGANISATION, title: TITLE }))
        .waitFor(PATIENCE);
      await look(mei.page, `invitation-opened.${language}`);
      await joins(mei.page, say, { ...comes, displayName: name });

      await open(place);
      await row(page, comes.email)
        .getByText(language === 'en' ? /Joined, no\. \d/ : /已入群，\d 号/)
        .waitFor(PATIENCE);
      expect(await row(page, comes.email).getByRole('button').count()).toBe(0);
      // The browser's own words for what was used, and for what was taken back.
      for (const { failures } of phones)
        failures.splice(0, failures.length, ...failures.filter((f) => !/40[49]/.test(f)));
    },
  );

  async function joins(
    page: Page,
    say: Says,
    who: { email: string; password: string; displayName: string },
  ): Promise<void> {
    await page.getByRole('link', { name: say('invited.on') }).click(PATIENCE);
    await page.getByRole('link', { name: say('cohort.join') }).click(PATIENCE);
    await page.getByRole('link', { name: say('signUp.title') }).click(PATIENCE);
    const called = page.getByLabel(say('account.name'), { exact: true });
    await called.waitFor(PATIENCE);
    expect(await called.inputValue()).toBe(who.displayName);
    await page.getByLabel(say('account.email')).fill(who.email);
    await page.getByLabel(say('account.password')).fill(who.password);
    await page.screenshot({ path: join(SCREENS, `invited-signs-up.${who.displayName}.320.png`), fullPage: true });
    await press(page, say('signUp.title'));
    await page.getByText(say('signUp.sentTitle')).waitFor(PATIENCE);
    await page.goto(await linkTo(who.email, 3));
    await page.getByLabel(say('account.password')).fill(who.password);
    await press(page, say('confirmSignUp.on'));
    await press(page, say('join.apply'));
    await page.getByLabel(say('join.passphrase')).fill(course.cohort.passphrase);
    await press(page, say('join.accept'));
    await page.getByRole('button', { name: /399\.00/ }).click(PATIENCE);
    await atTheProcessor(page, 'pay');
    await page.getByText(say('enrolment.admitted')).first().waitFor(PATIENCE);
  }
});
