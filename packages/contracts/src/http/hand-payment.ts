import * as z from 'zod';
import { AmountMinor, Currency, Id, Instant } from '../primitives';
import { line, prose } from './common';

/** Owed, but with no way back through its payment: why, and the other way out. */
export const WaitingRefund = z.object({
  period: z.string(),
  amountMinor: AmountMinor,
  reason: z.enum(['dispute_lost', 'refund_window_passed', 'refund_number_used_up', 'refunds_failed']),
  text: z.string(),
});

/** Paid from outside the processor; the reference names the payment, and counts once per enrolment. */
export const ManualPayoutOrder = z.strictObject({
  amountMinor: z.int().min(1),
  method: line(100),
  reference: line(100),
});
/** One payment by hand; told or objected to, it stays owed. */
export const ManualPayout = z.object({
  reference: z.string(),
  method: z.string(),
  amountMinor: AmountMinor,
  /** When the organiser told of it. */
  paidAt: Instant,
  state: z.enum(['told', 'confirmed', 'objected']),
  /** What the confirmation took off what was owed. */
  countedMinor: AmountMinor,
  answeredAt: Instant.nullable(),
  /** Of the objection. */
  reason: z.string().nullable(),
});
/** `leftMinor`: still waits to be paid by hand, with what is told and not confirmed. */
export const ManualPayoutBody = ManualPayout.extend({ leftMinor: AmountMinor });

/** The learner's answer: an objection needs a reason. */
export const ManualPayoutAnswer = z
  .strictObject({ reference: line(100), isReceived: z.boolean(), reason: prose(1_000).optional() })
  .refine(({ isReceived, reason }) => isReceived || reason !== undefined, {
    path: ['reason'],
    error: 'needed to object',
  })
  .meta({ allOf: [{ anyOf: [{ properties: { isReceived: { const: true } } }, { required: ['reason'] }] }] });

/** Without an amount: all of it; 0: not any more. `payTo`: where to, in the learner's own words. */
export const CreditPayoutOrder = z.strictObject({ amountMinor: AmountMinor.optional(), payTo: prose(500) });
export const CreditPayoutBody = z.object({ amountMinor: AmountMinor, payTo: z.string(), askedAt: Instant });

/** What can only be paid by hand, what was told of it, and what credit the learner wants paid out. */
export const ManualPayoutsBody = z.object({
  enrolmentId: Id,
  currency: Currency,
  leftMinor: AmountMinor,
  creditPayout: CreditPayoutBody.nullable(),
  items: z.array(ManualPayout),
});
