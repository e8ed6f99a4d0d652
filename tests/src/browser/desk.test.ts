import { checkinHttp } from '@daka/contracts';
import { signUp, type Session } from '@daka/replay';
import type { Policy } from '@daka/rules';
import { eventually } from '@daka/service-kit/testing';
import { account, member, openCourse, policy, staffMember, startWorld } from '../support/cohort-world';
import type { Course, Member, World } from '../support/cohort-world';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, takePhone, type Phone } from './phone';
import { saidIn } from './said';

jest.setTimeout(240_000);

const TEXT = 'A page of notes about the walk of this morning.';
const NAMES = ['lin', 'mei', 'tom'] as const;
type Name = (typeof NAMES)[number];

/** Those who run a class find anybody, see how everybody is, and answer what is asked, each as far as their role goes. */
describe('the desk of those who run a class', () => {
  let world: World;
  let course: Course;
  let browser: Browser;
  const people = { owner: account('owner'), head: account('head'), instructor: account('instructor') };
  let classHead: Session;
  const members = new Map<Name, Member>();
  const phones: Phone[] = [];

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld(), launchBrowser()]);
    const removal: Policy['removal'] = { per: 'never' };
    course = await openCourse(world.client, { owner: people.owner, policy: { ...policy, removal } });
    classHead = await staffMember(world.client, course, 'class_head', people.head);
    await staffMember(world.client, course, 'instructor', people.instructor);
    for (const name of NAMES) members.set(name, await member(world.client, course.cohort, name));
    for (const [day, who] of [
      ['2026-03-02', ['lin', 'mei', 'tom']],
      ['2026-03-03', ['lin', 'mei']],
      ['2026-03-05', ['lin']],
    ] as const) {
      world.setClock(`${day}T04:00:00Z`);
      for (const name of who) await post(named(name).session, name, '/entries', { day, text: TEXT });
    }
    await post(named('lin').session, 'lin', '/entries', { day: '2026-03-04', text: TEXT });
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

  const named = (name: Name): Member => {
    const found = members.get(name);
    if (found === undefined) throw new Error(`${name} is no member`);
    return found;
  };
  async function post(who: Session, name: Name, path: string, body: unknown): Promise<unknown> {
    const { enrolmentId } = named(name);
    const answer = await who.send({ method: 'POST', path: `/api/checkin/enrolments/${enrolmentId}${path}`, body });
    if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status} ${answer.code}`);
    return answer.body;
  }
  const calendarOf = ({ session, enrolmentId }: Member) =>
    session.ask({ method: 'GET', path: `/api/checkin/enrolments/${enrolmentId}/calendar` }, checkinHttp.CalendarView);
  async function phoneOf(who: keyof typeof people, language: 'zh-CN' | 'en' = 'zh-CN', width = 1_280): Promise<Phone> {
    const { email, password } = people[who];
    const phone = await takePhone(browser, {
      origin: world.system.origin,
      language,
      width,
      signIn: { email, password },
    });
    phones.push(phone);
    return phone;
  }
  const at = (place: string): string => `/cohorts/${course.cohort.id}/${place}`;
  const rows = (page: Page) => page.locator('a[data-enrolment]');

  it.each([
    ['zh-CN', 1_280],
    ['en', 390],
  ] as const)('finds members in %s at %i px; the address brings them back', async (language, width) => {
    const say = saidIn(language);
    const { page, open } = await phoneOf('owner', language, width);
    await open(at('members'));
    await eventually(async () => (await rows(page).count()) === 3);
    await page.getByLabel(say('members.search')).fill('MEI');
    await eventually(async () => (await rows(page).count()) === 1);
    expect(await rows(page).first().innerText()).toContain('mei');
    expect(new URL(page.url()).searchParams.get('q')).toBe('MEI');

    // Reloaded, and in another tab, it is the same.
    await open(`${new URL(page.url()).pathname}${new URL(page.url()).search}`);
    await eventually(async () => (await rows(page).count()) === 1);
    expect(await page.getByLabel(say('members.search')).inputValue()).toBe('MEI');

    // The whole address finds one; a part of it nobody.
    const { email } = named('tom').account;
    await page.getByLabel(say('members.search')).fill(email);
    await eventually(async () => (await rows(page).allInnerTexts()).join().includes('tom'));
    await page.getByLabel(say('members.search')).fill(email.slice(0, -1));
    await page.getByText(say('members.nobody')).waitFor();

    await page.getByLabel(say('members.search')).fill('');
    await page.getByLabel(say('members.state')).selectOption('removed');
    await page.getByText(say('members.nobody')).waitFor();
    await page.getByLabel(say('members.state')).selectOption('admitted');
    await eventually(async () => (await rows(page).count()) === 3);
  });

  it('lists who is silent, on the page of members and on that of the class', async () => {
    world.setClock('2026-03-10T05:00:00Z');
    const { page, open } = await phoneOf('instructor');
    await open(at('members?silent=7'));
    await eventually(async () => (await rows(page).count()) === 2);
    expect((await rows(page).allInnerTexts()).join()).toMatch(/mei[^]*tom/);
    await open(at('class'));
    const silent = page.locator('section', { has: page.getByRole('heading', { name: '没动静的人' }) });
    await eventually(async () => (await silent.getByRole('link').allInnerTexts()).join() === '3 号 tom,2 号 mei');
    // An instructor is not asked about leave; the place is not even offered.
    expect(await page.getByRole('link', { name: '申诉和请假' }).count()).toBe(0);
    await open(at('requests'));
    await page.getByText('申诉和请假由负责人和班主任答复。').waitFor();
  });

  it('draws of each day of each member what stands in their own calendar', async () => {
    const { page, open } = await phoneOf('owner');
    await open(at('class'));
    const map = page.getByRole('application');
    await map.waitFor();
    await map.focus();
    const said = page.getByRole('status').filter({ has: page.getByRole('link') });
    await page.keyboard.press('ArrowRight');
    const say = saidIn('zh-CN');
    const words = new Map(
      Object.entries({
        on_time: '完成',
        made_up: '已补',
        missed: '缺卡',
        open: '今天',
        upcoming: '还没到',
        rest: '休息',
      }),
    );
    expect(say('days.state')).toContain('on_time {完成} made_up {已补} missed {缺卡}');
    for (const [row, name] of NAMES.entries()) {
      const { days } = await calendarOf(named(name));
      for (const [index, { state }] of days.entries()) {
        const text = await said.innerText();
        expect([name, index, text.split(' · ').at(-1)]).toEqual([name, index, words.get(state)]);
        expect(text).toContain(`${row + 1} 号 ${name}`);
        await page.keyboard.press('ArrowRight');
      }
      await page.keyboard.press('ArrowDown');
      for (let back = 0; back < days.length; back += 1) await page.keyboard.press('ArrowLeft');
    }
    // The figures add up to the same calendars.
    const calendars = await Promise.all(NAMES.map((name) => calendarOf(named(name))));
    await page.getByText(say('class.byDay')).click();
    const lines = page.locator('details li');
    for (const [index, line] of (await lines.allInnerTexts()).entries()) {
      const count = (state: string) => calendars.filter(({ days }) => days[index]?.state === state).length;
      expect(line).toContain(`按时 ${count('on_time')} · 补 ${count('made_up')} · 缺 ${count('missed')}`);
    }
    expect(await lines.count()).toBe(10);
  });

  it('shows all that is known of one member, and no money to an instructor', async () => {
    const { page, open } = await phoneOf('owner');
    await open(at('members?q=lin'));
    await rows(page).first().click();
    await page.getByRole('heading', { name: '1 号' }).waitFor();
    await page.getByText('lin', { exact: true }).waitFor();
    await page.getByRole('button', { name: /3月2日/ }).click();
    await page.getByText(TEXT).waitFor();
    await page.getByRole('heading', { name: '钱', exact: true }).waitFor();
    await page.getByText('押金到账').or(page.getByText('付款')).first().waitFor();
    const instructor = await phoneOf('instructor');
    await instructor.open(new URL(page.url()).pathname);
    await instructor.page.getByText('没有关于这个人的决定。').waitFor();
    expect(await instructor.page.getByRole('heading', { name: '钱', exact: true }).count()).toBe(0);
  });

  it("grants leave, and an appeal is refused by another than who decided; what is taken further is the arbiter's", async () => {
    const lin = named('lin');
    await post(lin.session, 'lin', '/leave', { days: ['2026-03-11'], reason: '出差一天。' });
    await post(lin.session, 'lin', '/entries', { day: '2026-03-10', text: TEXT });
    await post(classHead, 'lin', '/entries/2026-03-10/rejection', { reason: '和前一天一样。' });
    const subject = { kind: 'rejected_entry', day: '2026-03-10' };
    await post(lin.session, 'lin', '/appeals', { subject, reason: '只有开头一样。' });

    const head = await phoneOf('head');
    await head.open(at('requests'));
    await head.page.getByText('这是你做的决定，要由另一个人来答复。').waitFor();
    const leave = head.page.locator('section', { has: head.page.getByRole('heading', { name: '请假', exact: true }) });
    await leave.getByRole('link', { name: '1 号 lin' }).waitFor();
    await leave.getByText('3月13日').waitFor();
    await leave.getByRole('button', { name: '答复' }).click();
    await leave.getByLabel('你的理由').fill('路上小心。');
    await leave.getByRole('button', { name: '准假' }).click();
    await leave.getByText('批准了').waitFor();
    expect((await calendarOf(lin)).leave).toMatchObject([{ status: 'approved' }]);

    const owner = await phoneOf('owner');
    await owner.open(at('requests'));
    const appeals = owner.page.locator('section', {
      has: owner.page.getByRole('heading', { name: '申诉', exact: true }),
    });
    await appeals.getByRole('button', { name: '答复' }).click();
    await appeals.getByText('和前一天一样。').waitFor();
    await appeals.getByLabel('你的理由').fill('两天一字不差。');
    await appeals.getByRole('button', { name: '申诉不成立' }).click();
    // The words stand in the form too, before the answer is given.
    await eventually(async () => (await calendarOf(lin)).appeals[0]?.status === 'dismissed');
    await appeals.getByText('两天一字不差。').waitFor();
    const [appeal] = (await calendarOf(lin)).appeals;

    await post(lin.session, 'lin', `/appeals/${appeal?.appealId}/escalation`, { reason: '后面都不一样。' });
    await owner.open(at('requests'));
    await owner.page.getByText('已经交给平台仲裁人，由仲裁人答复。').waitFor();
    expect(await appeals.getByRole('button', { name: '答复' }).count()).toBe(0);
  });

  it('excuses a day for all, asked twice', async () => {
    const { page, open } = await phoneOf('owner');
    await open(at('requests'));
    const card = page.locator('section', { has: page.getByRole('heading', { name: '全班免打卡一天' }) });
    await card.getByLabel('哪一天').selectOption('2026-03-06');
    await card.getByLabel('你的理由').fill('平台出了故障。');
    await card.getByRole('button', { name: '免掉这一天' }).click();
    await card.getByRole('button', { name: /确定全班免掉3月6日/ }).click();
    await card.getByText(/已经免掉/).waitFor();
    await eventually(async () => {
      const { days } = await calendarOf(named('tom'));
      return days.find(({ day }) => day === '2026-03-06')?.state === 'excused';
    });
  });

  it('shows nothing to a learner or a stranger', async () => {
    const stranger = account('stranger');
    await signUp(world.client, stranger);
    for (const { email, password } of [named('tom').account, stranger]) {
      const phone = await takePhone(browser, { origin: world.system.origin, signIn: { email, password } });
      phones.push(phone);
      for (const place of ['members', 'class', 'requests', `members/${named('lin').enrolmentId}`]) {
        await phone.open(at(place));
        await phone.page.getByText('这里只给这个班的工作人员。').waitFor();
        expect(await phone.page.locator('nav[aria-label="工作人员的页面"]').count()).toBe(0);
        expect(await phone.page.getByText('lin').count()).toBe(0);
      }
    }
  });
});
