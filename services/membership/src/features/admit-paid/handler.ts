import { isRefused } from '@daka/contracts';
import { planEndsMs } from '@daka/rules';
import type { Cohort } from '../../domain/cohort';
import type { Enrolment } from '../../domain/enrolment';
import { mayBeSeated, receivePayment, type Seated } from '../../domain/receive-payment';
import { admitPaid, openedFirst } from '../../domain/seat-decisions';
import { placeOf } from '../../domain/seating';
import type { AdmitPaid, Ports, Seats } from '../../ports';

type Needs = Pick<Ports, 'cohorts' | 'seatings' | 'enrolments' | 'clock' | 'holdMs'>;

/**
 * Payment was received: the seating gives a seat and the next member number, then the enrolment follows in the write that remembers the message.
 * After the last close nobody is admitted, and everything goes back.
 * Stopped in between, the message comes again and finds the number that was given.
 */
export function createAdmitPaid({ cohorts, seatings, enrolments, clock, holdMs }: Needs, seats: Seats): AdmitPaid {
  return async (received) => {
    const enrolmentId = received.subject;
    const enrolment = await enrolments.load(enrolmentId);
    const cohort = enrolment && (await cohorts.load(enrolment.cohortId));
    if (!enrolment || !cohort) return enrolments.applyMessage(received, () => []);

    const paidAtMs = Date.parse(received.data.paidAt);
    const seated = await seat(enrolment, cohort, paidAtMs);
    const payment = { paidAtMs, seated, nowMs: clock.nowMs() };
    const applied = await enrolments.applyMessage(received, (known) => receivePayment(known, payment));

    if (seated.kind === 'member') await seatings.followed(cohort.cohortId, enrolmentId, seated.revision);
    else await seats.freeIfEnded(enrolmentId);
    return applied;
  };

  async function seat(enrolment: Enrolment, cohort: Cohort, paidAtMs: number): Promise<Seated> {
    if (cohort.status !== 'published') return { kind: 'cohort_cancelled' };
    if (!mayBeSeated(enrolment) || cohort.settledAtMs !== null) return { kind: 'no_seat' };
    const { enrolmentId, timeZone } = enrolment;
    const nowMs = clock.nowMs();
    if (nowMs >= planEndsMs(cohort.content.policy, timeZone)) return { kind: 'no_seat' };
    const paid = { enrolmentId, paidAtMs, nowMs, holdMs };
    const seating = await seatings.change(
      cohort.cohortId,
      (known) => openedFirst(known, cohort.content, (open) => admitPaid(open, paid)),
      [enrolmentId],
    );
    if (isRefused(seating)) return { kind: seating.refused === 'no_seat' ? 'no_seat' : 'cohort_cancelled' };
    const place = placeOf(seating.state, enrolmentId);
    if (place.kind !== 'member') throw new Error(`${enrolmentId} paid and was seated, but has no number`);
    return place;
  }
}
