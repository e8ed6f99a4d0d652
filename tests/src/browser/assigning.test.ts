import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { homeworkHttp } from '@daka/contracts';
import { dakaDir } from '@daka/local';
import { eventually } from '@daka/service-kit/testing';
import type { Page } from 'playwright-core';
import { account, staffMember } from '../support/cohort-world';
import { axeFaults, type Phone } from './phone';
import { patientPolicy, startPhoneWorld, type PhoneWorld } from './phone-world';
import { saidIn } from './said';

jest.setTimeout(240_000);

const SCREENS = join(dakaDir, 'screens');
const PATIENCE = { timeout: 40_000 };
const TITLE = '给十年后的自己';
const RUBRIC = [
  { name: '观点', levels: ['没有', '有', '有依据'], points: ['0', '2', '4'] },
  { name: '语言', levels: ['不通顺', '通顺'], points: ['0', '4'] },
] as const;

/** Homework from the form of the instructor to the answer that its learner reads, scored by a rubric, in the browser alone. */
describe('homework that is set in the browser', () => {
  let phones: PhoneWorld;
  const teacher = account('Qin');
  const say = saidIn('zh-CN');
  const place = (name: string) => `/cohorts/${phones.course.cohort.id}/${name}`;

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    phones = await startPhoneWorld(['mei'], { policy: patientPolicy });
    await staffMember(phones.world.client, phones.course, 'instructor', teacher);
    phones.world.setClock('2026-03-02T04:00:00Z');
  }, 240_000);
  afterEach(async () => expect(await phones.putAway()).toEqual([]));
  afterAll(() => phones?.stop());

  const desk = (options: Parameters<PhoneWorld['phone']>[0] = {}): Promise<Phone> =>
    phones.phone({ ...options, signIn: { email: teacher.email, password: teacher.password } });

  it('is set for a day, with a rubric; what does not measure is said before it is sent; a half-typed form survives', async () => {
    const { page, open } = await desk();
    await open(place('assignments'));
    await page.getByText(say('assignments.none')).waitFor(PATIENCE);
    await page.getByLabel(say('assignments.name')).fill(TITLE);
    await page.getByRole('button', { name: say('assignments.set'), exact: true }).click();
    await page.getByText(say('assignments.fillIn')).waitFor();

    await page.getByLabel(say('assignments.instructions')).fill('写一封信，**至少**三段。');
    await page.getByLabel(say('assignments.day')).selectOption('2026-03-04');
    await page.getByText('最晚 3月5日 03:00，那天的打卡到这时截止。').waitFor();
    await page.getByLabel('截止时间').fill('2026-03-04T22:00');
    await fillRubric(page, ['4', '2']);
    await page.getByRole('button', { name: say('assignments.set'), exact: true }).click();
    await page.getByText(say('assignments.badRubric')).waitFor();

    // The device ends in the middle of it.
    await page.waitForTimeout(1_000);
    await open(place('assignments'));
    await page.getByRole('group', { name: '第 2 项' }).waitFor(PATIENCE);
    expect(await page.getByLabel(say('assignments.name')).inputValue()).toBe(TITLE);
    // Before anything is tapped: what is tapped next is looked for where it stood in the long picture.
    await page.screenshot({ path: join(SCREENS, 'assigning-form.zh-CN.png'), fullPage: true });
    const first = page.getByRole('group', { name: '第 1 项' }).getByLabel(say('assignments.points'));
    await first.nth(1).fill('2');
    await first.nth(2).fill('4');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: say('assignments.set'), exact: true }).click();
    await page.getByText(`“${TITLE}”布置好了，学员已经能看到。`).waitFor(PATIENCE);
    await page.getByRole('heading', { name: TITLE, exact: true }).waitFor(PATIENCE);
    await page.getByText('没有 0 分 · 有 2 分 · 有依据 4 分').waitFor();
    expect(await page.getByLabel(say('assignments.name')).inputValue()).toBe('');
    await page.screenshot({ path: join(SCREENS, 'assigning-set.zh-CN.png'), fullPage: true });
  });

  it('is corrected with a reason, which the learner reads beside what it said before', async () => {
    const english = saidIn('en');
    const { page, open } = await desk({ language: 'en', width: 320 });
    await open(place('assignments'));
    await page.getByRole('button', { name: english('assignments.correct'), exact: true }).click();
    const form = page.locator('section', { has: page.getByRole('heading', { name: `Correct “${TITLE}”` }) });
    await form.getByLabel(english('assignments.instructions')).fill('写一封信，至少两段。');
    await form.getByLabel(english('assignments.reason'), { exact: true }).fill('三段太多。');
    await form.getByLabel(english('assignments.pictures'), { exact: true }).selectOption('3');
    expect(await axeFaults(page)).toEqual([]);
    expect(Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))).toBeLessThanOrEqual(0);
    await page.screenshot({ path: join(SCREENS, 'assigning-correct.en.320.png'), fullPage: true });
    await form.getByRole('button', { name: english('assignments.save') }).click();
    await page.getByText('写一封信，至少两段。').waitFor(PATIENCE);

    const mei = await phones.memberOnPhone('mei');
    await mei.open('/homework');
    await mei.page.getByText(TITLE).click();
    await mei.page.getByText('更正过：三段太多。').click();
    await mei.page.getByText('写一封信，**至少**三段。').waitFor();
    await mei.page.getByText('通顺 4 分').waitFor();
    await mei.page.getByText('不能附图片', { exact: true }).waitFor();
    expect(await axeFaults(mei.page)).toEqual([]);
    await mei.page.screenshot({ path: join(SCREENS, 'assigning-learner.zh-CN.png'), fullPage: true });
    await mei.page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFaults(mei.page)).toEqual([]);
    await mei.page.screenshot({ path: join(SCREENS, 'assigning-learner.zh-CN.dark.png'), fullPage: true });
    await mei.page.emulateMedia({ colorScheme: 'light' });
    const narrow = await phones.memberOnPhone('mei', { language: 'en', width: 320 });
    await narrow.open('/homework');
    await narrow.page.getByText(TITLE).click();
    await narrow.page.getByText('三段太多。').click();
    await narrow.page.getByText('No pictures with the text', { exact: true }).waitFor();
    expect(Number(await narrow.page.evaluate('document.documentElement.scrollWidth - innerWidth'))).toBeLessThanOrEqual(
      0,
    );
    await narrow.page.screenshot({ path: join(SCREENS, 'assigning-learner.en.320.png'), fullPage: true });
    await mei.page.getByLabel(say('homework.write')).fill('十年后的我，你好。今天是打卡的第一天，我写下这封信。');
    await mei.page.getByRole('button', { name: say('homework.handIn'), exact: true }).click();
    await mei.page.getByText(say('homework.waits')).waitFor(PATIENCE);
  });

  it('is scored by the rubric, by keyboard; then the rubric stays, and the learner reads what was reached', async () => {
    const { page, open } = await desk({ width: 1_280 });
    await open(place('queue'));
    await page.getByRole('heading', { name: /· 1$/ }).first().waitFor(PATIENCE);
    await page.keyboard.press('j');
    await page.getByRole('group', { name: '观点' }).waitFor(PATIENCE);
    await page.keyboard.press('2');
    await page.getByText('还差 1 项').waitFor();
    await page.getByText(/^你在批/).waitFor(PATIENCE);
    // Nothing is given while it is looked up what this device kept: the key is pressed again.
    await eventually(async () => {
      await page.keyboard.press('a');
      return (await page.getByText(say('rubric.someMissing')).count()) > 0;
    });
    await page.keyboard.press('2');
    await page.getByText('6 / 8 分 · 合 75 分').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.screenshot({ path: join(SCREENS, 'assigning-rubric.zh-CN.png') });
    await page.keyboard.press('c');
    await page.keyboard.type('有想法。');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.getByText(say('queue.empty')).waitFor(PATIENCE);
    await untilAnswered();

    await open(place('assignments'));
    await page.getByRole('button', { name: say('assignments.correct'), exact: true }).click();
    const form = page.locator('section', { has: page.getByRole('heading', { name: `更正“${TITLE}”` }) });
    await form.getByRole('group', { name: '第 1 项' }).getByLabel(say('assignments.criterionName')).fill('结论');
    await form.getByLabel(say('assignments.reason'), { exact: true }).fill('换一项。');
    await form.getByRole('button', { name: say('assignments.save') }).click();
    await page.getByText(say('assignments.rubricFrozen')).waitFor(PATIENCE);

    const mei = await phones.memberOnPhone('mei');
    await mei.open('/homework');
    await mei.page.getByText(TITLE).click();
    await mei.page.getByText('有想法。').waitFor(PATIENCE);
    await mei.page.getByText('2 / 4 分').waitFor();
    await mei.page.getByText('4 / 4 分').waitFor();
    await mei.page.screenshot({ path: join(SCREENS, 'assigning-reached.zh-CN.png'), fullPage: true });
  });

  /** The answer is on its way while the queue says so already, and its ten seconds begin when it has come: time goes on until it is said. */
  async function untilAnswered(): Promise<void> {
    const [mei] = phones.members(['mei']);
    const path = `/api/homework/cohorts/${phones.course.cohort.id}/assignments`;
    let nowMs = Date.parse('2026-03-02T04:00:00Z');
    await eventually(
      async () => {
        phones.world.setClock(new Date((nowMs += 11_000)).toISOString());
        const { items } = await mei!.session.ask({ method: 'GET', path }, homeworkHttp.Assignments);
        return items[0]?.mine?.status === 'accepted';
      },
      { timeoutMs: 60_000 },
    );
  }

  /** The first criterion's second and third level are worth `points`; all else is as it should be. */
  async function fillRubric(page: Page, points: readonly string[]): Promise<void> {
    for (const [at, { name, levels, points: right }] of RUBRIC.entries()) {
      await page.getByRole('button', { name: say('assignments.addCriterion') }).click();
      const group = page.getByRole('group', { name: `第 ${at + 1} 项` });
      await group.getByLabel(say('assignments.criterionName')).fill(name);
      for (let more = 2; more < levels.length; more += 1)
        await group.getByRole('button', { name: say('assignments.addLevel') }).click();
      for (const [level, called] of levels.entries()) {
        await group.getByLabel(`第 ${level + 1} 档`).fill(called);
        const worth = at === 0 && level > 0 ? points[level - 1] : right[level];
        await group
          .getByLabel(say('assignments.points'))
          .nth(level)
          .fill(worth ?? '');
      }
    }
  }
});
