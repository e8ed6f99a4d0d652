import { unreachable } from '@daka/contracts';
import type { Enrolment, EnrolmentEvent } from './enrolment';
import type { Place } from './seating';

/** Brings an enrolment in line with its place in the seating. What it followed before, or something newer, is left. */
export function followPlace(enrolment: Enrolment | null, place: Place, nowMs: number): EnrolmentEvent[] {
  if (enrolment === null || place.revision <= enrolment.placeRevision) return [];
  switch (enrolment.status) {
    case 'rules_accepted':
    case 'waiting':
    case 'seat_held':
      return followUnpaid(enrolment, place, nowMs);
    case 'cancelled':
      return place.kind === 'none' || enrolment.seatToFree
        ? []
        : [{ type: 'seat-unclaimed', placeRevision: place.revision }];
    case 'applied':
    case 'admitted':
    case 'removed':
    case 'withdrawn':
    case 'completed':
      return [];
    default:
      return unreachable(enrolment.status, 'status of an enrolment');
  }
}

function followUnpaid(enrolment: Enrolment, place: Place, nowMs: number): EnrolmentEvent[] {
  const placeRevision = place.revision;
  const seen: EnrolmentEvent = { type: 'place-seen', placeRevision };
  switch (place.kind) {
    case 'member': {
      const { memberNumber, group, paidAtMs } = place;
      return [{ type: 'admitted', memberNumber, group, paidAtMs, placeRevision, atMs: nowMs }];
    }
    case 'held':
      return [{ type: 'seat-held', holdExpiresAtMs: place.expiresAtMs, placeRevision }];
    case 'waiting': {
      const released: EnrolmentEvent[] =
        enrolment.status === 'seat_held' ? [{ type: 'seat-released', placeRevision, atMs: nowMs }] : [];
      return enrolment.status === 'waiting' ? [seen] : [...released, { type: 'queued', placeRevision }];
    }
    case 'none':
      return enrolment.status === 'seat_held' ? [{ type: 'seat-released', placeRevision, atMs: nowMs }] : [seen];
    default:
      return unreachable(place, 'place');
  }
}
