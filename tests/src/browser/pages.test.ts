import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkinHttp } from '@daka/contracts';
import { dakaDir } from '@daka/local';
import { apply, type Session } from '@daka/replay';
import type { Policy } from '@daka/rules';
import { eventually } from '@daka/service-kit/testing';
import type { Browser } from 'playwright-core';
import {
  account,
  giveHomework,
  member,
  openCourse,
  policy,
  staffMember,
  startWorld,
  type Course,
  type Member,
  type World,
} from '../support/cohort-world';
import { axeFaults, launchBrowser, takePhone } from './phone';

jest.setTimeout(180_000);

const SCREENS = join(dakaDir, 'screens');
const WIDTHS = [390, 320];
type Who = 'nobody' | 'learner' | 'newcomer';
const text = 'A page of notes about the walk of this morning.';

/** Every page in both languages and both themes: pictures to look at, nothing that axe finds, nothing wider than the phone. */
describe('every page', () => {
  let world: World;
  let course: Course;
  let learner: Member;
  let newcomer: { account: { email: string; password: string }; enrolmentId: string };
  let assignmentId: string;
  let browser: Browser;

  beforeAll(async () => {
    [world, browser] = await Promise.all([
      startWorld({ serviceEnv: { payment: { PROOF_EVERY_MS: '500' } } }),
      launchBrowser(),
    ]);
    mkdirSync(SCREENS, { recursive: true });
    // Homework counts for no day here, so that today stays open.
    const checkIn: Policy['checkIn'] = { ...policy.checkIn, accepts: ['entry'] };
    const removal: Policy['removal'] = { misses: 6, per: 'cohort' };
    course = await openCourse(world.client, {
      policy: { ...policy, checkIn, removal, coolingOffDays: 3 },
      enrolUntil: '2026-03-11T00:00:00Z',
    });
    const classHead = await staffMember(world.client, course, 'class_head');
    learner = await member(world.client, course.cohort);
    const who = account('newcomer');
    newcomer = { account: who, ...(await apply(world.client, course.cohort, who)) };
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-05']) {
      world.setClock(`${day}T04:00:00Z`);
      await learner.session.send({
        method: 'POST',
        path: `/api/checkin/enrolments/${learner.enrolmentId}/entries`,
        body: { day, text },
      });
    }
    await askAndObject(classHead);
    world.setClock('2026-03-06T04:00:00Z');
    assignmentId = await giveHomework(world, course, learner);
    await eventually(
      async () => {
        const path = `/api/payment/enrolments/${learner.enrolmentId}/receipts/latest`;
        return (await learner.session.send({ method: 'GET', path })).status === 200;
      },
      { timeoutMs: 60_000 },
    );
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  /** Two check-ins are rejected, one of them is appealed; leave is asked for twice, and approved once. */
  async function askAndObject(classHead: Session): Promise<void> {
    const enrolment = `/api/checkin/enrolments/${learner.enrolmentId}`;
    const post = async (who: Session, path: string, body: unknown): Promise<unknown> => {
      const { status, body: answer } = await who.send({ method: 'POST', path: `${enrolment}${path}`, body });
      if (status >= 300) throw new Error(`${path} was answered ${status}`);
      return answer;
    };
    const reason = '这天的文字和前一天一样。';
    for (const day of ['2026-03-03', '2026-03-05']) await post(classHead, `/entries/${day}/rejection`, { reason });
    const subject = { kind: 'rejected_entry', day: '2026-03-03' };
    await post(learner.session, '/appeals', { subject, reason: '前一天写的是早上，这天写的是晚上，只有开头一样。' });
    await post(learner.session, '/leave', { days: ['2026-03-11'], reason: '搬家，晚上才有网。' });
    const asked = await post(learner.session, '/leave', { days: ['2026-03-09', '2026-03-10'], reason: '出差两天。' });
    const { leaveId } = checkinHttp.Leave.parse(asked);
    await post(classHead, `/leave/${leaveId}/decision`, { approve: true, reason: '路上小心。' });
  }

  /** By the name of its picture; who looks at it, and where it is. */
  const pages = (): { name: string; who: Who; path: string }[] => [
    { name: 'cohorts', who: 'nobody', path: '/' },
    { name: 'cohort', who: 'nobody', path: `/cohorts/${course.cohort.id}` },
    { name: 'proof', who: 'nobody', path: `/proof/${course.organisationId}` },
    { name: 'sign-in', who: 'nobody', path: '/sign-in?next=/today' },
    { name: 'sign-up', who: 'nobody', path: '/sign-up' },
    { name: 'not-found', who: 'nobody', path: '/no/such/page' },
    { name: 'join', who: 'newcomer', path: `/cohorts/${course.cohort.id}/join` },
    { name: 'no-days', who: 'newcomer', path: '/today' },
    { name: 'confirming', who: 'newcomer', path: `/enrolments/${newcomer.enrolmentId}` },
    { name: 'admitted', who: 'learner', path: `/enrolments/${learner.enrolmentId}` },
    { name: 'today', who: 'learner', path: '/today' },
    { name: 'make-up', who: 'learner', path: '/make-up/2026-03-04' },
    { name: 'days', who: 'learner', path: '/days' },
    { name: 'money', who: 'learner', path: '/money' },
    { name: 'homework', who: 'learner', path: '/homework' },
    { name: 'assignment', who: 'learner', path: `/homework/${assignmentId}` },
    { name: 'leave', who: 'learner', path: '/leave' },
    { name: 'appeals', who: 'learner', path: '/appeals' },
    { name: 'appeal', who: 'learner', path: '/appeals/2026-03-05' },
    { name: 'quit', who: 'learner', path: '/quit' },
    { name: 'account', who: 'learner', path: '/account' },
    { name: 'more', who: 'learner', path: '/more' },
  ];

  it.each([
    ['zh-CN', 'light'],
    ['zh-CN', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as const)('in %s, %s', async (language, theme) => {
    const faults = await Promise.all(
      (['nobody', 'learner', 'newcomer'] as const).map((who) => lookAround(who, language, theme)),
    );
    expect(faults.flat()).toEqual([]);
  });

  it.each([
    ['zh-CN', '3月2日到3月5日共 4 天已经过去，不算你缺卡。', '只是晚来的人不分奖金池'],
    ['en', '4 days are over, 2 Mar to 5 Mar; you miss nothing by them.', 'no share of what others forfeit'],
  ] as const)(
    'says in %s before anybody pays which days are over and that joining late shares no pool',
    async (...says) => {
      const [language, days, pool] = says;
      for (const [who, path] of [
        [undefined, `/cohorts/${course.cohort.id}`],
        [newcomer.account, `/cohorts/${course.cohort.id}/join`],
      ] as const) {
        const phone = await takePhone(browser, {
          origin: world.system.origin,
          language,
          ...(who && { signIn: { email: who.email, password: who.password } }),
        });
        await phone.open(path);
        await phone.page.getByText(days).waitFor();
        await phone.page.getByText(pool).waitFor();
        await phone.close();
      }
    },
  );

  async function lookAround(who: Who, language: 'zh-CN' | 'en', theme: 'light' | 'dark'): Promise<string[]> {
    const signIn = { nobody: undefined, learner: learner.account, newcomer: newcomer.account }[who];
    const phone = await takePhone(browser, {
      origin: world.system.origin,
      language,
      theme,
      ...(signIn && { signIn: { email: signIn.email, password: signIn.password } }),
    });
    const faults: string[] = [];
    for (const { name, path } of pages().filter((page) => page.who === who)) {
      await phone.open(path);
      for (const width of WIDTHS) {
        await phone.page.setViewportSize({ width, height: 844 });
        const picture = join(SCREENS, `${name}.${language}.${theme}.${width}.png`);
        await phone.page.screenshot({ path: picture, fullPage: true });
        const wider = await phone.page.evaluate('document.documentElement.scrollWidth - innerWidth');
        if (Number(wider) > 0) faults.push(`${name}: ${String(wider)} px wider than ${width}`);
      }
      faults.push(...(await axeFaults(phone.page)).map((fault) => `${name}: ${fault}`));
    }
    faults.push(...phone.violations, ...phone.failures);
    await phone.close();
    return faults;
  }
});
