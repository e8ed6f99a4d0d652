import { DecisionsSchema, PublicProofSchema, ReceiptSchema, UtcDaySchema } from '@daka/proof';
import * as z from 'zod';
import { EarningDay } from '../events/checkin';
import { DeclineReason, RefundKind } from '../events/payment';
import { AmountMinor, Currency, Id, Instant } from '../primitives';
import { page } from './common';
import { WaitingRefund } from './hand-payment';

export * from './cohort-money';
export * from './organisation-money';
export * from './hand-payment';
export * from './record';

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
  /** Payments that bought nothing, which go back in full, and what of them has arrived. */
  paidInExcessMinor: AmountMinor,
  excessRefundedMinor: AmountMinor,
  /** Arrived at the learner of what bought the seat: deposit, and what a cancellation gave back. The bonus stands apart. */
  refundedMinor: AmountMinor,
  inFlightMinor: AmountMinor,
  /** Owed and not yet sent. */
  payableMinor: AmountMinor,
  /** Of the deposit held, what open appeals put in question. */
  frozenMinor: AmountMinor,
  forfeitedMinor: AmountMinor,
  /** The end of the cooling-off: from then on the fee is final. Null: not before the settlement, or not paid. */
  feeFinalAt: Instant.nullable(),
  bonusMinor: AmountMinor,
  bonusPaidMinor: AmountMinor,
  creditMinor: AmountMinor,
  /** Taken back by a bank that has not decided. */
  disputedMinor: AmountMinor,
  /** While a dispute is open, nothing new is sent. */
  isFrozen: z.boolean(),
  /** Owed, but with no way back through its payment: why, and the other way out. */
  waiting: z.array(WaitingRefund),
  paidOutsideMinor: AmountMinor,
  /** Told by the organiser as paid by hand and not answered by the learner: still owed. */
  unconfirmedMinor: AmountMinor,
  /** Of the fee, paid by credit of earlier cohorts. */
  creditUsedMinor: AmountMinor,
};

/** Why a line stands in a statement: closed, so that each has its own words in every language. */
export const StatementKind = z.enum([
  'paid',
  'paid_in_excess',
  'fee_earned',
  'payout_due',
  'refund_sent',
  'refunded',
  'refund_failed',
  'refund_returned',
  'forfeited',
  'kept_as_credit',
  'bonus_awarded',
  'bonus_placed',
  'cancelled',
  'pool_shared',
  'processor_fee',
  'dispute_withdrawn',
  'dispute_returned',
  'dispute_fee',
  'dispute_fee_returned',
  'dispute_lost',
  'hand_payment_told',
  'hand_payment_objected',
  'paid_outside',
  'appeal_opened',
  'appeal_answered',
  'appeal_eased',
  'credit_used',
  'credit_moved',
  'transferred',
  'transfer_reversed',
]);

/** Every figure and date of the sentence in `text` is a field of its own. */
export const StatementLine = z.object({
  seq: z.int().min(1),
  at: Instant,
  kind: StatementKind,
  amountMinor: AmountMinor,
  /** The deposit still held after this line. */
  balanceHeldMinor: AmountMinor.optional(),
  period: z.string().optional(),
  days: z.array(EarningDay).optional(),
  /** Of a refund's line: what it gives back. */
  refundKind: z.enum([...RefundKind.options, 'excess']).optional(),
  /** Of a refund that is on its way: when it should be there at the latest, as its payment method goes. */
  expectedAt: Instant.optional(),
  /** Parts of the amount: of the fee, the deposit, what is owed through the payment, credit, and what the organiser bears. */
  entryFeeMinor: AmountMinor.optional(),
  depositMinor: AmountMinor.optional(),
  owedMinor: AmountMinor.optional(),
  creditMinor: AmountMinor.optional(),
  organiserMinor: AmountMinor.optional(),
  /** Of an appeal's line; `disputed` and `ended`: a bank, or the end of the enrolment, was faster than the answer. */
  appealId: z.string().optional(),
  answer: z.enum(['upheld', 'dismissed', 'disputed', 'ended']).optional(),
  /** Of a payment by hand: what names it. */
  reference: z.string().optional(),
  text: z.string(),
});

export const StatementBody = z.object({ ...totals, lines: z.array(StatementLine) });

/** A statement's totals, as the operator's list shows them. */
export const TotalsBody = z.object(totals);
export const TotalsPage = page(TotalsBody);

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

/** One entry of a book's journal as it is stored; its hash is over all of it. */
export const JournalEntry = z.object({
  _id: z.string(),
  book: z.string(),
  cohortId: z.string(),
  currency: Currency,
  seq: z.int().min(1),
  kind: z.string(),
  cause: z.string(),
  atMs: z.int(),
  period: z.string().optional(),
  source: z.string().optional(),
  lines: z.array(z.object({ account: z.string(), amountMinor: z.int() })),
  days: z.array(EarningDay).optional(),
  previousHash: z.string(),
  hash: z.string(),
});
export const MoneyExportBody = z.object({ enrolmentId: Id, statement: StatementBody, entries: z.array(JournalEntry) });

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
