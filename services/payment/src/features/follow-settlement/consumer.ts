import type { HandlersOn } from '@daka/service-kit';
import { sharePool } from '../../domain/cohort-book';
import type { NoteDecision, Ports } from '../../ports';

/** Books what a settled cohort's pool gives to the organiser and to charity. */
export function createFollowSettlement({
  cohortBooks,
  clocks,
  noteDecision,
}: Pick<Ports, 'cohortBooks' | 'clocks'> & { noteDecision: NoteDecision }): HandlersOn<'checkin.cohort'> {
  return {
    'checkin.cohort-settled.v1': async (received) =>
      noteDecision(
        received,
        await cohortBooks.applyMessage(received, (book) => sharePool(book, received.data, clocks.now().atMs)),
      ),
    'checkin.cohort-day-excused.v1': async (received) =>
      noteDecision(received, await cohortBooks.applyMessage(received, () => [])),
  };
}
