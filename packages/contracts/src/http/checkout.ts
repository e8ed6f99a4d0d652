import * as z from 'zod';
import { DeclineReason } from '../events/payment';
import { AmountMinor, Currency, Id, Instant } from '../primitives';

const returnUrl = z.url({ protocol: /^https?$/ }).max(2_000);

/** Where the processor's page sends the learner afterwards; by default to the enrolment's own page. */
export const OpenCheckoutBody = z.strictObject({ successUrl: returnUrl.optional(), cancelUrl: returnUrl.optional() });

export const CheckoutBody = z.object({
  /** Null when there is nothing to pay: then it is paid already. */
  sessionId: z.string().nullable(),
  url: z.string().nullable(),
  amountMinor: AmountMinor,
  /** What credit of earlier cohorts pays of the fee, beside that amount. */
  creditMinor: AmountMinor,
  currency: Currency,
  expiresAt: Instant.nullable(),
});

/** Why a payment did not come about, or cannot; each has its own words and next step. */
export const CheckoutReason = z.enum([
  ...DeclineReason.options,
  'session_expired',
  'hold_expired',
  'no_seat',
  'cancelled',
]);

/**
 * How the payment of an enrolment is. `open`: a page waits for the payer; `processing`: paid in a way that takes days to be confirmed;
 * `declined`: the last attempt failed, and `url` is still there when it can be tried again on the same page.
 */
export const CheckoutState = z.enum(['none', 'open', 'processing', 'declined', 'expired', 'paid']);

export const CheckoutStateBody = z.object({
  enrolmentId: Id,
  state: CheckoutState,
  reason: CheckoutReason.nullable(),
  /** Whether the checkout may be opened (POST) and paid now; false whenever no seat is held. */
  payable: z.boolean(),
  /** Of the page to pay on; null when there is none, or nothing may be paid on it. */
  sessionId: z.string().nullable(),
  url: z.string().nullable(),
  /** When that page ends, by the machine's clock. */
  expiresAt: Instant.nullable(),
  /** Until when the seat waits for the payment, by the domain's clock. */
  seatHeldUntil: Instant.nullable(),
  paidAt: Instant.nullable(),
  /** Null before a seat was held: then there is no price yet. */
  currency: Currency.nullable(),
  entryFeeMinor: AmountMinor.nullable(),
  depositMinor: AmountMinor.nullable(),
  /** What credit of earlier cohorts pays of the fee. */
  creditMinor: AmountMinor,
  /** What is (or was) asked of the payer: fee and deposit without the credit. */
  amountMinor: AmountMinor.nullable(),
});
