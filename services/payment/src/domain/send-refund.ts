import { unreachable } from '@daka/contracts';
import type { Book, Refund } from './book';
import type { BookEvent } from './book-events';
import { type Now, type Patience, backOffMs, lookAgainMs } from './patience';
import { accountOf } from './charge';
import { isFrozen } from './dispute';
import { evolveBook, hasRefundInFlight } from './evolve-book';
import { recoverLoss } from './follow-dispute';
import { startOf } from './plan-refund';
import { closedWay } from './way-out';

/** Attempts that the processor itself spoiled are no judgement on the refund; this many are, and a person must look. */
const MAX_SPOILED_ATTEMPTS = 30;
/** Keys are forgotten after 24 hours: from 23 on the processor is asked what it has before anything is sent again. */
const KEY_TRUSTED_MS = 23 * 3_600_000;

export type RefundStep =
  /** Write `sending`, then send. */
  | { type: 'start'; refund: Refund }
  /** Send (again) with the same key and the same words. */
  | { type: 'send'; refund: Refund }
  /** List what the processor has on the charge before deciding. */
  | { type: 'look-up'; refund: Refund }
  /** Ask how a pending refund stands. */
  | { type: 'check'; refund: Refund };

/** What to do next for a book, if anything is due. `isOurs`: this process wrote `sending` and may call at once. */
export function nextRefundStep(
  book: Book,
  { wallAtMs }: Pick<Now, 'wallAtMs'>,
  isOurs: (refund: Refund) => boolean = () => false,
): RefundStep | null {
  for (const refund of book.refunds) {
    const isDue = refund.nextAtMs !== null && (refund.nextAtMs <= wallAtMs || isOurs(refund));
    if (!isDue) continue;
    const step = stepOf(book, refund, wallAtMs);
    if (step) return step;
  }
  return null;
}

function stepOf(book: Book, refund: Refund, wallAtMs: number): RefundStep | null {
  switch (refund.status) {
    case 'planned':
      return isFrozen(book) || hasRefundInFlight(book, refund.paymentIntentId) ? null : { type: 'start', refund };
    case 'sending':
      return { type: isKeyOld(refund, wallAtMs) ? 'look-up' : 'send', refund };
    case 'pending':
      return { type: 'check', refund };
    case 'succeeded':
    case 'failed':
    case 'otherwise':
      return null;
    default:
      return unreachable(refund.status, 'status');
  }
}

function isKeyOld({ firstSentAtMs }: Refund, wallAtMs: number): boolean {
  return firstSentAtMs !== null && wallAtMs - firstSentAtMs >= KEY_TRUSTED_MS;
}

export function startRefund(book: Book | null, period: string, now: Now, patience: Patience): BookEvent[] {
  const refund = refundOf(book, period);
  if (!book || refund?.status !== 'planned' || isFrozen(book) || hasRefundInFlight(book, refund.paymentIntentId))
    return [];
  const closed = closedWay(book, refund, now, refund);
  return [closed ? { type: 'refund-blocked', period, reason: closed } : startOf(refund, now, patience)];
}

/** What the processor says about one refund, fetched or answered afresh. */
export interface RefundReport {
  processorRefundId: string;
  enrolmentId: string | null;
  period: string | null;
  attempt: number | null;
  status: 'pending' | 'succeeded' | 'failed';
  reason: string | null;
  /** The connected account that it was fetched from; absent: the platform's own. */
  accountId?: string;
}

/** No clear answer: the refund may or may not exist. The same key goes out again later. */
export function noteUnclear(book: Book | null, sent: Sent, reason: string, now: Now, patience: Patience): BookEvent[] {
  const refund = refundOf(book, sent.period);
  if (refund?.status !== 'sending' || refund.attempt !== sent.attempt) return [];
  return [
    {
      type: 'refund-unclear',
      period: sent.period,
      reason,
      nextAtMs: now.wallAtMs + backOffMs(refund.tries, patience.retryFirstMs, patience.retryMaxMs),
    },
  ];
}

export interface Sent {
  period: string;
  attempt: number;
}

/** Proven: the processor has no refund for this attempt and never will. Only now may the next attempt have a new key. */
export function noteNotMade(
  book: Book | null,
  sent: Sent,
  reason: string,
  mayRetry: boolean,
  now: Now,
  patience: Patience,
): BookEvent[] {
  const refund = refundOf(book, sent.period);
  if (!book || refund?.status !== 'sending' || refund.attempt !== sent.attempt) return [];
  return withNext(
    book,
    [failed(refund, { reason, processorRefundId: null }, mayRetry ? MAX_SPOILED_ATTEMPTS : 0, now, patience)],
    refund,
    now,
    patience,
  );
}

/** Applies what the processor says; states never go back, but a refund that succeeded may still be returned by the bank. */
export function noteReport(book: Book | null, report: RefundReport, now: Now, patience: Patience): BookEvent[] {
  const refund = report.period === null ? undefined : refundOf(book, report.period);
  if (!book || !refund || refund.attempt !== report.attempt || !isFrom(book, refund, report)) return [];
  const { period, attempt, kind, amountMinor } = refund;
  const isInFlight = refund.status === 'sending' || refund.status === 'pending';
  switch (report.status) {
    case 'succeeded':
      if (!isInFlight) return [];
      return withNext(
        book,
        [
          {
            type: 'refund-succeeded',
            period,
            attempt,
            kind,
            amountMinor,
            processorRefundId: report.processorRefundId,
            atMs: now.atMs,
          },
        ],
        refund,
        now,
        patience,
      );
    case 'failed': {
      const why = { reason: report.reason ?? 'unknown', processorRefundId: report.processorRefundId };
      if (refund.status === 'succeeded') {
        const returned: BookEvent = {
          type: 'refund-returned',
          period,
          attempt,
          kind,
          amountMinor,
          ...why,
          atMs: now.atMs,
        };
        return [returned, ...recoverLoss(evolveBook(book, returned), refund.paymentIntentId, now)];
      }
      return isInFlight
        ? withNext(book, [failed(refund, why, patience.maxAttempts, now, patience)], refund, now, patience)
        : [];
    }
    case 'pending': {
      if (!isInFlight) return [];
      const tries = refund.status === 'pending' ? refund.tries : 0;
      return [
        {
          type: 'refund-pending',
          period,
          processorRefundId: report.processorRefundId,
          nextAtMs: now.wallAtMs + lookAgainMs(tries, patience),
        },
      ];
    }
    default:
      return unreachable(report.status, 'status');
  }
}

/** Whether a report would change anything; what is already known need not be fetched. */
export function isNews(
  book: Book,
  { period, attempt, status, accountId }: Pick<RefundReport, 'period' | 'attempt' | 'status' | 'accountId'>,
): boolean {
  const refund = period === null ? undefined : refundOf(book, period);
  if (!refund || refund.attempt !== attempt || !isFrom(book, refund, { accountId })) return false;
  if (refund.status === 'succeeded') return status === 'failed';
  return refund.status === 'sending' || refund.status === 'pending';
}

/** Metadata can be written by whoever has an account: only the account that has the charge can speak of its refunds. */
function isFrom(book: Book, { paymentIntentId }: Refund, { accountId }: { accountId?: string | undefined }): boolean {
  return accountOf(book, paymentIntentId) === (accountId ?? null);
}

function failed(
  refund: Refund,
  why: { reason: string; processorRefundId: string | null },
  maxAttempts: number,
  now: Now,
  patience: Patience,
): BookEvent {
  const { period, attempt, kind, amountMinor } = refund;
  const retryAtMs =
    attempt < maxAttempts ? now.wallAtMs + backOffMs(attempt - 1, patience.retryFirstMs, patience.retryMaxMs) : null;
  return { type: 'refund-failed', period, attempt, kind, amountMinor, ...why, retryAtMs, atMs: now.atMs };
}

/** The charge is free again: the next planned refund is started in the same write. */
function withNext(
  book: Book,
  ending: BookEvent[],
  { paymentIntentId }: Refund,
  now: Now,
  patience: Patience,
): BookEvent[] {
  const ended = ending.reduce<Book>(evolveBook, book);
  const recovered = recoverLoss(ended, paymentIntentId, now);
  const after = recovered.reduce<Book>(evolveBook, ended);
  const next = isFrozen(after)
    ? undefined
    : after.refunds.find(
        (one) =>
          one.paymentIntentId === paymentIntentId &&
          one.status === 'planned' &&
          one.nextAtMs !== null &&
          one.nextAtMs <= now.wallAtMs,
      );
  // One whose way is closed is found as due, and told so.
  return [
    ...ending,
    ...recovered,
    ...(next && !closedWay(after, next, now, next) ? [startOf(next, now, patience)] : []),
  ];
}

function refundOf(book: Book | null, period: string): Refund | undefined {
  return book?.refunds.find((refund) => refund.period === period);
}

/** `refund:<enrolmentId>:<period>:a<n>` */
export function refundKey(enrolmentId: string, { period, attempt }: Sent): string {
  return `refund:${enrolmentId}:${period}:a${attempt}`;
}
