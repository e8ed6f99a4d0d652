import { refuse } from '@daka/contracts';
import Stripe from 'stripe';
import type { Webhook, Webhooks, WebhookSubject } from '../../ports';
import { refundReport } from './reports';

const TOLERANCE_SECONDS = 300;

/** Verifies webhooks against each secret in turn (two while rotating). */
export function createStripeWebhooks(stripe: Stripe, secrets: readonly string[]): Webhooks {
  return {
    verify(rawBody, signature, wallAtMs) {
      // The SDK refuses what is too old, but would take a timestamp from the future.
      if (isFromTheFuture(signature, wallAtMs)) return refuse('bad_signature', 'The signature is dated in the future.');
      for (const secret of secrets) {
        const event = tryVerify(stripe, rawBody, signature, secret, wallAtMs);
        if (event) return withAccount(event, subjectOf(event));
      }
      return refuse('bad_signature', 'The signature does not fit this body and time.');
    },
  };
}

function tryVerify(stripe: Stripe, rawBody: Buffer, signature: string, secret: string, wallAtMs: number): Stripe.Event | null {
  try {
    return stripe.webhooks.constructEvent(rawBody, signature, secret, TOLERANCE_SECONDS, undefined, wallAtMs);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError) return null;
    throw error;
  }
}

function isFromTheFuture(signature: string, wallAtMs: number): boolean {
  const seconds = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1] ?? NaN);
  return seconds > wallAtMs / 1_000 + TOLERANCE_SECONDS;
}

/** Two accounts may have events and objects of the same name: each is known by both. */
function withAccount({ id, type, account }: Stripe.Event, subject: WebhookSubject | null): Webhook {
  if (account === undefined) return { id, type, subject };
  return { id: `${account}:${id}`, type, subject: subject && { ...subject, accountId: account } };
}

/** Where to look; null: an event that means nothing here. */
function subjectOf(event: Stripe.Event): WebhookSubject | null {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.expired':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
      return { kind: 'checkout', sessionId: event.data.object.id };
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed': {
      const { processorRefundId, enrolmentId, period, attempt, status } = refundReport(event.data.object);
      return { kind: 'refund', refundId: processorRefundId, enrolmentId, period, attempt, status };
    }
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.closed':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated':
      return { kind: 'dispute', disputeId: event.data.object.id };
    default:
      return null;
  }
}
