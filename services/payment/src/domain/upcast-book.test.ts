import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefused } from '@daka/contracts';
import {
  appealAnswered,
  appealOpened,
  bonusOf,
  cancelledMessage,
  COOLING_OFF,
  ids,
  later,
  NOW,
  opened,
  PATIENCE,
  payoutDue,
  PERIOD,
  settledAt,
} from '../testing/book';
import { followCheckIn, followEnrolment } from '../testing/follow';
import type { Book } from './book';
import type { BookEvent } from './book-events';
import { planCheckout } from './checkout';
import { freeCredit, reserveCredit, seekCredit, tendCredit } from './credit';
import { evidenceOf } from './evidence';
import { evolveBook } from './evolve-book';
import { noteDispute } from './follow-dispute';
import { noteCharge } from './learn-fee';
import { bookMessages } from './messages';
import { answerHandPayment, owedByHand, payByHand } from './pay-by-hand';
import { nextRefundStep, noteNotMade, startRefund } from './send-refund';
import { totalsOf } from './statement';
import { type StoredBook, upcastBook } from './upcast-book';

interface Life {
  name: string;
  /** What led to the book; none: too many to keep. */
  events: readonly BookEvent[];
  book: StoredBook;
}

/** Books as the code of commit 8166177 stored them, one for each thing that may become of an enrolment. */
const lives = JSON.parse(readFileSync(join(__dirname, '../testing/stored-books.json'), 'utf8')) as Life[];
const named = lives.map((life) => [life.name, life] as const);
const fresh = evolveBook(null, opened);
const LATER = [
  'timeZone',
  'frozen',
  'disputes',
  'disputedAwayMinor',
  'paidOutside',
  'rulesAccepted',
  'credit',
  'creditSearches',
  'creditUsedMinor',
  'creditPayout',
  'creditHolds',
] as const;

type Decide = (book: Book) => { refused: string } | readonly BookEvent[];
const APPEAL = '00000000-0000-4000-8000-000000000077';
const report = (status: 'open' | 'won' | 'lost') => ({
  disputeId: 'dp_2',
  enrolmentId: ids.enrolmentId,
  paymentIntentId: 'pi_1',
  status,
  amountMinor: 12_000,
  reason: 'fraudulent',
  openedAtMs: NOW.atMs,
  answerByMs: null,
  withdrawnMinor: status === 'won' ? 0 : 12_000,
  feeMinor: 0,
});
const BACK = { successUrl: 'https://a.example', cancelUrl: 'https://a.example' };
const paidByHand = { amountMinor: 1, method: 'bank', reference: 'r9', paidById: ids.learnerId };
const decisions: readonly (readonly [string, Decide])[] = [
  ['checkout', (book) => planCheckout(book, BACK, COOLING_OFF, NOW)],
  ['credit sought', (book) => seekCredit(book, ['other'], NOW)],
  ['credit tended', (book) => tendCredit(book, later(1e9))],
  ['credit reserved', (book) => reserveCredit(book, 'key', 100)],
  ['fee looked up', (book) => noteCharge(book, 'pi_1', null, NOW, PATIENCE)],
  ['appeal', (book) => followCheckIn(book, appealOpened(APPEAL, 700), NOW, PATIENCE)],
  ['payout', (book) => followCheckIn(book, payoutDue('2026-03-20', 5_900, 70), NOW, PATIENCE)],
  ['refund started', (book) => startRefund(book, PERIOD, NOW, PATIENCE)],
  ['refund refused', (book) => noteNotMade(book, { period: PERIOD, attempt: 1 }, 'no', true, NOW, PATIENCE)],
  ['paid by hand', (book) => payByHand(book, paidByHand, NOW.atMs)],
  [
    'answered by hand',
    (book) => answerHandPayment(book, { reference: 'r9', isReceived: true, reason: null }, NOW.atMs),
  ],
  ['dispute', (book) => noteDispute(book, report('open'), NOW, PATIENCE)],
  ['answer', (book) => followCheckIn(book, appealAnswered(APPEAL, 'dismissed'), NOW, PATIENCE)],
  ['dispute won', (book) => noteDispute(book, report('won'), NOW, PATIENCE)],
  ['settlement', (book) => followCheckIn(book, settledAt(6_000), NOW, PATIENCE)],
  ['bonus', (book) => followCheckIn(book, bonusOf(900), NOW, PATIENCE)],
  ['cancellation', (book) => followEnrolment(book, cancelledMessage, NOW, PATIENCE)],
];

/** Everything that a book may meet, each on what the one before led to. */
function liveOn(start: Book): Book {
  return decisions.reduce((book, [what, decide]) => {
    const outcome = decide(book);
    if (!Array.isArray(outcome)) {
      expect([what, isRefused(outcome)]).toEqual([what, true]);
      return book;
    }
    return outcome.reduce<Book>((before, event: BookEvent) => {
      const after = evolveBook(before, event);
      bookMessages(event, after);
      return after;
    }, book);
  }, start);
}

const sumOf = ({ balances }: Book) => Object.values(balances).reduce((sum, minor) => sum + minor, 0);

it('has books in which each field that came later is missing, and books in which it is not', () => {
  // Those books are from before anybody could ask for credit.
  for (const field of LATER.filter((name) => name !== 'timeZone' && name !== 'creditPayout')) {
    const have = lives.filter(({ book }) => field in book).length;
    expect([field, have > 0, have < lives.length]).toEqual([field, true, true]);
  }
});

describe.each(named)('a stored book: %s', (_name, { book, events }) => {
  it('has every field of a book of today, and stays what it is when read again', () => {
    const today = upcastBook(book);
    expect(Object.keys(today).sort()).toEqual(Object.keys(fresh).sort());
    expect(today.work).toMatchObject({ refundsAtMs: book.work.refundsAtMs, lookAtMs: book.work.checkoutsAtMs });
    expect(upcastBook(today)).toEqual(today);
  });
  it('is what its events lead to today', () => {
    if (events.length === 0) return;
    const [first, ...rest] = events
      .flatMap((event) => (event.type === 'paid-outside' ? told(event) : [event]))
      .map((event) => (event.type === 'opened' ? { ...event, timeZone: null } : event));
    const replayed = [first, ...rest].reduce<Book | null>((so, event) => evolveBook(so, event as BookEvent), null);
    // Events of before name no account and no credit in a request, as a stored book of before does.
    expect(upcastBook(book)).toEqual(replayed && upcastBook(countedAtOnce(replayed)));
  });
  it('lives on, also where what is empty was never stored', () => {
    expect(Object.keys(withoutEmpty(book)).length).toBeLessThan(Object.keys(fresh).length);
    for (const stored of [book, withoutEmpty(book)]) endWell(upcastBook(stored));
  });
});

function endWell(today: Book): void {
  expect(totalsOf(today)).toEqual(today.price && expect.objectContaining({ enrolmentId: ids.enrolmentId }));
  expect(evidenceOf(today, []) === null).toBe(today.price === null);
  expect([owedByHand(today) >= 0, freeCredit(today) >= 0]).toEqual([true, true]);
  nextRefundStep(today, later(1e9));
  const ended = liveOn(today);
  expect(ended.isCancelled).toBe(true);
  expect(sumOf(ended)).toBe(0);
}

/** As a version stored it that did not know yet what this book has none of. */
function withoutEmpty(book: StoredBook): StoredBook {
  const isEmpty = (key: string) =>
    LATER.some((field) => field === key && isSame(upcastBook(book)[field], fresh[field]));
  // Only fields that a stored book may lack are left out.
  return Object.fromEntries(Object.entries(book).filter(([key]) => !isEmpty(key))) as unknown as StoredBook;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What was recorded in one step, in the two that it takes since learners are asked. */
function told(event: Extract<BookEvent, { type: 'paid-outside' }>): BookEvent[] {
  const { parts, creditMinor, ...more } = event;
  const amountMinor = parts.reduce((sum, part) => sum + part.amountMinor, creditMinor);
  return [{ method: '', paidById: '', ...more, type: 'hand-payment-told', amountMinor }, event];
}

const countedAtOnce = (book: Book): Book => ({
  ...book,
  paidOutside: book.paidOutside.map((payment) => ({ ...payment, answeredAtMs: null })),
  refunds: book.refunds.map((refund) => ({ ...refund, succeededAtMs: null })),
});

it('prefers what is stored under the new name, also when it says nothing', () => {
  const [life] = lives;
  if (!life) throw new Error('no stored book');
  const work = { refundsAtMs: null, lookAtMs: null, checkoutsAtMs: 5 };
  expect(upcastBook({ ...life.book, work }).work).toMatchObject({ refundsAtMs: null, lookAtMs: null });
});
