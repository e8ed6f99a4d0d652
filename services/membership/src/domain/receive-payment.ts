import type { Enrolment, EnrolmentEvent } from './enrolment';
import { followPlace } from './follow-place';
import type { Place } from './seating';

/** What the seating said to a payment. */
export type Seated = Extract<Place, { kind: 'member' }> | { kind: 'no_seat' } | { kind: 'cohort_cancelled' };

/** Whether this payment can still buy a seat: the learner is on the way to one and has not paid before. */
export function mayBeSeated(enrolment: Enrolment): boolean {
  return enrolment.status === 'seat_held' || enrolment.status === 'waiting' || enrolment.status === 'rules_accepted';
}

/**
 * Payment was received: the enrolment is admitted with the number that the seating gave, or cancelled so that payment refunds by itself.
 * Paid after it was cancelled for another reason: the cancellation is said again, so that this money goes back as well. A second payment changes nothing.
 */
export function receivePayment(
  enrolment: Enrolment | null,
  payment: { paidAtMs: number; seated: Seated; nowMs: number },
): EnrolmentEvent[] {
  if (enrolment === null || enrolment.paidAtMs !== null) return [];
  const { paidAtMs, seated, nowMs } = payment;
  if (enrolment.status === 'cancelled') return [{ type: 'paid-after-end', paidAtMs, atMs: nowMs }];
  if (seated.kind === 'member') return followPlace(enrolment, seated, nowMs);
  return [{ type: 'cancelled', reason: seated.kind, paidAtMs, atMs: nowMs }];
}
