import type { BookEvent, BookEventOf } from '../book';
import { credit, debit, type Line } from './accounts';
import type { Posting } from './entry';

/** The double entries of one event, and the only place that knows them. Most events move no money. */
export function postingsOf(event: BookEvent): Posting[] {
  switch (event.type) {
    case 'captured':
      return posted('paid', `paid:${event.paymentIntentId ?? 'free'}`, event.atMs, [
        debit('stripe_cash', event.entryFeeMinor + event.depositMinor),
        credit('fees_deferred', event.entryFeeMinor), credit('deposits_held', event.depositMinor),
      ]);
    case 'captured-in-excess':
      return posted('paid_in_excess', `paid:${event.paymentIntentId}`, event.atMs, moved('stripe_cash', 'refunds_payable', event.amountMinor));
    case 'fee-earned':
      return posted('fee_earned', 'fee-earned', event.atMs, moved('fees_deferred', 'fees_earned', event.amountMinor));
    case 'payout-accrued':
      return posted('payout_due', `payout:${event.period}`, event.atMs, moved('deposits_held', 'refunds_payable', event.amountMinor), {
        period: event.period, days: event.days,
      });
    case 'refund-sending':
      return refundStep('refund_sent', 'sent', event, moved('refunds_payable', 'refunds_in_flight', event.amountMinor));
    case 'refund-succeeded':
      return refundStep('refunded', 'succeeded', event, moved('refunds_in_flight', 'stripe_cash', event.amountMinor));
    case 'refund-failed':
      return refundStep('refund_failed', 'failed', event, moved('refunds_in_flight', 'refunds_payable', event.amountMinor));
    case 'refund-returned':
      return refundStep('refund_returned', 'returned', event, moved('stripe_cash', 'refunds_payable', event.amountMinor));
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
    case 'opened': case 'seat-held': case 'seat-released': case 'checkout-planned': case 'checkout-opened': case 'checkout-checked':
    case 'checkout-paid': case 'checkout-closed': case 'entitlement-changed': case 'refund-planned': case 'refund-unclear': case 'refund-pending':
      return [];
    default:
      return unknownEvent(event);
  }
}

function settlement({ forfeitMinor, overpaidMinor, creditMinor, atMs }: BookEventOf<'settled'>): Posting[] {
  return [
    ...posted('forfeited', 'settlement:forfeit', atMs, [
      debit('deposits_held', forfeitMinor - overpaidMinor), debit('overpaid_payouts', overpaidMinor), credit('forfeit_pool', forfeitMinor),
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

function cancellation({ depositMinor, feeDeferredMinor, feeEarnedMinor, atMs }: BookEventOf<'cancelled'>): Posting[] {
  return posted('cancelled', 'cancellation', atMs, [
    debit('deposits_held', depositMinor), debit('fees_deferred', feeDeferredMinor), debit('fees_earned', feeEarnedMinor),
    credit('refunds_payable', depositMinor + feeDeferredMinor + feeEarnedMinor),
  ], { period: 'cancellation' });
}

/** An appeal ends once; before that, each total earned may ease it. */
function thawCause({ appealId, because, revision }: BookEventOf<'deposit-thawed'>): string {
  return because === 'eased' ? `appeal:${appealId}:eased:${revision}` : `appeal:${appealId}:${because}`;
}

function refundStep(kind: Posting['kind'], step: string, { period, attempt, atMs }: { period: string; attempt: number; atMs: number }, lines: Line[]): Posting[] {
  return posted(kind, `refund:${period}:a${attempt}:${step}`, atMs, lines, { period });
}

function moved(from: Line['account'], to: Line['account'], amountMinor: number): Line[] {
  return [debit(from, amountMinor), credit(to, amountMinor)];
}

/** Lines of zero say nothing and are left out; an entry without lines is none. */
function posted(kind: Posting['kind'], cause: string, atMs: number, lines: Line[], more: Pick<Posting, 'period' | 'days'> = {}): Posting[] {
  const telling = lines.filter(({ amountMinor }) => amountMinor !== 0);
  return telling.length === 0 ? [] : [{ cause, kind, atMs, lines: telling, ...more }];
}

function unknownEvent(event: never): never {
  throw new Error(`unknown book event ${JSON.stringify(event)}`);
}
