import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paymentHttp } from '@daka/contracts';
import { dakaDir } from '@daka/local';
import { openCohort, type OpenCohort, signUp } from '@daka/replay';
import type { Policy } from '@daka/rules';
import { eventually } from '@daka/service-kit/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { account, member, openCourse, policy, staffMember, startWorld } from '../support/cohort-world';
import type { Course, Member, World } from '../support/cohort-world';
import { moneyOf, type Money } from '../support/money';
import { axeFaults, launchBrowser, takePhone, type Phone } from './phone';
import { saidIn } from './said';

jest.setTimeout(240_000);

const SCREENS = join(dakaDir, 'screens');
const SLOW = { timeoutMs: 90_000 };
const DOLLARS = 'Ten days in dollars';
const NAMES = ['lin', 'mei', 'tom'] as const;
type Name = (typeof NAMES)[number];
const Refunds = z.object({ data: z.array(z.object({ id: z.string() })) });
const Charges = z.object({
  charges: z.array(
    z.object({
      id: z.string(),
      metadata: z.record(z.string(), z.string()),
      payment_intent: z.string(),
      refunds_pending: z.int(),
    }),
  ),
});

/** Who runs a course sees what every cent of it is doing, and leads out what has lost its way. */
describe('the money of a class', () => {
  let world: World;
  let course: Course;
  let browser: Browser;
  let money: Money;
  let disputeId: string;
  let inDollars: OpenCohort;
  const people = { owner: account('owner'), head: account('head'), instructor: account('instructor') };
  const members = new Map<Name, Member>();
  const phones: Phone[] = [];

  beforeAll(async () => {
    const payment = { REFUND_MAX_ATTEMPTS: '1', PROOF_EVERY_MS: '500', DISPUTE_POLL_MS: '500' };
    [world, browser] = await Promise.all([startWorld({ serviceEnv: { payment } }), launchBrowser()]);
    money = moneyOf(world);
    const removal: Policy['removal'] = { per: 'never' };
    course = await openCourse(world.client, { owner: people.owner, policy: { ...policy, removal } });
    await staffMember(world.client, course, 'class_head', people.head);
    await staffMember(world.client, course, 'instructor', people.instructor);
    for (const name of NAMES) members.set(name, await member(world.client, course.cohort, name));
    // What goes back to one of them is pending at the bank, and then it fails.
    await control('faults', { refunds: { pendingMs: null } });
    world.setClock('2026-03-02T04:00:00Z');
    await checkIn('lin', '2026-03-02');
    world.setClock('2026-03-03T04:00:00Z');
    await failRefundOf('lin');
    await control('faults', {});
    await checkIn('mei', '2026-03-03');
    world.setClock('2026-03-04T04:00:00Z');
    await eventually(async () => (await statementOf('mei')).refundedMinor > 0, SLOW);
    const opened = await control('disputes', { charge: (await chargeOf('tom')).id });
    disputeId = z.object({ id: z.string() }).parse(opened).id;
    await eventually(async () => (await statementOf('tom')).isFrozen, SLOW);
    // Another class of the same organisation takes another currency.
    inDollars = await openCohort(course.owner, course.organisationId, {
      title: DOLLARS,
      policy: {
        ...policy,
        removal,
        currency: 'USD',
        startsOn: '2026-03-16',
        entryFeeMinor: 1_900,
        depositMinor: 5_000,
      },
      capacity: 20,
      rules: [{ title: 'Write every day', text: 'The word to answer with is: plum blossom.' }],
      passphrase: 'plum blossom',
    });
    await member(world.client, inDollars, 'ann');
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
  const statementOf = (name: Name) => money.statement(named(name));
  async function control(path: string, body: object): Promise<unknown> {
    const answer = await fetch(`${world.system.urls.sandbox}/_sandbox/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`);
    return answer.json();
  }
  async function chargeOf(name: Name) {
    const { charges } = Charges.parse(await (await fetch(`${world.system.urls.sandbox}/_sandbox/state`)).json());
    const found = charges.find(({ metadata }) => metadata['enrolmentId'] === named(name).enrolmentId);
    if (found === undefined) throw new Error(`${name} has not paid`);
    return found;
  }
  async function failRefundOf(name: Name): Promise<void> {
    const charge = await eventually(async () => {
      const found = await chargeOf(name);
      return found.refunds_pending > 0 && found;
    }, SLOW);
    const url = `${world.system.urls.sandbox}/v1/refunds?payment_intent=${charge.payment_intent}`;
    const headers = { authorization: 'Bearer sk_test_daka_sandbox' };
    const { data } = Refunds.parse(await (await fetch(url, { headers })).json());
    for (const { id } of data)
      await control(`refunds/${id}/settle`, { as: 'failed', reason: 'expired_or_canceled_card' });
    await eventually(async () => (await statementOf(name)).waiting.length > 0, SLOW);
  }
  async function checkIn(name: Name, day: string): Promise<void> {
    const { session, enrolmentId } = named(name);
    const path = `/api/checkin/enrolments/${enrolmentId}/entries`;
    const answer = await session.send({ method: 'POST', path, body: { day, text: 'A page about the walk of today.' } });
    if (answer.status !== 201) throw new Error(`${day} was answered ${answer.status} ${answer.code}`);
  }
  const moneyOfCohort = (cohortId = course.cohort.id) =>
    course.owner.ask({ method: 'GET', path: `/api/payment/cohorts/${cohortId}/money` }, paymentHttp.CohortMoneyBody);
  async function phoneOf(
    who: { email: string; password: string },
    { language = 'zh-CN', width = 1_280 }: { language?: 'zh-CN' | 'en'; width?: number } = {},
  ): Promise<Phone> {
    const { email, password } = who;
    const phone = await takePhone(browser, {
      origin: world.system.origin,
      language,
      width,
      signIn: { email, password },
    });
    phones.push(phone);
    return phone;
  }
  const place = () => `/cohorts/${course.cohort.id}/money`;
  const card = (page: Page, title: string): Locator =>
    page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) });

  it.each(['zh-CN', 'en'] as const)(
    'adds up on the page in %s, line by line, to what the ledger says',
    async (language) => {
      const { page, open } = await phoneOf(people.owner, { language });
      await open(place());
      const sheets = {
        where: { 'zh-CN': '收到的钱，现在在哪', en: 'What was paid, and where it is' },
        whose: { 'zh-CN': '支付机构里的钱，是谁的', en: 'What the processor holds, and whose it is' },
        organiser: { 'zh-CN': '主办方的', en: "The organiser's" },
      };
      const shown = await moneyOfCohort();
      // What the learners' own journals come to, which nobody added up but this test.
      const journals = await Promise.all(NAMES.map(journalOf));
      const on = (...accounts: string[]) =>
        journals.flat().reduce((sum, line) => (accounts.includes(line.account) ? sum + line.amountMinor : sum), 0);
      expect(shown).toMatchObject({ ledgerBalanced: true, enrolments: 3 });
      expect(shown.where).toMatchObject({ chargedMinor: 3 * 39_900, cashMinor: on('stripe_cash') });
      expect(shown.whose).toMatchObject({
        heldMinor: 0 - on('deposits_held'),
        payableMinor: 0 - on('refunds_payable'),
        disputedMinor: on('disputes_open'),
      });
      expect(shown.whose.disputedMinor).toBe(39_900);
      for (const [sheet, sumMinor] of [
        ['where', shown.where.chargedMinor],
        ['whose', shown.where.cashMinor],
        ['organiser', shown.whose.organiserMinor],
      ] as const) {
        const found = card(page, sheets[sheet][language]);
        const [[sum], parts] = await Promise.all([amountsIn(found), amountsIn(found.locator('ul'))]);
        expect([sheet, sum]).toEqual([sheet, sumMinor]);
        expect([sheet, parts.reduce((total, part) => total + part, 0), parts.length > 2]).toEqual([
          sheet,
          sumMinor,
          true,
        ]);
      }
    },
  );

  it('draws each day, and says the same in a table', async () => {
    const { page, open } = await phoneOf(people.head, { language: 'en', width: 390 });
    await open(place());
    const { whose, where } = await moneyOfCohort();
    await page.getByText('The figures of each day').click();
    const last = await amountsIn(page.locator('tbody tr').first());
    expect(last).toEqual([whose.heldMinor + whose.frozenMinor, where.refundedMinor, 0]);
    expect(await page.getByRole('img').getAttribute('aria-label')).toContain('Held');
  });

  it('leads a failed refund out: paid by hand, recorded, pending, and gone once the learner confirms', async () => {
    const say = saidIn('zh-CN');
    const { payableMinor } = await statementOf('lin');
    expect(payableMinor).toBeGreaterThan(0);
    const { page, open } = await phoneOf(people.owner);
    await open(place());
    const work = card(page, say('cohortMoney.handWork'));
    await work.getByText('银行没有收下退款').waitFor();
    await work.getByRole('link', { name: '1 号 lin' }).waitFor();
    await work.getByRole('button', { name: say('cohortMoney.recordIt') }).click();
    const amount = work.getByLabel(/^付了多少/);
    expect(await amount.inputValue()).toBe((payableMinor / 100).toFixed(2));
    const record = work.getByRole('button', { name: say('cohortMoney.record'), exact: true });
    await work.getByLabel(say('cohortMoney.method')).fill('微信转账');
    await work.getByLabel(say('cohortMoney.reference')).fill('wx-20260304');
    await amount.fill(((payableMinor + 1) / 100).toFixed(2));
    expect(await record.isDisabled()).toBe(true);
    await amount.fill((payableMinor / 100).toFixed(2));
    await record.click();
    await work
      .getByText(/等学员确认/)
      .first()
      .waitFor();
    expect(await statementOf('lin')).toMatchObject({ payableMinor, unconfirmedMinor: payableMinor });
    // The class head reads the same and cannot record anything.
    const head = await phoneOf(people.head);
    await head.open(place());
    await card(head.page, say('cohortMoney.handWork')).getByText('wx-20260304').waitFor();
    expect(await head.page.getByRole('button', { name: say('cohortMoney.recordIt') }).count()).toBe(0);

    const learner = await phoneOf(named('lin').account, { width: 390 });
    await learner.open('/money');
    await learner.page.getByText('wx-20260304').first().waitFor();
    await learner.page.getByRole('button', { name: '收到了', exact: true }).click();
    await eventually(async () => (await statementOf('lin')).payableMinor === 0, SLOW);
    await open(place());
    await card(page, say('cohortMoney.handWork')).getByText(say('cohortMoney.noHandWork')).waitFor();
    await card(page, '主办方的').getByText('自己先垫给学员的').waitFor();
  });

  it.each(['zh-CN', 'en'] as const)(
    "is in short on the owner's page of all classes in %s, added up by currency, and leads to it",
    async (language) => {
      const say = saidIn(language);
      const { page, open } = await phoneOf(people.owner, { language, width: 320 });
      await open('/organisations');
      await page.getByRole('link', { name: say('organisationMoney.title') }).click();
      await page.getByRole('heading', { level: 1, name: say('organisationMoney.title') }).waitFor();
      await card(page, DOLLARS).waitFor();
      for (const [index, [currency, cohortId]] of [
        ['CNY', course.cohort.id],
        ['USD', inDollars.id],
      ].entries()) {
        const { whose } = await moneyOfCohort(cohortId);
        const sums = page.locator('section').nth(index);
        expect(await sums.getByRole('heading').innerText()).toContain(currency);
        const parts = [whose.heldMinor + whose.frozenMinor, whose.payableMinor, whose.inFlightMinor];
        expect(await amountsIn(sums)).toEqual([...parts, whose.poolMinor, whose.organiserMinor]);
        expect(whose.heldMinor).toBeGreaterThan(0);
      }
      expect(Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))).toBeLessThanOrEqual(0);
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeFaults(page)).toEqual([]);
        const path = join(SCREENS, `organisation-money.${language}.320.${colorScheme}.png`);
        await page.screenshot({ path, fullPage: true });
      }
      await card(page, 'Ten days of writing')
        .getByRole('link', { name: say('organisationMoney.all') })
        .click();
      await page.getByRole('heading', { level: 1, name: say('cohortMoney.title') }).waitFor();
    },
  );

  it('of all classes is for the owner of the organisation alone', async () => {
    const { page, open } = await phoneOf(people.head);
    await open(`/organisations/${course.organisationId}/money`);
    await page.getByText(saidIn('zh-CN')('organisationMoney.notYours')).waitFor();
    expect(await page.getByText('¥').count()).toBe(0);
    for (const end of ['money', 'money.csv']) {
      const answer = await page.request.get(`/api/payment/organisations/${course.organisationId}/${end}`);
      expect([403, 404]).toContain(answer.status());
    }
  });

  it('saves a table that comes to what the page says', async () => {
    const { page, open } = await phoneOf(people.owner);
    await open(place());
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '每个成员的钱' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`daka-${course.cohort.id}-members.csv`);
    const [head = '', ...rows] = readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    const at = head.replaceAll('"', '').split(',').indexOf('heldMinor');
    const heldMinor = rows.reduce((sum, row) => sum + Number(row.split(',')[at]), 0);
    const [shown] = await amountsIn(card(page, '存着的押金'));
    expect([rows.length, heldMinor]).toEqual([NAMES.length, shown]);
  });

  it('shows a dispute with its deadline, and who bears it once it is lost', async () => {
    const say = saidIn('en');
    const { page, open } = await phoneOf(people.owner, { language: 'en' });
    await open(place());
    const disputes = card(page, say('cohortMoney.disputes'));
    await disputes.getByRole('link', { name: /3 tom$/ }).waitFor();
    await disputes.getByText('With the bank').waitFor();
    await disputes.getByText(/answer at the processor by/).waitFor();
    expect(await disputes.getByRole('timer').innerText()).not.toBe('');
    await control(`disputes/${disputeId}/close`, { as: 'lost' });
    await eventually(async () => !(await statementOf('tom')).isFrozen, SLOW);
    await open(place());
    await disputes.getByText(say('cohortMoney.noDisputes')).waitFor();
    await disputes.getByRole('button', { name: say('cohortMoney.decided') }).click();
    await disputes.getByText('Lost', { exact: true }).waitFor();
    await disputes.getByText(/Borne by the learner's own deposit: CN¥300.00; by the organiser: CN¥99.00/).waitFor();
  });

  it('shows no money to an instructor, a learner or a stranger, by name and without a figure', async () => {
    const stranger = account('stranger');
    await signUp(world.client, stranger);
    for (const [who, said] of [
      [people.instructor, '钱只给负责人和班主任看。'],
      [named('mei').account, '这里只给这个班的工作人员。'],
      [stranger, '这里只给这个班的工作人员。'],
    ] as const) {
      const asked: string[] = [];
      const { page, open } = await phoneOf(who);
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await open(place());
      await page.getByText(said).waitFor();
      expect(await page.getByText('¥').count()).toBe(0);
      expect(asked.filter((path) => path.startsWith('/api/payment/cohorts/'))).toEqual([]);
      const answer = await page.request.get(`/api/payment/cohorts/${course.cohort.id}/money`);
      expect([403, 404]).toContain(answer.status());
    }
  });

  async function journalOf(name: Name) {
    const { session, enrolmentId } = named(name);
    const path = `/api/payment/enrolments/${enrolmentId}/export`;
    const { entries } = await session.ask({ method: 'GET', path }, paymentHttp.MoneyExportBody);
    return entries.flatMap(({ lines }) => lines);
  }
});

/** Every amount that stands there, in minor units, in order. */
async function amountsIn(place: Locator): Promise<number[]> {
  const text = await place.innerText();
  return [...text.matchAll(/(-?)(?:CN¥|¥|US\$|\$)([\d,]+)\.(\d\d)/g)].map(
    ([, sign, whole = '', part = '']) => (sign === '-' ? -1 : 1) * Number(whole.replaceAll(',', '') + part),
  );
}
