import { sha256 } from '../adapters/sha256';
import {
  appealAnswered,
  appealOpened,
  bonusOf,
  bookOf,
  cancelledMessage,
  COOLING_OFF,
  held,
  ids,
  NOW,
  opened,
  paid,
  paidBook,
  PATIENCE,
  payoutDue,
  settledAt,
} from '../testing/book';
import { followCheckIn, followEnrolment } from '../testing/follow';
import type { Book } from './book';
import type { BookEvent } from './book-events';
import { noteCheckout } from './checkout';
import { chainEntries, EMPTY_LEDGER } from './ledger/entry';
import { postingsOf } from './ledger/postings';
import { answerHandPayment, payByHand } from './pay-by-hand';
import { type StatementLine, statementLines, totalsOf } from './statement';

const { atMs } = NOW;
const bought = [opened, held, paid];
type Step = (book: Book) => unknown;

const follow =
  (message: Parameters<typeof followCheckIn>[1]): Step =>
  (book) =>
    followCheckIn(book, message, NOW, PATIENCE);
/** A second payment for a seat that is bought already. */
const payAgain: Step = (book) =>
  noteCheckout(
    book,
    {
      enrolmentId: ids.enrolmentId,
      number: null,
      status: 'complete',
      isPaid: true,
      paymentIntentId: 'pi_2',
      amountMinor: 12_000,
      currency: 'CNY',
      charge: null,
    },
    COOLING_OFF,
    NOW,
    PATIENCE,
  );
const cancel: Step = (book) => followEnrolment(book, cancelledMessage, NOW, PATIENCE);
/** Every refund that is not there yet is sent, where it was not, and arrives. */
const arrive: Step = (book) =>
  book.refunds.flatMap(({ period, kind, amountMinor, status }): BookEvent[] => {
    const sending: BookEvent[] =
      status === 'planned'
        ? [{ type: 'refund-sending', period, attempt: 1, amountMinor, atMs, wallAtMs: NOW.wallAtMs, nextAtMs: 1 }]
        : [];
    const there = { period, attempt: 1, kind, amountMinor, processorRefundId: `re_${period}`, atMs };
    return status === 'planned' || status === 'sending' ? [...sending, { type: 'refund-succeeded', ...there }] : [];
  });
const comeBack =
  (period: string): Step =>
  (book) => {
    const { kind, amountMinor } = book.refunds.find((one) => one.period === period)!;
    const reason = 'expired_or_canceled_card';
    return [
      { type: 'refund-returned', period, attempt: 1, kind, amountMinor, reason, processorRefundId: 're_1', atMs },
    ];
  };

/** The book after a history and these steps, with every entry that they posted as a line. */
function lived(history: readonly BookEvent[], steps: readonly Step[]): { book: Book; lines: StatementLine[] } {
  const events = [...history];
  for (const step of steps) events.push(...(step(bookOf(...events)) as BookEvent[])); // none of these is refused
  const entries = chainEntries(
    EMPTY_LEDGER,
    events.flatMap((event) => postingsOf(event)),
    { book: ids.enrolmentId, cohortId: ids.cohortId, currency: 'CNY' },
    sha256,
  );
  return { book: bookOf(...events), lines: statementLines(entries) };
}

const EXITS: readonly [string, readonly BookEvent[], readonly Step[]][] = [
  ['cancelled before anything was earned', bought, [cancel, arrive]],
  ['cancelled with a part sent already', bought, [follow(payoutDue('2026-03-02', 500)), arrive, cancel, arrive]],
  ['cancelled, nothing sent yet', bought, [cancel]],
  ['settled with everything earned', bought, [follow(settledAt(10_000)), arrive]],
  ['settled, shared in the pool', bought, [follow(settledAt(6_000)), arrive, follow(bonusOf(6_500)), arrive]],
  ['a refund that a bank sent back', bought, [follow(payoutDue('2026-03-02', 500)), arrive, comeBack('2026-03-02')]],
  ['paid twice', bought, [payAgain, arrive]],
  ['paid twice and cancelled', bought, [payAgain, arrive, cancel, arrive]],
];

const sum = (lines: readonly StatementLine[], ...kinds: StatementLine['kind'][]) =>
  lines.reduce((minor, line) => (kinds.includes(line.kind) ? minor + line.amountMinor : minor), 0);

it.each(EXITS)('totals are what the lines add up to: %s', (_what, history, steps) => {
  const { book, lines } = lived(history, steps);
  const totals = totalsOf(book)!;
  const returnedMinor = sum(lines, 'refunded') - sum(lines, 'refund_returned');
  expect(totals.refundedMinor + totals.bonusPaidMinor + totals.excessRefundedMinor).toBe(returnedMinor);
  expect(totals).toMatchObject({
    paidMinor: sum(lines, 'paid', 'credit_used'),
    paidInExcessMinor: sum(lines, 'paid_in_excess'),
    inFlightMinor: sum(lines, 'refund_sent') - sum(lines, 'refunded'),
  });
  const arrived = (what: string) =>
    sum(
      lines.filter(({ refundKind }) => refundKind === what),
      'refunded',
    );
  expect(totals).toMatchObject({ bonusPaidMinor: arrived('bonus'), excessRefundedMinor: arrived('excess') });
});

it('everything that was paid and went back with a cancellation is returned', () => {
  const price = { currency: 'CNY', entryFeeMinor: 500, depositMinor: 10_000 };
  const { book, lines } = lived(
    [
      opened,
      { type: 'seat-held', price, seatHeldUntilMs: atMs + 1 },
      { ...paid, entryFeeMinor: 500 } as BookEvent, // only the amount differs
    ],
    [cancel, arrive],
  );
  expect(totalsOf(book)).toMatchObject({ paidMinor: 10_500, refundedMinor: 10_500, payableMinor: 0 });
  expect(lines.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
    ['paid', 10_500],
    ['cancelled', 10_500],
    ['refund_sent', 10_500],
    ['refunded', 10_500],
  ]);
});

describe('the figures of a line', () => {
  const lineOf = (kind: StatementLine['kind'], steps: readonly Step[]) =>
    lived(bought, steps).lines.find((line) => line.kind === kind);

  it.each([
    ['paid', [], { amountMinor: 12_000, entryFeeMinor: 2_000, depositMinor: 10_000 }],
    ['cancelled', [cancel], { amountMinor: 12_000, entryFeeMinor: 2_000, depositMinor: 10_000, owedMinor: 12_000 }],
    ['payout_due', [follow(payoutDue('2026-03-02', 500))], { depositMinor: 500, owedMinor: 500, period: '2026-03-02' }],
    ['refunded', [cancel, arrive], { refundKind: 'cancellation', owedMinor: 12_000 }],
    [
      'bonus_placed',
      [follow(settledAt(10_000)), arrive, follow(bonusOf(2_500))],
      { owedMinor: 2_000, creditMinor: 500 },
    ],
    ['appeal_opened', [follow(appealOpened('a1', 700))], { amountMinor: 700, appealId: 'a1' }],
    [
      'appeal_answered',
      [follow(appealOpened('a1', 700)), follow(appealAnswered('a1', 'dismissed'))],
      { amountMinor: 700, appealId: 'a1', answer: 'dismissed' },
    ],
  ] as const)('%s', (kind, steps, figures) => {
    expect(lineOf(kind, steps)).toMatchObject(figures);
  });
  it('of a payment by hand name it', () => {
    const byHand = { amountMinor: 300, method: 'bank', reference: 'transfer: 7', paidById: ids.learnerId };
    const line = lineOf('paid_outside', [
      follow(settledAt(10_000)),
      arrive,
      follow(bonusOf(2_500)),
      (book) => payByHand(book, byHand, atMs),
      (book) => answerHandPayment(book, { reference: byHand.reference, isReceived: true, reason: null }, atMs),
    ]);
    expect(line).toMatchObject({ reference: 'transfer: 7', amountMinor: 300, creditMinor: 300 });
  });
});

it('tells when the fee becomes final', () => {
  expect(totalsOf(paidBook())).toMatchObject({ feeFinalAtMs: atMs + 7 * 86_400_000 });
});
