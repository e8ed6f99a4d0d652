import {
  bookAfter,
  bonusOf,
  cancelledMessage,
  COOLING_OFF,
  ids,
  NOW,
  opened,
  bookOf,
  held,
  paid,
  PATIENCE,
  PRICE,
  payoutDue,
  settledAt,
} from '../testing/book';
import type { Book } from './book';
import type { BookEvent } from './book-events';
import type { Now } from './patience';
import { followCheckIn } from '../testing/follow';
import { followEnrolment } from '../testing/follow';
import { postingsOf } from './ledger/postings';
import { answerHandPayment, payByHand } from './pay-by-hand';
import { askForCredit, freeCredit, reserveCredit, spendableCredit } from './credit';
import { owedToLearner } from './proof/owed';
import { REFUND_LIMITS } from './refund-limits';
import { planCheckout } from './checkout';
import { nextRefundStep, noteReport, startRefund } from './send-refund';
import { totalsOf } from './statement';

const DAY_MS = 86_400_000;
type CheckIn = Parameters<typeof followCheckIn>[1];
const after = (days: number): Now => ({ atMs: NOW.atMs + days * DAY_MS, wallAtMs: NOW.wallAtMs + days * DAY_MS });
const hear = (book: Book, message: CheckIn, now = NOW) => bookAfter(book, followCheckIn(book, message, now, PATIENCE));
const paidBy = (method: string) =>
  bookOf(opened, held, {
    ...paid,
    charge: { chargeId: 'ch_1', method, capturedAtMs: NOW.wallAtMs, feeMinor: 0 },
  } as BookEvent);
/** Everything in flight arrives, and what is due then is started. */
function arrive(book: Book, now = NOW): Book {
  for (let round = 0; round < 100; round += 1) {
    const step = nextRefundStep(book, now, ({ status }) => status === 'sending');
    if (step === null) return book;
    const { period, attempt } = step.refund;
    book =
      step.type === 'start'
        ? bookAfter(book, startRefund(book, period, now, PATIENCE))
        : bookAfter(
            book,
            noteReport(
              book,
              {
                processorRefundId: `re_${period}`,
                enrolmentId: ids.enrolmentId,
                period,
                attempt,
                status: 'succeeded',
                reason: null,
              },
              now,
              PATIENCE,
            ),
          );
  }
  throw new Error('never comes to rest');
}
function daily(book: Book, days: number): Book {
  for (let day = 1; day <= days; day += 1) book = arrive(hear(book, payoutDue(`day-${day}`, day * 100, day)));
  return book;
}
const inAll = (book: Book) =>
  book.refunds.reduce((sum, { status, amountMinor }) => (status === 'succeeded' ? sum + amountMinor : sum), 0);

describe('the number of refunds per charge', () => {
  it('is never passed: the last ones collect, and the settlement takes all of it with it', () => {
    const running = daily(paidBy('wechat_pay'), 60);
    expect(running.refunds.filter(({ status }) => status === 'succeeded')).toHaveLength(48);
    expect(running.refunds.at(-1)).toMatchObject({
      period: 'day-49',
      status: 'planned',
      amountMinor: 1_200,
      isCollecting: true,
      payouts: Array.from({ length: 11 }, (_, index) => `day-${50 + index}`),
    });
    expect(totalsOf(running)).toMatchObject({ payableMinor: 1_200, waiting: [] });

    const settled = arrive(hear(running, settledAt(8_000)));
    expect(settled.refunds.at(-1)).toMatchObject({ status: 'succeeded', amountMinor: 3_200 });
    const ended = arrive(hear(settled, bonusOf(500)));
    expect(ended.refunds).toHaveLength(50);
    expect(inAll(ended)).toBe(8_500);
    expect(ended.balances).toMatchObject({ refunds_payable: 0, deposits_held: 0, forfeit_pool: -1_500 });
  });
  it('leaves one for a cancellation', () => {
    const running = daily(paidBy('wechat_pay'), 60);
    const ended = arrive(bookAfter(running, followEnrolment(running, cancelledMessage, NOW, PATIENCE)));
    expect(ended.refunds).toHaveLength(50);
    expect(inAll(ended)).toBe(12_000);
  });
  it('used up: the amount waits with another way out, a bonus becomes credit', () => {
    const settled = arrive(hear(daily(paidBy('wechat_pay'), 60), settledAt(6_000)));
    const used = { ...settled, refunds: [...settled.refunds, { ...settled.refunds[0]!, period: 'one-more' }] };
    expect(hear(used, bonusOf(500)).balances).toMatchObject({ learner_credit: -500 });
    const stuck = bookAfter(used, followEnrolment({ ...used, isCancelled: false }, cancelledMessage, NOW, PATIENCE));
    expect(totalsOf(stuck)?.waiting).toMatchObject([
      {
        period: 'cancellation',
        amountMinor: 2_000,
        reason: 'refund_number_used_up',
        text: expect.stringContaining('by hand'),
      },
    ]);
  });
  it('says two payouts of one day apart while they are collected', () => {
    const running = hear(
      hear(daily(paidBy('wechat_pay'), 49), payoutDue('day-49', 5_000, 60)),
      payoutDue('day-49', 5_100, 61),
    );
    expect(running.refunds.at(-1)?.payouts).toEqual(['day-49.2', 'day-49.3']);
  });
  it('does not bind a method without one', () => {
    expect(daily(paidBy('card'), 60).refunds).toHaveLength(60);
    expect(daily(paidBy('some_new_method'), 60).refunds).toHaveLength(60);
  });
});

describe('the age of a charge', () => {
  it('beyond the window the amount waits as a payable with another way out', () => {
    const book = hear(paidBy('alipay'), payoutDue('2026-06-02', 500), after(91));
    expect(book.refunds[0]).toMatchObject({ status: 'failed', failure: 'refund_window_passed', attempt: 0 });
    expect(book.balances).toMatchObject({ refunds_payable: -500, deposits_held: -9_500 });
    expect(totalsOf(book)?.waiting).toMatchObject([{ amountMinor: 500, reason: 'refund_window_passed' }]);
    expect(nextRefundStep(book, after(1_000))).toBeNull();
  });
  it('inside it the refund goes out as ever', () => {
    expect(hear(paidBy('alipay'), payoutDue('2026-05-02', 500), after(90)).refunds[0]).toMatchObject({
      status: 'sending',
    });
    expect(hear(paidBy('card'), payoutDue('2027-05-02', 500), after(400)).refunds[0]).toMatchObject({
      status: 'sending',
    });
  });
  it('ends while a refund waits for its turn: told so instead of being sent', () => {
    const waiting = hear(hear(paidBy('alipay'), payoutDue('a', 500)), payoutDue('b', 900));
    const late = bookAfter(
      waiting,
      noteReport(
        waiting,
        {
          processorRefundId: 're_a',
          enrolmentId: ids.enrolmentId,
          period: 'a',
          attempt: 1,
          status: 'succeeded',
          reason: null,
        },
        after(91),
        PATIENCE,
      ),
    );
    expect(late.refunds[1]).toMatchObject({ status: 'planned', attempt: 0 });
    expect(arrive(late, after(91)).refunds[1]).toMatchObject({ status: 'failed', failure: 'refund_window_passed' });
  });
  it('sends what was collected before the window ends', () => {
    const running = daily(paidBy('wechat_pay'), 55);
    expect(running.work.refundsAtMs).toBe(NOW.wallAtMs + 178 * DAY_MS);
    expect(arrive(running, after(178)).refunds.at(-1)).toMatchObject({ status: 'succeeded', amountMinor: 700 });
  });
});

describe('paid by hand', () => {
  const by = (amountMinor: number, reference = 'bank-1') => ({
    amountMinor,
    method: 'bank transfer',
    reference,
    paidById: ids.learnerId,
  });
  const stuck = () => hear(paidBy('alipay'), payoutDue('2026-06-02', 500), after(91));
  const hear1 = (book: Book, events: unknown) => bookAfter(book, events as BookEvent[]);
  const yes = (book: Book, reference = 'bank-1') =>
    answerHandPayment(book, { reference, isReceived: true, reason: null }, NOW.atMs);
  const no = (book: Book, reference = 'bank-1') =>
    answerHandPayment(book, { reference, isReceived: false, reason: 'nothing came' }, NOW.atMs);
  const withCredit = () => hear(hear(stuck(), settledAt(1_000), after(91)), bonusOf(300), after(91));
  const owed = { refunds_payable: -1_000, learner_credit: -300 };

  it('takes nothing off what is owed by the word of the organiser, objected to or not', () => {
    const before = withCredit();
    expect(before.balances).toMatchObject(owed);
    const told = hear1(before, payByHand(before, by(1_300), NOW.atMs));
    expect(told.balances).toEqual(before.balances);
    expect(owedToLearner(told.balances)).toBe(1_300);
    expect(totalsOf(told)).toMatchObject({ unconfirmedMinor: 1_300, paidOutsideMinor: 0, creditMinor: 300 });
    const objected = hear1(told, no(told));
    expect(objected.balances).toEqual(before.balances);
    expect(objected.paidOutside).toMatchObject([{ state: 'objected', reason: 'nothing came', countedMinor: 0 }]);
    expect(totalsOf(objected)).toMatchObject({ unconfirmedMinor: 0, creditMinor: 300 });
    expect(payByHand(objected, by(1_300, 'bank-2'), NOW.atMs)).toHaveLength(1);
  });
  it('stands in the journal at every step, moving money only when it is confirmed', () => {
    const told = payByHand(withCredit(), by(400), NOW.atMs) as BookEvent[];
    const book = hear1(withCredit(), told);
    expect([...told, ...(no(book) as BookEvent[]), ...(yes(book) as BookEvent[])].flatMap(postingsOf)).toMatchObject([
      { cause: 'told:bank-1', kind: 'hand_payment_told' },
      { cause: 'objected:bank-1', kind: 'hand_payment_objected' },
      {
        cause: 'outside:bank-1',
        kind: 'paid_outside',
        lines: [
          { account: 'refunds_payable', amountMinor: 400 },
          { account: 'paid_outside', amountMinor: -400 },
        ],
      },
    ]);
  });
  it('confirmed, takes what waits without a way, a part at a time, then credit', () => {
    const told = hear1(withCredit(), payByHand(withCredit(), by(400), NOW.atMs));
    const once = hear1(told, yes(told));
    expect(once.refunds[0]).toMatchObject({ amountMinor: 100, status: 'failed' });
    const more = hear1(once, payByHand(once, by(900, 'bank-2'), NOW.atMs));
    const all = hear1(more, yes(more, 'bank-2'));
    expect(all.balances).toMatchObject({ refunds_payable: 0, learner_credit: 0, paid_outside: -1_300 });
    expect(all.refunds.map(({ status }) => status)).toEqual(['otherwise', 'otherwise']);
    expect(all.charges[0]).toMatchObject({ payableMinor: 0 });
    expect(totalsOf(all)).toMatchObject({ waiting: [], paidOutsideMinor: 1_300, unconfirmedMinor: 0 });
  });
  it('may be confirmed after an objection, never objected to after a confirmation, and counts no more than is owed', () => {
    const told = hear1(withCredit(), payByHand(withCredit(), by(1_300), NOW.atMs));
    const objected = hear1(told, no(told));
    expect(no(objected)).toMatchObject({ refused: 'answered_already' });
    const other = hear1(objected, payByHand(objected, by(1_000, 'bank-2'), NOW.atMs));
    const paid = hear1(other, yes(other, 'bank-2'));
    const late = hear1(paid, yes(paid));
    expect(late.paidOutside).toMatchObject([{ countedMinor: 300 }, { countedMinor: 1_000 }]);
    expect(owedToLearner(late.balances)).toBe(0);
    expect([no(late), yes(late)]).toMatchObject([{ refused: 'answered_already' }, { refused: 'answered_already' }]);
    expect(yes(late, 'bank-9')).toMatchObject({ refused: 'no_such_payment' });
  });
  it('is never told beyond what is owed, with what is told already', () => {
    const told = hear1(withCredit(), payByHand(withCredit(), by(1_000), NOW.atMs));
    expect(payByHand(told, by(301, 'bank-2'), NOW.atMs)).toMatchObject({ refused: 'more_than_owed' });
    expect(payByHand(told, by(300, 'bank-2'), NOW.atMs)).toHaveLength(1);
  });
  it('credit that its learner wants paid out pays no fee, and is asked for no more once it is', () => {
    const asked = hear1(withCredit(), askForCredit(withCredit(), { amountMinor: undefined, payTo: 'IBAN' }, NOW.atMs));
    expect([freeCredit(asked), spendableCredit(asked)]).toEqual([300, 0]);
    expect(reserveCredit(asked, 'key', 300)).toEqual([]);
    expect(spendableCredit(hear1(asked, askForCredit(asked, { amountMinor: 100, payTo: 'x' }, 1)))).toBe(200);
    expect(hear1(asked, askForCredit(asked, { amountMinor: 0, payTo: 'x' }, 1)).creditPayout).toBeNull();
    expect(askForCredit(asked, { amountMinor: 301, payTo: 'x' }, 1)).toMatchObject({ refused: 'more_than_credit' });
    expect(askForCredit(stuck(), { amountMinor: undefined, payTo: 'x' }, 1)).toMatchObject({ refused: 'no_credit' });
    const told = hear1(asked, payByHand(asked, by(1_300), NOW.atMs));
    expect(hear1(told, yes(told)).creditPayout).toBeNull();
  });
  it('refuses more than waits, what goes back by itself, a reference twice, and anything while a dispute is open', () => {
    expect(payByHand(stuck(), by(501), NOW.atMs)).toMatchObject({ refused: 'more_than_owed' });
    expect(payByHand(hear(paidBy('card'), payoutDue('2026-03-02', 500)), by(1), NOW.atMs)).toMatchObject({
      refused: 'nothing_owed',
    });
    expect(payByHand(null, by(1), NOW.atMs)).toMatchObject({ refused: 'nothing_owed' });
    const once = bookAfter(stuck(), payByHand(stuck(), by(100), NOW.atMs) as BookEvent[]);
    expect(payByHand(once, by(100), NOW.atMs)).toMatchObject({ refused: 'reference_used' });
    const disputed: BookEvent = {
      type: 'dispute-opened',
      disputeId: 'du_1',
      paymentIntentId: 'pi_1',
      amountMinor: 1,
      reason: 'x',
      answerByMs: null,
      openedAtMs: 1,
      atMs: 1,
    };
    expect(payByHand(bookAfter(stuck(), [disputed]), by(100), NOW.atMs)).toMatchObject({ refused: 'refunds_frozen' });
  });
});

describe('currencies', () => {
  const plan = (currency: string, depositMinor = 10_000) =>
    planCheckout(
      bookOf(opened, { ...held, price: { ...PRICE, currency, depositMinor } } as BookEvent),
      { successUrl: 'https://a.test', cancelUrl: 'https://a.test' },
      COOLING_OFF,
      NOW,
    );
  it('that are on the list are charged, of none, two and three decimals', () => {
    for (const currency of ['JPY', 'CNY', 'KWD'])
      expect(plan(currency)).toMatchObject([{ type: 'checkout-planned', request: { currency, depositMinor: 10_000 } }]);
    expect(plan('JPY', 10_001)).toMatchObject([{ type: 'checkout-planned' }]);
    expect(plan('KWD', 10_001)).toMatchObject({ refused: 'amount_not_payable' });
  });
  it('that are not are refused by name', () => {
    for (const currency of ['ISK', 'UGX', 'XXX'])
      expect(plan(currency)).toMatchObject({
        refused: 'currency_not_supported',
        detail: expect.stringContaining(currency),
      });
  });
  it('every limit is a positive whole number', () => {
    for (const { refundDays, refundsPerCharge } of Object.values(REFUND_LIMITS)) {
      for (const limit of [refundDays, refundsPerCharge])
        expect(limit === null || (Number.isInteger(limit) && limit > 0)).toBe(true);
    }
  });
});
