import type { Page } from 'playwright-core';
import { z } from 'zod';
import { startPhoneWorld, textsOf, type PhoneWorld } from './phone-world';

jest.setTimeout(120_000);

const TEXT = '清晨六点起床,读了二十页书,把昨天没想明白的一段重新写了一遍。';

/** The paths of all that the browser keeps for the app's own requests, as a list in JSON. */
const KEPT_PATHS = `caches.keys()
  .then((names) => Promise.all(names.map(async (name) => (await caches.open(name)).keys())))
  .then((requests) => JSON.stringify(requests.flat().map(({ url }) => new URL(url).pathname)))`;

async function keptPaths(page: Page): Promise<string[]> {
  return z.array(z.string()).parse(JSON.parse(String(await page.evaluate(KEPT_PATHS))));
}

/** With a service worker, as an installed app has it; all other tests do without. */
describe('the app without a network', () => {
  let phones: PhoneWorld;

  beforeAll(async () => {
    phones = await startPhoneWorld(['traveller', 'changer']);
  }, 240_000);
  afterAll(() => phones?.stop());
  afterEach(async () => expect(await phones.putAway()).toEqual([]));

  /** A first visit that lets the app settle down on the phone. */
  async function visit(name: string) {
    phones.world.setClock('2026-03-02T04:00:00Z');
    const phone = await phones.memberOnPhone(name, { serviceWorker: true });
    await phone.open('/today');
    await phone.page.evaluate('navigator.serviceWorker.ready.then(() => null)');
    return phone;
  }

  it('starts at the second visit, with the draft, on which one may write on; it is sent with the network', async () => {
    const { learner, page, context } = await visit('traveller');
    await page.getByLabel('今天写点什么').fill('写到一半');
    await page.getByText('草稿已存在本机').waitFor();

    await context.setOffline(true);
    await page.reload();
    await page.getByText('现在连不上').waitFor();
    const draft = page.getByLabel('3月2日周一的草稿');
    await draft.waitFor();
    expect(await draft.inputValue()).toBe('写到一半');
    await draft.fill(TEXT);
    await page.getByText('草稿已存在本机').waitFor();

    await context.setOffline(false);
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByRole('button', { name: '打卡' }).click();
    await page.getByText('第 1 天完成').waitFor();
    expect(await textsOf(learner, '2026-03-02')).toEqual([TEXT]);
  });

  it('keeps its own files and no answer of the API, and asks for pages anew while there is a network', async () => {
    const { page, open } = await visit('changer');
    await open('/money');
    const paths = await keptPaths(page);
    expect(paths).toContain('/index.html');
    expect(paths.filter((path) => path !== '/index.html' && !/^\/(assets\/|icon\.|manifest\.)/.test(path))).toEqual([]);
    const answer = await page.reload();
    expect([answer?.status(), answer?.fromServiceWorker()]).toEqual([200, true]);
    const [answered] = await Promise.all([
      page.waitForResponse((response) => response.url().includes('/api/today')),
      open('/today'),
    ]);
    expect(answered.fromServiceWorker()).toBe(false);
  });
});
