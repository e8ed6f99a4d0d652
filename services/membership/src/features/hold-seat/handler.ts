import { isRefused, refuse, type Refused, unreachable } from '@daka/contracts';
import { openCohort } from '../../domain/apply';
import type { Enrolment } from '../../domain/enrolment';
import { holdSeat, openedFirst } from '../../domain/seat-decisions';
import type { Ports, Seats } from '../../ports';
import { refuseUnproven } from '../proven';

type Needs = Pick<Ports, 'accounts' | 'mustProve' | 'cohorts' | 'seatings' | 'enrolments' | 'clock' | 'holdMs'>;
type No = Refused<
  | 'not_found'
  | 'email_not_proven'
  | 'cohort_not_open'
  | 'plan_over'
  | 'enrolment_closed'
  | 'cohort_full'
  | 'rules_not_accepted'
  | 'already_admitted'
  | 'enrolment_ended'
>;

/** Keeps a seat for the learner while they pay; in a full cohort they are put on the waiting list. */
export function createHoldSeat(needs: Needs, seats: Seats) {
  const { cohorts, seatings, enrolments, clock, holdMs } = needs;
  return async function holdSeatFor(enrolmentId: string): Promise<No | Enrolment> {
    const nowMs = clock.nowMs();
    const enrolment = await enrolments.load(enrolmentId);
    const early = mayAsk(enrolment);
    if (isRefused(early)) return early;
    const unproven = await refuseUnproven(needs, early.learnerId);
    if (unproven) return unproven;
    const { cohortId } = early;
    const cohort = openCohort(await cohorts.load(cohortId), early.timeZone, nowMs);
    if (isRefused(cohort)) return cohort;

    const asked = { enrolmentId, nowMs, holdMs };
    const seating = await seatings.change(
      cohortId,
      (known) => openedFirst(known, cohort.content, (open) => holdSeat(open, asked)),
      [enrolmentId],
    );
    if (isRefused(seating)) return seating;
    return (await seats.follow(cohortId, enrolmentId, seating.state)) ?? refuse('not_found');
  };
}
export type HoldSeat = ReturnType<typeof createHoldSeat>;

function mayAsk(
  enrolment: Enrolment | null,
): Refused<'not_found' | 'rules_not_accepted' | 'already_admitted' | 'enrolment_ended'> | Enrolment {
  if (enrolment === null) return refuse('not_found');
  switch (enrolment.status) {
    case 'applied':
      return refuse('rules_not_accepted', 'accept the rules first');
    case 'admitted':
    case 'removed':
    case 'completed':
      return refuse('already_admitted');
    case 'withdrawn':
    case 'cancelled':
      return refuse('enrolment_ended');
    case 'rules_accepted':
    case 'waiting':
    case 'seat_held':
      return enrolment;
    default:
      return unreachable(enrolment.status, 'status of an enrolment');
  }
}
