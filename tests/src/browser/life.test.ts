import { checkinHttp, homeworkHttp, paymentHttp } from '@daka/contracts';
import type { Session } from '@daka/replay';
import type { Policy } from '@daka/rules';
import { eventually } from '@daka/service-kit/testing';
import { account, policy, staffMember } from '../support/cohort-world';
import { atTheProcessor, type Phone } from './phone';
import { startPhoneWorld, type PhoneWorld } from './phone-world';
import { saidIn, type Says } from './said';

jest.setTimeout(300_000);

const TEXT = '清晨六点起床,读了二十页书,把昨天没想明白的一段重新写了一遍。';
const PATIENCE = { timeout: 60_000 };
// Homework counts for no day here, so that every day is written.
const terms: Policy = {
  ...policy,
  checkIn: { ...policy.checkIn, accepts: ['entry'] },
  removal: { misses: 6, per: 'cohort' },
  coolingOffDays: 2,
};

interface Life {
  language: 'zh-CN' | 'en';
  say: Says;
  phone: Phone;
  enrolmentId: string;
}

/** From finding a class to the settlement on a phone, in both languages at once; only staff and the clock act elsewhere. */
describe('the whole life of a learner', () => {
  let phones: PhoneWorld;
  let classHead: Session;
  let instructor: Session;
  const lives: Life[] = [];

  beforeAll(async () => {
    phones = await startPhoneWorld(['quitter'], { policy: terms });
    const { client } = phones.world;
    classHead = await staffMember(client, phones.course, 'class_head');
    instructor = await staffMember(client, phones.course, 'instructor');
    for (const language of ['zh-CN', 'en'] as const)
      lives.push({ language, say: saidIn(language), phone: await phones.phone({ language }), enrolmentId: '' });
  }, 240_000);
  afterAll(async () => {
    expect(await phones.putAway()).toEqual([]);
    await phones.stop();
  });

  const at = (day: string) => phones.world.setClock(`2026-03-${day}T04:00:00Z`);
  const both = async (step: (life: Life) => Promise<void>): Promise<void> => {
    for (const life of lives) await step(life);
  };
  const button = ({ phone, say }: Life, id: string) => phone.page.getByRole('button', { name: say(id), exact: true });
  const link = ({ phone, say }: Life, id: string) => phone.page.getByRole('link', { name: say(id), exact: true });
  const see = ({ phone }: Life, text: string) => phone.page.getByText(text, { exact: true }).first().waitFor(PATIENCE);
  const post = async (who: Session, path: string, body: unknown): Promise<void> => {
    const answer = await who.send({ method: 'POST', path, body });
    if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status} ${answer.code}`);
  };
  /** A day of the calendar by its number, and what stands after its name. */
  const dayOf = ({ phone, language }: Life, day: number, state: RegExp) => {
    const name = language === 'en' ? `\\b${day} Mar|Mar(ch)? ${day}\\b` : `3月${day}日`;
    return phone.page.getByRole('button', { name: new RegExp(`(${name}).*${state.source}`) });
  };
  const calendarOf = ({ phone, enrolmentId }: Life) =>
    phone.page.request
      .get(`/api/checkin/enrolments/${enrolmentId}/calendar`)
      .then(async (answer) => checkinHttp.CalendarView.parse(await answer.json()));
  async function writeToday(life: Life, number: number): Promise<void> {
    await life.phone.open('/today');
    await life.phone.page.getByLabel(life.say('today.write')).fill(TEXT);
    await button(life, 'editor.send').click();
    await life.phone.page.getByText(life.say('today.done', { number })).waitFor(PATIENCE);
  }

  it('finds a class, joins and pays', async () => {
    at('01');
    await both(async (life) => {
      const { page, open } = life.phone;
      await open('/');
      await page.getByRole('link').filter({ hasText: 'Ten days of writing' }).first().click();
      await link(life, 'cohort.join').click();
      await link(life, 'signUp.title').click();
      const who = account(`life-${life.language}`);
      await page.getByLabel(life.say('account.name'), { exact: true }).fill(`life ${life.language}`);
      await page.getByLabel(life.say('account.email')).fill(who.email);
      await page.getByLabel(life.say('account.password')).fill(who.password);
      await button(life, 'signUp.title').click();
      await button(life, 'join.apply').click();
      await page.getByLabel(life.say('join.passphrase'), { exact: true }).fill('plum blossom');
      await button(life, 'join.accept').click();
      await page.getByRole('button', { name: /399\.00/ }).click();
      await atTheProcessor(page, 'pay');
      await see(life, life.say('enrolment.admitted'));
      life.enrolmentId = /enrolments\/([\w-]+)/.exec(page.url())?.[1] ?? '';
      await link(life, 'join.toToday').click();
      await page.getByRole('timer').first().waitFor();
    });
  });

  it('checks in, misses a day, makes it up, and hands in homework that is answered', async () => {
    at('02');
    await both((life) => writeToday(life, 1));
    at('04');
    await both(async (life) => {
      const { page, open } = life.phone;
      await open('/days');
      await dayOf(life, 3, /./).click();
      await link(life, 'repair.action').click();
      await page.getByRole('textbox').fill(TEXT);
      await button(life, 'editor.send').click();
      await page.getByText(life.say('makeUp.done', { day: '' }).trim()).waitFor(PATIENCE);
      await writeToday(life, 3);
    });
    const { id } = await instructor.ask(
      {
        method: 'POST',
        path: `/api/homework/cohorts/${phones.course.cohort.id}/assignments`,
        body: { title: 'A short piece', instructions: 'What changed your mind?', dueAt: '2026-03-09T14:00:00Z' },
      },
      homeworkHttp.Assignment,
    );
    await both(async (life) => {
      const { page, open } = life.phone;
      await open('/homework');
      await page.getByRole('link', { name: 'A short piece' }).click();
      await page.getByLabel(life.say('homework.write')).fill(TEXT);
      await button(life, 'homework.handIn').click();
      await see(life, life.say('homework.waits'));
      const mine = await page.request.get(`/api/homework/assignments/${id}/submissions/mine`);
      const submission = homeworkHttp.SubmissionWithText.parse(await mine.json());
      await post(instructor, `/api/homework/submissions/${submission.id}/feedback`, {
        version: 1,
        verdict: 'accepted',
        comment: 'Clear to the end.',
      });
      await open('/homework');
      await page.getByRole('link', { name: 'A short piece' }).click();
      await page.getByText('Clear to the end.').waitFor(PATIENCE);
    });
  });

  it('asks for leave and has it, objects to a rejection and is heard; another one quits', async () => {
    at('05');
    await both(async (life) => {
      const { page, open } = life.phone;
      await writeToday(life, 4);
      await open('/leave');
      await dayOf(life, 6, /./).click();
      await page.getByLabel(life.say('leave.reason'), { exact: true }).fill('On the road.');
      await button(life, 'leave.ask').click();
      await see(life, life.say('leave.waits'));
      const own = `/api/checkin/enrolments/${life.enrolmentId}`;
      const [asked] = (await calendarOf(life)).leave;
      await post(classHead, `${own}/leave/${asked?.leaveId}/decision`, { approve: true, reason: 'Travel well.' });
      await open('/leave');
      await page.getByText(/Travel well\./).waitFor(PATIENCE);
      await post(classHead, `${own}/entries/2026-03-05/rejection`, { reason: 'The same as before.' });
      await open('/appeals');
      await link(life, 'appeal.write').click();
      await page.getByLabel(life.say('appeal.yours')).fill('Only the beginning is.');
      await button(life, 'appeal.send').click();
      await page.getByText(life.say('appeal.waits')).waitFor(PATIENCE);
      const { items } = checkinHttp.AppealList.parse(await (await page.request.get(`${own}/appeals`)).json());
      const answer = { decision: 'upheld', reason: 'So it is.' };
      await post(phones.course.owner, `${own}/appeals/${items[0]?.appealId}/answer`, answer);
      await open('/appeals');
      await page.getByText(/So it is\./).waitFor(PATIENCE);
    });
    const { page, open } = await phones.memberOnPhone('quitter');
    await open('/quit');
    await page.getByRole('button', { name: '我要退出' }).click();
    await page.getByRole('button', { name: '确定退出' }).click();
    await page.getByText('这次报名已经结束').waitFor();
  });

  it('goes on to the end, is settled without asking, and checks the proof of all its money', async () => {
    at('06');
    await both(async (life) => {
      await life.phone.open('/today');
      await see(life, life.say('today.excused'));
    });
    for (const day of ['07', '09', '10', '11']) {
      at(day);
      await both((life) => writeToday(life, Number(day) - 1));
    }
    at('12');
    await both(async (life) => {
      await life.phone.open('/today');
      await see(life, life.say('settlement.title'));
    });
    phones.world.setClock('2026-04-15T04:00:00Z');
    await both(async (life) => {
      const { page, open } = life.phone;
      const statement = await eventually(
        async () => {
          const answer = await page.request.get(`/api/payment/enrolments/${life.enrolmentId}/statement`);
          const now = paymentHttp.StatementBody.parse(await answer.json());
          return now.bonusMinor > 0 && now.payableMinor === 0 && now.inFlightMinor === 0 && now;
        },
        { timeoutMs: 120_000 },
      );
      expect(statement).toMatchObject({ refundedMinor: terms.depositMinor, forfeitedMinor: 0 });
      await open('/today');
      await see(life, life.say('today.settled'));
      await see(life, life.say('settlement.toCharity'));
      await open('/money');
      await see(life, life.say('line.bonusAwarded'));
      await page.getByText(life.say('proof.addsUp')).waitFor(PATIENCE);
    });
  });
});
