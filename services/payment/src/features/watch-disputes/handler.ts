import { accountOf } from '../../domain/charge';
import { noteDisputeUnseen } from '../../domain/follow-dispute';
import type { Ports, SyncDispute } from '../../ports';

/** The open disputes of one enrolment that are due for a look. */
export function createWatchDisputes({
  books,
  clocks,
  patience,
  syncDispute,
}: Pick<Ports, 'books' | 'clocks' | 'patience'> & { syncDispute: SyncDispute }) {
  return async function watchDisputes(enrolmentId: string): Promise<void> {
    const book = await books.load(enrolmentId);
    const wallAtMs = clocks.wallMs();
    for (const { disputeId, paymentIntentId, nextCheckAtMs } of book?.disputes ?? []) {
      if (book === null || nextCheckAtMs === null || nextCheckAtMs > wallAtMs) continue;
      try {
        await syncDispute(disputeId, accountOf(book, paymentIntentId));
      } catch (error) {
        // Put off before it is told: an outage of the processor must not become a storm of questions.
        await books.change(enrolmentId, (current) => noteDisputeUnseen(current, disputeId, clocks.now(), patience));
        throw error;
      }
    }
  };
}
