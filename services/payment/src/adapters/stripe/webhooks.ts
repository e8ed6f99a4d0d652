import { createHash } from 'node:crypto';
import { refuse } from '@daka/contracts';
import Stripe from 'stripe';
import { z } from 'zod';
import type { Webhook, Webhooks, WebhookSubject } from '../../ports';
import { refundReport } from './reports';
import { META } from './requests';

const TOLERANCE_SECONDS = 300;
/** Of a body that says nothing to us; enough to see what it was. */
const KEPT_CHARACTERS = 4_000;

/** As much of an event as says where to look. */
const Event = z.object({
  id: z.string().min(1).max(255),
  type: z.string().min(1).max(255),
  account: z.string().min(1).max(255).nullish(),
  data: z.object({
    object: z.object({
      id: z.string().min(1).max(255),
      metadata: z.record(z.string(), z.string()).nullish(),
      status: z.string().nullish(),
    }),
  }),
});
type Event = z.infer<typeof Event>;

/** Verifies webhooks against each secret in turn (two while rotating). What is signed and cannot be read is kept to be looked at, never refused: Stripe would send it again for days. */
export function createStripeWebhooks(stripe: Stripe, secrets: readonly string[]): Webhooks {
  const { signature: signing } = stripe.webhooks;
  if (!signing) throw new Error('this build of the SDK checks no signatures');
  return {
    verify(rawBody, signature, wallAtMs) {
      // The SDK refuses what is too old, but would take a timestamp from the future.
      if (isFromTheFuture(signature, wallAtMs)) return refuse('bad_signature', 'The signature is dated in the future.');
      if (!secrets.some((secret) => isSigned(signing, rawBody, signature, secret, wallAtMs)))
        return refuse('bad_signature', 'The signature does not fit this body and time.');
      const event = Event.safeParse(parsed(rawBody));
      if (!event.success) return unreadable(rawBody, z.prettifyError(event.error));
      return withAccount(event.data, subjectOf(event.data));
    },
  };
}

type Signing = NonNullable<Stripe['webhooks']['signature']>;

function isSigned(signing: Signing, rawBody: Buffer, signature: string, secret: string, wallAtMs: number): boolean {
  try {
    signing.verifyHeader(rawBody, signature, secret, TOLERANCE_SECONDS, undefined, wallAtMs);
    return true;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
    throw error;
  }
}

function parsed(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Named by its content: the same body again is the same webhook. */
function unreadable(rawBody: Buffer, problem: string): Webhook {
  const id = `unreadable:${createHash('sha256').update(rawBody).digest('hex')}`;
  const body = rawBody.toString('utf8').slice(0, KEPT_CHARACTERS);
  return { id, type: 'unreadable', subject: null, unreadable: { body, problem: problem.slice(0, 300) } };
}

function isFromTheFuture(signature: string, wallAtMs: number): boolean {
  const seconds = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1] ?? NaN);
  return seconds > wallAtMs / 1_000 + TOLERANCE_SECONDS;
}

/** Two accounts may have events and objects of the same name: each is known by both. */
function withAccount({ id, type, account }: Event, subject: WebhookSubject | null): Webhook {
  if (account === undefined || account === null) return { id, type, subject };
  return { id: `${account}:${id}`, type, subject: subject && { ...subject, accountId: account } };
}

/** Where to look; null: an event that means nothing here. */
function subjectOf({ type, data: { object } }: Event): WebhookSubject | null {
  switch (type) {
    case 'checkout.session.completed':
    case 'checkout.session.expired':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
      return { kind: 'checkout', sessionId: object.id };
    case 'payment_intent.payment_failed':
      return { kind: 'attempt', enrolmentId: object.metadata?.[META.enrolment] ?? null };
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed': {
      const { id, metadata = null, status = null } = object;
      const { processorRefundId, ...said } = refundReport({ id, metadata, status });
      const { enrolmentId, period, attempt } = said;
      return { kind: 'refund', refundId: processorRefundId, enrolmentId, period, attempt, status: said.status };
    }
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.closed':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated':
      return { kind: 'dispute', disputeId: object.id };
    case 'account.updated':
      return { kind: 'account' };
    default:
      return null;
  }
}
