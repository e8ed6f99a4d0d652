import type { BookEvent, BookEventOf, ChargeFacts } from '../book';
import { sumOf } from '../charge';
import { credit, debit, type Line } from './accounts';
import type { Posting } from './entry';

/** The double entries of one event, and the only place that knows them. Most events move no money. */
export function postingsOf(event: BookEvent): Posting[] {
  switch (event.type) {
    case 'captured':
      return [...posted('paid', `paid:${event.paymentIntentId ?? 'free'}`, event.atMs, [
        debit('stripe_cash', event.entryFeeMinor + event.depositMinor - (event.creditMinor ?? 0)),
        credit('fees_deferred', event.entryFeeMinor - (event.creditMinor ?? 0)), credit('deposits_held', event.depositMinor),
      ], sourceOf(event.charge?.chargeId)), ...posted('credit_used', 'credit-used', event.atMs, moved('credit_transfers', 'fees_deferred', event.creditMinor ?? 0)), ...processorFee(event)];
    case 'credit-moved':
      return posted('credit_moved', `credit:${event.key}`, event.atMs, moved('learner_credit', 'credit_transfers', event.amountMinor));
    case 'captured-in-excess':
      return [
        ...posted('paid_in_excess', `paid:${event.paymentIntentId}`, event.atMs, moved('stripe_cash', 'refunds_payable', event.amountMinor), sourceOf(event.charge?.chargeId)),
        ...processorFee(event),
      ];
    case 'charge-known':
      return processorFee(event);
    case 'fee-earned':
      return posted('fee_earned', 'fee-earned', event.atMs, moved('fees_deferred', 'fees_earned', event.amountMinor));
    case 'payout-accrued':
      return posted('payout_due', `payout:${event.period}`, event.atMs, moved('deposits_held', 'refunds_payable', event.amountMinor), {
        period: event.period, days: event.days,
      });
    case 'refund-sending':
      return refundStep('refund_sent', 'sent', event, moved('refunds_payable', 'refunds_in_flight', event.amountMinor));
    case 'refund-succeeded':
      return refundStep('refunded', 'succeeded', event, moved('refunds_in_flight', 'stripe_cash', event.amountMinor), event.processorRefundId);
    case 'refund-failed':
      return refundStep('refund_failed', 'failed', event, moved('refunds_in_flight', 'refunds_payable', event.amountMinor), event.processorRefundId);
    case 'refund-returned':
      return refundStep('refund_returned', 'returned', event, moved('stripe_cash', 'refunds_payable', event.amountMinor), event.processorRefundId);
    case 'dispute-moved':
      return disputeMoved(event);
    case 'dispute-covered':
      return posted('dispute_lost', `dispute:${event.disputeId}:covered:${event.cover}`, event.atMs, [
        debit('refunds_payable', sumOf(event.parts)), debit('deposits_held', event.heldMinor), debit('dispute_losses', event.lossMinor),
        credit('disputes_open', sumOf(event.parts) + event.heldMinor + event.lossMinor),
      ]);
    case 'loss-recovered':
      return posted('dispute_lost', `dispute:${event.disputeId}:covered:${event.cover}`, event.atMs, moved('refunds_payable', 'dispute_losses', sumOf(event.parts)));
    case 'paid-outside':
      return posted('paid_outside', `outside:${event.reference}`, event.atMs, [
        debit('refunds_payable', sumOf(event.parts)), debit('learner_credit', event.creditMinor), credit('paid_outside', sumOf(event.parts) + event.creditMinor),
      ]);
    case 'deposit-frozen':
      return posted('appeal_opened', `appeal:${event.appealId}:opened`, event.atMs, moved('deposits_held', 'deposits_frozen', event.amountMinor));
    case 'deposit-thawed':
      return posted(event.because === 'eased' ? 'appeal_eased' : 'appeal_answered', thawCause(event), event.atMs, moved('deposits_frozen', 'deposits_held', event.amountMinor));
    case 'settled':
      return settlement(event);
    case 'bonus-awarded':
      return bonus(event);
    case 'cancelled':
      return cancellation(event);
    case 'opened': case 'charge-checked': case 'credit-sought': case 'credit-let-go': case 'credit-kept': case 'credit-settled': case 'credit-reserved': case 'credit-released': case 'refund-blocked': case 'refund-raised': case 'dispute-opened': case 'dispute-closed': case 'dispute-checked': case 'rules-accepted': case 'seat-held': case 'seat-released': case 'checkout-planned': case 'checkout-opened': case 'checkout-checked':
    case 'checkout-paid': case 'checkout-closed': case 'entitlement-changed': case 'refund-planned': case 'refund-unclear': case 'refund-pending':
      return [];
    default:
      return unknownEvent(event);
  }
}

/** What the processor took or gave back for a dispute, and its fee for that, each to the unit. */
function disputeMoved({ disputeId, move, withdrawnMinor, feeMinor, isDecided, atMs }: BookEventOf<'dispute-moved'>): Posting[] {
  const account = isDecided ? 'dispute_losses' : 'disputes_open';
  return [
    ...posted(withdrawnMinor > 0 ? 'dispute_withdrawn' : 'dispute_returned', `dispute:${disputeId}:moved:${move}`, atMs, moved(account, 'stripe_cash', withdrawnMinor), { source: disputeId }),
    ...posted(feeMinor > 0 ? 'dispute_fee' : 'dispute_fee_returned', `fee:${disputeId}:${move}`, atMs, moved('processor_fees', 'stripe_cash', feeMinor), { source: disputeId }),
  ];
}

function settlement({ forfeitMinor, overpaidMinor, lossMinor, creditMinor, atMs }: BookEventOf<'settled'>): Posting[] {
  return [
    ...posted('forfeited', 'settlement:forfeit', atMs, [
      debit('deposits_held', forfeitMinor - overpaidMinor - lossMinor), debit('overpaid_payouts', overpaidMinor), debit('dispute_losses', lossMinor), credit('forfeit_pool', forfeitMinor),
    ]),
    ...posted('kept_as_credit', 'settlement:credit', atMs, moved('deposits_held', 'learner_credit', creditMinor)),
  ];
}

function bonus({ bonusMinor, refundMinor, creditMinor, atMs }: BookEventOf<'bonus-awarded'>): Posting[] {
  return [
    ...posted('bonus_awarded', 'bonus', atMs, moved('forfeit_pool', 'bonus_payable', bonusMinor)),
    ...posted('bonus_placed', 'bonus:placed', atMs, [
      debit('bonus_payable', bonusMinor), credit('refunds_payable', refundMinor), credit('learner_credit', creditMinor),
    ]),
  ];
}

function cancellation({ depositMinor, feeDeferredMinor, feeEarnedMinor, recoveredMinor, creditMinor, atMs }: BookEventOf<'cancelled'>): Posting[] {
  return posted('cancelled', 'cancellation', atMs, [
    debit('deposits_held', depositMinor), debit('fees_deferred', feeDeferredMinor), debit('fees_earned', feeEarnedMinor),
    credit('refunds_payable', depositMinor + feeDeferredMinor + feeEarnedMinor - recoveredMinor - creditMinor), credit('dispute_losses', recoveredMinor),
    credit('learner_credit', creditMinor),
  ], { period: 'cancellation' });
}

function refundStep(kind: Posting['kind'], step: string, { period, attempt, atMs }: { period: string; attempt: number; atMs: number }, lines: Line[], refundId: string | null = null): Posting[] {
  return posted(kind, `refund:${period}:a${attempt}:${step}`, atMs, lines, { period, ...sourceOf(refundId) });
}

/** Booked once per charge, with the payment or as soon as the processor tells it. */
function processorFee({ charge, atMs }: { charge: ChargeFacts | null; atMs: number }): Posting[] {
  if (charge === null || charge.feeMinor === null) return [];
  return posted('processor_fee', `fee:${charge.chargeId}`, atMs, moved('processor_fees', 'stripe_cash', charge.feeMinor), sourceOf(charge.chargeId));
}

function sourceOf(id: string | null | undefined): Pick<Posting, 'source'> {
  return id === null || id === undefined ? {} : { source: id };
}

/** An appeal ends once; before that, each total earned may ease it. */
function thawCause({ appealId, because, revision }: BookEventOf<'deposit-thawed'>): string {
  return because === 'eased' ? `appeal:${appealId}:eased:${revision}` : `appeal:${appealId}:${because}`;
}

function moved(from: Line['account'], to: Line['account'], amountMinor: number): Line[] {
  return [debit(from, amountMinor), credit(to, amountMinor)];
}

/** Lines of zero say nothing and are left out; an entry without lines is none. */
function posted(kind: Posting['kind'], cause: string, atMs: number, lines: Line[], more: Pick<Posting, 'period' | 'days' | 'source'> = {}): Posting[] {
  const telling = lines.filter(({ amountMinor }) => amountMinor !== 0);
  return telling.length === 0 ? [] : [{ cause, kind, atMs, lines: telling, ...more }];
}

function unknownEvent(event: never): never {
  throw new Error(`unknown book event ${JSON.stringify(event)}`);
}
