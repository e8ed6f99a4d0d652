import { isRefused } from '@daka/contracts';
import type { CoolingOffTerms } from '@daka/rules';
import {
  bookAfter,
  bookOf,
  cancelledMessage,
  COOLING_OFF,
  held,
  later,
  NOW,
  opened,
  paidBook,
  PATIENCE,
  PRICE,
} from '../testing/book';
import type { Book } from './book';
import type { BookEvent, BookEventOf } from './book-events';
import { type CheckoutReport, noteCheckout, noteNotOpened, noteOpened, noteUnseen, planCheckout } from './checkout';
import { followEnrolment } from '../testing/follow';
import { ids } from '../testing/book';

const BACK = { successUrl: 'https://daka.example/ok', cancelUrl: 'https://daka.example/no' };
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const plan = (book: Book | null, now = NOW) => planCheckout(book, BACK, COOLING_OFF, now);
const planned: BookEvent = {
  type: 'checkout-planned',
  number: 1,
  request: { ...PRICE, creditMinor: 0, accountId: null, expiresAtMs: NOW.wallAtMs + 35 * MINUTE_MS, ...BACK },
};
const open: BookEvent = {
  type: 'checkout-opened',
  number: 1,
  sessionId: 'cs_1',
  url: 'https://pay.example/cs_1',
  nextCheckAtMs: NOW.wallAtMs + 1_000,
};
const report = (more: Partial<CheckoutReport> = {}): CheckoutReport => ({
  enrolmentId: ids.enrolmentId,
  number: 1,
  status: 'complete',
  isPaid: true,
  paymentIntentId: 'pi_1',
  amountMinor: 12_000,
  currency: 'CNY',
  charge: { chargeId: 'ch_1', method: 'card', capturedAtMs: NOW.wallAtMs, feeMinor: 0 },
  ...more,
});
const note = (book: Book | null, more: Partial<CheckoutReport> = {}, now = NOW) =>
  noteCheckout(book, report(more), COOLING_OFF, now, PATIENCE);
const types = (events: readonly BookEvent[]) => events.map(({ type }) => type);
const holdWith = (price: typeof PRICE): BookEvent => ({ ...(held as BookEventOf<'seat-held'>), price });

describe('planning a checkout', () => {
  it('freezes amounts and an expiry that Stripe accepts, by the wall clock', () => {
    expect(plan(bookOf(opened, held))).toEqual([planned]);
  });
  it('lives as long as the hold when that is longer, but less than a day', () => {
    const long = (ms: number) =>
      bookOf(opened, { ...(held as BookEventOf<'seat-held'>), seatHeldUntilMs: NOW.atMs + ms });
    expect(plan(long(5 * HOUR_MS))).toMatchObject([{ request: { expiresAtMs: NOW.wallAtMs + 5 * HOUR_MS } }]);
    expect(plan(long(500 * HOUR_MS))).toMatchObject([{ request: { expiresAtMs: NOW.wallAtMs + 23 * HOUR_MS } }]);
  });
  it('keeps a session that is planned or open', () => {
    expect(plan(bookOf(opened, held, planned))).toEqual([]);
    expect(plan(bookOf(opened, held, planned, open))).toEqual([]);
  });
  it('replaces a session that is closed or about to end', () => {
    const fresh = later(34 * MINUTE_MS);
    const renewed: BookEvent = { ...(held as BookEventOf<'seat-held'>), seatHeldUntilMs: fresh.atMs + HOUR_MS };
    expect(plan(bookOf(opened, renewed, planned, open), fresh)).toMatchObject([
      { type: 'checkout-planned', number: 2 },
    ]);
    expect(plan(bookOf(opened, held, planned, open, { type: 'checkout-closed', number: 1 }))).toMatchObject([
      { number: 2 },
    ]);
  });
  it('pays at once where nothing is to be paid', () => {
    const book = bookOf(opened, holdWith({ currency: 'CNY', entryFeeMinor: 0, depositMinor: 0 }));
    const events = plan(book);
    expect(events).toMatchObject([{ type: 'captured', paymentIntentId: null }]);
    expect(bookAfter(book, events)).toMatchObject({ paidAtMs: NOW.atMs, charges: [], balances: {} });
  });
  it.each([
    ['an unknown enrolment', null, 'no_seat_held'],
    ['no price yet', bookOf(opened), 'no_seat_held'],
    ['a released seat', bookOf(opened, held, { type: 'seat-released' }), 'no_seat_held'],
    ['a paid enrolment', paidBook(), 'already_paid'],
    [
      'a cancelled one',
      bookAfter(bookOf(opened, held), followEnrolment(bookOf(opened, held), cancelledMessage, NOW, PATIENCE)),
      'no_seat_held',
    ],
    [
      'amounts that the currency cannot carry',
      bookOf(opened, holdWith({ currency: 'KWD', entryFeeMinor: 0, depositMinor: 10_005 })),
      'amount_not_payable',
    ],
  ] as const)('refuses %s', (_what, book, code) => {
    const outcome = plan(book);
    expect(isRefused(outcome) && outcome.refused).toBe(code);
  });
  it("refuses once the last day has closed in the learner's zone, though the seat is held", () => {
    const terms: CoolingOffTerms = { ...COOLING_OFF, days: 1, dayBoundary: 'learner' };
    const book = bookOf(opened, { type: 'seat-held', price: PRICE, seatHeldUntilMs: NOW.atMs + 48 * HOUR_MS });
    const at = (hours: number) => planCheckout(book, BACK, terms, later(hours * HOUR_MS));
    expect(at(16)).toMatchObject({ refused: 'plan_over' });
    expect(planCheckout(book, BACK, terms, later(16 * HOUR_MS - 1))).toMatchObject([{ type: 'checkout-planned' }]);
  });
  it('refuses once the hold has run out, even when nobody released it yet', () => {
    expect(plan(bookOf(opened, held), later(30 * MINUTE_MS))).toMatchObject({ refused: 'no_seat_held' });
  });
});

describe('the answer to a planned session', () => {
  it('opens it once', () => {
    const answer = { sessionId: 'cs_1', url: 'https://pay.example/cs_1' };
    expect(noteOpened(bookOf(opened, held, planned), 1, answer, NOW, PATIENCE)).toEqual([open]);
    expect(noteOpened(bookOf(opened, held, planned, open), 1, answer, NOW, PATIENCE)).toEqual([]);
    expect(noteOpened(null, 1, answer, NOW, PATIENCE)).toEqual([]);
  });
  it('gives it up when it was refused, but never an open one', () => {
    expect(noteNotOpened(bookOf(opened, held, planned), 1, NOW)).toEqual([{ type: 'checkout-closed', number: 1 }]);
    expect(noteNotOpened(bookOf(opened, held, planned, open), 1, NOW)).toEqual([]);
  });
});

describe('following a session', () => {
  const book = () => bookOf(opened, held, planned, open);
  it('buys the seat with the first payment', () => {
    const events = note(book());
    expect(types(events)).toEqual(['checkout-paid', 'captured']);
    expect(bookAfter(book(), events).balances).toEqual({
      stripe_cash: 12_000,
      fees_deferred: -2_000,
      deposits_held: -10_000,
    });
  });
  it('keeps the fee open for cooling-off until the start, or days after paying, whichever is later', () => {
    expect(note(book())).toContainEqual(expect.objectContaining({ feeEarnedFromMs: NOW.atMs + 7 * 24 * HOUR_MS }));
    expect(feeEarnedFrom({ ...COOLING_OFF, startsOn: '2026-04-01' })).toBe('2026-04-01T00:00:00.000Z');
  });
  it('ends the cooling-off when the first day opens for this learner, not at midnight in UTC', () => {
    const terms: CoolingOffTerms = {
      ...COOLING_OFF,
      startsOn: '2026-04-01',
      dayEndsAt: '03:00',
      timeZone: 'Europe/Paris',
    };
    expect(feeEarnedFrom(terms)).toBe('2026-04-01T01:00:00.000Z');
    expect(feeEarnedFrom({ ...terms, dayBoundary: 'learner' })).toBe('2026-03-31T19:00:00.000Z');
  });
  it('knows no cooling-off past the end of the plan, and none that it was not told', () => {
    expect(feeEarnedFrom({ ...COOLING_OFF, days: 3 })).toBe('2026-03-05T00:00:00.000Z');
    expect(noteCheckout(book(), report(), null, NOW, PATIENCE)).toContainEqual(
      expect.objectContaining({ type: 'captured', feeEarnedFromMs: null }),
    );
  });
  function feeEarnedFrom(terms: CoolingOffTerms): string | undefined {
    const captured = noteCheckout(book(), report(), terms, NOW, PATIENCE).find(({ type }) => type === 'captured');
    return captured?.type === 'captured' ? new Date(captured.feeEarnedFromMs ?? Number.NaN).toISOString() : undefined;
  }
  it('hears the same payment twice as once, whichever way it comes', () => {
    const paid = bookAfter(book(), note(book()));
    expect(note(paid)).toEqual([]);
    expect(note(paid, { number: null })).toEqual([]);
  });
  it('returns a second payment in full by itself', () => {
    const paid = bookAfter(book(), note(book()));
    const events = note(paid, { number: null, paymentIntentId: 'pi_2' });
    expect(types(events)).toEqual(['captured-in-excess', 'refund-planned', 'refund-sending']);
    const after = bookAfter(paid, events);
    expect(after.refunds).toMatchObject([
      { paymentIntentId: 'pi_2', amountMinor: 12_000, kind: 'cancellation', status: 'sending' },
    ]);
    expect(after.balances).toMatchObject({ stripe_cash: 24_000, deposits_held: -10_000, refunds_in_flight: -12_000 });
  });
  it('returns a payment that comes after the cancellation', () => {
    const cancelled = bookAfter(book(), followEnrolment(book(), cancelledMessage, NOW, PATIENCE));
    expect(types(note(cancelled))).toEqual(['checkout-paid', 'captured-in-excess', 'refund-planned', 'refund-sending']);
  });
  it('returns a payment of another amount or currency', () => {
    expect(types(note(book(), { amountMinor: 11_999 }))).toContain('captured-in-excess');
    expect(types(note(book(), { currency: 'USD' }))).toContain('captured-in-excess');
  });
  it('still takes the money of a seat that was released: membership decides', () => {
    const released = bookOf(opened, held, planned, open, { type: 'seat-released' });
    expect(types(note(released))).toEqual(['checkout-paid', 'captured']);
  });
  it('closes an expired session, looks later at an open one, and never goes back', () => {
    expect(note(book(), { status: 'expired', isPaid: false })).toEqual([{ type: 'checkout-closed', number: 1 }]);
    expect(note(book(), { status: 'open', isPaid: false })).toEqual([
      { type: 'checkout-checked', number: 1, nextCheckAtMs: NOW.wallAtMs + 1_000 },
    ]);
    const paid = bookAfter(book(), note(book()));
    expect(note(paid, { status: 'open', isPaid: false })).toEqual([]);
    expect(note(paid, { status: 'expired', isPaid: false })).toEqual([]);
  });
  it('does not plan looks at a page whose id it was never told', () => {
    expect(note(bookOf(opened, held, planned), { status: 'open', isPaid: false })).toEqual([]);
  });
  it('waits longer each time, up to a bound', () => {
    let current = book();
    const waits: number[] = [];
    for (let look = 0; look < 42; look += 1) {
      const events = note(current, { status: 'open', isPaid: false });
      waits.push((events[0] as BookEventOf<'checkout-checked'>).nextCheckAtMs - NOW.wallAtMs);
      current = bookAfter(current, events);
    }
    expect(waits.slice(0, 7)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(waits.slice(-3)).toEqual([30_000, 450_000, 450_000]);
  });
  it('is put off when the processor cannot be asked, unless it has ended', () => {
    expect(noteUnseen(book(), 1, NOW, PATIENCE)).toEqual([
      { type: 'checkout-checked', number: 1, nextCheckAtMs: NOW.wallAtMs + 1_000 },
    ]);
    expect(noteUnseen(bookAfter(book(), note(book())), 1, NOW, PATIENCE)).toEqual([]);
    expect(noteUnseen(null, 1, NOW, PATIENCE)).toEqual([]);
  });
  it('means nothing for an unknown enrolment or an unpaid session of somebody else', () => {
    expect(note(null)).toEqual([]);
    expect(note(book(), { number: 7, status: 'open', isPaid: false })).toEqual([]);
  });
});
