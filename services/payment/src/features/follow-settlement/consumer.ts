import type { HandlersOn } from '@daka/service-kit';
import { sharePool } from '../../domain/cohort-book';
import type { Ports } from '../../ports';

/** Books what a settled cohort's pool gives to the organiser and to charity. */
export function createFollowSettlement({
  cohortBooks,
  clocks,
}: Pick<Ports, 'cohortBooks' | 'clocks'>): HandlersOn<'checkin.cohort'> {
  return {
    'checkin.cohort-settled.v1': (received) =>
      cohortBooks.applyMessage(received, (book) => sharePool(book, received.data, clocks.now().atMs)),
  };
}
