import {
  bookAfter,
  PATIENCE,
  bonusOf,
  bookOf,
  held,
  ids,
  later,
  NOW,
  opened,
  paid,
  paidBook,
  payoutDue,
  PRICE,
  settledAt,
} from '../testing/book';
import type { Book } from './book';
import type { BookEvent } from './book-events';
import { followCheckIn } from '../testing/follow';
import { followEnrolment } from '../testing/follow';
import { cancelledMessage } from '../testing/book';
import { totalsOf } from './statement';

const DAY_MS = 86_400_000;
type CheckIn = Parameters<typeof followCheckIn>[1];

function after(book: Book, ...messages: CheckIn[]): { book: Book; events: BookEvent[] } {
  const events: BookEvent[] = [];
  for (const message of messages) {
    const decided = followCheckIn(book, message, NOW, PATIENCE);
    events.push(...decided);
    book = bookAfter(book, decided);
  }
  return { book, events };
}
const types = (events: readonly BookEvent[]) => events.map(({ type }) => type);
const succeeded = (period: string, amountMinor: number, kind: 'deposit' | 'bonus' = 'deposit'): BookEvent => ({
  type: 'refund-succeeded',
  period,
  attempt: 1,
  kind,
  amountMinor,
  processorRefundId: 're_1',
  atMs: NOW.atMs,
});

describe('earned', () => {
  const changed = (revision: number, entitledMinor: number): CheckIn => ({
    type: 'checkin.entitlement-changed.v1',
    data: { enrolmentId: ids.enrolmentId, revision, entitledMinor, changedAt: '2026-03-02T00:00:00Z' },
  });

  it('moves with the revision, also down', () => {
    expect(after(paidBook(), changed(1, 500), changed(2, 300)).book.entitlement).toEqual({
      revision: 2,
      entitledMinor: 300,
    });
  });
  it('stays when the revision is not newer', () => {
    expect(after(paidBook(), changed(2, 500), changed(2, 900), changed(1, 900)).book.entitlement.entitledMinor).toBe(
      500,
    );
  });
});

describe('a payout that is due', () => {
  it('leaves the deposit and is sending at once, with the days that earned it', () => {
    const { book, events } = after(paidBook(), payoutDue('2026-03-02', 500));
    expect(types(events)).toEqual(['payout-accrued', 'refund-planned', 'refund-sending']);
    expect(book.balances).toMatchObject({ deposits_held: -9_500, refunds_payable: 0, refunds_in_flight: -500 });
    expect(book.refunds).toMatchObject([{ period: '2026-03-02', status: 'sending', attempt: 1, amountMinor: 500 }]);
  });
  it('releases only what is new in the total', () => {
    const { book } = after(paidBook(), payoutDue('2026-03-02', 500), payoutDue('2026-03-03', 1_200));
    expect(book.refunds.map(({ amountMinor }) => amountMinor)).toEqual([500, 700]);
  });
  it('waits while another refund of the charge is in flight', () => {
    const { book } = after(paidBook(), payoutDue('2026-03-02', 500), payoutDue('2026-03-03', 1_200));
    expect(book.refunds[1]).toMatchObject({ status: 'planned', attempt: 0 });
    expect(book.charges[0]).toMatchObject({ inFlightMinor: 500, payableMinor: 700, refundedMinor: 0 });
  });
  it('claws nothing back when the total fell', () => {
    const { book, events } = after(paidBook(), payoutDue('2026-03-02', 500), payoutDue('2026-03-03', 200));
    expect(book.refunds).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ type: 'payout-accrued', dueMinor: 200, amountMinor: 0 });
  });
  it('says nothing the second time', () => {
    expect(after(after(paidBook(), payoutDue('2026-03-02', 500)).book, payoutDue('2026-03-02', 500)).events).toEqual(
      [],
    );
  });
  it('gives a period that rises later a key of its own', () => {
    const { book } = after(paidBook(), payoutDue('2026-03-02', 500), payoutDue('2026-03-02', 600));
    expect(book.refunds.map(({ period }) => period)).toEqual(['2026-03-02', '2026-03-02.2']);
  });
  it('means nothing before payment, after cancellation and after settlement', () => {
    expect(after(bookOf(opened, held), payoutDue('2026-03-02', 500)).events).toEqual([]);
    const cancelled = bookAfter(paidBook(), followEnrolment(paidBook(), cancelledMessage, NOW, PATIENCE));
    expect(after(cancelled, payoutDue('2026-03-02', 500)).events).toEqual([]);
    expect(after(after(paidBook(), settledAt(0)).book, payoutDue('2026-03-02', 500)).events).toEqual([]);
    expect(followCheckIn(null, payoutDue('2026-03-02', 500), NOW, PATIENCE)).toEqual([]);
  });
  it('throws when more is due than was deposited', () => {
    expect(() => after(paidBook(), payoutDue('2026-03-02', 10_001))).toThrow(/more than its deposit/);
  });
  it('earns the fee with the first payout after the cooling-off period, not before', () => {
    expect(
      types(followCheckIn(paidBook(), payoutDue('2026-03-02', 500), later(7 * DAY_MS - 1), PATIENCE)),
    ).not.toContain('fee-earned');
    expect(types(followCheckIn(paidBook(), payoutDue('2026-03-02', 500), later(7 * DAY_MS), PATIENCE))[0]).toBe(
      'fee-earned',
    );
  });
});

describe('settlement', () => {
  it('releases the rest, forfeits what was not earned and earns the fee', () => {
    const { book } = after(paidBook(), payoutDue('2026-03-02', 500), settledAt(6_000));
    expect(book.balances).toMatchObject({
      deposits_held: 0,
      forfeit_pool: -4_000,
      fees_deferred: 0,
      fees_earned: -2_000,
    });
    expect(book.refunds.map(({ period, amountMinor }) => [period, amountMinor])).toEqual([
      ['2026-03-02', 500],
      ['settlement', 5_500],
    ]);
  });
  it('books what was sent for a check-in rejected later as a loss, not against the learner', () => {
    const { book } = after(paidBook(), payoutDue('2026-03-02', 500), settledAt(300));
    expect(book.balances).toMatchObject({ deposits_held: 0, forfeit_pool: -9_700, overpaid_payouts: 200 });
  });
  it('happens once', () => {
    expect(after(after(paidBook(), settledAt(6_000)).book, settledAt(7_000)).events).toEqual([]);
  });
  it('throws when entitlement and forfeit are not the deposit', () => {
    expect(() => after(paidBook(), settledAt(6_000, 9_999))).toThrow(/is not the deposit/);
  });
});

describe('a bonus', () => {
  const settled = () => after(paidBook(), settledAt(10_000)).book;
  it('goes back through what is left of the charge, the rest becomes credit', () => {
    const { book } = after(settled(), bonusOf(2_500));
    expect(book.refunds.at(-1)).toMatchObject({
      period: 'bonus',
      kind: 'bonus',
      amountMinor: 2_000,
      status: 'planned',
    });
    expect(book.balances).toMatchObject({ bonus_payable: 0, learner_credit: -500, forfeit_pool: 2_500 });
  });
  it('is all credit where the charge is used up', () => {
    const { book } = after(after(settled(), bonusOf(2_000)).book);
    expect(book.balances.learner_credit ?? 0).toBe(0);
    const noFee = { ...PRICE, entryFeeMinor: 0 };
    const full = bookOf(opened, { ...held, price: noFee } as BookEvent, { ...paid, entryFeeMinor: 0 } as BookEvent);
    expect(after(full, settledAt(10_000), bonusOf(100)).book.balances.learner_credit).toBe(-100);
  });
  it('comes once; of zero it is remembered', () => {
    const { book } = after(settled(), bonusOf(0));
    expect(book.bonusMinor).toBe(0);
    expect(after(book, bonusOf(50)).events).toEqual([]);
  });
});

describe('cancellation', () => {
  const cancel = (book: Book) => followEnrolment(book, cancelledMessage, NOW, PATIENCE);
  it('returns everything not yet returned, fee included', () => {
    const { book } = after(paidBook(), payoutDue('2026-03-02', 500));
    const ended = bookAfter(book, cancel(book));
    expect(ended.refunds.at(-1)).toMatchObject({ period: 'cancellation', kind: 'cancellation', amountMinor: 11_500 });
    expect(ended.balances).toMatchObject({ deposits_held: 0, fees_deferred: 0 });
  });
  it('returns a fee that was earned already', () => {
    const book = paidBook({ type: 'fee-earned', amountMinor: 2_000, atMs: NOW.atMs });
    expect(cancel(book)).toMatchObject([
      { type: 'cancelled', feeEarnedMinor: 2_000, feeDeferredMinor: 0 },
      { amountMinor: 12_000 },
      {},
    ]);
  });
  it('of an unpaid enrolment moves nothing; said twice, nothing happens', () => {
    const unpaid = bookOf(opened, held);
    expect(types(cancel(unpaid))).toEqual(['cancelled']);
    expect(cancel(bookAfter(unpaid, cancel(unpaid)))).toEqual([]);
  });
});

describe('three-decimal currencies', () => {
  const kuwait = { currency: 'KWD', entryFeeMinor: 0, depositMinor: 10_000 };
  const book = () =>
    bookOf(opened, { ...held, price: kuwait } as BookEvent, { ...paid, entryFeeMinor: 0 } as BookEvent);
  it('sends tens and lets the rest wait for the next payout', () => {
    const ended = after(book(), payoutDue('2026-03-02', 333), payoutDue('2026-03-03', 666)).book;
    expect(ended.refunds.map(({ amountMinor }) => amountMinor)).toEqual([330, 330]);
  });
  it('keeps the last units as credit at settlement', () => {
    const ended = after(book(), payoutDue('2026-03-02', 333), settledAt(777)).book;
    expect(ended.refunds.map(({ amountMinor }) => amountMinor)).toEqual([330, 440]);
    expect(ended.balances).toMatchObject({ learner_credit: -7, deposits_held: 0, forfeit_pool: -9_223 });
  });
});

it('totals say where every unit is', () => {
  const { book } = after(paidBook(), payoutDue('2026-03-02', 500), settledAt(6_000), bonusOf(100));
  const arrived = bookAfter(book, [succeeded('2026-03-02', 500)]);
  expect(totalsOf(arrived)).toMatchObject({
    paidMinor: 12_000,
    earnedMinor: 6_000,
    dueMinor: 6_000,
    refundedMinor: 500,
    inFlightMinor: 0,
    payableMinor: 5_600,
    forfeitedMinor: 4_000,
    bonusMinor: 100,
    bonusPaidMinor: 0,
    creditMinor: 0,
  });
  expect(totalsOf(bookOf(opened))).toBeNull();
});
