import { PublicProofSchema, ReceiptSchema, UtcDaySchema } from '@daka/proof';
import { z } from 'zod';
import { EarningDay } from '../events/checkin';
import { RefundKind } from '../events/payment';
import { AmountMinor, Currency, Id, Instant } from '../primitives';
import { page } from './common';

export const EnrolmentParams = z.strictObject({ enrolmentId: Id });
export const CohortParams = z.strictObject({ cohortId: Id });
export const OrganisationParams = z.strictObject({ organisationId: Id });

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

const totals = {
  enrolmentId: Id,
  currency: Currency,
  paidMinor: AmountMinor,
  entryFeeMinor: AmountMinor,
  depositMinor: AmountMinor,
  /** The entitlement now. */
  earnedMinor: AmountMinor,
  /** The total due so far. */
  dueMinor: AmountMinor,
  /** Of the deposit, arrived at the learner. */
  refundedMinor: AmountMinor,
  inFlightMinor: AmountMinor,
  /** Owed and not yet sent. */
  payableMinor: AmountMinor,
  /** Of the deposit held, what open appeals put in question. */
  frozenMinor: AmountMinor,
  forfeitedMinor: AmountMinor,
  bonusMinor: AmountMinor,
  bonusPaidMinor: AmountMinor,
  creditMinor: AmountMinor,
  /** Taken back by a bank that has not decided. */
  disputedMinor: AmountMinor,
  /** While a dispute is open, nothing new is sent. */
  isFrozen: z.boolean(),
  /** Owed, but with no way back through its payment: why, and the other way out. */
  waiting: z.array(z.object({
    period: z.string(), amountMinor: AmountMinor,
    reason: z.enum(['dispute_lost', 'refund_window_passed', 'refund_number_used_up', 'refunds_failed']), text: z.string(),
  })),
  paidOutsideMinor: AmountMinor,
  /** Of the fee, paid by credit of earlier cohorts. */
  creditUsedMinor: AmountMinor,
};

export const StatementLine = z.object({
  seq: z.int().min(1),
  at: Instant,
  kind: z.string(),
  amountMinor: AmountMinor,
  /** The deposit still held after this line. */
  balanceHeldMinor: AmountMinor.optional(),
  period: z.string().optional(),
  days: z.array(EarningDay).optional(),
  text: z.string(),
});

export const StatementBody = z.object({ ...totals, lines: z.array(StatementLine) });

/** A statement's totals, as the operator's list shows them. */
export const TotalsBody = z.object(totals);
export const TotalsPage = page(TotalsBody);
export const TotalsQuery = z.strictObject({ cursor: Id.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });

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
export const ProofQuery = z.strictObject({
  /** "2026-03-02.CNY": the last one seen. */
  cursor: z.string().regex(/^\d{4}-\d{2}-\d{2}\.[A-Z]{3}$/, 'the nextCursor of the page before').optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  currency: Currency.optional(),
});

/** One entry of a book's journal as it is stored; its hash is over all of it. */
export const JournalEntry = z.object({
  _id: z.string(), book: z.string(), cohortId: z.string(), currency: Currency, seq: z.int().min(1), kind: z.string(), cause: z.string(), atMs: z.int(),
  period: z.string().optional(), source: z.string().optional(),
  lines: z.array(z.object({ account: z.string(), amountMinor: z.int() })),
  days: z.array(EarningDay).optional(),
  previousHash: z.string(), hash: z.string(),
});
export const MoneyExportBody = z.object({ enrolmentId: Id, statement: StatementBody, entries: z.array(JournalEntry) });

/** Paid from outside the processor; the reference names the payment, and counts once per enrolment. */
export const ManualPayoutOrder = z.strictObject({
  amountMinor: z.int().min(1),
  method: z.string().trim().min(1).max(100),
  reference: z.string().trim().min(1).max(100),
});
export const ManualPayoutBody = z.object({
  reference: z.string(), method: z.string(), amountMinor: AmountMinor, paidAt: Instant,
  /** Still waits to be paid by hand. */
  leftMinor: AmountMinor,
});

export const DisputeEvidenceBody = z.object({
  enrolmentId: Id,
  currency: Currency,
  payments: z.array(z.object({
    paymentIntentId: z.string(), chargeId: z.string().nullable(), method: z.string().nullable(), amountMinor: AmountMinor, paidAt: Instant.nullable(),
  })),
  rulesAccepted: z.object({ rulesVersion: z.int().min(1), acceptedAt: Instant }).nullable(),
  /** Sent through the processor, arrived or on its way. */
  refunds: z.array(z.object({
    refundId: z.string().nullable(), paymentIntentId: z.string(), kind: RefundKind, period: z.string(), amountMinor: AmountMinor,
    status: z.enum(['on_its_way', 'arrived']), sentAt: Instant.nullable(), arrivedAt: Instant.nullable(), days: z.array(EarningDay),
  })),
  refundedMinor: AmountMinor,
  inFlightMinor: AmountMinor,
  disputes: z.array(z.object({
    disputeId: z.string(), paymentIntentId: z.string(), status: z.enum(['open', 'won', 'lost']), amountMinor: AmountMinor, reason: z.string(),
    openedAt: Instant, answerBy: Instant.nullable(), withdrawnMinor: z.int(), lossMinor: z.int(),
  })),
  /** The same in words, for the answer to the bank. */
  text: z.string(),
});

/** Null: back to the platform's own account. */
export const StripeAccountOrder = z.strictObject({ accountId: z.string().regex(/^acct_[A-Za-z0-9]{1,64}$/, 'a Stripe account such as "acct_1Q0aXyExample"').nullable() });
export const StripeAccountBody = z.object({ organisationId: Id, accountId: z.string().nullable() });

export const WebhookReceived = z.object({ received: z.literal(true) });

export const ReconciliationQuery = z.strictObject({ cursor: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });

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
