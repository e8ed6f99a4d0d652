import { isRefused, type Received } from '@daka/contracts';
import type { Handled } from '@daka/service-kit';
import type { Cohort } from '../../domain/cohort';
import type { Enrolment } from '../../domain/enrolment';
import { mayBeSeated, receivePayment, type Seated } from '../../domain/receive-payment';
import { admitPaid, openedFirst } from '../../domain/seat-decisions';
import { placeOf } from '../../domain/seating';
import type { Ports } from '../../ports';
import { freeIfEnded, type FreeSeat } from '../withdraw/handler';

type Needs = Pick<Ports, 'cohorts' | 'seatings' | 'enrolments' | 'clock' | 'holdMs'>;

/**
 * Payment was received: the seating gives a seat and the next member number, then the enrolment follows in the write that remembers the message.
 * Stopped in between, the message comes again and finds the number that was given.
 */
export function createAdmitPaid({ cohorts, seatings, enrolments, clock, holdMs }: Needs, freeSeat: FreeSeat) {
  return async function admitPaidFor(received: Received<'payment.enrolment'>): Promise<Handled> {
    const { message, subject: enrolmentId } = received;
    if (message.type !== 'payment.received.v1') return enrolments.applyMessage(received, () => []);
    const enrolment = await enrolments.load(enrolmentId);
    const cohort = enrolment && (await cohorts.load(enrolment.cohortId));
    if (!enrolment || !cohort) return enrolments.applyMessage(received, () => []);

    const paidAtMs = Date.parse(message.data.paidAt);
    const seated = await seat(enrolment, cohort, paidAtMs);
    const payment = { paidAtMs, seated, nowMs: clock.nowMs() };
    const applied = await enrolments.applyMessage(received, (known) => receivePayment(known, payment));

    if (seated.kind === 'member') await seatings.followed(cohort.cohortId, enrolmentId, seated.revision);
    else await freeIfEnded(enrolments, enrolmentId, freeSeat);
    return applied;
  };

  async function seat(enrolment: Enrolment, cohort: Cohort, paidAtMs: number): Promise<Seated> {
    if (cohort.status !== 'published') return { kind: 'cohort_cancelled' };
    if (!mayBeSeated(enrolment) || cohort.settledAtMs !== undefined) return { kind: 'no_seat' };
    const { enrolmentId } = enrolment;
    const paid = { enrolmentId, paidAtMs, nowMs: clock.nowMs(), holdMs };
    const seating = await seatings.change(cohort.cohortId, enrolmentId, (known) => openedFirst(known, cohort.content, (open) => admitPaid(open, paid)));
    if (isRefused(seating)) return { kind: seating.refused === 'no_seat' ? 'no_seat' : 'cohort_cancelled' };
    const place = seating && placeOf(seating, enrolmentId);
    if (place?.kind !== 'member') throw new Error(`${enrolmentId} paid and was seated, but has no number`);
    return place;
  }
}
