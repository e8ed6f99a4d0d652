import type Stripe from 'stripe';
import type { DisputeReport } from '../../domain/follow-dispute';
import { META } from './requests';

/** What must be expanded for it: the payment intent, which says whose payment it is. */
export const WITH_INTENT = ['payment_intent'];

export function disputeReport(dispute: Stripe.Dispute): DisputeReport {
  const { id, payment_intent: intent, status, amount, reason, created, evidence_details, currency } = dispute;
  // Where the account settles in another currency its sums cannot stand in the charge's book; the reconciliation shows them.
  const moves = dispute.balance_transactions.filter((moved) => moved.currency === currency);
  return {
    disputeId: id,
    enrolmentId: (typeof intent === 'object' ? intent?.metadata[META.enrolment] : null) ?? null,
    paymentIntentId: typeof intent === 'string' ? intent : (intent?.id ?? null),
    status: statusOf(status),
    amountMinor: amount,
    reason,
    openedAtMs: created * 1_000,
    answerByMs: evidence_details.due_by === null ? null : evidence_details.due_by * 1_000,
    withdrawnMinor: moves.reduce((sum, moved) => sum - moved.amount, 0),
    feeMinor: moves.reduce((sum, { fee }) => sum + fee, 0),
  };
}

/** A question of the bank that ends without a dispute has cost nothing: as good as won. */
function statusOf(status: string): DisputeReport['status'] {
  switch (status) {
    case 'lost':
      return 'lost';
    case 'won':
    case 'warning_closed':
    case 'prevented':
      return 'won';
    default:
      return 'open';
  }
}
