import { membershipHttp } from '@daka/contracts';
import { apply, signUp } from '@daka/replay';
import { eventually } from '@daka/service-kit/testing';
import type { Page } from 'playwright-core';
import { account, member, openCourse, untilStatus, type Course } from '../support/cohort-world';
import { atTheProcessor } from './phone';
import { patientPolicy, startPhoneWorld, type PhoneWorld } from './phone-world';

jest.setTimeout(240_000);

const BEFORE = '2026-03-01T04:00:00Z';
const HOLD_OVER = '2026-03-01T04:31:00Z';
/** A bank, or somebody who leaves, is seen by the next look only. */
const PATIENCE = { timeout: 60_000 };

/** What the pages say, once in each language. */
const SAID = {
  'zh-CN': {
    pay: '去付 ¥399.00',
    confirming: '银行还没确认',
    confirmingText: '已付的钱不会丢：确认后自动入群，没成就自动退回。',
    number: /^\d+ 号$/,
    notCharged: '没有扣钱，名额还留着',
    insufficientFunds: '卡里的钱不够。',
    anotherCard: '换一张卡，再付一次。',
    unseen: '还没看到你的付款',
    goOn: /还没付就接着付，名额还留着。/,
    backToPaying: '还没付？回去付',
    expired: '付款页面开得太久，已经过期。',
    holdOver: '名额保留的时间过了，没有收到付款。可以再占一次。',
    hold: '再占一个名额',
    holdOverFull: /没有收到付款，现在也满了。可以排候补，轮到你再付。/,
    wait: '排候补',
    full: '已满',
    joinWaiting: '读群规，排候补',
    first: '第 1 位',
    onlyThenPay: /那时才要付钱/,
    ended: '这次报名已经结束',
    goesBack: '该退的钱会自动退回原来的付款方式。',
    readRules: '知道了，去读群规',
    passphrase: '口令',
    accept: '同意群规，占一个名额',
  },
  en: {
    pay: 'Pay CN¥399.00',
    confirming: 'The bank has not confirmed yet',
    confirmingText: 'Your money is safe: you are in once it does, or it goes back by itself.',
    number: /^No\. \d+$/,
    notCharged: 'You were not charged, and your seat is kept',
    insufficientFunds: 'There is not enough on the card.',
    anotherCard: 'Pay again with another card.',
    unseen: 'No payment seen yet',
    goOn: /If not, go on paying; your seat is kept\./,
    backToPaying: 'Not paid? Back to paying',
    expired: 'The payment page was open for too long.',
    holdOver: 'The time for your seat is over and no payment has arrived. You can hold it again.',
    hold: 'Hold a seat again',
    holdOverFull: /no payment has arrived, and the class is full now\. You can join the waiting list/,
    wait: 'Join the waiting list',
    full: 'full',
    joinWaiting: 'Read the rules and join the waiting list',
    first: 'No. 1',
    onlyThenPay: /only then you pay/,
    ended: 'This enrolment has ended',
    goesBack: 'What is owed to you goes back to your payment method by itself.',
    readRules: 'Got it, read the rules',
    passphrase: 'Passphrase',
    accept: 'Accept the rules and hold a seat',
  },
} as const;

let phones: PhoneWorld;

beforeAll(async () => {
  phones = await startPhoneWorld([], { policy: patientPolicy });
}, 240_000);
afterAll(() => phones?.stop());

describe.each(['zh-CN', 'en'] as const)('paying, in %s', (language) => {
  const said = SAID[language];

  beforeEach(() => phones.world.setClock(BEFORE));
  afterEach(async () => {
    await sandbox({});
    expect(await phones.putAway()).toEqual([]);
  });

  /** Replaces what the processor does wrong. */
  const sandbox = async (faults: object) => {
    const body = JSON.stringify(faults);
    const { ok } = await fetch(`${phones.world.system.urls.sandbox}/_sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    if (!ok) throw new Error('the sandbox refuses these faults');
  };

  /** Somebody whose seat is held, in front of the button that pays. */
  async function beforePaying(course: Course = phones.course) {
    const who = account('payer');
    const { session, enrolmentId } = await apply(phones.world.client, course.cohort, who);
    const { email, password } = who;
    const phone = await phones.phone({ language, signIn: { email, password } });
    const join = `/cohorts/${course.cohort.id}/join`;
    await phone.open(join);
    return { ...phone, learner: { session, enrolmentId }, join };
  }
  const toTheProcessor = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: said.pay }).click();
    await page.locator('button[formaction$="/pay"]').waitFor();
  };
  const shows = (page: Page, ...texts: (string | RegExp)[]) =>
    Promise.all(texts.map((text) => page.getByText(text, { exact: true }).first().waitFor(PATIENCE)));
  const cannotPay = async (page: Page): Promise<void> =>
    expect([await page.getByRole('button', { name: said.pay }).count(), await page.getByRole('timer').count()]).toEqual(
      [0, 0],
    );
  const smallCourse = () => openCourse(phones.world.client, { policy: patientPolicy, capacity: 1 });

  it('with the webhook lost waits with the cause, then shows the number without a reload', async () => {
    const { page } = await beforePaying();
    await toTheProcessor(page);
    // Neither is told nor can ask.
    await sandbox({
      webhooks: { off: true },
      requests: { paths: ['/v1/checkout/sessions'], serverErrorEvery: 1, serverErrorStored: false },
    });
    await atTheProcessor(page, 'pay');
    await shows(page, said.confirming, said.confirmingText);
    await page.evaluate('window.isTheSamePage = true');
    await sandbox({ webhooks: { off: true } });
    await page.getByText(said.number).waitFor(PATIENCE);
    expect(await page.evaluate('window.isTheSamePage')).toBe(true);
  });

  it('declined says why, that nothing was charged and what to do; the next attempt pays', async () => {
    const { page, learner } = await beforePaying();
    await toTheProcessor(page);
    await page.locator('select[name="decline_code"]').selectOption('insufficient_funds');
    await atTheProcessor(page, 'decline');
    await page.getByRole('alert').waitFor();
    await atTheProcessor(page, 'abandon');
    await shows(page, said.notCharged, said.insufficientFunds, said.anotherCard);
    // Where payment's own return address leads says the same.
    await page.goto(`/enrolments/${learner.enrolmentId}?payment=cancelled`);
    await shows(page, said.notCharged, said.insufficientFunds);
    await page.getByRole('link', { name: said.backToPaying }).click();
    await toTheProcessor(page);
    await atTheProcessor(page, 'pay');
    await page.getByText(said.number).waitFor(PATIENCE);
  });

  it('abandoned says that the seat is kept and how to go on; a page that ended says so', async () => {
    const { page, learner } = await beforePaying();
    await toTheProcessor(page);
    await atTheProcessor(page, 'abandon');
    await page.waitForURL(/\/(join|enrolments\/.*payment=cancelled)/);
    await page.goto(`/enrolments/${learner.enrolmentId}?payment=cancelled`);
    await page.getByText(said.goOn).waitFor(PATIENCE);
    await shows(page, said.unseen);
    await page.getByRole('link', { name: said.backToPaying }).click();
    await page.getByRole('timer').waitFor();
    await toTheProcessor(page);
    await page.locator('button[formaction$="/expire"]').click();
    await page.goto(`/enrolments/${learner.enrolmentId}`);
    await shows(page, said.notCharged, said.expired);
  });

  it('after the hold is over says so on the page that stayed open, and holds a seat again', async () => {
    const { page, learner } = await beforePaying();
    phones.world.setClock(HOLD_OVER);
    await untilStatus(learner.session, learner.enrolmentId, 'rules_accepted');
    await shows(page, said.holdOver);
    await cannotPay(page);
    await page.getByRole('button', { name: said.hold }).click();
    await toTheProcessor(page);
    await atTheProcessor(page, 'pay');
    await page.getByText(said.number).waitFor(PATIENCE);
  });

  it('sold out meanwhile can be paid nowhere: the waiting list is offered, and a late payment goes back', async () => {
    const course = await smallCourse();
    const { page, join, learner, context } = await beforePaying(course);
    await toTheProcessor(page);
    phones.world.setClock(HOLD_OVER);
    await untilStatus(learner.session, learner.enrolmentId, 'rules_accepted');
    await member(phones.world.client, course.cohort, 'quick');
    const ours = await context.newPage();
    await ours.goto(join);
    await ours.getByText(said.holdOverFull).waitFor(PATIENCE);
    await cannotPay(ours);
    await ours.getByRole('button', { name: said.wait }).click();
    await shows(ours, said.first);
    await cannotPay(ours);
    // Whoever kept the processor's page and pays there gets it back, and reads so.
    await atTheProcessor(page, 'pay');
    await shows(page, said.ended, said.goesBack);
  });

  it('in a full class takes a place in the waiting list, pays nothing, and pays once a seat is free, without a reload', async () => {
    const course = await smallCourse();
    const leaving = await member(phones.world.client, course.cohort, 'leaving');
    const who = account('patient');
    await signUp(phones.world.client, who);
    const { email, password } = who;
    const { page, open } = await phones.phone({ language, signIn: { email, password } });
    await open(`/cohorts/${course.cohort.id}`);
    await shows(page, said.full);
    await page.getByRole('link', { name: said.joinWaiting }).click();
    await page.getByRole('button', { name: said.readRules }).click();
    await page.getByLabel(said.passphrase, { exact: true }).fill('plum blossom');
    await page.getByRole('button', { name: said.accept }).click();
    await shows(page, said.first);
    await page.getByText(said.onlyThenPay).waitFor();
    await cannotPay(page);
    await leaving.session.ask(
      { method: 'POST', path: `/api/membership/enrolments/${leaving.enrolmentId}/withdrawal`, body: {} },
      membershipHttp.EnrolmentBody,
    );
    await eventually(async () => (await page.getByRole('button', { name: said.pay }).count()) > 0, {
      timeoutMs: 60_000,
    });
    await toTheProcessor(page);
    await atTheProcessor(page, 'pay');
    await page.getByText(said.number).waitFor(PATIENCE);
  });
});
