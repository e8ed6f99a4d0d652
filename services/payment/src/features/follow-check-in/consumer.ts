import type { Received } from '@daka/contracts';
import type { HandlersOn } from '@daka/service-kit';
import { payOut } from '../../domain/accrue-payout';
import { appealIn } from '../../domain/appeals-in-book';
import { awardBonus } from '../../domain/award-bonus';
import type { Book } from '../../domain/book';
import type { BookEvent } from '../../domain/book-events';
import { changeEntitlement } from '../../domain/change-entitlement';
import { causeOf, decisionOnEnrolment } from '../../domain/decisions';
import { freezeDeposit, thawAnswered } from '../../domain/freeze-deposit';
import type { Now } from '../../domain/patience';
import { dueSince, hasNewRefund } from '../../domain/plan-refund';
import { settleBook } from '../../domain/settle-book';
import type { Ports } from '../../ports';

type Message = Received<'checkin.enrolment'>;

/** What check-in says of an enrolment: earned, in question, due, settled, bonus. Totals with a revision, so that nothing is paid twice. */
export function createFollowCheckIn({
  books,
  clocks,
  patience,
  refundWork,
}: Pick<Ports, 'books' | 'clocks' | 'patience' | 'refundWork'>): HandlersOn<'checkin.enrolment'> {
  async function inBook(received: Message, decide: (book: Book, now: Now) => BookEvent[]) {
    const applied = await books.applyMessage(received, (book) => {
      if (book === null) return [];
      const events = decide(book, clocks.now());
      return [...events, ...dueIn(received, events), ...decidedIn(received), ...appealIn(received)];
    });
    if (applied.outcome === 'applied' && hasNewRefund(applied.events)) refundWork.nudge(received.subject);
    return applied;
  }
  const moveOn = (received: Message) => inBook(received, () => []);

  return {
    'checkin.entitlement-changed.v1': (received) =>
      inBook(received, (book, now) => changeEntitlement(book, received.data, now)),
    'checkin.appeal-opened.v1': (received) => inBook(received, (book, now) => freezeDeposit(book, received.data, now)),
    'checkin.appeal-escalated.v1': (received) =>
      inBook(received, (book, now) => freezeDeposit(book, received.data, now, true)),
    'checkin.appeal-answered.v1': (received) => inBook(received, (book, now) => thawAnswered(book, received.data, now)),
    'checkin.payout-due.v1': (received) => inBook(received, (book, now) => payOut(book, received.data, now, patience)),
    'checkin.settled.v1': (received) => inBook(received, (book, now) => settleBook(book, received.data, now, patience)),
    'checkin.bonus-awarded.v1': (received) =>
      inBook(received, (book, now) => awardBonus(book, received.data.bonusMinor, now, patience)),
    'checkin.entry-accepted.v1': moveOn,
    'checkin.entry-rejected.v1': moveOn,
    'checkin.day-excused.v1': moveOn,
    'checkin.leave-decided.v1': moveOn,
    'checkin.removed.v1': moveOn,
    'checkin.reinstated.v1': moveOn,
    // Membership cancels the enrolment, and that sends everything back.
    'checkin.admission-refused.v1': moveOn,
    'checkin.released.v1': moveOn,
  };
}

/** Due since the end of a period, the settlement or the award, and not since we got to it. */
function dueIn(received: Message, events: readonly BookEvent[]): BookEvent[] {
  switch (received.type) {
    case 'checkin.payout-due.v1':
      return dueSince(events, Date.parse(received.data.dueAt));
    case 'checkin.settled.v1':
      return dueSince(events, Date.parse(received.data.settledAt));
    case 'checkin.bonus-awarded.v1':
      return dueSince(events, Date.parse(received.data.awardedAt));
    default:
      return [];
  }
}

/** For the cohort's decision log, which is written with the book. */
function decidedIn(received: Message): BookEvent[] {
  const said = decisionOnEnrolment(received);
  return said === null ? [] : [{ type: 'decided', cause: causeOf(received), said }];
}
