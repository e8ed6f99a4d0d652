import { membershipHttp } from '@daka/contracts';
import { signUp } from '@daka/replay';
import { account } from '../support/cohort-world';
import { startPhoneWorld, type PhoneWorld } from './phone-world';
import { saidIn } from './said';

jest.setTimeout(240_000);

const PATIENCE = { timeout: 40_000 };

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

    await button('builder.keep').click();
    await page.getByRole('heading', { name: say('builder.edit') }).waitFor(PATIENCE);
    // What cannot be read back by anybody is asked for again: the passphrase, which had no rule to be found in.
    expect(await line('title').inputValue()).toBe(`Morning pages ${language}`);
    await line('ruleText', { number: 1 }).fill('Before breakfast. The word is plum blossom.');
    await line('passphrase').fill('plum blossom');
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
        refund: { curve: 'rising', ratio: 3 },
        forfeits: { finishersBps: 7_000, organiserBps: 1_000, charityBps: 2_000 },
      },
    });
    await open('/organisations');
    await page.getByRole('link', { name: `Morning pages ${language}` }).waitFor(PATIENCE);
  });
});
