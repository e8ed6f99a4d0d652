import type { ReceivedOf } from '@daka/contracts';
import type { Enrolment, EnrolmentEvent } from './enrolment';

/** Check-in took the member out: by the rule, or because the staff removed them. */
export function removeMember(
  enrolment: Enrolment | null,
  { removedOn, byHand }: ReceivedOf<'checkin.removed.v1'>['data'],
): EnrolmentEvent[] {
  return enrolment?.status === 'admitted'
    ? [{ type: 'removed', removedOn, ...(byHand && { reason: byHand.reason }) }]
    : [];
}

/** A made-up day or an appeal undid the removal. */
export function reinstateMember(enrolment: Enrolment | null): EnrolmentEvent[] {
  return enrolment?.status === 'removed' ? [{ type: 'reinstated' }] : [];
}

/** Check-in settled the member: as completed, or out for good. */
export function settleMember(
  enrolment: Enrolment | null,
  { completed, settledAt }: Pick<ReceivedOf<'checkin.settled.v1'>['data'], 'completed' | 'settledAt'>,
): EnrolmentEvent[] {
  if (!isOpen(enrolment)) return [];
  const atMs = Date.parse(settledAt);
  return completed && enrolment.status === 'admitted' ? [{ type: 'completed', atMs }] : [{ type: 'settled', atMs }];
}

/** Admitted when the cohort was settled already: paid means admitted or refunded, so everything goes back. */
export function refuseAdmission(
  enrolment: Enrolment | null,
  { refusedAt }: Pick<ReceivedOf<'checkin.admission-refused.v1'>['data'], 'refusedAt'>,
): EnrolmentEvent[] {
  if (!isOpen(enrolment)) return [];
  return [{ type: 'cancelled', reason: 'no_seat', paidAtMs: enrolment.paidAtMs, atMs: Date.parse(refusedAt) }];
}

/** Let go as asked: everything goes back, as of when it was asked. */
export function releaseMember(enrolment: Enrolment | null): EnrolmentEvent[] {
  if (!enrolment?.leaving) return [];
  const { leaving, paidAtMs } = enrolment;
  return [{ type: 'cancelled', reason: leaving.reason, paidAtMs, atMs: leaving.askedAtMs }];
}

/** Whether a settlement can still concern them. */
function isOpen(enrolment: Enrolment | null): enrolment is Enrolment {
  return enrolment !== null && enrolment.settledAtMs === null && enrolment.status !== 'cancelled';
}
