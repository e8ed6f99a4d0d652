import type { MessageOn } from '@daka/contracts';
import { cancelBook } from './cancel-book';
import type { Book, BookEvent, Now, Patience } from './book';

/** What membership says about an enrolment, as the book understands it. */
export function followEnrolment(book: Book | null, message: MessageOn<'membership.enrolment'>, now: Now, patience: Patience): BookEvent[] {
  if (message.type === 'membership.enrolment-applied.v1') {
    const { enrolmentId, cohortId, organisationId, learnerId } = message.data;
    return book === null ? [{ type: 'opened', enrolmentId, cohortId, organisationId, learnerId }] : [];
  }
  if (book === null) return [];
  switch (message.type) {
    case 'membership.enrolment-seat-held.v1': {
      const { currency, entryFeeMinor, depositMinor, holdExpiresAt } = message.data;
      if (book.paidAtMs !== null || book.isCancelled) return [];
      return [{ type: 'seat-held', price: { currency, entryFeeMinor, depositMinor }, seatHeldUntilMs: Date.parse(holdExpiresAt) }];
    }
    case 'membership.enrolment-seat-released.v1':
      return book.seatHeldUntilMs === null ? [] : [{ type: 'seat-released' }];
    case 'membership.enrolment-cancelled.v1':
      return cancelBook(book, now, patience);
    case 'membership.enrolment-rules-accepted.v1': {
      const { rulesVersion, acceptedAt } = message.data;
      return [{ type: 'rules-accepted', rulesVersion, acceptedAtMs: Date.parse(acceptedAt) }];
    }
    case 'membership.enrolment-admitted.v1':
    case 'membership.enrolment-withdrawn.v1':
    // Nothing moves before check-in has let the member go and the enrolment is cancelled.
    case 'membership.enrolment-leaving.v1':
      return [];
    default:
      return unknownMessage(message);
  }
}

function unknownMessage(message: never): never {
  throw new Error(`unknown message ${JSON.stringify(message)}`);
}
