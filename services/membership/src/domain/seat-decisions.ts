import { isRefused, refuse, type Refused } from '@daka/contracts';
import { evolveSeating, freeSeats, placeOf, type Seating, type SeatingEvent, type SeatingOffer } from './seating';

/** Beyond this many a full cohort takes no more names: nobody so far back is ever offered a seat. */
export const MAX_WAITING = 1_000;

interface Asked {
  enrolmentId: string;
  nowMs: number;
  holdMs: number;
}

/** Opens the seating of a published cohort when it is first needed, then decides on it. */
export function openedFirst<R extends Refused = never>(
  seating: Seating | null,
  { capacity, enrolUntilMs, groupSize }: SeatingOffer,
  decide: (open: Seating) => R | SeatingEvent[],
): R | SeatingEvent[] {
  if (seating !== null) return decide(seating);
  const opening: SeatingEvent = { type: 'opened', capacity, enrolUntilMs, groupSize };
  const decided = decide(evolveSeating(null, opening));
  return isRefused(decided) ? decided : [opening, ...decided];
}

/** Keeps a free seat for the learner, or puts them at the end of the waiting list. Asking again keeps what they have. */
export function holdSeat(seating: Seating, asked: Asked): Refused<'cohort_not_open' | 'cohort_full'> | SeatingEvent[] {
  if (seating.status === 'closed') return refuse('cohort_not_open');
  const freed = expireHolds(seating, asked);
  const current = fold(seating, freed);
  if (placeOf(current, asked.enrolmentId).kind !== 'none') return freed;
  if (freeSeats(current) > 0) return [...freed, held(asked.enrolmentId, asked)];
  if (current.waiting.length >= MAX_WAITING) return refuse('cohort_full', 'the waiting list is full as well');
  return [...freed, { type: 'queued', enrolmentId: asked.enrolmentId }];
}

/**
 * Turns a payment into a seat with the next member number. Whoever still has the hold gets in even if it just ran out;
 * whoever lost it gets in only if a seat is free. Paying twice gives one number.
 */
export function admitPaid(
  seating: Seating,
  paid: Asked & { paidAtMs: number },
): Refused<'cohort_not_open' | 'no_seat'> | SeatingEvent[] {
  if (seating.status === 'closed') return refuse('cohort_not_open');
  const place = placeOf(seating, paid.enrolmentId);
  if (place.kind === 'member') return [];
  const freed = place.kind === 'held' ? [] : expireHolds(seating, paid);
  const current = fold(seating, freed);
  const hasSeat = placeOf(current, paid.enrolmentId).kind === 'held' || freeSeats(current) > 0;
  if (!hasSeat) return refuse('no_seat');
  return [
    ...freed,
    { type: 'admitted', enrolmentId: paid.enrolmentId, memberNumber: current.lastNumber + 1, paidAtMs: paid.paidAtMs },
  ];
}

/** Gives back whatever place an ended enrolment still has, and offers the seat to the first who waits. */
export function leaveSeat(seating: Seating | null, asked: Asked): SeatingEvent[] {
  if (seating === null || placeOf(seating, asked.enrolmentId).kind === 'none') return [];
  const left: SeatingEvent = { type: 'left', enrolmentId: asked.enrolmentId };
  return [left, ...offerSeats(fold(seating, [left]), asked)];
}

/** Frees the seats whose hold ran out and offers them to those who wait, in order. */
export function expireHolds(seating: Seating, time: { nowMs: number; holdMs: number }): SeatingEvent[] {
  const expired = seating.holds
    .filter((hold) => hold.expiresAtMs <= time.nowMs)
    .map(({ enrolmentId }): SeatingEvent => ({ type: 'hold-expired', enrolmentId }));
  return [...expired, ...offerSeats(fold(seating, expired), time)];
}

/** The cohort is cancelled: nobody is seated any more. */
export function closeSeating(seating: Seating): SeatingEvent[] {
  return seating.status === 'closed' ? [] : [{ type: 'closed' }];
}

function offerSeats(seating: Seating, time: { nowMs: number; holdMs: number }): SeatingEvent[] {
  if (seating.status === 'closed' || time.nowMs >= seating.enrolUntilMs) return [];
  return seating.waiting.slice(0, Math.max(0, freeSeats(seating))).map(({ enrolmentId }) => held(enrolmentId, time));
}

function held(enrolmentId: string, { nowMs, holdMs }: { nowMs: number; holdMs: number }): SeatingEvent {
  return { type: 'held', enrolmentId, expiresAtMs: nowMs + holdMs };
}

function fold(seating: Seating, events: readonly SeatingEvent[]): Seating {
  return events.reduce<Seating>(evolveSeating, seating);
}
