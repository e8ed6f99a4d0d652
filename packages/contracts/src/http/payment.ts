import { PublicProofSchema, ReceiptSchema, UtcDaySchema } from '@daka/proof';
import { z } from 'zod';
import { EarningDay } from '../events/checkin';
import { AmountMinor, Currency, Id, Instant } from '../primitives';
import { page } from './common';

export const EnrolmentParams = z.strictObject({ enrolmentId: Id });
export const CohortParams = z.strictObject({ cohortId: Id });

const returnUrl = z.url({ protocol: /^https?$/ }).max(2_000);

/** Where the processor's page sends the learner afterwards; by default to the enrolment's own page. */
export const OpenCheckoutBody = z.strictObject({ successUrl: returnUrl.optional(), cancelUrl: returnUrl.optional() });

export const CheckoutBody = z.object({
  /** Null when there is nothing to pay: then it is paid already. */
  sessionId: z.string().nullable(),
  url: z.string().nullable(),
  amountMinor: AmountMinor,
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
  forfeitedMinor: AmountMinor,
  bonusMinor: AmountMinor,
  bonusPaidMinor: AmountMinor,
  creditMinor: AmountMinor,
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
  payableMinor: AmountMinor,
  inFlightMinor: AmountMinor,
  /** Everything that went back and arrived: deposits, bonuses, cancellations. */
  refundedMinor: AmountMinor,
  forfeitPoolMinor: z.int(),
  bonusPayableMinor: AmountMinor,
  creditMinor: AmountMinor,
  organiserMinor: AmountMinor,
  charityMinor: AmountMinor,
  ledgerBalanced: z.boolean(),
  enrolments: z.int().min(0),
  /** Enrolments with refunds planned or under way. */
  workPending: z.int().min(0),
});

export const OrganisationParams = z.strictObject({ organisationId: Id });
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

export const WebhookReceived = z.object({ received: z.literal(true) });
