import { join } from 'node:path';
import { dakaDir } from '@daka/local';
import { eventually } from '@daka/service-kit/testing';
import type { Browser, Page } from 'playwright-core';
import { account, openCourse, staffMember, startWorld, type Course, type World } from '../support/cohort-world';
import { launchBrowser, takePhone, type Phone } from './phone';
import { saidIn, type Says } from './said';

jest.setTimeout(240_000);

const SCREENS = join(dakaDir, 'screens');
const PATIENCE = { timeout: 40_000 };

/** Who comes to a class by its owner's hand: staff, who may go again, and those who are asked to join. */
describe('who is asked to come', () => {
  let world: World;
  let course: Course;
  let browser: Browser;
  const people = { owner: account('owner'), head: account('head'), instructor: account('instructor') };
  const phones: Phone[] = [];

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld(), launchBrowser()]);
    course = await openCourse(world.client, { owner: people.owner });
    await staffMember(world.client, course, 'class_head', people.head);
    await staffMember(world.client, course, 'instructor', people.instructor);
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

  async function phoneOf(who: keyof typeof people, place: string, language: 'zh-CN' | 'en'): Promise<[Page, Says]> {
    const { email, password } = people[who];
    const { origin } = world.system;
    const phone = await takePhone(browser, { origin, language, width: 390, signIn: { email, password } });
    phones.push(phone);
    await phone.open(`/cohorts/${course.cohort.id}/${place}`);
    return [phone.page, saidIn(language)];
  }
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click(PATIENCE);

  it('invites staff, takes an invitation back, and dismisses by two taps', async () => {
    const [page, say] = await phoneOf('owner', 'staff', 'zh-CN');
    const email = 'somebody@example.org';
    await page.getByLabel(say('account.email')).fill(email);
    await press(page, say('staff.send'));
    await page.getByText(say('staff.sent', { email })).waitFor(PATIENCE);
    await press(page, say('staff.withdraw'));
    await page.getByText(say('staff.noneOpen')).waitFor(PATIENCE);
    const row = page.getByRole('listitem').filter({ hasText: 'instructor' });
    await row.getByRole('button', { name: say('staff.dismiss'), exact: true }).click();
    await press(page, say('staff.dismissSure', { name: people.instructor.displayName }));
    await eventually(async () => (await row.count()) === 0);
  });

  it('tries a list of learners, names its bad lines, and sends once it is mended', async () => {
    const [page, say] = await phoneOf('owner', 'import', 'zh-CN');
    const choose = (csv: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: csv });
    await choose(Buffer.from('姓名,邮箱\nMei,mei@example.org\nTom,tom\nLin,mei@example.org\n'));
    await press(page, say('import.check'));
    await page.getByText(say('import.wrong', { count: 2 })).waitFor(PATIENCE);
    expect(await page.getByRole('row').count()).toBe(3);
    await page.screenshot({ path: join(SCREENS, 'import-wrong-zh-CN-390.png'), fullPage: true });
    // 李 as Excel writes it in China.
    await choose(
      Buffer.concat([Buffer.from('name,email\n'), Buffer.from([0xc0, 0xee]), Buffer.from(',li@example.org\n')]),
    );
    await press(page, say('import.check'));
    await page.getByText(say('import.gbk')).waitFor(PATIENCE);
    await page.getByRole('cell', { name: '李', exact: true }).waitFor();
    await page.screenshot({ path: join(SCREENS, 'import-zh-CN-390.png'), fullPage: true });
    await press(page, say('import.send', { count: 1 }));
    await page.getByText(say('import.sent', { count: 1 })).waitFor(PATIENCE);
    await page.getByRole('heading', { name: say('import.invited') }).waitFor(PATIENCE);
    await page
      .getByText(/还没打开|Not opened, good until/)
      .first()
      .waitFor(PATIENCE);
  });

  it('lets a class head go, by two taps, and shows them nothing of the class any more', async () => {
    const [page, say] = await phoneOf('head', 'staff', 'en');
    await press(page, say('staff.leave'));
    await press(page, say('staff.leaveSure'));
    await page.waitForURL(/\/account$/, PATIENCE);
    await page.goto(`${world.system.origin}/cohorts/${course.cohort.id}/members`);
    await page.getByText(say('staffNav.notYours')).waitFor(PATIENCE);
  });
});
