import type { Account, Session } from '@daka/replay';
import type { Browser } from 'playwright-core';
import { account, member, openCourse, startWorld, type Course, type World } from '../support/cohort-world';
import { cutTexts } from './fits';
import { launchBrowser, takePhone } from './phone';

jest.setTimeout(180_000);

/** As long as names get, without a place to break them at. */
const LONG = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2).slice(0, 60);
const NARROW = 320;

describe('names of sixty letters on a narrow phone', () => {
  let world: World;
  let browser: Browser;
  let course: Course;
  let learner: { account: Account; session: Session; enrolmentId: string };

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld(), launchBrowser()]);
    course = await openCourse(world.client, {
      owner: { ...account('owner'), displayName: LONG },
      organisation: LONG,
      title: LONG,
      rules: [{ title: LONG, text: 'The word to answer with is: plum blossom.' }],
    });
    learner = await member(world.client, course.cohort);
    const body = { title: LONG, instructions: LONG, dueAt: '2026-03-09T14:00:00Z' };
    const path = `/api/homework/cohorts/${course.cohort.id}/assignments`;
    expect((await course.owner.send({ method: 'POST', path, body })).status).toBe(201);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  it.each(['owner', 'learner'])('are whole on the pages of the %s, which are no wider than it is', async (who) => {
    const { email, password } = who === 'owner' ? course.owner.account : learner.account;
    const phone = await takePhone(browser, {
      origin: world.system.origin,
      language: 'en',
      width: NARROW,
      signIn: { email, password },
    });
    const cohort = `/cohorts/${course.cohort.id}`;
    const ofOwner = [
      ...[
        'members',
        'staff',
        'class',
        'requests',
        'money',
        'queue',
        'entries',
        'assignments',
        'decisions',
        'import',
      ].map((page) => `${cohort}/${page}`),
      '/organisations',
      `/organisations/${course.organisationId}/money`,
      '/account',
    ];
    const ofLearner = ['/today', '/days', '/money', '/homework', '/account', '/cohorts', cohort];
    const wide: unknown[] = [];
    for (const path of who === 'owner' ? ofOwner : ofLearner) {
      await phone.open(path);
      const width = Number(await phone.page.evaluate('document.documentElement.scrollWidth'));
      const cut = await cutTexts(phone.page);
      if (width > NARROW || cut.length > 0) wide.push([path, width, cut]);
    }
    await phone.close();
    expect(wide).toEqual([]);
  });
});
