import {
  bookAfter,
  NOW,
  PATIENCE,
  appealAnswered,
  appealEscalated,
  appealOpened,
  cancelledMessage,
  held,
  ids,
  opened,
  paidBook,
  payoutDue,
  settledAt,
  bookOf,
} from '../testing/book';
import type { Book } from './book';
import type { BookEvent } from './book-events';
import { followCheckIn } from '../testing/follow';
import { noteDispute } from './follow-dispute';
import { followEnrolment } from '../testing/follow';
import { postingsOf } from './ledger/postings';
import { totalsOf } from './statement';

type CheckIn = Parameters<typeof followCheckIn>[1];
const { enrolmentId } = ids;
const at = '2026-03-04T00:00:00Z';
const earned = (revision: number, entitledMinor: number): CheckIn => ({
  type: 'checkin.entitlement-changed.v1',
  data: { enrolmentId, revision, entitledMinor, changedAt: at },
});

function after(book: Book, ...messages: CheckIn[]): { book: Book; events: BookEvent[] } {
  const events: BookEvent[] = [];
  for (const message of messages) {
    const decided = followCheckIn(book, message, NOW, PATIENCE);
    events.push(...decided);
    book = bookAfter(book, decided);
  }
  return { book, events };
}
const causes = (events: readonly BookEvent[]) => events.flatMap(postingsOf).map(({ kind, cause }) => [kind, cause]);

describe('an appeal', () => {
  it('sets its amount aside and gives it back with the answer, each with its entry', () => {
    const open = after(paidBook(), appealOpened('a1', 1_000));
    expect(open.book.balances).toMatchObject({ deposits_held: -9_000, deposits_frozen: -1_000 });
    expect(totalsOf(open.book)).toMatchObject({ frozenMinor: 1_000, forfeitedMinor: 0 });
    const answered = after(open.book, appealAnswered('a1', 'upheld'));
    expect(answered.book.balances).toMatchObject({ deposits_held: -10_000, deposits_frozen: 0 });
    expect(causes([...open.events, ...answered.events])).toEqual([
      ['appeal_opened', 'appeal:a1:opened'],
      ['appeal_answered', 'appeal:a1:upheld'],
    ]);
  });

  it('dismissed twice, by the staff and by the arbiter, has entries of its own each time', () => {
    const dismissed = appealAnswered('a1', 'dismissed');
    const { book, events } = after(
      paidBook(),
      appealOpened('a1', 1_000),
      dismissed,
      appealEscalated('a1', 1_000),
      dismissed,
    );
    expect(book.balances).toMatchObject({ deposits_held: -10_000, deposits_frozen: 0 });
    expect(causes(events)).toEqual([
      ['appeal_opened', 'appeal:a1:opened'],
      ['appeal_answered', 'appeal:a1:dismissed'],
      ['appeal_opened', 'appeal:a1:escalated'],
      ['appeal_answered', 'appeal:a1:escalated:dismissed'],
    ]);
  });

  it('said twice, or answered twice, moves nothing', () => {
    const { book } = after(paidBook(), appealOpened('a1', 1_000));
    expect(after(book, appealOpened('a1', 1_000)).events).toEqual([]);
    const { book: dismissed } = after(book, appealAnswered('a1', 'dismissed'));
    expect(after(dismissed, appealAnswered('a1', 'dismissed')).events).toEqual([]);
  });

  it('sets aside no more than is held, and nothing of what is not paid, settled or cancelled', () => {
    expect(after(paidBook(), payoutDue('2026-03-02', 9_500), appealOpened('a1', 1_000)).book.balances).toMatchObject({
      deposits_frozen: -500,
      deposits_held: 0,
    });
    expect(after(bookOf(opened, held), appealOpened('a1', 1_000)).events).toEqual([]);
    expect(after(paidBook(), appealOpened('a1', 0)).events).toEqual([]);
    expect(after(after(paidBook(), settledAt(6_000)).book, appealOpened('a1', 1_000)).events).toEqual([]);
  });

  it('is eased by what other days earn, the latest first, so that a payout never needs what is set aside', () => {
    const { book } = after(paidBook(), appealOpened('a1', 1_000), appealOpened('a2', 1_000));
    const eased = after(book, earned(1, 8_000), earned(2, 9_500));
    expect(causes(eased.events)).toEqual([
      ['appeal_eased', 'appeal:a2:eased:2'],
      ['appeal_eased', 'appeal:a1:eased:2'],
    ]);
    expect(eased.book.frozen).toEqual([{ appealId: 'a1', amountMinor: 500 }]);
    const sent = after(eased.book, payoutDue('2026-03-09', 9_500));
    expect(sent.book.balances).toMatchObject({ deposits_held: 0, deposits_frozen: -500 });
    expect(after(sent.book, appealAnswered('a2', 'dismissed')).events).toEqual([]);
    expect(after(sent.book, appealAnswered('a1', 'upheld')).book.balances).toMatchObject({
      deposits_held: -500,
      deposits_frozen: 0,
    });
  });

  it('is eased by a payout too that no total announced', () => {
    const { book, events } = after(
      after(paidBook(), appealOpened('a1', 1_000)).book,
      payoutDue('2026-03-09', 9_400, 7),
    );
    expect(causes(events)[0]).toEqual(['appeal_eased', 'appeal:a1:eased:7']);
    expect(book.balances).toMatchObject({ deposits_held: 0, deposits_frozen: -600 });
  });

  it('leaves a book without appeals as it is when the total moves', () => {
    expect(after(paidBook(), earned(1, 500)).events).toEqual([
      { type: 'entitlement-changed', revision: 1, entitledMinor: 500 },
    ]);
  });

  it('is no shelter from a lost dispute: what is set aside bears it before the organiser does', () => {
    const { book } = after(paidBook(), appealOpened('a1', 1_000));
    const lost = (withdrawnMinor: number) =>
      noteDispute(
        book,
        {
          disputeId: 'du_1',
          enrolmentId,
          paymentIntentId: 'pi_1',
          status: 'lost',
          amountMinor: withdrawnMinor,
          reason: 'fraudulent',
          openedAtMs: NOW.wallAtMs,
          answerByMs: null,
          withdrawnMinor,
          feeMinor: 0,
        },
        NOW,
        PATIENCE,
      );
    const whole = bookAfter(book, lost(10_500));
    expect(whole.balances).toMatchObject({ deposits_held: 0, deposits_frozen: 0, dispute_losses: 500 });
    expect(after(whole, appealAnswered('a1', 'upheld')).events).toEqual([]);
    const part = bookAfter(book, lost(5_000));
    expect(part.balances).toMatchObject({ deposits_held: -4_000, deposits_frozen: -1_000 });
    expect(after(part, earned(1, 9_500), payoutDue('2026-03-09', 9_500)).book.balances).toMatchObject({
      deposits_held: 0,
      deposits_frozen: -500,
      refunds_payable: -4_500,
    });
  });

  it('that is still open ends with the enrolment: settled or cancelled, every unit has its place', () => {
    const { book } = after(paidBook(), appealOpened('a1', 1_000));
    const settled = after(book, settledAt(6_000));
    expect(settled.book.balances).toMatchObject({ deposits_held: 0, deposits_frozen: 0, forfeit_pool: -4_000 });
    const cancelled = bookAfter(book, followEnrolment(book, cancelledMessage, NOW, PATIENCE));
    expect(cancelled.balances).toMatchObject({
      deposits_held: 0,
      deposits_frozen: 0,
      fees_deferred: 0,
      refunds_in_flight: -12_000,
    });
    expect(cancelled.frozen).toEqual([]);
  });
});
