import { eventually } from '@daka/service-kit/testing';
import type { Decisions } from '@daka/proof';
import type { Page } from 'playwright-core';
import { startPagesWorld, type PagesWorld } from './pages-world';

jest.setTimeout(180_000);

const WHOLE = /\/api\/payment\/enrolments\/[^/]+\/decisions/;
const FINE = '一条接一条，没有改过';

/** What was decided, as members and the platform's arbiter read it, and the arbiter's own answer. */
describe('the decision log and the arbiter', () => {
  let all: PagesWorld;

  beforeAll(async () => {
    all = await startPagesWorld();
  }, 240_000);

  afterAll(() => all?.stop());

  const log = () =>
    all.learner.session
      .send({ method: 'GET', path: `/api/payment/enrolments/${all.learner.enrolmentId}/decisions` })
      .then(({ body }) => (body as Decisions).items);
  const entriesOn = (page: Page) => page.getByRole('main').getByRole('listitem').count();

  it('shows a member every entry, by number and role, and that nothing was changed', async () => {
    await eventually(async () => (await log()).length >= 5, { timeoutMs: 30_000 });
    const { page, open, close, violations } = await all.phoneOf('learner');
    await open('/more');
    await page.getByRole('link', { name: '决定记录' }).click();
    await untilFine(page);
    expect(await entriesOn(page)).toBe((await log()).length);
    await page.getByText('1 号（你） · 3月3日').first().waitFor();
    await page.getByText('这天的文字和前一天一样。').first().waitFor();
    await page.getByText('班级信息有改动').waitFor();
    await page.getByText('名额：20 → 30').waitFor();
    await page.getByText('报名截止：3月10日 08:00 → 3月11日 08:00').waitFor();
    await page
      .getByText(/班主任 · 3月5日/)
      .first()
      .waitFor();
    expect(violations).toEqual([]);
    await close();
  });

  it('is read on by the button, and checked with every page', async () => {
    const { page, open, close } = await all.phoneOf('learner');
    await page.route(WHOLE, (route) => route.continue({ url: route.request().url().replace('limit=50', 'limit=1') }));
    await open('/decisions');
    const count = (await log()).length;
    for (let shown = 1; shown < count; shown += 1) {
      await page.getByText(`到第 ${shown} 条的指纹`).waitFor();
      expect(await entriesOn(page)).toBe(shown);
      await page.getByRole('button', { name: '看后面的' }).click();
    }
    await page.getByText(`到第 ${count} 条的指纹`).waitFor();
    await untilFine(page);
    expect(await page.getByRole('button', { name: '看后面的' }).count()).toBe(0);
    await close();
  });

  it.each<[string, (items: Decisions['items']) => unknown, string]>([
    ['changed', ([first]) => Object.assign(first ?? {}, { reason: '不是自己写的。' }), '有一条被改过'],
    ['taken out', (items) => items.splice(1, 1), '缺了几条'],
  ])('says so when an entry was %s on the way', async (_what, change, says) => {
    const { page, open, close } = await all.phoneOf('learner');
    await page.route(WHOLE, async (route) => {
      const response = await route.fetch();
      const json = (await response.json()) as Decisions;
      change(json.items);
      await route.fulfill({ response, json });
    });
    await open('/decisions');
    await page.getByText('记录对不上').waitFor();
    await page.getByText(says).waitFor();
    expect(await page.getByText(FINE).count()).toBe(0);
    await close();
  });

  it('is for nobody else to answer', async () => {
    const { page, open, close } = await all.phoneOf('learner');
    await open('/more');
    await page.getByRole('link', { name: '申诉' }).waitFor();
    expect(await page.getByRole('link', { name: '等仲裁的申诉' }).count()).toBe(0);
    await open('/arbiter');
    await page.getByText('这里只给平台仲裁人').waitFor();
    await close();
  });

  it('is answered by the arbiter, who reads what was rejected, both sides and the log, and the learner is told', async () => {
    const before = (await log()).length;
    const { page, open, close, violations } = await all.phoneOf('arbiter');
    await open('/more');
    await page.getByRole('link', { name: '等仲裁的申诉' }).click();
    for (const said of [
      'A page of notes about the walk',
      '这天的文字和前一天一样。',
      '只有开头一样。',
      '两天的开头一字不差。',
      '只有第一句一样',
    ])
      await page.getByText(said).waitFor();
    expect(await page.getByRole('timer').filter({ hasText: /[0-9]/ }).textContent()).toMatch(/天|小时|分/);
    await page.getByRole('link', { name: '看这个班的决定记录' }).click();
    await untilFine(page);
    expect(await entriesOn(page)).toBe(before);
    await open('/arbiter');
    expect(await page.getByRole('button', { name: '申诉成立' }).isDisabled()).toBe(true);
    await page.getByLabel('你的理由').fill('后面都是当天写的，算打卡。');
    await page.getByRole('button', { name: '申诉成立' }).click();
    await page.getByText('已经答复').waitFor();
    await page.getByText('现在没有等你答复的申诉').waitFor();
    expect(violations).toEqual([]);
    await close();
    const entry = await eventually(async () => (await log())[before]);
    expect(entry).toMatchObject({ kind: 'appeal_answered', by: 'arbiter', outcome: 'upheld' });
    const learner = await all.phoneOf('learner');
    await learner.open('/appeals');
    await learner.page.getByText('后面都是当天写的，算打卡。').waitFor();
    await learner.close();
  });
});

/** Waits until the log has been checked and found whole; else says what the page says instead. */
async function untilFine(page: Page): Promise<void> {
  try {
    await page.getByText(FINE).waitFor();
  } catch (cause) {
    throw new Error(`the log is not found whole: ${await page.getByRole('main').innerText()}`, { cause });
  }
}
