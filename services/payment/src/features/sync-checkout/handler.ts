import { noteCheckout } from '../../domain/checkout';
import { hasNewRefund } from '../../domain/plan-refund';
import type { Ports, SyncCheckout } from '../../ports';

/** Used by webhooks and by whoever looks without being told. */
export function createSyncCheckout({
  books,
  cohorts,
  processor,
  clocks,
  patience,
  refundWork,
}: Pick<Ports, 'books' | 'cohorts' | 'processor' | 'clocks' | 'patience' | 'refundWork'>): SyncCheckout {
  return async function syncCheckout(sessionId, accountId) {
    const report = await processor.checkout(sessionId, accountId);
    const book = report.enrolmentId === null ? null : await books.load(report.enrolmentId);
    if (book === null) return;
    const coolingOff = await cohorts.coolingOffOf(book.cohortId);
    const { events } = await books.change(book.enrolmentId, (current) =>
      noteCheckout(current, report, coolingOff, clocks.now(), patience),
    );
    if (hasNewRefund(events)) refundWork.nudge(book.enrolmentId);
  };
}
