import { checkinHttp, paymentHttp } from '@daka/contracts';
import type { Session } from '@daka/replay';
import type { Policy } from '@daka/rules';
import { eventually } from '@daka/service-kit/testing';
import type { Browser, Page } from 'playwright-core';
import { member, openCourse, policy, staffMember, startWorld, untilStatus } from '../support/cohort-world';
import type { Course, Learner, Member, World } from '../support/cohort-world';
import { launchBrowser, takePhone, type Phone } from './phone';

jest.setTimeout(180_000);

const TEXT = 'A page of notes about the walk of this morning.';
const NAMES = ['asker', 'objector', 'early', 'late'] as const;

/** What a learner does when something is in the way: leave, an appeal, leaving for good; and checking that the money is there. */
describe('a learner objects, is away, leaves, and checks', () => {
  let world: World;
  let course: Course;
  let classHead: Session;
  let browser: Browser;
  const members = new Map<string, Member>();
  const phones: Phone[] = [];

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld(), launchBrowser()]);
    const removal: Policy['removal'] = { misses: 6, per: 'cohort' };
    course = await openCourse(world.client, { policy: { ...policy, removal, coolingOffDays: 3 } });
    await Promise.all(NAMES.map(async (name) => members.set(name, await member(world.client, course.cohort, name))));
    classHead = await staffMember(world.client, course, 'class_head');
  }, 240_000);

  afterAll(async () => {
    for (const { close } of phones) await close().catch(() => undefined);
    await browser?.close();
    await world?.stop();
  });

  const memberOnPhone = async (name: (typeof NAMES)[number]) => {
    const learner = members.get(name);
    if (learner === undefined) throw new Error(`${name} is no member`);
    const { email, password } = learner.account;
    const phone = await takePhone(browser, { origin: world.system.origin, signIn: { email, password } });
    phones.push(phone);
    return { learner, ...phone };
  };
  const checkin = async (who: Session, { enrolmentId }: Learner, path: string, body: unknown): Promise<void> => {
    const answer = await who.send({ method: 'POST', path: `/api/checkin/enrolments/${enrolmentId}${path}`, body });
    if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status} ${answer.code}`);
  };
  const statementOf = ({ session, enrolmentId }: Learner) =>
    session.ask({ method: 'GET', path: `/api/payment/enrolments/${enrolmentId}/statement` }, paymentHttp.StatementBody);
  const quit = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: '我要退出' }).click();
    await page.getByRole('button', { name: '确定退出' }).click();
    await page.getByText('这次报名已经结束').waitFor();
  };

  it('leaves in the cooling-off and is told that everything comes back, as it does', async () => {
    world.setClock('2026-03-02T04:00:00Z');
    const { learner, page, open } = await memberOnPhone('early');
    await open('/quit');
    await page.getByText('现在退出，全部退回').waitFor();
    await page.getByText('¥399.00').waitFor();
    await quit(page);
    await untilStatus(learner.session, learner.enrolmentId, 'cancelled');
    await eventually(async () => (await statementOf(learner)).lines.some(({ kind }) => kind === 'cancelled'));
    const cancelled = (await statementOf(learner)).lines.filter(({ kind }) => kind === 'cancelled');
    expect(cancelled.map(({ amountMinor }) => amountMinor)).toEqual([39_900]);
  });

  it('asks for leave on days that are touched, and reads the answer', async () => {
    const { learner, page, open } = await memberOnPhone('asker');
    await open('/leave');
    await page.getByRole('button', { name: /3月10日/ }).click();
    await page.getByLabel('为什么').fill('出差，晚上才有网。');
    await page.getByRole('button', { name: '提出请假' }).click();
    await page.getByText('等答复').waitFor();
    const { leave } = await learner.session.ask(
      { method: 'GET', path: `/api/checkin/enrolments/${learner.enrolmentId}/calendar` },
      checkinHttp.CalendarView,
    );
    expect(leave.map(({ days, status }) => [days, status])).toEqual([[['2026-03-10'], 'requested']]);
    const decision = { approve: true, reason: '路上小心。' };
    await checkin(classHead, learner, `/leave/${leave[0]?.leaveId}/decision`, decision);
    await open('/leave');
    await page.getByText('路上小心。').waitFor();
    expect(await page.getByRole('button', { name: /3月10日.*请假/ }).isDisabled()).toBe(true);
  });

  it('appeals a rejected check-in, and sees what waits for the answer', async () => {
    const { learner, page, open } = await memberOnPhone('objector');
    await checkin(learner.session, learner, '/entries', { day: '2026-03-02', text: TEXT });
    await checkin(classHead, learner, '/entries/2026-03-02/rejection', { reason: '和昨天一样。' });
    await open('/days');
    await page.getByText('没有通过：和昨天一样。').waitFor();
    await page.getByRole('link', { name: '申诉' }).click();
    await page.getByText('还剩').waitFor();
    await page.getByRole('link', { name: '写申诉' }).click();
    await page.getByLabel('你的理由').fill('昨天还没有开始。');
    await page.getByRole('button', { name: '提出申诉' }).click();
    await page.getByText('等答复').waitFor();
    const { frozenMinor } = await learner.session.ask(
      { method: 'GET', path: `/api/checkin/enrolments/${learner.enrolmentId}/calendar` },
      checkinHttp.CalendarView,
    );
    await page.getByText(`¥${(frozenMinor / 100).toFixed(2)}`).waitFor();
    expect(frozenMinor).toBeGreaterThan(0);
  });

  it('leaves later: what was earned stays, by the very figures that stood above the button', async () => {
    const { learner, page, open } = await memberOnPhone('late');
    await checkin(learner.session, learner, '/entries', { day: '2026-03-02', text: TEXT });
    world.setClock('2026-03-06T04:00:00Z');
    await open('/quit');
    await page.getByText('现在退出，押金这样算').waitFor();
    const said = await page.getByText('没赚到的').locator('..').locator('..').innerText();
    await quit(page);
    await untilStatus(learner.session, learner.enrolmentId, 'withdrawn');
    const { earnedMinor, depositMinor } = await statementOf(learner);
    expect(earnedMinor).toBeGreaterThan(0);
    expect(said).toContain(`−\u00A0¥${((depositMinor - earnedMinor) / 100).toFixed(2)}`);
  });
});
