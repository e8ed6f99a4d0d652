import type Stripe from 'stripe';
import type { CheckoutRequest } from '../../domain/book';
import { refundKey } from '../../domain/send-refund';
import type { RefundOrder, TransferOrder } from '../../ports';

/** Metadata by which sessions and refunds are found again. Values are text at Stripe. */
export const META = {
  enrolment: 'enrolmentId',
  checkout: 'checkout',
  period: 'period',
  attempt: 'attempt',
  book: 'book',
  cohort: 'cohortId',
  reason: 'reason',
  number: 'number',
  organisation: 'organisationId',
} as const;

/** A session for fee and deposit as lines of their own; a fee of nothing is left out. Made of frozen parts only. */
export function sessionRequest(
  enrolmentId: string,
  number: number,
  request: CheckoutRequest,
): { params: Stripe.Checkout.SessionCreateParams; key: string } {
  const { currency, entryFeeMinor, depositMinor, expiresAtMs, successUrl, cancelUrl } = request;
  const line = (name: string, amountMinor: number) => ({
    quantity: 1,
    price_data: { currency: currency.toLowerCase(), unit_amount: amountMinor, product_data: { name } },
  });
  return {
    key: `checkout:${enrolmentId}:${number}`,
    params: {
      mode: 'payment',
      line_items: [
        ...(entryFeeMinor > 0 ? [line('Entry fee', entryFeeMinor)] : []),
        ...(depositMinor > 0 ? [line('Refundable deposit', depositMinor)] : []),
      ],
      success_url: successUrl,
      cancel_url: cancelUrl,
      client_reference_id: enrolmentId,
      metadata: { [META.enrolment]: enrolmentId, [META.checkout]: String(number) },
      payment_intent_data: { metadata: { [META.enrolment]: enrolmentId } },
      expires_at: Math.ceil(expiresAtMs / 1_000),
    },
  };
}

export function refundRequest({
  enrolmentId,
  period,
  attempt,
  paymentIntentId,
  amountMinor,
}: Omit<RefundOrder, 'accountId'>): { params: Stripe.RefundCreateParams; key: string } {
  return {
    key: refundKey(enrolmentId, { period, attempt }),
    params: {
      payment_intent: paymentIntentId,
      amount: amountMinor,
      metadata: { [META.enrolment]: enrolmentId, [META.period]: period, [META.attempt]: String(attempt) },
    },
  };
}

/** A transfer, or the reversal of one: the same words under the same key, whoever asks. A book's transfers are one group. */
export function transferRequest({
  book,
  number,
  attempt,
  reason,
  amountMinor,
  currency,
  accountId,
  cohortId,
}: TransferOrder): { create: Stripe.TransferCreateParams; reverse: Stripe.TransferCreateReversalParams; key: string } {
  const metadata = {
    [META.book]: book,
    [META.cohort]: cohortId,
    [META.reason]: reason,
    [META.number]: String(number),
    [META.attempt]: String(attempt),
  };
  return {
    key: `transfer:${book}:${reason}:${number}:a${attempt}`,
    create: {
      amount: amountMinor,
      currency: currency.toLowerCase(),
      destination: accountId,
      transfer_group: book,
      metadata,
    },
    reverse: { amount: amountMinor, metadata },
  };
}
