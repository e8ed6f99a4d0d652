import type Stripe from 'stripe';
import type { CheckoutAttempt, DeclineReason } from '../../domain/book';

/**
 * Stripe's decline codes (https://docs.stripe.com/declines/codes) as far as a payer can act on them. What a bank suspects of a card
 * (lost, stolen, fraud) is told as a plain "declined", as Stripe advises.
 */
const REASONS: Readonly<Record<string, DeclineReason>> = {
  insufficient_funds: 'insufficient_funds',
  expired_card: 'card_expired',
  incorrect_cvc: 'wrong_details',
  invalid_cvc: 'wrong_details',
  incorrect_number: 'wrong_details',
  invalid_number: 'wrong_details',
  incorrect_zip: 'wrong_details',
  incorrect_address: 'wrong_details',
  invalid_expiry_month: 'wrong_details',
  invalid_expiry_year: 'wrong_details',
  incorrect_pin: 'wrong_details',
  authentication_required: 'authentication_failed',
  payment_intent_authentication_failure: 'authentication_failed',
  card_velocity_exceeded: 'limit_exceeded',
  withdrawal_count_limit_exceeded: 'limit_exceeded',
  card_not_supported: 'not_supported',
  currency_not_supported: 'not_supported',
  processing_error: 'processing_error',
  issuer_not_available: 'processing_error',
  reenter_transaction: 'processing_error',
  try_again_later: 'processing_error',
  card_declined: 'card_declined',
};

/** What came of the last try to pay; null: nobody tried, or it succeeded. */
export function attemptOf(intent: string | Stripe.PaymentIntent | null): CheckoutAttempt | null {
  if (intent === null || typeof intent === 'string') return null;
  if (intent.status === 'processing') return { state: 'processing' };
  const error = intent.status === 'succeeded' ? null : intent.last_payment_error;
  if (!error) return null;
  const { decline_code, code } = error;
  return { state: 'declined', reason: REASONS[decline_code ?? ''] ?? REASONS[code ?? ''] ?? 'payment_failed' };
}
