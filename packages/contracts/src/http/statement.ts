import * as z from 'zod';
import { EarningDay } from '../events/checkin';
import { RefundKind } from '../events/payment';
import { AmountMinor, Currency, Id, Instant } from '../primitives';
import { page } from './common';
import { WaitingRefund } from './hand-payment';

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
