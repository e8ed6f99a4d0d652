import type { MessageOn, Received } from '@daka/contracts';
import type { Patience } from '../../domain/book';
import { followCohort } from '../../domain/cohort-book';
import { followCheckIn } from '../../domain/follow-check-in';
import { followEnrolment } from '../../domain/follow-enrolment';
import type { Books, Clocks, CohortBooks, Cohorts, RefundWork } from '../../ports';

interface Ports { books: Books; cohorts: Cohorts; cohortBooks: CohortBooks; clocks: Clocks; patience: Patience; refundWork: RefundWork }

export const FOLLOWED = ['membership.cohort', 'membership.enrolment', 'checkin.enrolment', 'checkin.cohort'] as const;

/** What the other services say, message by message. */
export function createFollowStreams({ books, cohorts, cohortBooks, clocks, patience, refundWork }: Ports) {
  return async function follow(received: Received): Promise<'applied' | 'duplicate' | 'gap' | 'ignored'> {
    switch (received.topic) {
      case 'membership.cohort':
        return cohorts.apply(received);
      case 'membership.enrolment': {
        const message = received.message as MessageOn<'membership.enrolment'>;
        return inBook(received, (book) => followEnrolment(book, message, clocks.now(), patience));
      }
      case 'checkin.enrolment': {
        const message = received.message as MessageOn<'checkin.enrolment'>;
        return inBook(received, (book) => followCheckIn(book, message, clocks.now(), patience));
      }
      case 'checkin.cohort': {
        const message = received.message as MessageOn<'checkin.cohort'>;
        return cohortBooks.applyMessage(received, (book) => followCohort(book, message, clocks.now().atMs));
      }
      default:
        return 'ignored';
    }
  };

  async function inBook(received: Received, decide: Parameters<Books['applyMessage']>[1]) {
    let hasRefund = false;
    const outcome = await books.applyMessage(received, (book) => {
      const events = decide(book);
      hasRefund = events.some(({ type }) => type === 'refund-planned' || type === 'refund-raised');
      return events;
    });
    if (outcome === 'applied' && hasRefund) refundWork.nudge(received.subject);
    return outcome;
  }
}
