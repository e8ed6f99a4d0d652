import type { ChargeFacts } from '../book';
import type { BookEvent, BookEventOf } from '../book-events';
import { byType } from '@daka/contracts';
import { sumOf } from '../charge';
import { credit, debit, type Line } from './accounts';
import { transferPostings } from '../transfer';
import type { Posting } from './entry';
import { moved, posted, sourceOf } from './posted';

const none = (): Posting[] => [];

/** The double entries of one event, and the only place that knows them. Most events move no money. */
export const postingsOf = byType<BookEvent, [], Posting[]>({
  captured: payment,
  'captured-in-excess': (event) => [
    ...posted(
      'paid_in_excess',
      `paid:${event.paymentIntentId}`,
      event.atMs,
      moved('stripe_cash', 'refunds_payable', event.amountMinor),
      sourceOf(event.charge?.chargeId),
    ),
    ...processorFee(event),
  ],
  'charge-known': processorFee,
  'fee-earned': ({ amountMinor, atMs }) =>
    posted('fee_earned', 'fee-earned', atMs, moved('fees_deferred', 'fees_earned', amountMinor)),
  'payout-accrued': ({ period, days, amountMinor, atMs }) =>
    posted('payout_due', `payout:${period}`, atMs, moved('deposits_held', 'refunds_payable', amountMinor), {
      period,
      days,
    }),
  'refund-sending': (event) =>
    refundStep('refund_sent', 'sent', event, moved('refunds_payable', 'refunds_in_flight', event.amountMinor)),
  'refund-succeeded': (event) =>
    refundStep(
      'refunded',
      'succeeded',
      event,
      moved('refunds_in_flight', 'stripe_cash', event.amountMinor),
      event.processorRefundId,
    ),
  'refund-failed': (event) =>
    refundStep(
      'refund_failed',
      'failed',
      event,
      moved('refunds_in_flight', 'refunds_payable', event.amountMinor),
      event.processorRefundId,
    ),
  'refund-returned': (event) =>
    refundStep(
      'refund_returned',
      'returned',
      event,
      moved('stripe_cash', 'refunds_payable', event.amountMinor),
      event.processorRefundId,
    ),
  'dispute-moved': disputeMoved,
  'dispute-covered': ({ disputeId, cover, parts, heldMinor, lossMinor, atMs }) =>
    posted('dispute_lost', `dispute:${disputeId}:covered:${cover}`, atMs, [
      debit('refunds_payable', sumOf(parts)),
      debit('deposits_held', heldMinor),
      debit('dispute_losses', lossMinor),
      credit('disputes_open', sumOf(parts) + heldMinor + lossMinor),
    ]),
  'loss-recovered': ({ disputeId, cover, parts, atMs }) =>
    posted(
      'dispute_lost',
      `dispute:${disputeId}:covered:${cover}`,
      atMs,
      moved('refunds_payable', 'dispute_losses', sumOf(parts)),
    ),
  // What is told or objected to moves nothing: the line stands in the journal, and what is owed stays owed.
  'hand-payment-told': ({ reference, amountMinor, atMs }) =>
    posted('hand_payment_told', `told:${reference}`, atMs, moved('refunds_payable', 'refunds_payable', amountMinor)),
  'hand-payment-objected': ({ reference, amountMinor, atMs }) =>
    posted(
      'hand_payment_objected',
      `objected:${reference}`,
      atMs,
      moved('refunds_payable', 'refunds_payable', amountMinor),
    ),
  'paid-outside': ({ reference, parts, creditMinor, atMs }) =>
    posted('paid_outside', `outside:${reference}`, atMs, [
      debit('refunds_payable', sumOf(parts)),
      debit('learner_credit', creditMinor),
      credit('paid_outside', sumOf(parts) + creditMinor),
    ]),
  'credit-moved': ({ key, amountMinor, atMs }) =>
    posted('credit_moved', `credit:${key}`, atMs, moved('learner_credit', 'credit_transfers', amountMinor)),
  'deposit-frozen': ({ appealId, amountMinor, isEscalated, atMs }) =>
    posted(
      'appeal_opened',
      `appeal:${appealId}:${isEscalated ? 'escalated' : 'opened'}`,
      atMs,
      moved('deposits_held', 'deposits_frozen', amountMinor),
    ),
  'deposit-thawed': (event) =>
    posted(
      event.because === 'eased' ? 'appeal_eased' : 'appeal_answered',
      thawCause(event),
      event.atMs,
      moved('deposits_frozen', 'deposits_held', event.amountMinor),
    ),
  'transfer-made': transferPostings,
  settled: settlement,
  'bonus-awarded': bonus,
  cancelled: cancellation,
  'transfer-sending': none,
  'transfer-unclear': none,
  'transfer-failed': none,
  'transfers-put-off': none,
  opened: none,
  'charge-checked': none,
  'credit-sought': none,
  'credit-let-go': none,
  'credit-kept': none,
  'credit-settled': none,
  'credit-payout-asked': none,
  'credit-reserved': none,
  'credit-released': none,
  'refund-blocked': none,
  'refund-raised': none,
  'dispute-opened': none,
  'dispute-closed': none,
  'dispute-checked': none,
  decided: none,
  'appeal-followed': none,
  'refunds-due': none,
  'rules-accepted': none,
  'seat-held': none,
  'seat-released': none,
  'checkout-planned': none,
  'checkout-opened': none,
  'checkout-checked': none,
  'checkout-tried': none,
  'checkout-ending': none,
  'checkout-paid': none,
  'checkout-closed': none,
  'entitlement-changed': none,
  'refund-planned': none,
  'refund-unclear': none,
  'refund-pending': none,
});

function payment(event: BookEventOf<'captured'>): Posting[] {
  const { paymentIntentId, entryFeeMinor, depositMinor, creditMinor = 0, charge, atMs } = event;
  return [
    ...posted(
      'paid',
      `paid:${paymentIntentId ?? 'free'}`,
      atMs,
      [
        debit('stripe_cash', entryFeeMinor + depositMinor - creditMinor),
        credit('fees_deferred', entryFeeMinor - creditMinor),
        credit('deposits_held', depositMinor),
      ],
      sourceOf(charge?.chargeId),
    ),
    ...posted('credit_used', 'credit-used', atMs, moved('credit_transfers', 'fees_deferred', creditMinor)),
    ...processorFee(event),
  ];
}

/** What the processor took or gave back for a dispute, and its fee for that, each to the unit. */
function disputeMoved({
  disputeId,
  move,
  withdrawnMinor,
  feeMinor,
  isDecided,
  atMs,
}: BookEventOf<'dispute-moved'>): Posting[] {
  const account = isDecided ? 'dispute_losses' : 'disputes_open';
  return [
    ...posted(
      withdrawnMinor > 0 ? 'dispute_withdrawn' : 'dispute_returned',
      `dispute:${disputeId}:moved:${move}`,
      atMs,
      moved(account, 'stripe_cash', withdrawnMinor),
      { source: disputeId },
    ),
    ...posted(
      feeMinor > 0 ? 'dispute_fee' : 'dispute_fee_returned',
      `fee:${disputeId}:${move}`,
      atMs,
      moved('processor_fees', 'stripe_cash', feeMinor),
      { source: disputeId },
    ),
  ];
}

function settlement({ forfeitMinor, overpaidMinor, lossMinor, creditMinor, atMs }: BookEventOf<'settled'>): Posting[] {
  return [
    ...posted('forfeited', 'settlement:forfeit', atMs, [
      debit('deposits_held', forfeitMinor - overpaidMinor - lossMinor),
      debit('overpaid_payouts', overpaidMinor),
      debit('dispute_losses', lossMinor),
      credit('forfeit_pool', forfeitMinor),
    ]),
    ...posted('kept_as_credit', 'settlement:credit', atMs, moved('deposits_held', 'learner_credit', creditMinor)),
  ];
}

function bonus({ bonusMinor, refundMinor, creditMinor, atMs }: BookEventOf<'bonus-awarded'>): Posting[] {
  return [
    ...posted('bonus_awarded', 'bonus', atMs, moved('forfeit_pool', 'bonus_payable', bonusMinor)),
    ...posted('bonus_placed', 'bonus:placed', atMs, [
      debit('bonus_payable', bonusMinor),
      credit('refunds_payable', refundMinor),
      credit('learner_credit', creditMinor),
    ]),
  ];
}

function cancellation({
  depositMinor,
  feeDeferredMinor,
  feeEarnedMinor,
  recoveredMinor,
  creditMinor,
  atMs,
}: BookEventOf<'cancelled'>): Posting[] {
  return posted(
    'cancelled',
    'cancellation',
    atMs,
    [
      debit('deposits_held', depositMinor),
      debit('fees_deferred', feeDeferredMinor),
      debit('fees_earned', feeEarnedMinor),
      credit('refunds_payable', depositMinor + feeDeferredMinor + feeEarnedMinor - recoveredMinor - creditMinor),
      credit('dispute_losses', recoveredMinor),
      credit('learner_credit', creditMinor),
    ],
    { period: 'cancellation' },
  );
}

function refundStep(
  kind: Posting['kind'],
  step: string,
  { period, attempt, atMs }: { period: string; attempt: number; atMs: number },
  lines: Line[],
  refundId: string | null = null,
): Posting[] {
  return posted(kind, `refund:${period}:a${attempt}:${step}`, atMs, lines, { period, ...sourceOf(refundId) });
}

/** Booked once per charge, with the payment or as soon as the processor tells it. */
function processorFee({ charge, atMs }: { charge: ChargeFacts | null; atMs: number }): Posting[] {
  if (charge === null || charge.feeMinor === null) return [];
  return posted(
    'processor_fee',
    `fee:${charge.chargeId}`,
    atMs,
    moved('processor_fees', 'stripe_cash', charge.feeMinor),
    sourceOf(charge.chargeId),
  );
}

/** An appeal ends once, and once more after the arbiter was asked; before that, each total earned may ease it. */
function thawCause({ appealId, because, isEscalated, revision }: BookEventOf<'deposit-thawed'>): string {
  const asked = isEscalated ? `appeal:${appealId}:escalated` : `appeal:${appealId}`;
  return because === 'eased' ? `${asked}:eased:${revision}` : `${asked}:${because}`;
}
