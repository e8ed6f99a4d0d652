import type { Book, Charge, RefundKind } from './book';
import type { BookEvent } from './book-events';
import type { Now, Patience } from './patience';
import { isFrozen } from './dispute';
import { hasRefundInFlight } from './evolve-book';
import { closedWay, collectingRefund, collectUntilMs } from './way-out';

interface RefundPromise {
  period: string;
  kind: RefundKind;
  amountMinor: number;
  charge: Charge;
}

/**
 * Promises money back through a charge. When nothing of this charge is in flight, the refund may be sent at once:
 * then `sending` is written in the same change, before any call.
 */
export function planRefund(
  book: Book,
  { kind, amountMinor, charge, ...wanted }: RefundPromise,
  now: Now,
  patience: Patience,
): BookEvent[] {
  const period = freePeriod(book, wanted.period);
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0 || amountMinor > roomMinor(charge)) {
    throw new Error(`refund ${period} of ${amountMinor} does not fit charge ${JSON.stringify(charge)}`);
  }
  const planned: BookEvent = {
    type: 'refund-planned',
    period,
    kind,
    paymentIntentId: charge.paymentIntentId,
    amountMinor,
    nextAtMs: now.wallAtMs,
  };
  const closed = closedWay(book, charge, now);
  if (closed) return [planned, { type: 'refund-blocked', period, reason: closed }];
  if (isFrozen(book) || hasRefundInFlight(book, charge.paymentIntentId)) return [planned];
  return [planned, startOf({ period, attempt: 0, amountMinor }, now, patience)];
}

/** Whether something was promised back that somebody should send. */
export function hasNewRefund(events: readonly BookEvent[]): boolean {
  return events.some(({ type }) => type === 'refund-planned' || type === 'refund-raised');
}

/** Since when what these events promise back has been due, by the clock of who said so: the time that our own delay takes counts too. */
export function dueSince(events: readonly BookEvent[], sinceMs: number): BookEvent[] {
  const periods = events.flatMap((event) => (event.type === 'refund-planned' ? [event.period] : []));
  return periods.length === 0 ? [] : [{ type: 'refunds-due', periods, sinceMs }];
}

/** A payout that waits for others, because only few refunds of the charge are left: one of them collects until the settlement, or until its window ends. */
export function collectPayout(
  book: Book,
  { amountMinor, charge, ...wanted }: Omit<RefundPromise, 'kind'>,
): { period: string; events: BookEvent[] } {
  const period = freePeriod(book, wanted.period);
  const into = collectingRefund(book, charge);
  if (into) return { period, events: [{ type: 'refund-raised', period: into.period, payout: period, amountMinor }] };
  const planned: BookEvent = {
    type: 'refund-planned',
    period,
    kind: 'deposit',
    paymentIntentId: charge.paymentIntentId,
    amountMinor,
    nextAtMs: collectUntilMs(charge),
    isCollecting: true,
  };
  return { period, events: [planned] };
}

/** What was collected goes out now, with what came last. */
export function releaseCollected(
  book: Book,
  charge: Charge,
  { wallAtMs }: Now,
  last?: { period: string; amountMinor: number },
): { period: string; events: BookEvent[] } | null {
  const into = collectingRefund(book, charge);
  if (!into) return null;
  const { period: payout = null, amountMinor = 0 } = last ? { ...last, period: freePeriod(book, last.period) } : {};
  return {
    period: payout ?? into.period,
    events: [{ type: 'refund-raised', period: into.period, payout, amountMinor, nextAtMs: wallAtMs }],
  };
}

/** The write that must come before the call: from here on the processor may know the key. */
export function startOf(
  refund: { period: string; attempt: number; amountMinor: number },
  now: Now,
  patience: Patience,
): BookEvent {
  const { period, attempt, amountMinor } = refund;
  return {
    type: 'refund-sending',
    period,
    attempt: attempt + 1,
    amountMinor,
    ...now,
    nextAtMs: now.wallAtMs + patience.sendWithinMs,
  };
}

/** What may still be promised on a charge. */
export function roomMinor({ capturedMinor, refundedMinor, inFlightMinor, payableMinor, lostMinor }: Charge): number {
  return capturedMinor - refundedMinor - inFlightMinor - payableMinor - lostMinor;
}

/** A period that is due a second time (a day made up after its period closed) gets a name, and so a key, of its own. */
function freePeriod({ refunds }: Book, period: string): string {
  const taken = new Set(refunds.flatMap((refund) => [refund.period, ...refund.payouts]));
  if (!taken.has(period)) return period;
  let count = 2;
  while (taken.has(`${period}.${count}`)) count += 1;
  return `${period}.${count}`;
}
