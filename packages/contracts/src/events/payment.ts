import { z } from 'zod';
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
