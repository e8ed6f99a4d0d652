import { unreachable } from '@daka/contracts';
import type { Book, Charge, Refund } from './book';
import type { Now } from './patience';
import { lostWay } from './dispute';
import { NO_LIMITS, REFUND_LIMITS, type RefundLimits } from './refund-limits';

export type ClosedWay = 'dispute_lost' | 'refund_window_passed' | 'refund_number_used_up';

const DAY_MS = 86_400_000;
/** What was collected goes out this long before the window ends. */
const MARGIN_MS = 2 * DAY_MS;
/** Refunds that are kept free for the settlement and for a bonus or a cancellation. */
const IN_RESERVE = 2;

/** Why a refund cannot go back through its charge; null: the way is open. Without `refund`: one that is not planned yet. */
export function closedWay(
  book: Book,
  { paymentIntentId }: Pick<Charge, 'paymentIntentId'>,
  { wallAtMs }: Pick<Now, 'wallAtMs'>,
  refund?: Refund,
): ClosedWay | null {
  const lost = lostWay(book, paymentIntentId);
  if (lost) return lost;
  const charge = chargeOf(book, paymentIntentId);
  const { refundsPerCharge } = limitsOf(charge);
  const endsAtMs = windowEndOf(charge);
  if (endsAtMs !== null && wallAtMs > endsAtMs) return 'refund_window_passed';
  // One that was sent before has its number already.
  if (refundsPerCharge === null || (refund && refund.attempt > 0)) return null;
  const taken = refund ? sentThrough(book, paymentIntentId) : plannedOrSent(book, paymentIntentId);
  return taken >= refundsPerCharge ? 'refund_number_used_up' : null;
}

/** Whether so few refunds are left that payouts are collected instead of sent one by one. */
export function isScarce(book: Book, { paymentIntentId }: Charge): boolean {
  const { refundsPerCharge } = limitsOf(chargeOf(book, paymentIntentId));
  return refundsPerCharge !== null && plannedOrSent(book, paymentIntentId) >= refundsPerCharge - IN_RESERVE;
}

/** The refund that collects payouts of a charge until the settlement, if there is one. */
export function collectingRefund({ refunds }: Book, { paymentIntentId }: Charge): Refund | undefined {
  return refunds.find(
    (refund) =>
      refund.paymentIntentId === paymentIntentId &&
      refund.isCollecting &&
      refund.status === 'planned' &&
      refund.attempt === 0,
  );
}

/** Until when payouts may be collected; null: until somebody sends them. */
export function collectUntilMs(charge: Charge): number | null {
  const endsAtMs = windowEndOf(charge);
  return endsAtMs === null ? null : endsAtMs - MARGIN_MS;
}

/** Amounts that are owed and cannot go back through their charge, with the reason and the other way out. */
export interface Waiting {
  period: string;
  amountMinor: number;
  reason: ClosedWay | 'refunds_failed';
  text: string;
}

export function waitingFor(book: Book): Waiting[] {
  return stuckRefunds(book).map(({ period, amountMinor, failure }) => {
    const reason = reasonOf(failure);
    return { period, amountMinor, reason, text: inWords(reason) };
  });
}

export function stuckRefunds({ refunds }: Book): Refund[] {
  return refunds.filter(({ status }) => status === 'failed');
}

function reasonOf(failure: string | null): Waiting['reason'] {
  switch (failure) {
    case 'dispute_lost':
    case 'refund_window_passed':
    case 'refund_number_used_up':
      return failure;
    default:
      return 'refunds_failed';
  }
}

function inWords(reason: Waiting['reason']): string {
  switch (reason) {
    case 'dispute_lost':
      return 'Nothing can go back through a payment whose dispute was lost; the organiser pays this by hand.';
    case 'refund_window_passed':
      return 'The payment method takes back refunds for a limited time, which has passed; the organiser pays this by hand.';
    case 'refund_number_used_up':
      return 'The payment method allows a limited number of refunds, which are used up; the organiser pays this by hand.';
    case 'refunds_failed':
      return 'The bank did not take the refund; the organiser pays this by hand.';
    default:
      return unreachable(reason, 'reason');
  }
}

function limitsOf(charge: Charge | undefined): RefundLimits {
  return REFUND_LIMITS[charge?.facts?.method ?? ''] ?? NO_LIMITS;
}

function windowEndOf(charge: Charge | undefined): number | null {
  const { refundDays } = limitsOf(charge);
  return refundDays === null || !charge?.facts ? null : charge.facts.capturedAtMs + refundDays * DAY_MS;
}

function chargeOf({ charges }: Book, paymentIntentId: string): Charge | undefined {
  return charges.find((charge) => charge.paymentIntentId === paymentIntentId);
}

function sentThrough({ refunds }: Book, paymentIntentId: string): number {
  return refunds.filter((refund) => refund.paymentIntentId === paymentIntentId && refund.attempt > 0).length;
}

function plannedOrSent({ refunds }: Book, paymentIntentId: string): number {
  return refunds.filter(
    (refund) => refund.paymentIntentId === paymentIntentId && (refund.attempt > 0 || refund.status === 'planned'),
  ).length;
}
