import { bookAfter, later, NOW, paidBook, PATIENCE, payoutDue } from '../testing/book';
import { ids } from '../testing/book';
import type { Book } from './book';
import type { BookEvent } from './book-events';
import { evolveBook } from './evolve-book';
import { followCheckIn } from '../testing/follow';
import { bookMessages } from './messages';
import {
  isNews,
  nextRefundStep,
  noteNotMade,
  noteReport,
  noteUnclear,
  refundKey,
  type RefundReport,
  startRefund,
} from './send-refund';

const P1 = '2026-03-02';
const P2 = '2026-03-03';
const HOUR_MS = 3_600_000;
const types = (events: readonly BookEvent[]) => events.map(({ type }) => type);
const due = (book: Book, period: string, dueMinor: number) =>
  bookAfter(book, followCheckIn(book, payoutDue(period, dueMinor), NOW, PATIENCE));
const sending = () => due(paidBook(), P1, 500);
const report = (status: RefundReport['status'], more: Partial<RefundReport> = {}): RefundReport => ({
  processorRefundId: 're_1',
  enrolmentId: ids.enrolmentId,
  period: P1,
  attempt: 1,
  status,
  reason: null,
  ...more,
});
const note = (book: Book | null, status: RefundReport['status'], more: Partial<RefundReport> = {}, now = NOW) =>
  noteReport(book, report(status, more), now, PATIENCE);

describe('what to do next', () => {
  it('sends what this process wrote a moment ago at once, what another one wrote after its time', () => {
    expect(nextRefundStep(sending(), NOW)).toBeNull();
    expect(nextRefundStep(sending(), NOW, () => true)).toMatchObject({ type: 'send' });
    expect(nextRefundStep(sending(), later(PATIENCE.sendWithinMs))).toMatchObject({
      type: 'send',
      refund: { period: P1, attempt: 1 },
    });
  });
  it('starts nothing while the charge has a refund in flight', () => {
    expect(nextRefundStep(due(sending(), P2, 700), later(PATIENCE.sendWithinMs - 1))).toBeNull();
    expect(startRefund(due(sending(), P2, 700), P2, NOW, PATIENCE)).toEqual([]);
  });
  it('asks before sending once the key may be forgotten', () => {
    expect(nextRefundStep(sending(), later(23 * HOUR_MS - 1))).toMatchObject({ type: 'send' });
    expect(nextRefundStep(sending(), later(23 * HOUR_MS))).toMatchObject({ type: 'look-up' });
  });
  it('checks on a pending refund when its time has come', () => {
    const pending = bookAfter(sending(), note(sending(), 'pending'));
    expect(nextRefundStep(pending, NOW)).toBeNull();
    expect(nextRefundStep(pending, later(PATIENCE.checkFirstMs))).toMatchObject({
      type: 'check',
      refund: { processorRefundId: 're_1' },
    });
  });
  it('leaves ended refunds alone', () => {
    expect(nextRefundStep(bookAfter(sending(), note(sending(), 'succeeded')), later(100 * HOUR_MS))).toBeNull();
  });
});

describe('no clear answer', () => {
  it('keeps the attempt and its key and waits longer each time', () => {
    let book = sending();
    const waits: (number | null | undefined)[] = [];
    for (let look = 0; look < 9; look += 1) {
      book = bookAfter(book, noteUnclear(book, { period: P1, attempt: 1 }, 'timeout', NOW, PATIENCE));
      waits.push((book.refunds[0]?.nextAtMs ?? 0) - NOW.wallAtMs);
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    expect(book.refunds[0]).toMatchObject({ status: 'sending', attempt: 1, tries: 9 });
    expect(refundKey(ids.enrolmentId, { period: P1, attempt: 1 })).toBe(`refund:${ids.enrolmentId}:2026-03-02:a1`);
  });
  it('is forgotten when an answer came meanwhile or another attempt runs', () => {
    const arrived = bookAfter(sending(), note(sending(), 'succeeded'));
    expect(noteUnclear(arrived, { period: P1, attempt: 1 }, 'timeout', NOW, PATIENCE)).toEqual([]);
    expect(noteUnclear(sending(), { period: P1, attempt: 2 }, 'timeout', NOW, PATIENCE)).toEqual([]);
    expect(noteUnclear(null, { period: P1, attempt: 1 }, 'timeout', NOW, PATIENCE)).toEqual([]);
  });
});

describe('what the processor says', () => {
  it('succeeded: the money has left, and others hear of it', () => {
    const events = note(sending(), 'succeeded');
    const book = bookAfter(sending(), events);
    expect(types(events)).toEqual(['refund-succeeded']);
    expect(book.balances).toMatchObject({ refunds_in_flight: 0, stripe_cash: 11_500 });
    expect(book.charges[0]).toMatchObject({ refundedMinor: 500, inFlightMinor: 0 });
    expect(bookMessages(events[0] as BookEvent, book)).toMatchObject([
      { type: 'payment.refund-succeeded.v1', data: { period: P1, amountMinor: 500 } },
    ]);
  });
  it('succeeded: the next planned refund of the charge starts in the same write', () => {
    expect(types(note(due(sending(), P2, 700), 'succeeded'))).toEqual(['refund-succeeded', 'refund-sending']);
  });
  it('never goes back: pending or unclear after succeeded change nothing', () => {
    const arrived = bookAfter(sending(), note(sending(), 'succeeded'));
    expect(note(arrived, 'pending')).toEqual([]);
    expect(note(arrived, 'succeeded')).toEqual([]);
  });
  it('failed: owed again, tried with a new key after a wait, and finally left for another way out', () => {
    let book = sending();
    for (const attempt of [1, 2]) {
      book = bookAfter(book, note(book, 'failed', { attempt, reason: 'expired_or_canceled_card' }));
      expect(book.refunds[0]).toMatchObject({ status: 'planned', attempt, failure: 'expired_or_canceled_card' });
      expect(book.balances).toMatchObject({ refunds_payable: -500, refunds_in_flight: 0 });
      book = bookAfter(book, startRefund(book, P1, NOW, PATIENCE));
    }
    book = bookAfter(book, note(book, 'failed', { attempt: 3 }));
    expect(book.refunds[0]).toMatchObject({ status: 'failed', attempt: 3, nextAtMs: null });
    expect(book.charges[0]).toMatchObject({ payableMinor: 500, inFlightMinor: 0 });
    expect(book.work.refundsAtMs).toBeNull();
  });
  it('pending and later failed: the same', () => {
    const pending = bookAfter(sending(), note(sending(), 'pending'));
    expect(types(note(pending, 'failed'))).toEqual(['refund-failed']);
  });
  it('succeeded and later returned by the bank: owed again', () => {
    const arrived = bookAfter(sending(), note(sending(), 'succeeded'));
    const events = note(arrived, 'failed', { reason: 'lost_or_stolen_card' });
    expect(types(events)).toEqual(['refund-returned']);
    expect(bookAfter(arrived, events).balances).toMatchObject({ stripe_cash: 12_000, refunds_payable: -500 });
    expect(note(bookAfter(arrived, events), 'failed')).toEqual([]);
  });
  it('of an older attempt, another period or an unknown book: nothing', () => {
    const second = bookAfter(sending(), note(sending(), 'failed'));
    const again = bookAfter(second, startRefund(second, P1, NOW, PATIENCE));
    expect(note(again, 'failed', { attempt: 1 })).toEqual([]);
    expect(note(again, 'succeeded', { period: 'unknown' })).toEqual([]);
    expect(note(again, 'succeeded', { period: null })).toEqual([]);
    expect(note(null, 'succeeded')).toEqual([]);
  });
});

describe('proven not to exist', () => {
  it('frees the charge and lets the next attempt have a new key', () => {
    const book = bookAfter(
      sending(),
      noteNotMade(sending(), { period: P1, attempt: 1 }, 'not_found', true, NOW, PATIENCE),
    );
    expect(book.refunds[0]).toMatchObject({ status: 'planned', attempt: 1 });
    expect(bookAfter(book, startRefund(book, P1, NOW, PATIENCE)).refunds[0]).toMatchObject({
      status: 'sending',
      attempt: 2,
    });
  });
  it('waits for another way out when a new attempt would meet the same answer', () => {
    const book = bookAfter(
      sending(),
      noteNotMade(sending(), { period: P1, attempt: 1 }, 'charge_already_refunded', false, NOW, PATIENCE),
    );
    expect(book.refunds[0]).toMatchObject({ status: 'failed', failure: 'charge_already_refunded' });
  });
  it('does not use up the attempts that the bank may fail', () => {
    let book = sending();
    for (let attempt = 1; attempt <= PATIENCE.maxAttempts + 2; attempt += 1) {
      book = bookAfter(book, noteNotMade(book, { period: P1, attempt }, 'stored error', true, NOW, PATIENCE));
      expect(book.refunds[0]).toMatchObject({ status: 'planned', attempt });
      book = bookAfter(book, startRefund(book, P1, NOW, PATIENCE));
    }
  });
  it('is no proof for another attempt', () => {
    expect(noteNotMade(sending(), { period: P1, attempt: 2 }, 'x', true, NOW, PATIENCE)).toEqual([]);
  });
});

it('news is only what would change something', () => {
  const arrived = bookAfter(sending(), note(sending(), 'succeeded'));
  expect(isNews(sending(), report('succeeded'))).toBe(true);
  expect(isNews(arrived, report('succeeded'))).toBe(false);
  expect(isNews(arrived, report('pending'))).toBe(false);
  expect(isNews(arrived, report('failed'))).toBe(true);
  expect(isNews(arrived, report('failed', { attempt: 9 }))).toBe(false);
});

it('a broken invariant throws: nothing can be promised beyond what was captured', () => {
  const over: BookEvent = {
    type: 'refund-planned',
    period: 'x',
    kind: 'deposit',
    paymentIntentId: 'pi_1',
    amountMinor: 12_001,
    nextAtMs: 0,
  };
  expect(() => evolveBook(paidBook(), over)).toThrow(/more than was captured/);
});
