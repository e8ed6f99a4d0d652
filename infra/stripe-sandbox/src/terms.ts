import { z } from 'zod';
import { PAYMENT_METHOD_TYPES } from './payments/methods';

const amountMinor = z.number().int().min(0).max(99_999_999);

/** What Stripe keeps. Amounts in minor units of the charge's currency. */
const Fees = z.strictObject({
  /** Basis points of the amount. */
  percentBps: z.number().int().min(0).max(10_000).default(290),
  fixedMinor: amountMinor.default(30),
  disputeMinor: amountMinor.default(1_500),
  /** Whether a dispute that is won brings its fee back; that differs by country. */
  disputeReturned: z.boolean().default(true),
});

/** null: as many, or as late, as one likes. */
const RefundLimit = z.strictObject({
  count: z.number().int().min(1).max(100_000).nullable().default(null),
  days: z.number().int().min(1).max(10_000).nullable().default(null),
});

/** What the account has agreed with Stripe: nothing of it is a fault. */
export const Terms = z.strictObject({
  fees: Fees.prefault({}),
  /** The method that the page takes when none is chosen and the session offers it; null: the session's first. */
  payWith: z.enum(PAYMENT_METHOD_TYPES).nullable().default(null),
  /** How long the money of a charge is pending in the balance. */
  availableAfterMs: z
    .number()
    .int()
    .min(0)
    .max(30 * 86_400_000)
    .default(0),
  /** What a payment method sets to refunds of one charge. */
  refundLimits: z
    .partialRecord(z.enum(PAYMENT_METHOD_TYPES), RefundLimit)
    .default({ wechat_pay: { count: 50, days: 365 } }),
  /** Accounts connected to the platform; null: every well-formed one. */
  accounts: z
    .array(z.string().regex(/^acct_[A-Za-z0-9_]{1,64}$/, 'an account is acct_ and letters, digits or _'))
    .max(10_000)
    .nullable()
    .default(null),
});

export type Terms = z.infer<typeof Terms>;
export type Fees = Terms['fees'];
export type RefundLimit = z.infer<typeof RefundLimit>;

/** The terms of a run; they may change while it goes on. */
export interface TermsInForce {
  now(): Terms;
  change(terms: Terms): void;
}

export function createTerms(initial: Terms): TermsInForce {
  let terms = initial;
  return { now: () => terms, change: (next) => void (terms = next) };
}
