import { unreachable } from '@daka/contracts';
import type { Book, Charge, Dispute, Part, Refund } from './book';
import type { BookEventOf } from './book-events';
import { sumOf, withLoss, withoutPayable } from './charge';

type DisputeEvent = BookEventOf<
  'dispute-opened' | 'dispute-moved' | 'dispute-covered' | 'dispute-closed' | 'dispute-checked' | 'loss-recovered'
>;

/** While the bank has not decided, nothing new is sent to this learner. */
export function isFrozen({ disputes }: Book): boolean {
  return disputes.some(({ status }) => status === 'open');
}

/** Why nothing can go back through this charge any more; null: the way is open. */
export function lostWay({ disputes }: Book, paymentIntentId: string): 'dispute_lost' | null {
  return disputes.some((dispute) => dispute.paymentIntentId === paymentIntentId && dispute.status === 'lost')
    ? 'dispute_lost'
    : null;
}

/** What waits to go back through a charge and is not in flight, up to a bound, the oldest first. */
export function waitingParts({ refunds }: Book, paymentIntentId: string, mostMinor: number): Part[] {
  const parts: Part[] = [];
  let leftMinor = mostMinor;
  for (const refund of refunds) {
    if (
      refund.paymentIntentId !== paymentIntentId ||
      (refund.status !== 'planned' && refund.status !== 'failed') ||
      leftMinor === 0
    )
      continue;
    const amountMinor = Math.min(leftMinor, refund.amountMinor);
    parts.push({ period: refund.period, amountMinor });
    leftMinor -= amountMinor;
  }
  return parts;
}

/** What the organiser has lost to disputes of this learner and has not got back. */
export function lossesOf({ disputes }: Book): number {
  return disputes.reduce((sum, { lossMinor }) => sum + lossMinor, 0);
}

export function afterDispute(book: Book, event: DisputeEvent): Partial<Book> {
  const { disputes } = book;
  if (event.type === 'dispute-opened') return { disputes: [...disputes, openedDispute(event)] };
  const changed = disputes.map((dispute) =>
    dispute.disputeId === event.disputeId ? { ...dispute, ...changeOf(dispute, event) } : dispute,
  );
  if (event.type !== 'dispute-covered' && event.type !== 'loss-recovered') return { disputes: changed };
  const dispute = disputes.find(({ disputeId }) => disputeId === event.disputeId);
  const charges = book.charges.map((charge) =>
    charge.paymentIntentId === dispute?.paymentIntentId ? chargeAfter(charge, event) : charge,
  );
  return {
    disputes: changed,
    charges,
    refunds: withoutParts(book.refunds, event.parts),
    ...(event.type === 'dispute-covered' ? { disputedAwayMinor: book.disputedAwayMinor + event.heldMinor } : {}),
  };
}

function openedDispute({
  disputeId,
  paymentIntentId,
  amountMinor,
  reason,
  answerByMs,
  openedAtMs,
}: BookEventOf<'dispute-opened'>): Dispute {
  return {
    disputeId,
    paymentIntentId,
    amountMinor,
    reason,
    answerByMs,
    openedAtMs,
    status: 'open',
    closedAtMs: null,
    withdrawnMinor: 0,
    feeMinor: 0,
    coveredMinor: 0,
    lossMinor: 0,
    moves: 0,
    covers: 0,
    checks: 0,
    nextCheckAtMs: null,
  };
}

function changeOf(dispute: Dispute, event: Exclude<DisputeEvent, { type: 'dispute-opened' }>): Partial<Dispute> {
  switch (event.type) {
    case 'dispute-moved':
      return {
        withdrawnMinor: dispute.withdrawnMinor + event.withdrawnMinor,
        feeMinor: dispute.feeMinor + event.feeMinor,
        moves: event.move,
        ...(event.isDecided ? { lossMinor: dispute.lossMinor + event.withdrawnMinor } : {}),
      };
    case 'dispute-covered':
      return {
        coveredMinor: dispute.coveredMinor + sumOf(event.parts) + event.heldMinor,
        lossMinor: dispute.lossMinor + event.lossMinor,
        covers: event.cover,
      };
    case 'loss-recovered':
      return {
        coveredMinor: dispute.coveredMinor + sumOf(event.parts),
        lossMinor: dispute.lossMinor - sumOf(event.parts),
        covers: event.cover,
      };
    case 'dispute-closed':
      return { status: event.status, closedAtMs: event.atMs };
    case 'dispute-checked':
      return { checks: dispute.checks + 1, nextCheckAtMs: event.nextCheckAtMs };
    default:
      return unreachable(event, 'dispute event');
  }
}

function chargeAfter(charge: Charge, event: BookEventOf<'dispute-covered' | 'loss-recovered'>): Charge {
  const paid = withoutPayable(charge, event.parts);
  return event.type === 'dispute-covered'
    ? withLoss(paid, sumOf(event.parts) + event.heldMinor + event.lossMinor)
    : withLoss(paid, sumOf(event.parts));
}

/** Takes parts off the amounts that wait; one that is used up has ended. */
export function withoutParts(refunds: readonly Refund[], parts: readonly Part[]): Refund[] {
  return refunds.map((refund) => {
    const part = parts.find(({ period }) => period === refund.period);
    if (!part) return refund;
    const amountMinor = refund.amountMinor - part.amountMinor;
    return amountMinor === 0
      ? { ...refund, amountMinor, status: 'otherwise', nextAtMs: null }
      : { ...refund, amountMinor };
  });
}

/** A cancellation gives losses back to the organiser, in the order in which they came. */
export function withRecovered(disputes: readonly Dispute[], recoveredMinor: number): Dispute[] {
  let leftMinor = recoveredMinor;
  return disputes.map((dispute) => {
    const partMinor = Math.min(leftMinor, Math.max(0, dispute.lossMinor));
    leftMinor -= partMinor;
    return partMinor === 0
      ? dispute
      : { ...dispute, lossMinor: dispute.lossMinor - partMinor, coveredMinor: dispute.coveredMinor + partMinor };
  });
}
