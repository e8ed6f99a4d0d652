import {
  bookAfter,
  bookOf,
  COOLING_OFF,
  given,
  held,
  later,
  NOW,
  opened,
  paid,
  PATIENCE,
  PRICE,
} from '../testing/book';
import { ids } from '../testing/book';
import { cancelledMessage } from '../testing/book';
import { followEnrolment } from '../testing/follow';
import type { Book, CheckoutAttempt } from './book';
import type { BookEvent } from './book-events';
import { type CheckoutReport, mustEnd, noteCheckout, noteOpened, planCheckout } from './checkout';
import { lookAtCheckout } from './checkout-state';

const BACK = { successUrl: 'https://daka.example/ok', cancelUrl: 'https://daka.example/no' };
const MINUTE_MS = 60_000;
const session = (number = 1): BookEvent[] => [
  {
    type: 'checkout-planned',
    number,
    request: { ...PRICE, creditMinor: 0, accountId: null, expiresAtMs: NOW.wallAtMs + 35 * MINUTE_MS, ...BACK },
  },
  {
    type: 'checkout-opened',
    number,
    sessionId: `cs_${number}`,
    url: `https://pay.example/${number}`,
    nextCheckAtMs: 0,
  },
];
const DECLINED: CheckoutAttempt = { state: 'declined', reason: 'insufficient_funds' };
const tried = (attempt: CheckoutAttempt | null): BookEvent => ({
  type: 'checkout-tried',
  number: 1,
  attempt,
  atMs: NOW.atMs,
});
const closed: BookEvent = { type: 'checkout-closed', number: 1 };
const failed: BookEvent = { type: 'checkout-closed', number: 1, isFailed: true };
const note = (more: Partial<CheckoutReport>) => (book: Book | null) =>
  noteCheckout(
    book,
    {
      enrolmentId: ids.enrolmentId,
      number: 1,
      status: 'open',
      isPaid: false,
      paymentIntentId: 'pi_1',
      amountMinor: 12_000,
      currency: 'CNY',
      charge: null,
      ...more,
    },
    COOLING_OFF,
    NOW,
    PATIENCE,
  );

const HELD = [opened, held];
const OPEN = [...HELD, ...session()];
const LATE = later(31 * MINUTE_MS);
const PAGE_OVER = { atMs: NOW.atMs, wallAtMs: NOW.wallAtMs + 36 * MINUTE_MS };

describe('what is said of a payment', () => {
  it.each([
    ['nothing, before a seat is held', [opened], NOW, ['none', 'no_seat', false, null]],
    ['a seat and no page yet', HELD, NOW, ['none', null, true, null]],
    ['a page', OPEN, NOW, ['open', null, true, 'cs_1']],
    [
      'a page that was tried in vain',
      [...OPEN, tried(DECLINED)],
      NOW,
      ['declined', 'insufficient_funds', true, 'cs_1'],
    ],
    ['a payment that takes days', [...OPEN, tried({ state: 'processing' })], NOW, ['processing', null, false, null]],
    [
      'one that came to nothing',
      [...OPEN, tried(DECLINED), failed],
      NOW,
      ['declined', 'insufficient_funds', true, null],
    ],
    ['a page that ended', [...OPEN, tried(DECLINED), closed], NOW, ['expired', 'session_expired', true, null]],
    ['one that nobody has seen ending yet', OPEN, PAGE_OVER, ['expired', 'session_expired', true, null]],
    ['a new page after it', [...OPEN, closed, ...session(2)], NOW, ['open', null, true, 'cs_2']],
    ['a page without a seat', OPEN, LATE, ['expired', 'hold_expired', false, null]],
    ['a released seat', [...OPEN, { type: 'seat-released' }], NOW, ['expired', 'hold_expired', false, null]],
    ['a payment', [...OPEN, { type: 'checkout-paid', number: 1 }, paid], LATE, ['paid', null, false, null]],
  ] as const)('%s', (_what, history, now, [state, reason, isPayable, sessionId]) => {
    const { state: book } = given(...(history as readonly BookEvent[]));
    const look = lookAtCheckout(book!, now);
    expect({ ...look, session: look.session?.sessionId ?? null }).toEqual({
      state,
      reason,
      isPayable,
      session: sessionId,
    });
  });
  it('nothing to pay once it is cancelled', () => {
    const ended = given(...OPEN)
      .when((book) => followEnrolment(book, cancelledMessage, NOW, PATIENCE))
      .and();
    expect(lookAtCheckout(ended.state, NOW)).toEqual({
      state: 'none',
      reason: 'cancelled',
      isPayable: false,
      session: null,
    });
  });
});

describe('a try to pay', () => {
  const again = { type: 'checkout-checked' as const, number: 1, nextCheckAtMs: NOW.wallAtMs + 1_000 };
  it('is remembered with its reason', () => {
    given(...OPEN)
      .when(note({ attempt: DECLINED }))
      .then(tried(DECLINED), again);
  });
  it('is not said twice', () => {
    given(...OPEN, tried(DECLINED))
      .when(note({ attempt: DECLINED }))
      .then(again);
  });
  it('for another reason is', () => {
    const other: CheckoutAttempt = { state: 'declined', reason: 'card_expired' };
    given(...OPEN, tried(DECLINED))
      .when(note({ attempt: other }))
      .then(tried(other), again);
  });
  it('whose money failed to come closes a page that cannot be paid on again', () => {
    const processing: CheckoutAttempt = { state: 'processing' };
    given(...OPEN, tried(processing))
      .when(note({ status: 'complete', attempt: DECLINED }))
      .then(tried(DECLINED), failed);
  });
  it('that takes days bars a second payment', () => {
    given(...OPEN, tried({ state: 'processing' }))
      .when((book) => planCheckout(book, BACK, COOLING_OFF, NOW))
      .refuses('payment_processing');
  });
});

describe('pages on which nothing may be paid any more', () => {
  const ending = (number: number): BookEvent => ({ type: 'checkout-ending', number, nextCheckAtMs: NOW.wallAtMs });
  it('are ended with the enrolment', () => {
    const before = bookOf(...OPEN, ...session(2), closed);
    const events = followEnrolment(before, cancelledMessage, NOW, PATIENCE);
    expect(events.filter(({ type }) => type === 'checkout-ending')).toEqual([ending(2)]);
    const book = bookAfter(before, events);
    expect(book.sessions.map((one) => mustEnd(book, one))).toEqual([false, true]);
    expect(book.work.lookAtMs).toBe(NOW.wallAtMs);
  });
  it('are ended when another one was paid', () => {
    const { outcome } = given(...OPEN, ...session(2)).when(note({ status: 'complete', isPaid: true }));
    expect(outcome).toContainEqual(ending(2));
    expect(outcome).not.toContainEqual(ending(1));
  });
  it('are not ended while a payment is on its way: it goes back when it comes', () => {
    const { state } = given(...OPEN, tried({ state: 'processing' }));
    expect(mustEnd({ ...state!, isCancelled: true }, state!.sessions[0]!)).toBe(false);
  });
  it('are ended when they open only after the cancellation', () => {
    const [planned] = session();
    const { state } = given(...HELD, planned!);
    const book = { ...state!, isCancelled: true };
    expect(noteOpened(book, 1, { sessionId: 'cs_1', url: 'https://pay.example/1' }, NOW, PATIENCE)).toMatchObject([
      { type: 'checkout-opened', nextCheckAtMs: NOW.wallAtMs },
    ]);
  });
});
