import Stripe from 'stripe';
import type { Declined } from '../../ports';

/** Codes after which a new attempt would meet the same answer. Not a dispute: it may be won. */
const FINAL_CODES = new Set([
  'charge_already_refunded',
  'charge_not_refundable',
  'amount_too_large',
  'resource_missing',
]);

/**
 * What a failed call means. Unclear: rate limits, locks, errors of the processor, lost answers, rejected keys of ours.
 * Refused: the processor looked at the request and will not do it; also an error that it has stored under the key
 * (`Idempotent-Replayed`), which the same key would only bring back.
 */
export function judgeFailure(error: unknown): { outcome: 'unclear'; reason: string } | Declined {
  if (!(error instanceof Stripe.errors.StripeError)) return { outcome: 'unclear', reason: textOf(error) };
  // Also sent with status 400.
  if (error instanceof Stripe.errors.StripeRateLimitError) return { outcome: 'unclear', reason: error.message };
  const { statusCode = 0, code, type } = error;
  const reason = `${code ?? type}: ${error.message}`.slice(0, 300);
  if (statusCode >= 500 && isReplayed(error)) return { outcome: 'refused', reason, mayRetry: true, isFault: true };
  if (statusCode === 400 || statusCode === 402 || statusCode === 404) {
    return {
      outcome: 'refused',
      reason,
      mayRetry: code === undefined ? type === 'StripeIdempotencyError' : !FINAL_CODES.has(code),
    };
  }
  return { outcome: 'unclear', reason };
}

function isReplayed({ headers }: { headers?: Record<string, string> | undefined }): boolean {
  return headers?.['idempotent-replayed'] === 'true';
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 300) : 'unknown';
}
