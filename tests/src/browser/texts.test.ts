import { characterCount } from '@daka/rules';
import type { Page } from 'playwright-core';
import { startPhoneWorld, textsOf, type PhoneWorld } from './phone-world';

jest.setTimeout(120_000);

const TEXT = '清晨六点起床,读了二十页书,把昨天没想明白的一段重新写了一遍。';
const OTHER = '另一个标签页里写的另外一段话。';
const FIELD = '今天写点什么';

/** What is written is kept until the server has it, and the server has it once. */
describe('a text on its way', () => {
  let phones: PhoneWorld;

  beforeAll(async () => {
    phones = await startPhoneWorld(['tapper', 'offline', 'late', 'tabs', 'signer', 'private', 'pinyin']);
  }, 240_000);
  afterAll(() => phones?.stop());
  afterEach(async () => expect(await phones.putAway()).toEqual([]));

  const at = (day: string) => phones.world.setClock(`${day}T04:00:00Z`);
  const write = async (page: Page, text: string) => {
    await page.getByLabel(FIELD).fill(text);
    await page.getByText('草稿已存在本机').waitFor();
  };
  const send = (page: Page) => page.getByRole('button', { name: '打卡' }).click();

  /** Taps the place of the button, which goes with the first tap. */
  const tapper = async (page: Page) => {
    const button = await page.getByRole('button', { name: '打卡' }).boundingBox();
    if (button === null) throw new Error('no button');
    return () => page.mouse.click(button.x + 40, button.y + 20);
  };

  it('four taps, an answer that is dropped and a reload make one entry', async () => {
    at('2026-03-02');
    const { learner, page, open } = await phones.memberOnPhone('tapper');
    const keys = new Set<string>();
    let isDropping = true;
    await page.route('**/entries', async (route) => {
      keys.add(route.request().headers()['idempotency-key'] ?? '');
      if (!isDropping) return route.continue();
      await route.fetch(); // it arrives, and its answer does not
      return route.abort();
    });
    await open('/today');
    await write(page, TEXT);
    const tap = await tapper(page);
    for (let taps = 0; taps < 4; taps += 1) await tap();
    await page.getByText('正在提交').waitFor();
    isDropping = false;
    await page.reload();
    await page.getByText('第 1 天完成').waitFor();
    expect([keys.size, await textsOf(learner, '2026-03-02')]).toEqual([1, [TEXT]]);
  });

  it('without a network waits through a closed tab and is sent once; a draft too', async () => {
    at('2026-03-03');
    const { learner, page, context, open } = await phones.memberOnPhone('offline');
    await open('/today');
    await write(page, '写到一半');
    await page.reload();
    await page.getByText('草稿已存在本机').waitFor();
    expect(await page.getByLabel(FIELD).inputValue()).toBe('写到一半');

    await write(page, TEXT);
    await context.setOffline(true);
    await send(page);
    await page.getByText('没有网络').waitFor();
    await page.close();
    await context.setOffline(false);
    let sent = 0;
    context.on('request', (request) => void (sent += request.url().endsWith('/entries') ? 1 : 0));
    const again = await context.newPage();
    await again.goto('/today');
    await again.getByText('第 2 天完成').waitFor();
    expect([sent, await textsOf(learner, '2026-03-03')]).toEqual([1, [TEXT]]);
  });

  it('that comes after the day has closed is kept, uses no make-up by itself, and can be made up', async () => {
    at('2026-03-04');
    const { learner, page, context, open } = await phones.memberOnPhone('late');
    await open('/today');
    await write(page, TEXT);
    await context.setOffline(true);
    await send(page);
    await page.getByText('没有网络').waitFor();
    at('2026-03-05');
    await context.setOffline(false);
    await page.getByText('也没有动用补卡').waitFor();
    expect(await textsOf(learner, '2026-03-04')).toEqual([]);

    await open('/today');
    const kept = page.getByRole('status').filter({ hasText: '3月4日周三写的没有收下' });
    await kept.getByText(TEXT).waitFor();
    await kept.getByRole('link', { name: '补这天' }).click();
    await page.getByRole('button', { name: '放回编辑框' }).click();
    expect(await page.getByLabel(/^补写3月4日/).inputValue()).toBe(TEXT);
    await send(page);
    await page.getByText('3月4日周三补上了').waitFor();
    expect(await textsOf(learner, '2026-03-04')).toEqual([TEXT]);
    await open('/today');
    await expect(page.getByText('没有收下').count()).resolves.toBe(0);
  });

  it('from two tabs at once is one entry; the other tab learns of it without a reload', async () => {
    at('2026-03-05');
    const { learner, page: one, context, open } = await phones.memberOnPhone('tabs');
    const keys: string[] = [];
    context.on('request', (request) => {
      if (request.url().endsWith('/entries')) keys.push(request.headers()['idempotency-key'] ?? '');
    });
    await open('/today');
    const two = await context.newPage();
    await two.goto('/today');
    await write(one, TEXT);
    await write(two, OTHER);
    const taps = [await tapper(one), await tapper(two)];
    await Promise.all(taps.map((tap) => tap()));
    await Promise.all([one, two].map((page) => page.getByText('第 4 天完成').waitFor()));
    const [counted] = await textsOf(learner, '2026-03-05');
    expect([TEXT, OTHER]).toContain(counted);
    expect(new Set(keys).size).toBe(keys.length);
    for (const page of [one, two]) await page.reload();
    await Promise.all([one, two].map((page) => page.getByText('第 4 天完成').waitFor()));
    expect(await textsOf(learner, '2026-03-05')).toEqual([counted]);
  });

  it('outlives a session that ended: before the tap, and after it', async () => {
    at('2026-03-06');
    const { learner, page, context, open } = await phones.memberOnPhone('signer');
    const signIn = async () => {
      await page.getByLabel('邮箱').fill(learner.account.email);
      await page.getByLabel('密码').fill(learner.account.password);
      await page.getByRole('button', { name: '登录', exact: true }).click();
    };
    await open('/today');
    await write(page, TEXT);
    await context.clearCookies();
    await page.reload();
    await signIn();
    await page.getByText('草稿已存在本机').waitFor();
    expect(await page.getByLabel(FIELD).inputValue()).toBe(TEXT);

    await context.clearCookies();
    await send(page);
    await page.getByText('登录过期了').waitFor();
    await page.getByText(TEXT).waitFor();
    await page.getByRole('link', { name: '登录' }).click();
    await signIn();
    await page.getByText('第 5 天完成').waitFor();
    expect(await textsOf(learner, '2026-03-06')).toEqual([TEXT]);
  });

  it('is sent from a browser that keeps nothing, which says so', async () => {
    at('2026-03-06');
    const { learner, page, open } = await phones.memberOnPhone('private');
    await page.addInitScript("indexedDB.open = () => { throw new DOMException('denied', 'SecurityError'); };");
    await open('/today');
    await page.getByLabel(FIELD).fill(TEXT);
    await page.getByText('这个浏览器存不了草稿').waitFor();
    await send(page);
    await page.getByText('第 5 天完成').waitFor();
    expect(await textsOf(learner, '2026-03-06')).toEqual([TEXT]);
  });

  it('is counted as the rules count it, and Enter never sends, also while pinyin is composed', async () => {
    at('2026-03-07');
    const { learner, page, context, open } = await phones.memberOnPhone('pinyin');
    await open('/today');
    const field = page.getByLabel(FIELD);
    await field.fill('今天读了书');
    await field.press('End');
    const keyboard = await context.newCDPSession(page);
    for (const composed of ['n', 'ni', "ni'h", "ni'hao"])
      await keyboard.send('Input.imeSetComposition', {
        text: composed,
        selectionStart: composed.length,
        selectionEnd: composed.length,
      });
    // Enter while composing, as an input method reports it: it belongs to the composition.
    const composing = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 };
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...composing });
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...composing });
    await keyboard.send('Input.insertText', { text: '你好' });
    await field.press('Enter');
    await page.keyboard.type('second line');
    expect(await field.inputValue()).toBe('今天读了书你好\nsecond line');
    expect(await textsOf(learner, '2026-03-07')).toEqual([]);

    for (const text of COUNTED) {
      await field.fill(text);
      const shown = characterCount(text) < 5 ? `${characterCount(text)} 字 · 还差` : `${characterCount(text)} 字`;
      await page.getByText(shown, { exact: characterCount(text) >= 5 }).waitFor();
      expect(await page.getByRole('button', { name: '打卡' }).isDisabled()).toBe(characterCount(text) < 5);
    }
  });
});

/** Where counts of UTF-16, of code points and of what a reader sees differ. */
const COUNTED = [
  '一二三四',
  '一二三四五',
  '读书 30 页,\n\n写三行',
  '👍🏽👨‍👩‍👧🇨🇳🏳️‍🌈',
  '👍🏽👨‍👩‍👧🇨🇳🏳️‍🌈❤️',
  'é́e\u0301te\u0301s',
  '𠮷野家的牛丼',
  '  \u3000\u200b全\u200b角\ufeff空格 ',
  'नमस्ते दुनिया',
];
