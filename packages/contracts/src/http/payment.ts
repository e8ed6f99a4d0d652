import { DecisionsSchema, PublicProofSchema, ReceiptSchema, UtcDaySchema } from '@daka/proof';
import * as z from 'zod';
import { EarningDay } from '../events/checkin';
import { RefundKind } from '../events/payment';
import { AmountMinor, Currency, Id, Instant } from '../primitives';

export * from './checkout';
export * from './cohort-money';
export * from './organisation-money';
export * from './hand-payment';
export * from './record';
export * from './statement';

export const EnrolmentParams = z.strictObject({ enrolmentId: Id });
export const CohortParams = z.strictObject({ cohortId: Id });
export const OrganisationParams = z.strictObject({ organisationId: Id });

export const CohortAccountsBody = z.object({
  currency: Currency,
  /** Everything captured, payments that went back included. */
  chargedMinor: AmountMinor,
  feesMinor: AmountMinor,
  depositsHeldMinor: AmountMinor,
  /** Of it, what open appeals put in question. */
  depositsFrozenMinor: AmountMinor,
  payableMinor: AmountMinor,
  inFlightMinor: AmountMinor,
  /** Everything that went back and arrived: deposits, bonuses, cancellations. */
  refundedMinor: AmountMinor,
  forfeitPoolMinor: z.int(),
  bonusPayableMinor: AmountMinor,
  creditMinor: AmountMinor,
  organiserMinor: AmountMinor,
  charityMinor: AmountMinor,
  /** What the processor holds, after its fees. */
  cashMinor: z.int(),
  processorFeesMinor: z.int(),
  disputedMinor: z.int(),
  /** Lost in disputes beyond what was left of the learners' own money. */
  disputeLossesMinor: z.int(),
  /** In the organiser's connected account: fees and share, less what was taken back. */
  transferredMinor: z.int(),
  /**
   * What is the organiser's and has not gone there: final fees and the share, less what the payments have cost. Negative: more was lost than earned.
   * Of payments in the organiser's own account (as they were once made) it is there already.
   */
  organiserPayableMinor: z.int(),
  /** Paid to learners by hand. */
  paidOutsideMinor: AmountMinor,
  ledgerBalanced: z.boolean(),
  enrolments: z.int().min(0),
  /** Enrolments with refunds planned or under way. */
  workPending: z.int().min(0),
});

export const ReceiptParams = z.strictObject({ enrolmentId: Id, day: UtcDaySchema });
export const ReceiptBody = ReceiptSchema;
export const ProofBody = PublicProofSchema;
export const DecisionsBody = DecisionsSchema;

export const DisputeEvidenceBody = z.object({
  enrolmentId: Id,
  currency: Currency,
  payments: z.array(
    z.object({
      paymentIntentId: z.string(),
      chargeId: z.string().nullable(),
      method: z.string().nullable(),
      amountMinor: AmountMinor,
      paidAt: Instant.nullable(),
    }),
  ),
  rulesAccepted: z.object({ rulesVersion: z.int().min(1), acceptedAt: Instant }).nullable(),
  /** Sent through the processor, arrived or on its way. */
  refunds: z.array(
    z.object({
      refundId: z.string().nullable(),
      paymentIntentId: z.string(),
      kind: RefundKind,
      period: z.string(),
      amountMinor: AmountMinor,
      status: z.enum(['on_its_way', 'arrived']),
      sentAt: Instant.nullable(),
      arrivedAt: Instant.nullable(),
      days: z.array(EarningDay),
    }),
  ),
  refundedMinor: AmountMinor,
  inFlightMinor: AmountMinor,
  disputes: z.array(
    z.object({
      disputeId: z.string(),
      paymentIntentId: z.string(),
      status: z.enum(['open', 'won', 'lost']),
      amountMinor: AmountMinor,
      reason: z.string(),
      openedAt: Instant,
      answerBy: Instant.nullable(),
      withdrawnMinor: z.int(),
      lossMinor: z.int(),
    }),
  ),
  /** The same in words, for the answer to the bank. */
  text: z.string(),
});

/** One of the organisation's own accounts, bound to it by onboarding; null: none, and its money waits with the platform. */
export const StripeAccountOrder = z.strictObject({
  accountId: z
    .string()
    .regex(/^acct_[A-Za-z0-9]{1,64}$/, 'a Stripe account such as "acct_1Q0aXyExample"')
    .nullable(),
});

export const StripeAccountBody = z.object({ organisationId: Id, accountId: z.string().nullable() });

/** `url`: Stripe's page, for one visit until `expiresAt`; both null: the account is connected already. */
export const OnboardingBody = z.object({
  organisationId: Id,
  accountId: z.string(),
  url: z.url().nullable(),
  expiresAt: Instant.nullable(),
});

export const WebhookReceived = z.object({ received: z.literal(true) });

/** One thing that moved money and stands differently, or only, on one side. */
export const ReconciliationItem = z.object({
  /** `in_flight` may still settle by itself; `outside` is between the processor and a bank account. */
  state: z.enum(['difference', 'in_flight', 'outside']),
  /** A stable word; `text` says the likely cause in full. */
  cause: z.string(),
  text: z.string(),
  /** Empty: the platform's own account at the processor. */
  account: z.string(),
  /** The processor's id of the charge, refund or dispute. */
  source: z.string(),
  types: z.array(z.string()),
  currency: z.string(),
  processorMinor: z.int(),
  ledgerMinor: z.int(),
  /** At the processor and not in the ledger; negative: the other way round. */
  differenceMinor: z.int(),
  movedAt: Instant.nullable(),
  enrolmentId: z.string().nullable(),
  cohortId: z.string().nullable(),
});

export const ReconciliationBody = z.object({
  /** Null: it has not run yet. */
  checkedAt: Instant.nullable(),
  differences: z.int().min(0),
  inFlight: z.int().min(0),
  items: z.array(ReconciliationItem),
  nextCursor: z.string().optional(),
});
