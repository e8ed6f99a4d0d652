import { join } from 'node:path';
import { membershipHttp } from '@daka/contracts';
import { dakaDir } from '@daka/local';
import { signUp } from '@daka/replay';
import { eventually } from '@daka/service-kit/testing';
import type { Page } from 'playwright-core';
import { account } from '../support/cohort-world';
import { startPhoneWorld, type PhoneWorld } from './phone-world';
import { saidIn } from './said';

jest.setTimeout(240_000);

const PATIENCE = { timeout: 40_000, timeoutMs: 40_000 };
const SCREENS = join(dakaDir, 'screens');
/** All that this device keeps of drafts, as one text. */
const KEPT = `(async () => {
  const answer = (ask) => new Promise((resolve) => { ask.onsuccess = () => resolve(ask.result); });
  const database = await answer(indexedDB.open('daka-drafts'));
  const all = await answer(database.transaction('drafts').objectStore('drafts').getAll());
  database.close();
  return all.join(' ');
})()`;
const keptTexts = (page: Page): Promise<string> => page.evaluate<string>(KEPT);

/** From nothing to a class that can be joined, on a desk and on a phone; everything by its label. */
describe('whoever runs a course', () => {
  let phones: PhoneWorld;

  beforeAll(async () => {
    phones = await startPhoneWorld([]);
  }, 240_000);
  afterEach(async () => expect(await phones.putAway()).toEqual([]));
  afterAll(() => phones?.stop());

  it.each([
    ['zh-CN', 1_280],
    ['en', 390],
  ] as const)('founds an organisation and publishes a class in %s at %i px', async (language, width) => {
    const say = saidIn(language);
    const founder = account('founder');
    await signUp(phones.world.client, founder);
    const { email, password } = founder;
    const { page, open } = await phones.phone({ language, width, signIn: { email, password } });
    const line = (id: string, values = {}) => page.getByLabel(say(`builder.${id}`, values), { exact: true });
    const button = (id: string) => page.getByRole('button', { name: say(id), exact: true });

    await open('/organisations');
    await page.getByLabel(say('organisations.name')).fill(`Harbour ${language}`);
    await button('organisations.foundIt').click();
    await page.getByRole('heading', { name: `Harbour ${language}` }).waitFor(PATIENCE);
    await page.getByRole('link', { name: say('builder.new') }).click();

    await line('title').fill(`Morning pages ${language}`);
    await line('capacity').fill('40');
    await line('ruleTitle', { number: 1 }).fill('Write every day');
    await line('ruleText', { number: 1 }).fill('Before breakfast.');
    await line('passphrase').fill('plum blossom');
    await page.getByText(say('builder.notYet')).waitFor();
    expect(await button('builder.publish').isDisabled()).toBe(true);

    // All or nothing is warned of, and a share beyond what the platform lets an organiser have is refused with the bound.
    await line('curve').selectOption('threshold');
    await page.getByText(say('builder.warnings')).waitFor();
    await line('curve').selectOption('rising');
    await page.getByText(say('builder.warnings')).waitFor({ state: 'detached' });
    await line('finishersPercent').fill('70');
    await line('organiserPercent').fill('30');
    await page.getByText('20').first().waitFor();
    await line('organiserPercent').fill('10');
    await line('charityPercent').fill('20');
    await line('charityName').fill('Harbour Library');
    await line('charityAddress').fill('1 Harbour Road');

    await line('restDates').fill('2026-03-18');

    // A page that dies with the draft half written loses none of it.
    await eventually(async () => (await keptTexts(page)).includes('2026-03-18'), PATIENCE);
    await open(new URL(page.url()).pathname);
    await button('builder.dropUnkept').waitFor(PATIENCE);
    expect(await line('ruleTitle', { number: 1 }).inputValue()).toBe('Write every day');

    await button('builder.keep').click();
    await page.getByRole('heading', { name: say('builder.edit') }).waitFor(PATIENCE);
    expect(await line('title').inputValue()).toBe(`Morning pages ${language}`);
    // No rule holds the passphrase yet, so only this device knows it.
    await eventually(async () => (await line('passphrase').inputValue()) === 'plum blossom', PATIENCE);
    await line('ruleText', { number: 1 }).fill('Before breakfast. The word is plum blossom.');
    await line('enrolUntil').fill('2026-03-20T20:00');
    await page.getByText(say('builder.ready')).waitFor();
    await button('builder.keep').click();
    await page.getByText(say('builder.kept')).waitFor(PATIENCE);
    await eventually(async () => (await keptTexts(page)) === '', PATIENCE);
    // From now on the server knows all of it, and nothing is asked for again.
    await open(new URL(page.url()).pathname);
    await line('passphrase').waitFor(PATIENCE);
    expect(await line('passphrase').inputValue()).toBe('plum blossom');
    expect(await line('restDates').inputValue()).toBe('2026-03-18');
    expect(await line('enrolUntil').inputValue()).toBe('2026-03-20T20:00');
    expect(await button('builder.dropUnkept').count()).toBe(0);
    await page.getByText(say('builder.ready')).waitFor();
    await button('builder.publish').click();

    await page.getByRole('heading', { name: `Morning pages ${language}` }).waitFor(PATIENCE);
    const cohortId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const answer = await page.request.get(`/api/membership/cohorts/${cohortId}`);
    const cohort = membershipHttp.CohortBody.parse(await answer.json());
    expect(cohort).toMatchObject({
      status: 'published',
      capacity: 40,
      organisation: { name: `Harbour ${language}` },
      policy: {
        entryFeeMinor: 100,
        depositMinor: 30_000,
        days: 21,
        restDays: { dates: ['2026-03-18'] },
        refund: { curve: 'rising', ratio: 3 },
        forfeits: { finishersBps: 7_000, organiserBps: 1_000, charityBps: 2_000 },
      },
    });
    await open('/organisations');
    await page.getByRole('link', { name: `Morning pages ${language}` }).waitFor(PATIENCE);

    // Run once more: its dates move, its passphrase is chosen anew.
    await open(`/cohorts/${cohortId}/settings`);
    await page.getByText('plum blossom', { exact: true }).waitFor(PATIENCE);
    await page.getByText(say('settings.first'), { exact: true }).waitFor(PATIENCE);
    expect(await page.getByText(say('settings.version', { policy: 1, rules: 2 }), { exact: true }).count()).toBe(2);
    await page.screenshot({ path: join(SCREENS, `settings-${language}-${width}.png`), fullPage: true });
    await page.getByLabel(say('settings.copyTitle')).fill(`Evening pages ${language}`);
    await page.getByLabel(say('settings.copyStartsOn')).fill('2026-06-01');
    await button('settings.copyIt').click();
    await page.getByRole('heading', { name: say('builder.edit') }).waitFor(PATIENCE);
    await page.getByText(say('builder.notYet')).waitFor(PATIENCE);
    expect(await line('title').inputValue()).toBe(`Evening pages ${language}`);
    expect(await line('startsOn').inputValue()).toBe('2026-06-01');
    expect(await line('restDates').inputValue()).not.toBe('2026-03-18');
    expect(await line('passphrase').inputValue()).toBe('');
  });

  it('brings back after the sign-in to what was looked for', async () => {
    const founder = account('returning');
    await signUp(phones.world.client, founder);
    const { page, open } = await phones.phone({ language: 'en' });
    await open('/cohorts/018f3a52-7b1c-7000-8000-000000000000/members?q=mei&status=removed');
    const say = saidIn('en');
    await page.getByLabel(say('account.email')).fill(founder.email);
    await page.getByLabel(say('account.password')).fill(founder.password);
    await page.getByRole('button', { name: say('signIn.title'), exact: true }).click();
    await page.waitForURL(/members\?/, PATIENCE);
    expect(new URL(page.url()).search).toBe('?q=mei&status=removed');
  });
});
