import { seededRandom } from '@daka/service-kit/testing';
import {
  appealAnswered,
  appealEscalated,
  appealOpened,
  bookAfter,
  bookOf,
  bonusOf,
  cancelledMessage,
  held,
  later,
  NOW,
  opened,
  paid,
  paidBook,
  PATIENCE,
  payoutDue,
  PRICE,
  settledAt,
} from '../testing/book';
import { followAll, followCheckIn, followEnrolment } from '../testing/follow';
import type { Book } from './book';
import { noteReport } from './send-refund';
import { answerHandPayment, payByHand } from './pay-by-hand';
import { addFigures, changeOfFigures, type Figures, NO_FIGURES, recordOf } from './record';

type Message = Parameters<typeof followCheckIn>[1];
const heard = (book: Book, message: Message, now = NOW) => bookAfter(book, followAll(book, message, now, PATIENCE));
const DUE_MS = Date.parse('2026-03-03T00:00:00Z');
const at = (afterDueMs: number) => later(DUE_MS + afterDueMs - NOW.atMs);
/** What the processor says of a refund. */
function answered(book: Book, period: string, status: 'succeeded' | 'failed', now = at(1_000), maxAttempts = 1): Book {
  const { attempt = 0 } = book.refunds.find((refund) => refund.period === period) ?? {};
  const report = { processorRefundId: `re_${period}`, enrolmentId: book.enrolmentId, period, attempt };
  return bookAfter(book, noteReport(book, { ...report, status, reason: null }, now, { ...PATIENCE, maxAttempts }));
}
const confirmed = (book: Book, now = at(1_000)): Book =>
  book.refunds.reduce((so, { period }) => answered(so, period, 'succeeded', now), book);

it('says nothing of who has not paid', () => {
  expect(recordOf(null)).toEqual({});
  expect(recordOf(bookOf(opened))).toEqual({});
  expect(recordOf(bookOf(opened, held))).toEqual({});
  const cancelled = bookAfter(
    bookOf(opened, held),
    followEnrolment(bookOf(opened, held), cancelledMessage, NOW, PATIENCE),
  );
  expect(recordOf(cancelled)).toEqual({});
});

describe('where the deposit of an ended enrolment went', () => {
  it('is told only once it has ended', () => {
    expect(recordOf(heard(paidBook(), payoutDue('2026-03-02', 500)))).toEqual({ paid: 1, refundsWaiting: 1 });
  });
  it('settled: forfeited, waiting, and returned once the processor has confirmed', () => {
    const settled = heard(paidBook(), settledAt(6_000));
    const common = { paid: 1, settled: 1, depositMinor: 10_000, forfeitedMinor: 4_000 };
    expect(recordOf(settled)).toEqual({ ...common, waitingMinor: 6_000, refundsWaiting: 1 });
    expect(recordOf(confirmed(settled))).toEqual({ ...common, returnedMinor: 6_000, refundsWithin0: 1 });
  });
  it('cancelled: the fee that goes back with it is no deposit', () => {
    const left = bookAfter(paidBook(), followEnrolment(paidBook(), cancelledMessage, NOW, PATIENCE));
    expect(recordOf(confirmed(left))).toMatchObject({ cancelled: 1, depositMinor: 10_000, returnedMinor: 10_000 });
    expect(recordOf(confirmed(left))).not.toHaveProperty('otherwiseMinor');
  });
  it.each([
    ['cooling_off', { left: 1, leftMinor: 10_000 }],
    ['no_seat', { left: 1, leftMinor: 10_000 }],
    ['cohort_cancelled', {}],
  ] as const)('cancelled for %s: says whether they ever took part', (reason, figures) => {
    const message = { ...cancelledMessage, data: { ...cancelledMessage.data, reason } } as typeof cancelledMessage;
    const { left, leftMinor } = recordOf(bookAfter(paidBook(), followEnrolment(paidBook(), message, NOW, PATIENCE)));
    expect({ ...(left && { left }), ...(leftMinor && { leftMinor }) }).toEqual(figures);
  });
  it('a refund that the bank gave back waits again, and paid by hand it went another way', () => {
    const returned = answered(confirmed(heard(paidBook(), settledAt(6_000))), 'settlement', 'failed');
    expect(recordOf(returned)).toMatchObject({ waitingMinor: 6_000, refundsWaiting: 1 });
    expect(recordOf(returned)).not.toHaveProperty('refundsWithin0');
    expect(recordOf(returned)).not.toHaveProperty('returnedMinor');
    const order = { amountMinor: 6_000, method: 'bank', reference: 'r1', paidById: 'owner' };
    const told = bookAfter(returned, payByHand(returned, order, NOW.atMs));
    expect(recordOf(told)).toEqual(recordOf(returned));
    const isReceived = { reference: 'r1', isReceived: true, reason: null };
    const byHand = recordOf(bookAfter(told, answerHandPayment(told, isReceived, NOW.atMs)));
    expect(byHand).toMatchObject({ otherwiseMinor: 6_000, otherwise: 1 });
    expect(byHand).not.toHaveProperty('waitingMinor');
    expect(byHand).not.toHaveProperty('refundsWaiting');
  });
  it('what was sent before a rejection is more than was earned', () => {
    const sent = confirmed(heard(paidBook(), payoutDue('2026-03-02', 5_000)));
    expect(recordOf(heard(sent, settledAt(2_000)))).toMatchObject({
      depositMinor: 10_000,
      forfeitedMinor: 8_000,
      returnedMinor: 5_000,
      overpaidMinor: 3_000,
    });
  });
});

describe('how fast a refund came', () => {
  it.each([
    [60_000, 'refundsWithin0'],
    [60_001, 'refundsWithin1'],
    [86_400_000, 'refundsWithin7'],
    [2_592_000_001, 'refundsWithin15'],
  ])('%i ms after it was due, whenever we got to it', (tookMs, figure) => {
    const late = heard(paidBook(), payoutDue('2026-03-02', 500), at(tookMs - 1));
    expect(recordOf(confirmed(late, at(tookMs)))).toEqual({ paid: 1, [figure]: 1 });
  });
  it('of old ones is not known, and the bonus has one of its own', () => {
    const settled = confirmed(heard(paidBook(), settledAt(6_000)));
    const old = { ...settled, refunds: settled.refunds.map((refund) => ({ ...refund, dueAtMs: null })) };
    expect(recordOf(old)).toMatchObject({ refundsUntimed: 1 });
    expect(recordOf(heard(settled, bonusOf(500)))).toMatchObject({ refundsWithin0: 1, refundsWaiting: 1 });
  });
});

describe('appeals', () => {
  const by = (answer: object) => {
    const message = appealAnswered('a1', 'dismissed');
    return { ...message, data: { ...message.data, ...answer } };
  };
  const figures = (...messages: Message[]) =>
    recordOf(messages.reduce((book, message) => heard(book, message), paidBook()));

  it('are one each, whoever answered in between', () => {
    const all = [
      appealOpened('a1', 100),
      by({}),
      appealEscalated('a1', 100),
      by({ decision: 'upheld', answeredAs: 'arbiter' }),
    ];
    expect(figures(...all.slice(0, 1))).toEqual({ paid: 1, appeals_open: 1 });
    expect(figures(...all.slice(0, 2))).toEqual({ paid: 1, appeals_dismissed: 1 });
    expect(figures(...all.slice(0, 3))).toEqual({ paid: 1, appeals_open: 1 });
    expect(figures(...all)).toEqual({ paid: 1, appeals_upheld_by_arbiter: 1 });
  });
  it('nobody answered in time are upheld by the rule', () => {
    expect(figures(appealOpened('a1', 0), by({ decision: 'upheld', answeredBy: null }))).toEqual({
      paid: 1,
      appeals_upheld_by_rule: 1,
    });
  });
  it('of an enrolment that was let go come to their end', () => {
    const book = heard(paidBook(), appealOpened('a1', 100));
    const left = bookAfter(book, followEnrolment(book, cancelledMessage, NOW, PATIENCE));
    expect(recordOf(left)).toMatchObject({ appeals_ended: 1 });
    expect(recordOf(left)).not.toHaveProperty('appeals_open');
  });
  it('rejections are counted', () => {
    const rejected = {
      type: 'checkin.entry-rejected.v1',
      data: { ...ids(), day: '2026-03-02', reason: 'copied', rejectedBy: 'owner', rejectedAt: '2026-03-03T00:00:00Z' },
    } as Message;
    expect(figures(rejected, rejected)).toEqual({ paid: 1, rejections: 2 });
  });
  const ids = () => ({ enrolmentId: paidBook().enrolmentId });
});

it.each(Array.from({ length: 200 }, (_, seed) => seed))('adds up to the unit after any life (seed %i)', (seed) => {
  const random = seededRandom(seed);
  let book: Book = bookOf(opened, held, paid);
  let sum: Figures = changeOfFigures(NO_FIGURES, recordOf(book));
  for (let step = 0; step < 14; step += 1) {
    const before = book;
    book = nextOf(book, random.below(9), random.below(PRICE.depositMinor + 1));
    sum = addFigures(sum, changeOfFigures(recordOf(before), recordOf(book)));
    const figures = recordOf(book);
    const { depositMinor = 0, overpaidMinor = 0, returnedMinor = 0, waitingMinor = 0 } = figures;
    const { otherwiseMinor = 0, forfeitedMinor = 0 } = figures;
    expect(sum).toEqual(figures);
    expect(depositMinor + overpaidMinor).toBe(returnedMinor + waitingMinor + otherwiseMinor + forfeitedMinor);
    expect(Object.values(figures).every((figure) => (figure ?? 0) > 0)).toBe(true);
    // Without a payment by hand there is no other way in these lives.
    if (book.paidOutside.every(({ countedMinor }) => countedMinor === 0)) expect(otherwiseMinor).toBe(0);
  }
});

function nextOf(book: Book, what: number, amountMinor: number): Book {
  const refund = book.refunds[amountMinor % Math.max(1, book.refunds.length)];
  if (what < 4 && refund) return answered(book, refund.period, what < 3 ? 'succeeded' : 'failed', at(amountMinor), 2);
  if (what === 4) return heard(book, settledAt(amountMinor));
  if (what === 5) return bookAfter(book, followEnrolment(book, cancelledMessage, NOW, PATIENCE));
  if (what === 6 && book.isSettled) return heard(book, bonusOf(amountMinor));
  if (what === 7) {
    const reference = `r${book.paidOutside.length}`;
    const told = payByHand(book, { amountMinor: 1 + amountMinor, method: 'bank', reference, paidById: 'o' }, NOW.atMs);
    if ('refused' in told) return book;
    const after = bookAfter(book, told);
    return bookAfter(after, answerHandPayment(after, { reference, isReceived: true, reason: null }, NOW.atMs));
  }
  const dueMinor = Math.max(book.dueMinor, Math.min(amountMinor, PRICE.depositMinor));
  return heard(book, payoutDue(`day-${dueMinor}`, dueMinor));
}
