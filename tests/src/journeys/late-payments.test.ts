import { paymentHttp } from '@daka/contracts';
import { payAt } from '@daka/replay';
import { eventually } from '@daka/service-kit/testing';
import {
  applicant,
  member,
  openCourse,
  policy,
  startWorld,
  untilStatus,
  type Learner,
  type World,
} from '../support/cohort-world';
import { moneyOf, ownLines, type Money } from '../support/money';

const PAID = policy.entryFeeMinor + policy.depositMinor;

describe('a payment that buys nothing', () => {
  let world: World;
  let money: Money;

  beforeAll(async () => {
    world = await startWorld();
    money = moneyOf(world);
  }, 180_000);

  afterAll(() => world?.stop());

  const kindsOf = async (learner: Learner) => ownLines(await money.statement(learner)).map(({ kind }) => kind);
  const wholeBack = (learner: Learner) =>
    money.settledStatement(learner, ({ lines }) =>
      lines.some(({ kind, amountMinor }) => kind === 'refunded' && amountMinor === PAID),
    );

  it('twice for one seat: the second goes back, the seat stays', async () => {
    const course = await openCourse(world.client);
    const learner = await member(world.client, course.cohort);
    await payAt(await money.anotherPage(learner, PAID));
    await wholeBack(learner);
    expect(await kindsOf(learner)).toEqual(['paid', 'paid_in_excess', 'refund_sent', 'refunded']);
    expect((await money.charges(learner)).sort((left, right) => left[1] - right[1])).toEqual([
      [PAID, 0],
      [PAID, PAID],
    ]);
    expect(await money.statement(learner)).toMatchObject({ paidMinor: PAID, refundedMinor: 0, forfeitedMinor: 0 });
    await untilStatus(learner.session, learner.enrolmentId, 'admitted');
    expect(await money.accounts(course)).toMatchObject({
      ledgerBalanced: true,
      depositsHeldMinor: policy.depositMinor,
      chargedMinor: 2 * PAID,
      refundedMinor: PAID,
    });
  }, 120_000);

  it('of another amount goes back, and the right one still buys the seat', async () => {
    const course = await openCourse(world.client);
    const learner = await applicant(world.client, course.cohort);
    await payAt(await money.anotherPage(learner, 1_234));
    await money.settledStatement(learner, ({ lines }) => lines.some(({ kind }) => kind === 'refunded'));
    expect(await money.statement(learner)).toMatchObject({ paidMinor: 0 });
    await payAt(String(learner.payUrl));
    await untilStatus(learner.session, learner.enrolmentId, 'admitted');
    expect(await kindsOf(learner)).toEqual(['paid_in_excess', 'refund_sent', 'refunded', 'paid']);
  }, 120_000);

  it('on a page that expired takes nothing, and a new page is given', async () => {
    const course = await openCourse(world.client);
    const learner = await applicant(world.client, course.cohort);
    await money.expirePage(learner);
    await expect(payAt(String(learner.payUrl))).rejects.toThrow('session_expired');
    expect(await money.charges(learner)).toEqual([]);
    expect(await money.statement(learner)).toMatchObject({ paidMinor: 0, lines: [] });
    const path = `/api/payment/enrolments/${learner.enrolmentId}/checkout`;
    const url = await eventually(
      async () => {
        const page = await learner.session.ask({ method: 'POST', path, body: {} }, paymentHttp.CheckoutBody);
        return page.url !== learner.payUrl && page.url;
      },
      { timeoutMs: 60_000 },
    );
    await payAt(url);
    await untilStatus(learner.session, learner.enrolmentId, 'admitted');
    expect(await kindsOf(learner)).toEqual(['paid']);
  }, 120_000);

  it('after the hold ran out still buys a seat that is free, and goes back when it is gone', async () => {
    const roomy = await openCourse(world.client);
    const full = await openCourse(world.client, { capacity: 1 });
    const welcome = await applicant(world.client, roomy.cohort, 'welcome');
    const late = await applicant(world.client, full.cohort, 'late');
    world.setClock('2026-03-01T00:31:00Z');
    for (const learner of [welcome, late]) await untilStatus(learner.session, learner.enrolmentId, 'rules_accepted');
    const quick = await member(world.client, full.cohort, 'quick');

    await payAt(String(welcome.payUrl));
    await untilStatus(welcome.session, welcome.enrolmentId, 'admitted');
    await payAt(String(late.payUrl));
    await wholeBack(late);
    expect(await kindsOf(late)).toEqual(['paid', 'cancelled', 'refund_sent', 'refunded']);
    await untilStatus(late.session, late.enrolmentId, 'cancelled');
    expect(await money.charges(late)).toEqual([[PAID, PAID]]);
    expect(await money.charges(quick)).toEqual([[PAID, 0]]);
    expect(await money.accounts(full)).toMatchObject({
      ledgerBalanced: true,
      depositsHeldMinor: policy.depositMinor,
      feesMinor: policy.entryFeeMinor,
    });
  }, 120_000);
});
