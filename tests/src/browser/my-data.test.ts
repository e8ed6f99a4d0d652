import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dakaDir } from '@daka/local';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { member, openCourse, startWorld, untilStatus, type Member, type World } from '../support/cohort-world';
import { axeFaults, launchBrowser, takePhone, type Phone } from './phone';
import { saidIn } from './said';

jest.setTimeout(180_000);

const SCREENS = join(dakaDir, 'screens');
const Exported = z.object({
  kind: z.literal('daka.account.v1'),
  account: z.object({ email: z.string() }),
  enrolments: z.array(
    z.object({
      enrolment: z.object({ id: z.string() }),
      calendar: z.object({ days: z.array(z.unknown()) }).nullable(),
      statement: z.object({ depositMinor: z.number() }).nullable(),
    }),
  ),
});

/** All that is kept of an account, taken along and given up, in a real browser. */
describe('my data', () => {
  let world: World;
  let browser: Browser;
  let learner: Member;
  let phone: Phone;
  const say = saidIn('zh-CN');

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld(), launchBrowser()]);
    mkdirSync(SCREENS, { recursive: true });
    const course = await openCourse(world.client);
    learner = await member(world.client, course.cohort, 'leaving');
    const { email, password } = learner.account;
    phone = await takePhone(browser, { origin: world.system.origin, signIn: { email, password } });
  }, 240_000);
  afterAll(async () => {
    await phone?.close().catch(() => undefined);
    await browser?.close();
    await world?.stop();
  });

  const picture = (page: Page, name: string) =>
    page.screenshot({ path: join(SCREENS, `my-data-${name}.png`), fullPage: true });
  const ask = async (page: Page): Promise<void> => {
    await page.getByLabel(say('newPassword.current')).fill(learner.account.password);
    await page.getByRole('button', { name: say('myData.eraseAsk') }).click();
  };

  it('is saved as one file that holds the enrolment with its days and its money', async () => {
    const { page, open } = phone;
    await open('/account');
    await page.getByRole('link', { name: say('myData.title') }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: say('myData.exportGet') }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^daka-account-[\w-]+\.json$/);
    const exported = Exported.parse(JSON.parse(readFileSync(await download.path(), 'utf8')));
    expect(exported.account.email).toBe(learner.account.email);
    expect(exported.enrolments.map(({ enrolment }) => enrolment.id)).toEqual([learner.enrolmentId]);
    expect(exported.enrolments[0]?.calendar?.days.length).toBeGreaterThan(1);
    expect(exported.enrolments[0]?.statement?.depositMinor).toBeGreaterThan(0);
  });

  it('is not erased while a deposit is held; afterwards in a week, told by a letter, and kept by one tap', async () => {
    const { page, open, failures, violations } = phone;
    await open('/account/data');
    await ask(page);
    await page.getByText(say('myData.enrolmentsOpen')).waitFor();
    await picture(page, 'open-zh-CN');
    const { session, enrolmentId } = learner;
    await session.send({ method: 'POST', path: `/api/membership/enrolments/${enrolmentId}/withdrawal` });
    await untilStatus(session, enrolmentId, 'cancelled');
    await ask(page);
    await page.getByRole('button', { name: say('myData.keep') }).waitFor();
    await picture(page, 'asked-zh-CN');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: say('myData.keep') }).click();
    await page.getByRole('button', { name: say('myData.eraseAsk') }).waitFor();
    expect({ failures, violations }).toEqual({ failures: [], violations: [] });
  });
});
