import { unreachable } from '@daka/contracts';
/** A seat kept for somebody who has not paid yet. */
export interface Hold {
  enrolmentId: string;
  expiresAtMs: number;
  revision: number;
}
export interface Waiting {
  enrolmentId: string;
  revision: number;
}
export interface Member {
  memberNumber: number;
  paidAtMs: number;
  revision: number;
}

/**
 * Who sits where in one cohort: the one truth about seats and member numbers. Enrolments follow it, each in its own document.
 * `members` holds only those that a decision asked for, since a cohort may have ten thousand.
 */
export interface Seating {
  status: 'open' | 'closed';
  capacity: number;
  /** Free seats are offered to the waiting list until then. */
  enrolUntilMs: number;
  /** Members per group, by number. */
  groupSize: number;
  /** Seats taken by members now. */
  admitted: number;
  /** The highest member number given so far; numbers are never given twice. */
  lastNumber: number;
  holds: readonly Hold[];
  waiting: readonly Waiting[];
  members: Readonly<Record<string, Member>>;
  /** Counts the events; orders what an enrolment hears about its place. */
  revision: number;
  /** Enrolments whose own document may not know their place yet. */
  unfollowed: readonly { enrolmentId: string; revision: number }[];
}

/** What a published cohort offers. */
export type SeatingOffer = Pick<Seating, 'capacity' | 'enrolUntilMs' | 'groupSize'>;

export type SeatingEvent =
  | ({ type: 'opened' } & SeatingOffer)
  | { type: 'held'; enrolmentId: string; expiresAtMs: number }
  | { type: 'queued'; enrolmentId: string }
  | { type: 'hold-expired'; enrolmentId: string }
  | { type: 'admitted'; enrolmentId: string; memberNumber: number; paidAtMs: number }
  | { type: 'left'; enrolmentId: string }
  | { type: 'offer-changed'; capacity: number; enrolUntilMs: number }
  | { type: 'closed' };

/** Where one enrolment stands, as of the revision at which that last changed. */
export type Place =
  | { kind: 'member'; memberNumber: number; group: number; paidAtMs: number; revision: number }
  | { kind: 'held'; expiresAtMs: number; revision: number }
  | { kind: 'waiting'; position: number; revision: number }
  | { kind: 'none'; revision: number };

export function placeOf(seating: Seating, enrolmentId: string): Place {
  const member = seating.members[enrolmentId];
  if (member) return { kind: 'member', group: Math.ceil(member.memberNumber / seating.groupSize), ...member };
  const hold = seating.holds.find((held) => held.enrolmentId === enrolmentId);
  if (hold) return { kind: 'held', expiresAtMs: hold.expiresAtMs, revision: hold.revision };
  const index = seating.waiting.findIndex((waiting) => waiting.enrolmentId === enrolmentId);
  const waiting = seating.waiting[index];
  if (waiting) return { kind: 'waiting', position: index + 1, revision: waiting.revision };
  const lost = seating.unfollowed.findLast((change) => change.enrolmentId === enrolmentId);
  return { kind: 'none', revision: lost?.revision ?? 0 };
}

export function freeSeats({ capacity, admitted, holds }: Pick<Seating, 'capacity' | 'admitted' | 'holds'>): number {
  return capacity - admitted - holds.length;
}

export function evolveSeating(seating: Seating | null, event: SeatingEvent): Seating {
  if (event.type === 'opened') {
    const { capacity, enrolUntilMs, groupSize } = event;
    return {
      status: 'open',
      capacity,
      enrolUntilMs,
      groupSize,
      admitted: 0,
      lastNumber: 0,
      holds: [],
      waiting: [],
      members: {},
      revision: 1,
      unfollowed: [],
    };
  }
  if (seating === null) throw new Error(`${event.type} before the seating was opened`);
  const next = step(seating, event, seating.revision + 1);
  if (freeSeats(next) < 0) throw new Error('a seating was oversold');
  return next;
}

function step(seating: Seating, event: Exclude<SeatingEvent, { type: 'opened' }>, revision: number): Seating {
  switch (event.type) {
    case 'held': {
      const hold = { enrolmentId: event.enrolmentId, expiresAtMs: event.expiresAtMs, revision };
      return { ...withoutUnpaid(seating, event.enrolmentId, revision), holds: [...seating.holds, hold] };
    }
    case 'queued':
      return {
        ...touched(seating, event.enrolmentId, revision),
        waiting: [...seating.waiting, { enrolmentId: event.enrolmentId, revision }],
      };
    case 'hold-expired':
      return withoutUnpaid(seating, event.enrolmentId, revision);
    case 'admitted':
      return admit(seating, event, revision);
    case 'left': {
      const { [event.enrolmentId]: member, ...members } = seating.members;
      return {
        ...withoutUnpaid(seating, event.enrolmentId, revision),
        members,
        admitted: seating.admitted - (member ? 1 : 0),
      };
    }
    case 'offer-changed':
      return { ...seating, capacity: event.capacity, enrolUntilMs: event.enrolUntilMs, revision };
    case 'closed':
      return { ...seating, status: 'closed', holds: [], waiting: [], revision };
    default:
      return unreachable(event, 'event of a seating');
  }
}

function admit(seating: Seating, event: Extract<SeatingEvent, { type: 'admitted' }>, revision: number): Seating {
  const { enrolmentId, memberNumber, paidAtMs } = event;
  if (memberNumber !== seating.lastNumber + 1)
    throw new Error(`member number ${memberNumber} would leave a gap or be given twice`);
  return {
    ...withoutUnpaid(seating, enrolmentId, revision),
    admitted: seating.admitted + 1,
    lastNumber: memberNumber,
    members: { ...seating.members, [enrolmentId]: { memberNumber, paidAtMs, revision } },
  };
}

function withoutUnpaid(seating: Seating, enrolmentId: string, revision: number): Seating {
  const others = (place: { enrolmentId: string }) => place.enrolmentId !== enrolmentId;
  return {
    ...touched(seating, enrolmentId, revision),
    holds: seating.holds.filter(others),
    waiting: seating.waiting.filter(others),
  };
}

function touched(seating: Seating, enrolmentId: string, revision: number): Seating {
  return { ...seating, revision, unfollowed: [...seating.unfollowed, { enrolmentId, revision }] };
}
