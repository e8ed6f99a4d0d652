import {
  bookAfter,
  bonusOf,
  cancelledMessage,
  ids,
  later,
  NOW,
  paidBook,
  PATIENCE,
  payoutDue,
  settledAt,
} from '../testing/book';
import type { Book } from './book';
import type { BookEvent } from './book-events';
import { followCheckIn } from '../testing/follow';
import { type DisputeReport, noteDispute, noteDisputeUnseen } from './follow-dispute';
import { followEnrolment } from '../testing/follow';
import { creditOf } from './ledger/accounts';
import { postingsOf } from './ledger/postings';
import { bookMessages } from './messages';
import { nextRefundStep, noteNotMade, noteReport, type RefundReport } from './send-refund';
import { totalsOf } from './statement';

type CheckIn = Parameters<typeof followCheckIn>[1];
const FEE = 1_500;
const types = (events: readonly BookEvent[]) => events.map(({ type }) => type);
const hear = (book: Book, ...messages: CheckIn[]) =>
  messages.reduce((now, message) => bookAfter(now, followCheckIn(now, message, NOW, PATIENCE)), book);
const report = (status: DisputeReport['status'], more: Partial<DisputeReport> = {}): DisputeReport => ({
  disputeId: 'du_1',
  enrolmentId: ids.enrolmentId,
  paymentIntentId: 'pi_1',
  status,
  amountMinor: 12_000,
  reason: 'fraudulent',
  openedAtMs: NOW.wallAtMs,
  answerByMs: null,
  withdrawnMinor: status === 'won' ? 0 : 12_000,
  feeMinor: status === 'won' ? 0 : FEE,
  ...more,
});
const note = (book: Book, status: DisputeReport['status'], more: Partial<DisputeReport> = {}) =>
  bookAfter(book, noteDispute(book, report(status, more), NOW, PATIENCE));
const refund = (book: Book, status: RefundReport['status'], period = '2026-03-02', attempt = 1) =>
  bookAfter(
    book,
    noteReport(
      book,
      { processorRefundId: 're_1', enrolmentId: ids.enrolmentId, period, attempt, status, reason: null },
      NOW,
      PATIENCE,
    ),
  );
const sumOfAll = ({ balances }: Book) => Object.values(balances).reduce((sum, minor) => sum + minor, 0);
/** 500 arrived, 700 more are due and wait behind nothing. */
const running = () => refund(hear(paidBook(), payoutDue('2026-03-02', 500)), 'succeeded');

describe('opened', () => {
  it('moves what the bank withdrew and the fee, each entry with the dispute that it names', () => {
    const events = noteDispute(running(), report('open'), NOW, PATIENCE);
    expect(types(events)).toEqual(['dispute-opened', 'dispute-moved', 'dispute-checked']);
    expect(events.flatMap(postingsOf)).toMatchObject([
      {
        kind: 'dispute_withdrawn',
        source: 'du_1',
        lines: [
          { account: 'disputes_open', amountMinor: 12_000 },
          { account: 'stripe_cash', amountMinor: -12_000 },
        ],
      },
      {
        kind: 'dispute_fee',
        source: 'du_1',
        lines: [
          { account: 'processor_fees', amountMinor: FEE },
          { account: 'stripe_cash', amountMinor: -FEE },
        ],
      },
    ]);
    expect(bookMessages(events[0] as BookEvent, running())).toMatchObject([
      { type: 'payment.dispute-opened.v1', data: { disputeId: 'du_1' } },
    ]);
  });
  it('freezes refunds: nothing new is sent, what is due stays payable', () => {
    const book = hear(note(running(), 'open'), payoutDue('2026-03-03', 1_200));
    expect(book.refunds.at(-1)).toMatchObject({ period: '2026-03-03', status: 'planned', attempt: 0 });
    expect(nextRefundStep(book, later(1e9))).toBeNull();
    expect(book.work.refundsAtMs).toBeNull();
    expect(totalsOf(book)).toMatchObject({ isFrozen: true, disputedMinor: 12_000, payableMinor: 700 });
  });
  it('follows what is in flight, and starts nothing after it', () => {
    const both = hear(paidBook(), payoutDue('2026-03-02', 500), payoutDue('2026-03-03', 1_200));
    const frozen = note(both, 'open');
    expect(nextRefundStep(frozen, later(PATIENCE.sendWithinMs))).toMatchObject({
      type: 'send',
      refund: { period: '2026-03-02' },
    });
    expect(refund(frozen, 'succeeded').refunds.map(({ status }) => status)).toEqual(['succeeded', 'planned']);
  });
  it('keeps a refund that was refused for the dispute until the bank has decided', () => {
    const frozen = note(hear(paidBook(), payoutDue('2026-03-02', 500)), 'open');
    const refused = bookAfter(
      frozen,
      noteNotMade(frozen, { period: '2026-03-02', attempt: 1 }, 'charge_disputed: no', true, NOW, PATIENCE),
    );
    expect(refused.refunds[0]).toMatchObject({ status: 'planned' });
    expect(nextRefundStep(refused, later(1e9))).toBeNull();
    expect(nextRefundStep(note(refused, 'won'), later(1e9))).toMatchObject({ type: 'start' });
  });
  it('heard twice, or of a payment that is not in the book, books nothing', () => {
    const book = note(running(), 'open');
    expect(types(noteDispute(book, report('open'), NOW, PATIENCE))).toEqual(['dispute-checked']);
    expect(noteDispute(book, report('open', { paymentIntentId: 'pi_9' }), NOW, PATIENCE)).toEqual([]);
    expect(noteDispute(null, report('open'), NOW, PATIENCE)).toEqual([]);
  });
  it('as a question of the bank moves nothing and still freezes', () => {
    const book = note(running(), 'open', { withdrawnMinor: 0, feeMinor: 0 });
    expect(book.balances.disputes_open ?? 0).toBe(0);
    expect(totalsOf(book)?.isFrozen).toBe(true);
  });
  it('is looked at again, also when the processor cannot be asked', () => {
    const book = note(running(), 'open');
    expect(book.work.lookAtMs).toBe(NOW.wallAtMs + PATIENCE.disputeEveryMs);
    expect(bookAfter(book, noteDisputeUnseen(book, 'du_1', later(5_000), PATIENCE)).work.lookAtMs).toBe(
      NOW.wallAtMs + 5_000 + PATIENCE.disputeEveryMs,
    );
    expect(noteDisputeUnseen(book, 'du_2', NOW, PATIENCE)).toEqual([]);
  });
});

describe('won', () => {
  it('is reversed to the unit and thaws the refunds', () => {
    const waiting = hear(note(running(), 'open'), payoutDue('2026-03-03', 1_200));
    const book = note(waiting, 'won');
    expect(book.balances).toMatchObject({ stripe_cash: 11_500, disputes_open: 0, processor_fees: 0 });
    expect(nextRefundStep(book, NOW)).toMatchObject({ type: 'start', refund: { period: '2026-03-03' } });
    expect(book.work.lookAtMs).toBeNull();
  });
  it('thaws before the money is back, and looks on until it is', () => {
    const book = note(note(running(), 'open'), 'won', { withdrawnMinor: 12_000, feeMinor: FEE });
    expect(totalsOf(book)?.isFrozen).toBe(false);
    expect(book.work.lookAtMs).not.toBeNull();
    expect(note(book, 'won').work.lookAtMs).toBeNull();
  });
});

describe('lost', () => {
  it('is borne by what was owed, then by the deposit held, the rest by the organiser', () => {
    const book = note(hear(note(running(), 'open'), payoutDue('2026-03-03', 1_200)), 'lost');
    expect(book.balances).toMatchObject({
      disputes_open: 0,
      refunds_payable: 0,
      deposits_held: 0,
      dispute_losses: 12_000 - 700 - 8_800,
      fees_deferred: -2_000,
    });
    expect(book.balances.forfeit_pool ?? 0).toBe(0);
    expect(book.refunds.at(-1)).toMatchObject({ status: 'otherwise', amountMinor: 0 });
    expect(book.charges[0]).toMatchObject({ refundedMinor: 500, payableMinor: 0, lostMinor: 11_500 });
    expect(sumOfAll(book)).toBe(0);
    const closed = noteDispute(note(running(), 'open'), report('lost'), NOW, PATIENCE).find(
      ({ type }) => type === 'dispute-closed',
    );
    expect(bookMessages(closed as BookEvent, book)).toMatchObject([
      { type: 'payment.dispute-closed.v1', data: { outcome: 'lost', lossMinor: 2_500 } },
    ]);
  });
  it('keeps the pool whole: what was forfeited and used up the organiser makes up for', () => {
    const settled = hear(note(running(), 'lost'), settledAt(6_000));
    // 500 arrived and 9,500 were taken back: 4,000 of that belonged to the pool.
    expect(settled.balances).toMatchObject({ deposits_held: 0, forfeit_pool: -4_000, dispute_losses: 2_500 + 4_000 });
    expect(settled.balances.overpaid_payouts ?? 0).toBe(0);
    expect(sumOfAll(settled)).toBe(0);
  });
  it('of a part counts as given: the learner gets what was earned beyond it, by another way', () => {
    const book = hear(
      note(running(), 'lost', { amountMinor: 3_000, withdrawnMinor: 3_000 }),
      payoutDue('2026-03-03', 3_000),
    );
    expect(book.refunds).toHaveLength(1);
    const settled = hear(book, settledAt(6_000));
    expect(settled.balances).toMatchObject({ forfeit_pool: -4_000, refunds_payable: -2_500, deposits_held: 0 });
    expect(settled.balances.dispute_losses ?? 0).toBe(0);
    expect(settled.refunds.at(-1)).toMatchObject({ status: 'failed', failure: 'dispute_lost', amountMinor: 2_500 });
    expect(nextRefundStep(settled, later(1e9))).toBeNull();
  });
  it('leaves overpaid days apart from what the dispute took', () => {
    const settled = hear(note(running(), 'lost'), settledAt(300));
    expect(settled.balances).toMatchObject({
      forfeit_pool: -9_700,
      overpaid_payouts: 200,
      dispute_losses: 2_500 + 9_500,
    });
  });
  it('after the settlement is borne by what still waits, the rest by the organiser', () => {
    const settled = hear(note(running(), 'open'), settledAt(6_000));
    const book = note(settled, 'lost');
    expect(book.balances).toMatchObject({ refunds_payable: 0, forfeit_pool: -4_000, dispute_losses: 12_000 - 5_500 });
  });
  it('a refund in flight that fails later bears the loss before it is owed again', () => {
    const lost = note(hear(paidBook(), payoutDue('2026-03-02', 500)), 'lost');
    expect(lost.balances).toMatchObject({ refunds_in_flight: -500, dispute_losses: 2_500 });
    const back = refund(lost, 'failed');
    expect(back.balances).toMatchObject({ refunds_in_flight: 0, refunds_payable: 0, dispute_losses: 2_000 });
    expect(back.refunds[0]).toMatchObject({ status: 'otherwise' });
    expect(refund(note(running(), 'lost'), 'failed').balances).toMatchObject({
      refunds_payable: 0,
      dispute_losses: 2_000,
    });
  });
  it('and then cancelled: who got the money through the bank does not get it again', () => {
    const lost = note(running(), 'lost');
    const cancelled = bookAfter(lost, followEnrolment(lost, cancelledMessage, NOW, PATIENCE));
    expect(cancelled.balances).toMatchObject({ fees_deferred: 0, dispute_losses: 500 });
    expect(creditOf(cancelled.balances, 'refunds_payable')).toBe(0);
    const part = note(paidBook(), 'lost', { amountMinor: 3_000, withdrawnMinor: 3_000 });
    const rest = bookAfter(part, followEnrolment(part, cancelledMessage, NOW, PATIENCE));
    expect(rest.refunds).toMatchObject([
      { period: 'cancellation', amountMinor: 9_000, status: 'failed', failure: 'dispute_lost' },
    ]);
  });
  it('turns a bonus into credit, for nothing goes back through the charge', () => {
    const settled = hear(
      note(running(), 'lost', { amountMinor: 3_000, withdrawnMinor: 3_000 }),
      settledAt(10_000),
      bonusOf(400),
    );
    expect(settled.balances).toMatchObject({ learner_credit: -400 });
  });
  it('and reversed later makes the loss smaller', () => {
    const book = note(note(running(), 'lost'), 'lost', { withdrawnMinor: 0 });
    expect(book.balances).toMatchObject({
      disputes_open: 0,
      dispute_losses: 2_500 - 12_000,
      stripe_cash: 11_500 - FEE,
    });
    expect(types(noteDispute(book, report('lost', { withdrawnMinor: 0 }), NOW, PATIENCE))).toEqual([]);
  });
});

it('nothing promised goes beyond what was captured, whatever the order', () => {
  for (const amountMinor of [1, 400, 9_000, 12_000]) {
    for (const dueMinor of [500, 5_000, 10_000]) {
      const book = note(
        hear(note(running(), 'open', { amountMinor, withdrawnMinor: amountMinor }), payoutDue('2026-03-03', dueMinor)),
        'lost',
        { amountMinor, withdrawnMinor: amountMinor },
      );
      const ended = hear(book, settledAt(dueMinor), bonusOf(900));
      const { capturedMinor, refundedMinor, inFlightMinor, payableMinor, lostMinor = 0 } = ended.charges[0]!;
      expect(refundedMinor + inFlightMinor + payableMinor + lostMinor).toBeLessThanOrEqual(capturedMinor);
      expect(creditOf(ended.balances, 'forfeit_pool')).toBe(10_000 - dueMinor - 900);
      expect(sumOfAll(ended)).toBe(0);
    }
  }
});
