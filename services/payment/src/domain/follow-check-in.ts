import type { MessageOn } from '@daka/contracts';
import { accruePayout } from './accrue-payout';
import { awardBonus } from './award-bonus';
import type { Book, BookEvent, Now, Patience } from './book';
import { evolveBook } from './evolve-book';
import { easeFrozen, freezeDeposit, thawAnswered } from './freeze-deposit';
import { settleBook } from './settle-book';

/** What check-in says about an enrolment: earned, due, settled, bonus. Totals with a revision, so that nothing is paid twice. */
export function followCheckIn(book: Book | null, message: MessageOn<'checkin.enrolment'>, now: Now, patience: Patience): BookEvent[] {
  if (book === null) return [];
  switch (message.type) {
    case 'checkin.entitlement-changed.v1': {
      const { revision, entitledMinor } = message.data;
      return revision > book.entitlement.revision
        ? [...easeFrozen(book, message.data, now), { type: 'entitlement-changed', revision, entitledMinor }]
        : [];
    }
    case 'checkin.appeal-opened.v1':
      return freezeDeposit(book, message.data, now);
    case 'checkin.appeal-answered.v1':
      return thawAnswered(book, message.data, now);
    case 'checkin.payout-due.v1': {
      const { revision, period, dueMinor, days } = message.data;
      // What is due was earned before; should that message not have said so, the payout still finds its money.
      const eased = easeFrozen(book, { revision, entitledMinor: dueMinor }, now);
      return [...eased, ...accruePayout(eased.reduce<Book>(evolveBook, book), { period, dueMinor, days }, now, patience)];
    }
    case 'checkin.settled.v1':
      return settleBook(book, message.data, now, patience);
    case 'checkin.bonus-awarded.v1':
      return awardBonus(book, message.data.bonusMinor, now, patience);
    case 'checkin.entry-accepted.v1':
    case 'checkin.entry-rejected.v1':
    case 'checkin.day-excused.v1':
    case 'checkin.removed.v1':
    case 'checkin.reinstated.v1':
    // Membership cancels the enrolment, and that sends everything back.
    case 'checkin.admission-refused.v1':
    case 'checkin.released.v1':
      return [];
    default:
      return unknownMessage(message);
  }
}

function unknownMessage(message: never): never {
  throw new Error(`unknown message ${JSON.stringify(message)}`);
}
