import type Stripe from 'stripe';
import type { ChargeFacts } from '../../domain/book';
import type { CheckoutReport } from '../../domain/checkout';
import type { RefundReport } from '../../domain/send-refund';
import { attemptOf } from './attempts';
import { META } from './requests';

export function checkoutReport(session: Stripe.Checkout.Session): CheckoutReport {
  const { metadata, client_reference_id, status, payment_status, payment_intent, amount_total, currency } = session;
  return {
    enrolmentId: metadata?.[META.enrolment] ?? client_reference_id,
    number: wholeNumber(metadata?.[META.checkout]),
    status: sessionStatus(status),
    isPaid: payment_status === 'paid',
    paymentIntentId: idOf(payment_intent),
    amountMinor: amount_total ?? 0,
    currency: (currency ?? '').toUpperCase(),
    charge: chargeFacts(payment_intent),
    attempt: attemptOf(payment_intent),
  };
}

/** What must be expanded for it: the charge and its balance transaction. */
export const WITH_CHARGE = ['latest_charge.balance_transaction'];

/** Null where there is no charge yet. A fee in another currency than the charge's cannot stand in the same book, and counts as not told. */
export function chargeFacts(intent: string | Stripe.PaymentIntent | null): ChargeFacts | null {
  const charge = typeof intent === 'string' ? null : intent?.latest_charge;
  if (!charge || typeof charge === 'string' || charge.status !== 'succeeded') return null;
  const { id, created, currency, payment_method_details, balance_transaction: moved } = charge;
  const isTold = moved !== null && typeof moved === 'object' && moved.currency === currency;
  return {
    chargeId: id,
    method: payment_method_details?.type ?? 'unknown',
    capturedAtMs: created * 1_000,
    feeMinor: isTold ? moved.fee : null,
  };
}

/** Also of what a webhook says of a refund, which may be less than all of it. */
export function refundReport(
  refund: Pick<Stripe.Refund, 'id' | 'metadata' | 'status' | 'failure_reason'>,
): RefundReport {
  const { id, metadata, status, failure_reason } = refund;
  return {
    processorRefundId: id,
    enrolmentId: metadata?.[META.enrolment] ?? null,
    period: metadata?.[META.period] ?? null,
    attempt: wholeNumber(metadata?.[META.attempt]),
    status: refundStatus(status),
    reason: failure_reason ?? null,
  };
}

function sessionStatus(status: string | null): CheckoutReport['status'] {
  return status === 'complete' || status === 'expired' ? status : 'open';
}

function refundStatus(status: string | null): RefundReport['status'] {
  switch (status) {
    case 'succeeded':
      return 'succeeded';
    case 'failed':
    case 'canceled':
      return 'failed';
    // requires_action and whatever Stripe may add: not decided yet.
    default:
      return 'pending';
  }
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function idOf(expandable: string | { id: string } | null): string | null {
  return typeof expandable === 'string' ? expandable : (expandable?.id ?? null);
}
