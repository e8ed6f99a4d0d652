import type { Book } from './book';
import type { BookEvent } from './book-events';

interface Opening {
  enrolmentId: string;
  cohortId: string;
  organisationId: string;
  learnerId: string;
  timeZone: string;
}

/** Somebody has applied: the first that is heard of an enrolment. */
export function openBook(
  book: Book | null,
  { enrolmentId, cohortId, organisationId, learnerId, timeZone }: Opening,
): BookEvent[] {
  return book === null ? [{ type: 'opened', enrolmentId, cohortId, organisationId, learnerId, timeZone }] : [];
}

/** A seat waits to be paid, at this price and until then. */
export function holdSeat(
  book: Book,
  {
    currency,
    entryFeeMinor,
    depositMinor,
    holdExpiresAt,
  }: { currency: string; entryFeeMinor: number; depositMinor: number; holdExpiresAt: string },
): BookEvent[] {
  if (book.paidAtMs !== null || book.isCancelled) return [];
  const price = { currency, entryFeeMinor, depositMinor };
  return [{ type: 'seat-held', price, seatHeldUntilMs: Date.parse(holdExpiresAt) }];
}

export function releaseSeat(book: Book): BookEvent[] {
  return book.seatHeldUntilMs === null ? [] : [{ type: 'seat-released' }];
}
