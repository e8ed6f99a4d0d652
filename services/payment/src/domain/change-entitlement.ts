import type { Book } from './book';
import type { BookEvent } from './book-events';
import { easeFrozen } from './freeze-deposit';
import type { Now } from './patience';

/** What the days have earned by now, as a total with a revision: an older one says nothing. */
export function changeEntitlement(
  book: Book,
  { revision, entitledMinor }: { revision: number; entitledMinor: number },
  now: Now,
): BookEvent[] {
  if (revision <= book.entitlement.revision) return [];
  return [
    ...easeFrozen(book, { revision, entitledMinor }, now),
    { type: 'entitlement-changed', revision, entitledMinor },
  ];
}
