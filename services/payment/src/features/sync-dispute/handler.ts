import { isOurs, noteDispute } from '../../domain/follow-dispute';
import type { ApplyDispute, FindDisputes, Ports, SyncDispute } from '../../ports';

/** What three ways of hearing of a dispute have in common. */
export function createApplyDispute({
  books,
  clocks,
  patience,
  refundWork,
}: Pick<Ports, 'books' | 'clocks' | 'patience' | 'refundWork'>): ApplyDispute {
  return async function applyDispute(report) {
    const { enrolmentId } = report;
    const book = enrolmentId === null ? null : await books.load(enrolmentId);
    if (enrolmentId === null || book === null) return 'not ours';
    if (!isOurs(book, report)) return 'too early';
    const { events } = await books.change(enrolmentId, (current) =>
      noteDispute(current, report, clocks.now(), patience),
    );
    if (events.some((event) => event.type === 'dispute-closed' && event.status === 'won'))
      refundWork.nudge(enrolmentId);
    return 'applied';
  };
}

/** Used by webhooks and by whoever looks without being told. */
export function createSyncDispute({
  processor,
  applyDispute,
}: Pick<Ports, 'processor'> & { applyDispute: ApplyDispute }): SyncDispute {
  return async function syncDispute(disputeId, accountId) {
    const report = await processor.disputeById(disputeId, accountId);
    if ((await applyDispute(report)) === 'too early')
      throw new Error(`the payment of dispute ${disputeId} is not in its book yet`);
  };
}

/** A refund was refused because of a dispute that nobody has told of: its refunds freeze now. */
export function createFindDisputes({
  processor,
  applyDispute,
}: Pick<Ports, 'processor'> & { applyDispute: ApplyDispute }): FindDisputes {
  return async function findDisputes(paymentIntentId, accountId) {
    for (const report of await processor.disputesOf(paymentIntentId, accountId)) await applyDispute(report);
  };
}
