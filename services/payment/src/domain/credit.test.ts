import {
  bookAfter,
  bonusOf,
  bookOf,
  cancelledMessage,
  COOLING_OFF,
  held,
  ids,
  later,
  NOW,
  opened,
  paidBook,
  PATIENCE,
  PRICE,
  settledAt,
} from '../testing/book';
import type { Book } from './book';
import type { BookEvent } from './book-events';
import type { Now } from './patience';
import { type CheckoutReport, noteCheckout, planCheckout } from './checkout';
import { creditSettled, endHold, freeCredit, holdKey, reserveCredit, seekCredit, tendCredit } from './credit';
import { followCheckIn } from '../testing/follow';
import { followEnrolment } from '../testing/follow';
import { payByHand } from './pay-by-hand';
import { nextRefundStep } from './send-refund';

const OLD = 'old-enrolment';
const KEY = holdKey(ids.enrolmentId, 1);
const BACK = { successUrl: 'https://a.test', cancelUrl: 'https://a.test' };
const DAY_MS = 86_400_000;
const types = (events: unknown) => (events as BookEvent[]).map(({ type }) => type);
/** 500 of credit, for the bonus was more than the charge could take. */
const oldBook = () =>
  [settledAt(10_000), bonusOf(2_500)].reduce(
    (book, message) => bookAfter(book, followCheckIn(book, message, NOW, PATIENCE)),
    paidBook(),
  );
const newBook = (price = PRICE) => bookOf(opened, { ...held, price } as BookEvent);
const seeking = (book = newBook()) => bookAfter(book, seekCredit(book, [OLD], NOW));
const found = (amountMinor: number) => ({
  search: 1,
  sources: amountMinor === 0 ? [] : [{ enrolmentId: OLD, amountMinor }],
});
const plan = (book: Book, amountMinor: number, now: Now = NOW) =>
  planCheckout(book, BACK, COOLING_OFF, now, found(amountMinor));
const opening: BookEvent = {
  type: 'checkout-opened',
  number: 1,
  sessionId: 'cs_1',
  url: 'https://pay.test',
  nextCheckAtMs: NOW.wallAtMs + 1_000,
};
const planned = (amountMinor = 500) => bookAfter(bookAfter(seeking(), plan(seeking(), amountMinor)), [opening]);
const report = (more: Partial<CheckoutReport> = {}): CheckoutReport => ({
  enrolmentId: ids.enrolmentId,
  number: 1,
  status: 'complete',
  isPaid: true,
  paymentIntentId: 'pi_2',
  amountMinor: 11_500,
  currency: 'CNY',
  charge: { chargeId: 'ch_2', method: 'card', capturedAtMs: NOW.wallAtMs, feeMinor: 0 },
  ...more,
});
const note = (book: Book, more: Partial<CheckoutReport> = {}, now: Now = NOW) =>
  noteCheckout(book, report(more), COOLING_OFF, now, PATIENCE);
const sumOfAll = ({ balances }: Book) => Object.values(balances).reduce((sum, minor) => sum + minor, 0);

describe('held in the old book', () => {
  it('is not free any more, neither for another enrolment nor by hand', () => {
    const book = bookAfter(oldBook(), reserveCredit(oldBook(), KEY, 2_000));
    expect(freeCredit(book)).toBe(0);
    expect(reserveCredit(book, 'other:1', 100)).toEqual([]);
    expect(payByHand(book, { amountMinor: 1, method: 'cash', reference: 'x', paidById: 'o' }, NOW.atMs)).toMatchObject({
      refused: 'nothing_owed',
    });
    expect(reserveCredit(book, KEY, 2_000)).toEqual([]);
  });
  it('is moved once, let go once, and never held again under a name that has ended', () => {
    const book = bookAfter(oldBook(), reserveCredit(oldBook(), KEY, 300));
    const gone = bookAfter(book, endHold(book, KEY, 200, NOW));
    expect(gone.balances).toMatchObject({ learner_credit: -300, credit_transfers: -200 });
    expect(freeCredit(gone)).toBe(300);
    expect(endHold(gone, KEY, 200, NOW)).toEqual([]);
    const letGo = bookAfter(oldBook(), endHold(oldBook(), KEY, 0, NOW));
    expect(reserveCredit(letGo, KEY, 300)).toEqual([]);
    expect(endHold(letGo, KEY, 0, NOW)).toEqual([]);
    expect(() => endHold(letGo, KEY, 1, NOW)).toThrow(/is not held/);
  });
});

describe('in the checkout of the next enrolment', () => {
  it('is sought once at a time, and not for what is paid, free or cancelled', () => {
    expect(types(seekCredit(newBook(), [OLD], NOW))).toEqual(['credit-sought']);
    expect(seekCredit(seeking(), [OLD], NOW)).toEqual([]);
    expect(seekCredit(newBook(), [], NOW)).toEqual([]);
    expect(seekCredit(paidBook(), [OLD], NOW)).toEqual([]);
    expect(seekCredit(newBook({ ...PRICE, entryFeeMinor: 0 }), [OLD], NOW)).toEqual([]);
  });
  it('lowers the fee that is asked for, never the deposit', () => {
    expect(plan(seeking(), 500)).toMatchObject([
      {
        type: 'checkout-planned',
        request: { entryFeeMinor: 1_500, depositMinor: 10_000, creditMinor: 500 },
        credit: { status: 'reserved' },
      },
    ]);
    expect(plan(seeking(), 9_000)).toMatchObject([
      { request: { entryFeeMinor: 0, depositMinor: 10_000, creditMinor: 2_000 } },
    ]);
    expect(planCheckout(seeking(), BACK, COOLING_OFF, NOW)).toMatchObject([{ request: { entryFeeMinor: 2_000 } }]);
    expect(plan(newBook(), 500)).toMatchObject([{ request: { entryFeeMinor: 2_000 } }]);
  });
  it('pays all where there is only a fee, at once and without the processor', () => {
    const only = seeking(newBook({ ...PRICE, depositMinor: 0 }));
    const book = bookAfter(only, plan(only, 2_000));
    expect(book).toMatchObject({
      paidAtMs: NOW.atMs,
      charges: [],
      credit: { status: 'ending' },
      balances: { credit_transfers: 2_000, fees_deferred: -2_000 },
    });
  });
});

describe('paid', () => {
  it('both books end right, and the transfer adds up to zero over both', () => {
    const paid = bookAfter(planned(), note(planned()));
    expect(paid.balances).toMatchObject({
      stripe_cash: 11_500,
      credit_transfers: 500,
      fees_deferred: -2_000,
      deposits_held: -10_000,
    });
    expect(paid.charges[0]).toMatchObject({ capturedMinor: 11_500 });
    expect(paid.work.lookAtMs).toBe(NOW.wallAtMs);
    const reserved = bookAfter(oldBook(), reserveCredit(oldBook(), KEY, 2_000));
    const old = bookAfter(reserved, endHold(reserved, KEY, paid.credit?.sources[0]?.amountMinor ?? 0, NOW));
    expect((old.balances.credit_transfers ?? 0) + (paid.balances.credit_transfers ?? 0)).toBe(0);
    expect([sumOfAll(old), sumOfAll(paid), freeCredit(old)]).toEqual([0, 0, 0]);
    expect(bookAfter(paid, creditSettled(paid, 1)).credit).toBeNull();
    expect(creditSettled(paid, 2)).toEqual([]);
  });
  it('in full elsewhere lets the credit go; too little without it goes back', () => {
    const full = bookAfter(planned(), note(planned(), { number: null, amountMinor: 12_000 }));
    expect(full).toMatchObject({
      credit: { status: 'ending', sources: [{ amountMinor: 0 }] },
      creditUsedMinor: 0,
      balances: { stripe_cash: 12_000 },
    });
    const letGo = bookAfter(planned(), [{ type: 'credit-let-go', nextAtMs: 0 }]);
    expect(types(note(letGo))).toContain('captured-in-excess');
    expect(types(note(planned(), { number: null }))).toContain('captured-in-excess');
  });
  it('and cancelled: what the charge never captured comes back as credit, the rest through it', () => {
    const paid = bookAfter(planned(), note(planned()));
    const book = bookAfter(paid, followEnrolment(paid, cancelledMessage, NOW, PATIENCE));
    expect(book.refunds).toMatchObject([{ amountMinor: 11_500, status: 'sending' }]);
    expect(book.balances).toMatchObject({ learner_credit: -500, fees_deferred: 0, deposits_held: 0 });
    expect(nextRefundStep(book, NOW, () => true)).toMatchObject({ type: 'send', refund: { amountMinor: 11_500 } });
    const only = seeking(newBook({ ...PRICE, depositMinor: 0 }));
    const free = bookAfter(only, plan(only, 2_000));
    expect(bookAfter(free, followEnrolment(free, cancelledMessage, NOW, PATIENCE))).toMatchObject({
      refunds: [],
      balances: { learner_credit: -2_000 },
    });
  });
});

describe('never paid', () => {
  it('an expired session lets it go', () => {
    expect(types(note(planned(), { isPaid: false, status: 'expired' }))).toEqual(['checkout-closed', 'credit-let-go']);
  });
  it('a search that led to no session is given up', () => {
    expect(tendCredit(seeking(), later(59_999))).toEqual([]);
    expect(types(tendCredit(seeking(), later(60_000)))).toEqual(['credit-let-go']);
  });
  it('an open session keeps it, one that was never known to be open keeps it for a day', () => {
    const unopened = bookAfter(seeking(), plan(seeking(), 500));
    expect(types(tendCredit(planned(), later(20 * DAY_MS)))).toEqual(['credit-kept']);
    expect(types(tendCredit(unopened, later(DAY_MS)))).toEqual(['credit-kept']);
    expect(types(tendCredit(unopened, later(2 * DAY_MS)))).toEqual(['credit-let-go']);
  });
  it('a cancellation lets it go', () => {
    const book = bookAfter(planned(), followEnrolment(planned(), cancelledMessage, NOW, PATIENCE));
    expect(book.credit).toMatchObject({ status: 'ending', sources: [{ amountMinor: 0 }] });
    expect(types(note(book))).toContain('captured-in-excess');
  });
});
