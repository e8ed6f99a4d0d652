import type { Received } from '@daka/contracts';
import type { HandlersOn } from '@daka/service-kit';
import type { Book } from '../../domain/book';
import type { BookEvent } from '../../domain/book-events';
import { cancelBook } from '../../domain/cancel-book';
import { dueSince, hasNewRefund } from '../../domain/plan-refund';
import { holdSeat, openBook, releaseSeat } from '../../domain/seat';
import type { Ports } from '../../ports';

type Message = Received<'membership.enrolment'>;

/** Keeps a book for every enrolment, from its first message on; seats are held, let go and cancelled in it. */
export function createFollowEnrolment({
  books,
  decisions,
  clocks,
  patience,
  refundWork,
}: Pick<Ports, 'books' | 'clocks' | 'patience' | 'refundWork'> & {
  decisions: Pick<Ports['decisions'], 'admitted'>;
}): HandlersOn<'membership.enrolment'> {
  const inBook = (received: Message, decide: (book: Book) => BookEvent[]) =>
    books.applyMessage(received, (book) => (book === null ? [] : decide(book)));
  const moveOn = (received: Message) => inBook(received, () => []);

  return {
    'membership.enrolment-applied.v1': (received) =>
      books.applyMessage(received, (book) => openBook(book, received.data)),
    'membership.enrolment-seat-held.v1': (received) => inBook(received, (book) => holdSeat(book, received.data)),
    'membership.enrolment-seat-released.v1': (received) => inBook(received, releaseSeat),
    async 'membership.enrolment-cancelled.v1'(received) {
      const applied = await inBook(received, (book) => {
        const { reason, cancelledAt } = received.data;
        const events = cancelBook(book, reason, clocks.now(), patience);
        return [...events, ...dueSince(events, Date.parse(cancelledAt))];
      });
      if (applied.outcome === 'applied' && hasNewRefund(applied.events)) refundWork.nudge(received.subject);
      return applied;
    },
    'membership.enrolment-rules-accepted.v1': (received) => {
      const { rulesVersion, acceptedAt } = received.data;
      const acceptedAtMs = Date.parse(acceptedAt);
      return inBook(received, () => [{ type: 'rules-accepted', rulesVersion, acceptedAtMs }]);
    },
    async 'membership.enrolment-admitted.v1'(received) {
      const moved = await moveOn(received);
      // Whatever became of it: said again, it is the same.
      await decisions.admitted(received.subject, received.data.memberNumber);
      return moved;
    },
    'membership.enrolment-withdrawn.v1': moveOn,
    // Nothing moves before check-in has let the member go and the enrolment is cancelled.
    'membership.enrolment-leaving.v1': moveOn,
    // Books hold no word of who it was; where credit is to be paid is forgotten once it is paid.
    'membership.enrolment-erased.v1': moveOn,
  };
}
