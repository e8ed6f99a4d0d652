import type { MessageOn, Received } from '@daka/contracts';
import { dispatch, type Follows } from '@daka/service-kit';
import type { Book } from '../domain/book';
import type { BookEvent } from '../domain/book-events';
import type { Now, Patience } from '../domain/patience';
import { createFollowCheckIn } from '../features/follow-check-in/consumer';
import { createFollowEnrolment } from '../features/follow-enrolment/consumer';
import type { Ports } from '../ports';

type Needs = Pick<Ports, 'books' | 'clocks' | 'patience' | 'refundWork' | 'decisions'>;
type Followed = 'membership.enrolment' | 'checkin.enrolment';

/** The same with what only the decision log and the public record make of it. */
export function followAll(
  book: Book | null,
  message: MessageOn<'checkin.enrolment'>,
  now: Now,
  patience: Patience,
): readonly BookEvent[] {
  return heardBy('checkin.enrolment', message, book, now, patience);
}

/** What goes into the decision log or the public record moves no money. */
const MOVE_NOTHING: ReadonlySet<BookEvent['type']> = new Set(['decided', 'appeal-followed', 'refunds-due']);

/** What a book decides on a message of check-in. */
export function followCheckIn(
  book: Book | null,
  message: MessageOn<'checkin.enrolment'>,
  now: Now,
  patience: Patience,
): readonly BookEvent[] {
  return decided('checkin.enrolment', message, book, now, patience);
}

/** What a book decides on a message of membership. */
export function followEnrolment(
  book: Book | null,
  message: MessageOn<'membership.enrolment'>,
  now: Now,
  patience: Patience,
): readonly BookEvent[] {
  return decided('membership.enrolment', message, book, now, patience);
}

function decided<T extends Followed>(...said: Parameters<typeof heardBy<T>>): readonly BookEvent[] {
  return heardBy(...said).filter(({ type }) => !MOVE_NOTHING.has(type));
}

/** The real consumers, before a store that only listens to the decision; they decide before they first wait. */
function heardBy<T extends Followed>(
  topic: T,
  message: MessageOn<T>,
  book: Book | null,
  now: Now,
  patience: Patience,
): readonly BookEvent[] {
  const heard: { events?: readonly BookEvent[]; error?: unknown } = {};
  const applyMessage: Needs['books']['applyMessage'] = (_received, decide) => {
    try {
      heard.events = decide(book);
    } catch (error) {
      heard.error = error;
    }
    return Promise.resolve({ outcome: 'duplicate' });
  };
  const needs = {
    books: { applyMessage },
    clocks: { now: () => now, wallMs: () => now.wallAtMs },
    patience,
    refundWork: { nudge: () => undefined },
    decisions: { admitted: async () => undefined },
  } as unknown as Needs; // a consumer needs no more of the books
  const follows: Follows = {
    'checkin.enrolment': createFollowCheckIn(needs),
    'membership.enrolment': createFollowEnrolment(needs),
  };
  // A place in the stream says nothing to the decision.
  void dispatch(follows)({ ...message, topic, id: '', subject: '', streamseq: 1 } as unknown as Received);
  if (!heard.events) throw heard.error ?? new Error('nothing was decided');
  return heard.events;
}
