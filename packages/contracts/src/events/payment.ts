import * as z from 'zod';
import { defineEvent } from '../define-event';
import { AmountMinor, Currency, Id, Instant } from '../primitives';

const enrolment = { topic: 'payment.enrolment' } as const;

export const RefundKind = z.enum(['deposit', 'bonus', 'cancellation']);

export const paymentReceived = defineEvent({
  ...enrolment,
  type: 'payment.received.v1',
  summary: 'Fee and deposit of an enrolment were captured.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    currency: Currency,
    entryFeeMinor: AmountMinor,
    depositMinor: AmountMinor,
    paidAt: Instant,
  }),
});

/** Why a try to pay failed, as far as a payer can act on it. */
export const DeclineReason = z.enum([
  'card_declined',
  'insufficient_funds',
  'card_expired',
  'wrong_details',
  'authentication_failed',
  'limit_exceeded',
  'not_supported',
  'processing_error',
  'payment_failed',
]);

export const paymentCheckoutTried = defineEvent({
  ...enrolment,
  type: 'payment.checkout-tried.v1',
  summary: 'A try to pay was declined, or its money takes days to come; nothing was captured.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    outcome: z.enum(['processing', 'declined']),
    /** Null while it is being processed. */
    reason: DeclineReason.nullable(),
    triedAt: Instant,
  }),
});

export const paymentRefundSucceeded = defineEvent({
  ...enrolment,
  type: 'payment.refund-succeeded.v1',
  summary: 'Money went back to the learner.',
  data: z.strictObject({
    enrolmentId: Id,
    kind: RefundKind,
    period: z.string().min(1),
    amountMinor: AmountMinor,
    succeededAt: Instant,
  }),
});

export const paymentRefundFailed = defineEvent({
  ...enrolment,
  type: 'payment.refund-failed.v1',
  summary: 'A refund was proven to have failed; the amount is owed to the learner as a payable.',
  data: z.strictObject({
    enrolmentId: Id,
    kind: RefundKind,
    period: z.string().min(1),
    amountMinor: AmountMinor,
    reason: z.string(),
    failedAt: Instant,
  }),
});

export const paymentDisputeOpened = defineEvent({
  ...enrolment,
  type: 'payment.dispute-opened.v1',
  summary: 'The payer disputes the payment at the bank; refunds to the learner are frozen.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    /** The processor's own id. */
    disputeId: z.string().min(1),
    amountMinor: AmountMinor,
    reason: z.string(),
    openedAt: Instant,
  }),
});

export const paymentDisputeClosed = defineEvent({
  ...enrolment,
  type: 'payment.dispute-closed.v1',
  summary: 'The bank has decided; won: refunds go on, lost: what was left of the deposit covers it.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    disputeId: z.string().min(1),
    outcome: z.enum(['won', 'lost']),
    /** What the organiser bears. */
    lossMinor: AmountMinor,
    closedAt: Instant,
  }),
});

export const paymentHandPaymentTold = defineEvent({
  ...enrolment,
  type: 'payment.hand-payment-told.v1',
  summary: 'The organiser says to have paid by hand; it stays owed until the learner confirms it.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    /** Names the payment; once per enrolment. */
    reference: z.string().min(1),
    amountMinor: AmountMinor,
    toldAt: Instant,
  }),
});

export const paymentHandPaymentAnswered = defineEvent({
  ...enrolment,
  type: 'payment.hand-payment-answered.v1',
  summary: 'The learner has confirmed a payment by hand, or objected to it; only confirmed it counts.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    reference: z.string().min(1),
    answer: z.enum(['confirmed', 'objected']),
    /** What it took off what is owed: nothing when objected to. */
    countedMinor: AmountMinor,
    answeredAt: Instant,
  }),
});

export const paymentCreditPayoutAsked = defineEvent({
  ...enrolment,
  type: 'payment.credit-payout-asked.v1',
  summary: 'The learner asks to have credit paid out; 0: does not ask any more.',
  data: z.strictObject({ enrolmentId: Id, cohortId: Id, amountMinor: AmountMinor, askedAt: Instant }),
});

const organisation = { topic: 'payment.organisation' } as const;
const coverage = {
  organisationId: Id,
  currency: Currency,
  /** The UTC day that was proven. */
  day: z.iso.date(),
  /** Owed to learners at its end, and what is really held for them. */
  sumMinor: AmountMinor,
  heldMinor: z.int(),
};

export const paymentCoverageFell = defineEvent({
  ...organisation,
  type: 'payment.coverage-fell.v1',
  summary:
    'At the end of a day less was held for the learners of an organisation than is owed to them; said of each such day.',
  data: z.strictObject(coverage),
});

export const paymentCoverageRestored = defineEvent({
  ...organisation,
  type: 'payment.coverage-restored.v1',
  summary: 'What is owed to the learners of an organisation is held again.',
  data: z.strictObject(coverage),
});
