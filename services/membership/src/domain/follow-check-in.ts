import type { MessageOn } from '@daka/contracts';
import type { Enrolment, EnrolmentEvent } from './enrolment';

/** What check-in says about a member: out, in again, settled, come too late, let go. Everything else of its stream means nothing here. */
export function followCheckIn(enrolment: Enrolment | null, message: MessageOn<'checkin.enrolment'>): EnrolmentEvent[] {
  if (enrolment === null) return [];
  switch (message.type) {
    case 'checkin.removed.v1':
      return enrolment.status === 'admitted' ? [{ type: 'removed', removedOn: message.data.removedOn }] : [];
    case 'checkin.reinstated.v1':
      return enrolment.status === 'removed' ? [{ type: 'reinstated' }] : [];
    case 'checkin.settled.v1':
      return settled(enrolment, message.data);
    case 'checkin.admission-refused.v1':
      return refusedAdmission(enrolment, Date.parse(message.data.refusedAt));
    case 'checkin.released.v1':
      return released(enrolment);
    case 'checkin.entry-accepted.v1':
    case 'checkin.entry-rejected.v1':
    case 'checkin.day-excused.v1':
    case 'checkin.entitlement-changed.v1':
    case 'checkin.payout-due.v1':
    case 'checkin.bonus-awarded.v1':
    case 'checkin.appeal-opened.v1':
    case 'checkin.appeal-answered.v1':
      return [];
    default:
      return unknownMessage(message);
  }
}

function settled(enrolment: Enrolment, { completed, settledAt }: { completed: boolean; settledAt: string }): EnrolmentEvent[] {
  if (enrolment.settledAtMs !== null || enrolment.status === 'cancelled') return [];
  const atMs = Date.parse(settledAt);
  return completed && enrolment.status === 'admitted' ? [{ type: 'completed', atMs }] : [{ type: 'settled', atMs }];
}

/** Admitted when the cohort was settled already: paid means admitted or refunded, so everything goes back. */
function refusedAdmission(enrolment: Enrolment, atMs: number): EnrolmentEvent[] {
  if (enrolment.settledAtMs !== null || enrolment.status === 'cancelled') return [];
  return [{ type: 'cancelled', reason: 'no_seat', paidAtMs: enrolment.paidAtMs, atMs }];
}

/** Let go as asked: everything goes back. */
function released({ leaving, paidAtMs }: Enrolment): EnrolmentEvent[] {
  return leaving ? [{ type: 'cancelled', reason: leaving.reason, paidAtMs, atMs: leaving.askedAtMs }] : [];
}

function unknownMessage(message: never): never {
  throw new Error(`unknown message ${JSON.stringify(message)}`);
}
