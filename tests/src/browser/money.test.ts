import { readFileSync } from 'node:fs';
import { checkinHttp, paymentHttp } from '@daka/contracts';
import { PublicProofSchema, ReceiptSchema } from '@daka/proof';
import type { Policy } from '@daka/rules';
import { eventually } from '@daka/service-kit/testing';
import type { Page } from 'playwright-core';
import { untilStatus, type Learner } from '../support/cohort-world';
import { drawPolicies } from './drawn-policies';
import { evaluateAll, shown, touch, withPlan } from './miss-a-day';
import { patientPolicy, startPhoneWorld, type PhoneWorld } from './phone-world';
import { NAMED, openReceipt, withOneDigitChanged } from './receipts';

jest.setTimeout(300_000);

const POLICIES = 200;
const SEED = 11;
const TEXT = '清晨六点起床,读了二十页书,把昨天没想明白的一段重新写了一遍。';
/** Two misses and somebody is out; the cooling-off is over after the second day. */
const strict: Policy = { ...patientPolicy, removal: { misses: 2, per: 'cohort' }, coolingOffDays: 2 };

/** The amounts of a page are those of the rules and of the ledger. */
describe('money on a phone', () => {
  let phones: PhoneWorld;

  beforeAll(async () => {
    phones = await startPhoneWorld(['keeper', 'removed', 'quitter'], { policy: strict });
  }, 240_000);
  afterAll(() => phones?.stop());
  afterEach(async () => expect(await phones.putAway()).toEqual([]));

  it(`"miss a day" says what the command line says, for ${POLICIES} random policies`, async () => {
    const drawn = drawPolicies(POLICIES, SEED).map(withPlan);
    const { page, open } = await phones.phone();
    const { id } = phones.course.cohort;
    const real = await (await page.request.get(`/api/membership/cohorts/${id}`)).json();
    await page.route(/\/cohorts\/drawn-\d+$/, async (route) => {
      const number = Number(/\d+$/.exec(route.request().url())?.[0]);
      const isPage = route.request().resourceType() === 'document';
      if (isPage) return route.continue();
      return route.fulfill({ json: { ...real, title: `drawn ${number}`, policy: drawn[number]?.policy } });
    });
    await page.route(/\/cohorts\/drawn-\d+\/earlier/, (route) => route.fulfill({ json: { items: [], next: null } }));
    await open('/cohorts/drawn-0');
    const expected = evaluateAll(drawn);
    // They differ in what matters.
    for (const isSo of [true, false]) {
      expect(expected.some(({ removedOn }) => (removedOn !== null) === isSo)).toBe(true);
      expect(expected.some(({ days }) => Object.values(days).includes('void') === isSo)).toBe(true);
    }
    expect(new Set(expected.map(({ entitledMinor }) => entitledMinor)).size).toBeGreaterThan(POLICIES / 4);
    for (const [number, one] of drawn.entries()) {
      await page.evaluate(`history.pushState({}, '', '/cohorts/drawn-${number}')`);
      await page.getByRole('heading', { level: 1, name: `drawn ${number}`, exact: true }).waitFor();
      await page.locator('[role=group] [aria-pressed], [role=group] span').first().waitFor();
      const seen = await page.evaluate(touch(one.missed.map((index) => one.required.indexOf(index))));
      expect([number, seen]).toEqual([number, shown(one, expected[number])]);
    }
  });

  it('of each day of the calendar sums to what was earned, for who keeps on and for who is out', async () => {
    const at = (day: string, hour = '04') => phones.world.setClock(`${day}T${hour}:00:00Z`);
    const [keeper, removed] = [await phones.memberOnPhone('keeper'), await phones.memberOnPhone('removed')];
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-05', '2026-03-06']) {
      at(day);
      await checkIn(keeper.learner, day);
      if (day === '2026-03-02') await checkIn(removed.learner, day);
      if (day === '2026-03-05') await checkIn(keeper.learner, '2026-03-04');
    }
    at('2026-03-09');
    for (const { learner, page, open } of [keeper, removed]) {
      const { entitledMinor } = await calendarOf(learner);
      expect(entitledMinor).toBeGreaterThan(0);
      await eventually(async () => (await statementOf(learner)).earnedMinor === entitledMinor, { timeoutMs: 60_000 });
      await open('/days');
      expect(await sumOfDays(page)).toBe(entitledMinor);
    }
    // One was out on the second miss, and the days after it bring nothing.
    expect((await calendarOf(removed.learner)).removedOn).not.toBeNull();
  });

  it('of who quits is what stood above the button, line by line, on the statement afterwards', async () => {
    const { learner, page, open } = await phones.memberOnPhone('quitter');
    phones.world.setClock('2026-03-02T04:00:00Z');
    await checkIn(learner, '2026-03-02');
    phones.world.setClock('2026-03-03T04:00:00Z');
    await checkIn(learner, '2026-03-03');
    phones.world.setClock('2026-03-05T04:00:00Z');
    await checkIn(learner, '2026-03-05');
    await open('/quit');
    const figure = async (name: string) =>
      digitsOf(await page.getByText(name, { exact: true }).locator('..').locator('..').innerText(), /¥[\d,.]+$/m);
    const released = await figure('已经到期的');
    const toCome = await figure('赚到了，还没到期的');
    const lost = await figure('没赚到的');
    expect(released + toCome + lost).toBe(strict.depositMinor);
    await page.getByRole('button', { name: '我要退出' }).click();
    await page.getByRole('button', { name: '确定退出' }).click();
    await page.getByText('这次报名已经结束').waitFor();
    await untilStatus(learner.session, learner.enrolmentId, 'withdrawn');
    phones.world.setClock('2026-03-13T04:00:00Z');
    await eventually(async () => (await statementOf(learner)).refundedMinor === released + toCome, {
      timeoutMs: 60_000,
    });
    const after = await statementOf(learner);
    expect([after.earnedMinor, after.depositMinor - after.earnedMinor]).toEqual([released + toCome, lost]);
    await page.getByRole('link', { name: '看看钱到哪了' }).click();
    const part = (name: string, minor: number) =>
      page
        .locator('dt', { hasText: name })
        .locator('..')
        .getByText(`¥${(minor / 100).toFixed(2)}`)
        .waitFor();
    await part('已退', released + toCome);
    await part('没赚到', lost);
  });

  it('a kept receipt is checked on the device without a network; whichever digit was changed, it is named', async () => {
    const { learner, page, open, context } = await phones.memberOnPhone('keeper');
    await open('/money');
    await page.getByText('凭证对得上').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '存下这份凭证' }).click(),
    ]);
    const kept = readFileSync(await file.path(), 'utf8');
    expect(ReceiptSchema.parse(JSON.parse(kept)).leaf.book).toBe(learner.enrolmentId);

    await page.getByRole('link', { name: '看公开的押金证明' }).click();
    await page.getByText('前后接得上').waitFor();
    await openReceipt(page, '[]');
    await context.setOffline(true);
    expect(await openReceipt(page, kept)).toContain('和公开的证明对得上');
    const changed = withOneDigitChanged(kept);
    const of = new Map(changed);
    expect(await openReceipt(page, String(of.get('.leaf.balanceMinor')))).toContain('凭证上你的余额被改过');
    expect(await openReceipt(page, String(of.get('.day.sumMinor')))).toContain('当天的记录被改过');
    expect(changed.length).toBeGreaterThan(15);
    for (const [place, other] of changed) {
      const said = await openReceipt(page, other);
      expect([place, said, said.includes('对得上')]).toEqual([place, expect.stringMatching(NAMED), false]);
    }
  });

  it('the published days are checked on the device too, and one changed digit breaks the chain', async () => {
    const { page, open } = await phones.phone();
    const path = `/proof/${phones.course.organisationId}`;
    const published = await (
      await page.request.get(`/api/payment/organisations/${phones.course.organisationId}/proof?limit=60`)
    ).json();
    const { items } = PublicProofSchema.parse(published);
    expect(items.length).toBeGreaterThan(1);
    await open(path);
    await page.getByText('前后接得上').waitFor();
    const [, earlier] = items;
    const changed = { ...earlier, sumMinor: (earlier?.sumMinor ?? 0) + 1 };
    await page.route(/\/proof\?/, (route) =>
      route.fulfill({ json: { ...published, items: items.map((item) => (item === earlier ? changed : item)) } }),
    );
    await open(path);
    await page.getByText('前后接不上').waitFor();
    await page.getByText('被改过').first().waitFor();
  });

  async function checkIn({ session, enrolmentId }: Learner, day: string): Promise<void> {
    const path = `/api/checkin/enrolments/${enrolmentId}/entries`;
    const answer = await session.send({ method: 'POST', path, body: { day, text: TEXT } });
    if (answer.status !== 201) throw new Error(`${day} was answered ${answer.status} ${answer.code}`);
  }
  const calendarOf = ({ session, enrolmentId }: Learner) =>
    session.ask({ method: 'GET', path: `/api/checkin/enrolments/${enrolmentId}/calendar` }, checkinHttp.CalendarView);
  const statementOf = ({ session, enrolmentId }: Learner) =>
    session.ask({ method: 'GET', path: `/api/payment/enrolments/${enrolmentId}/statement` }, paymentHttp.StatementBody);
});

/** The amount of every day that brings some, read day by day. */
async function sumOfDays(page: Page): Promise<number> {
  const days = page.getByRole('group', { name: '日历' }).getByRole('button');
  let sum = 0;
  for (let index = 0; index < (await days.count()); index += 1) {
    await days.nth(index).click();
    const amount = page.getByText(/^\+ ¥/);
    if ((await amount.count()) > 0) sum += digitsOf(await amount.innerText(), /¥[\d,.]+/);
  }
  return sum;
}

function digitsOf(text: string, pattern: RegExp): number {
  return Number((pattern.exec(text)?.[0] ?? 'nothing').replaceAll(/\D/g, ''));
}
