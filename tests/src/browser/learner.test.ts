import { homeworkHttp } from '@daka/contracts';
import { eventually } from '@daka/service-kit/testing';
import { apply } from '@daka/replay';
import type { Policy } from '@daka/rules';
import { account, giveHomework, member, openCourse, policy } from '../support/cohort-world';
import { atTheProcessor, axeFaults } from './phone';
import { startPhoneWorld, textsOf, type PhoneWorld } from './phone-world';

jest.setTimeout(120_000);

const TEXT = '清晨六点起床,读了二十页书,把昨天没想明白的一段重新写了一遍。';

describe('a learner on a phone', () => {
  let phones: PhoneWorld;
  beforeAll(async () => {
    phones = await startPhoneWorld(['traveller', 'writer', 'mender']);
  }, 240_000);
  afterAll(() => phones?.stop());
  afterEach(async () => expect(await phones.putAway()).toEqual([]));

  it('finds a cohort, joins, pays, checks in and sees the money', async () => {
    phones.world.setClock('2026-03-01T04:00:00Z');
    const { page, context, open } = await phones.phone();
    await open(`/cohorts/${phones.course.cohort.id}`);
    await page.getByRole('button', { name: /^缺 3月4日/ }).click();
    await expect(page.getByText(/少 ¥/).innerText()).resolves.not.toContain('¥0.00');
    await page.getByRole('link', { name: '读群规' }).click();
    await page.getByRole('link', { name: '注册' }).click();
    await page.getByLabel('名字').fill('小满');
    await page.getByLabel('邮箱').fill(`xiaoman-${Date.now()}@example.com`);
    await page.getByLabel('密码').fill('correct-horse-9');
    await page.getByRole('button', { name: '注册' }).click();

    await page.getByRole('button', { name: '知道了' }).click();
    await page.getByLabel('口令', { exact: true }).fill('wrong word');
    await page.getByRole('button', { name: '同意群规' }).click();
    await page.getByText('口令不对').waitFor();
    await page.getByLabel('口令', { exact: true }).fill('plum blossom');
    await page.getByRole('button', { name: '同意群规' }).click();

    await page.getByRole('button', { name: '去付 ¥399.00' }).click();
    await atTheProcessor(page, 'pay');
    await page.getByText(/^\d+ 号$/).waitFor();
    await page.getByRole('link', { name: '去今天' }).click();
    await page.getByText('离开始还有').waitFor();

    phones.world.setClock('2026-03-02T04:00:00Z');
    await open('/today');
    await page.getByLabel('今天写点什么').fill(TEXT);
    await page.getByRole('button', { name: '打卡' }).click();
    const worth = await page.getByText(/^\+ ¥/).innerText();
    await page.getByText('第 1 天完成').waitFor();
    await page.getByText('3月3日退回你的付款方式').waitFor();

    phones.world.setClock('2026-03-03T04:00:00Z');
    await eventually(
      async () => {
        await open('/money');
        return (await page.getByText('退款到账').count()) > 0;
      },
      { timeoutMs: 60_000 },
    );
    await page.getByText(worth.replaceAll(/\s/g, ' ')).first().waitFor();
    await page.getByText('凭证对得上').waitFor();

    expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toContain('ey');
    expect((await context.cookies(phones.world.system.origin)).map(({ name, httpOnly }) => [name, httpOnly])).toEqual([
      ['daka', true],
      ['daka_device', true],
    ]);
  });

  it("counts down by the server's clock, in the zone that decides, whatever the phone thinks", async () => {
    phones.world.setClock('2026-03-05T17:30:30Z');
    const { page, open } = await phones.memberOnPhone('traveller', { timeZone: 'America/New_York', language: 'en' });
    await page.addInitScript(() => {
      const { now } = Date;
      Date.now = () => now() + 3 * 3_600_000;
    });
    await open('/today');
    await page.getByText('until 03:00, Beijing time').waitFor();
    expect(await page.getByRole('timer').first().innerText()).toMatch(/^1h (28|29)m$/);
  });

  it('hands homework in, once, and reads the answer', async () => {
    phones.world.setClock('2026-03-05T04:00:00Z');
    const { learner, page, open } = await phones.memberOnPhone('writer');
    const assignmentId = await giveHomework(phones.world, phones.course, learner);
    await open('/homework');
    await page.getByText('有新点评').waitFor();
    await open('/today');
    await page.getByRole('link', { name: '1 份点评没看' }).click();
    await page.getByText('让读者自己看到你怎么想通的').waitFor();
    await page.getByText('请改').waitFor();
    await page.getByLabel('再交一版').fill(TEXT);
    await page.getByRole('button', { name: '交作业' }).click();
    await page.getByText('第 2 版').waitFor();
    await page.getByText('等老师点评').waitFor();
    const { body } = await learner.session.send({
      method: 'GET',
      path: `/api/homework/assignments/${assignmentId}/submissions/mine`,
    });
    const mine = homeworkHttp.SubmissionWithText.parse(body);
    expect(mine.versions.map(({ markdown }) => markdown)).toEqual([expect.any(String), TEXT]);
    await open('/today');
    await page.getByRole('link', { name: '第一篇短文' }).waitFor();
    expect(await page.getByText('没看').count()).toBe(0);
    // Nothing more is taken after an answer that neither accepts nor asks for changes, so nothing more is asked for.
    const answer = { version: 2, verdict: 'commented', comment: 'Read with pleasure.' };
    const path = `/api/homework/submissions/${mine.id}/feedback`;
    expect((await phones.course.owner.send({ method: 'POST', path, body: answer })).status).toBe(201);
    await open('/homework');
    await page.getByText('有新点评').waitFor();
    await page.getByRole('link', { name: '第一篇短文' }).click();
    await page.getByText('已经点评，不用再交').waitFor();
    expect(await page.getByLabel('再交一版').count()).toBe(0);
  });

  it('makes a missed day up', async () => {
    phones.world.setClock('2026-03-06T04:00:00Z');
    const { learner, page, open } = await phones.memberOnPhone('mender');
    await open('/days');
    await page.getByRole('button', { name: /3月5日.*缺卡/ }).click();
    await page.getByRole('link', { name: '补这天' }).click();
    await page.getByLabel(/^补写3月5日/).fill(TEXT);
    await page.getByRole('button', { name: '打卡' }).click();
    await page.getByText('3月5日周四补上了').waitFor();
    await open('/days');
    await page.getByRole('button', { name: /3月5日.*已补/ }).waitFor();
    expect(await textsOf(learner, '2026-03-05')).toEqual([TEXT]);
  });

  it.each([
    ['WeChat', 'MicroMessenger/8.0.38'],
    ['WeCom', 'wxwork/4.1.0 MicroMessenger/7.0.1'],
  ])(
    'in %s, which has neither service workers nor notifications, is shown the way to a browser to pay',
    async (_name, app) => {
      const { client } = phones.world;
      const course = await openCourse(client, { policy: { ...policy, startsOn: '2026-04-01' } });
      const who = account('wechat');
      await apply(client, course.cohort, who);
      const { email, password } = who;
      const userAgent = `Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/107.0 Mobile Safari/537.36 ${app}`;
      const { page, open } = await phones.phone({ userAgent, signIn: { email, password } });
      await page.addInitScript(
        'for (const name of ["serviceWorker", "share", "clipboard"]) delete Navigator.prototype[name]; delete window.Notification;',
      );
      await open(`/cohorts/${course.cohort.id}/join`);
      await page.getByRole('img', { name: '报名页的二维码' }).waitFor();
      await page.getByText(`${phones.world.system.origin}/cohorts/${course.cohort.id}/join`).waitFor();
      await page.getByRole('button', { name: '复制地址' }).click();
      await page.getByText('长按上面的地址').waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole('button', { name: '就在这里试试' }).click();
      await atTheProcessor(page, 'pay');
      await page.getByText(/^\d+ 号$/).waitFor();
    },
  );

  it('across a change to summer time the countdown is right within a second at every tick', async () => {
    const { client } = phones.world;
    phones.world.setClock('2026-03-06T12:00:00Z');
    const days: Policy = {
      ...policy,
      startsOn: '2026-03-07',
      dayBoundary: 'learner',
      restDays: { weekdays: [], dates: [] },
    };
    const course = await openCourse(client, { policy: days });
    const { account: who } = await member(client, course.cohort, 'new-yorker', 'America/New_York');
    // 7 March began at 03:00 EST and ends at 03:00 EDT, an hour earlier than every other day before.
    phones.world.setClock('2026-03-08T06:55:00Z');
    const { email, password } = who;
    const { page, open } = await phones.phone({ timeZone: 'Asia/Tokyo', language: 'en', signIn: { email, password } });
    await page.addInitScript(WRONG_CLOCK);
    await open('/today');
    const timer = page.getByRole('timer').first();
    expect(await timer.getAttribute('datetime')).toBe('2026-03-08T07:00:00.000Z');
    await page.getByText('until 03:00, New York').waitFor();
    const offBy = (await page.evaluate(TICKS)) as number[];
    expect(offBy.length).toBe(3);
    for (const seconds of offBy) expect(Math.abs(seconds)).toBeLessThanOrEqual(1);

    // It closes while the page is open, and the page turns by itself.
    phones.world.setClock('2026-03-08T06:59:58Z');
    await open('/today');
    await page.getByRole('heading', { name: 'Day 1' }).waitFor();
    phones.world.setClock('2026-03-08T07:00:01Z');
    await page.getByRole('heading', { name: 'Day 2' }).waitFor();
  });
});

/** The device's clock is three hours ahead. */
const WRONG_CLOCK = `{
  const Real = Date;
  const ahead = 3 * 3600000;
  globalThis.Date = class extends Real {
    constructor(...parts) { if (parts.length === 0) super(Real.now() + ahead); else super(...parts); }
    static now() { return Real.now() + ahead; }
  };
}`;

/** By how many seconds what is shown differs from what the server said plus what has passed since, at the moment of three ticks. */
const TICKS = `new Promise((resolve) => {
  const timer = document.querySelector('[role=timer]');
  const heard = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/api/today')).at(-1);
  const serverMs = Date.UTC(2026, 2, 8, 6, 55);
  const off = [];
  const watch = new MutationObserver(() => {
    const [, minutes, seconds] = /(\\d+)\\D+(\\d+)/.exec(timer.textContent);
    const nowMs = serverMs + performance.now() - (heard.requestStart + heard.responseEnd) / 2;
    off.push((Date.parse(timer.dateTime) - nowMs) / 1000 - (Number(minutes) * 60 + Number(seconds)));
    if (off.length === 3) { watch.disconnect(); resolve(off); }
  });
  watch.observe(timer, { characterData: true, childList: true, subtree: true });
})`;
