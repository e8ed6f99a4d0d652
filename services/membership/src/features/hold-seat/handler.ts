import { isRefused, refuse, type Refused } from '@daka/contracts';
import { openCohort } from '../../domain/apply';
import type { Enrolment } from '../../domain/enrolment';
import { holdSeat, openedFirst } from '../../domain/seat-decisions';
import { placeOf } from '../../domain/seating';
import type { Ports } from '../../ports';
import type { FollowSeating } from '../follow-seating/handler';

type Needs = Pick<Ports, 'cohorts' | 'seatings' | 'enrolments' | 'clock' | 'holdMs'>;
type No = Refused<'not_found' | 'cohort_not_open' | 'enrolment_closed' | 'cohort_full' | 'rules_not_accepted' | 'already_admitted' | 'enrolment_ended'>;

/** Keeps a seat for the learner while they pay; in a full cohort they are put on the waiting list. */
export function createHoldSeat({ cohorts, seatings, enrolments, clock, holdMs }: Needs, followSeating: FollowSeating) {
  return async function holdSeatFor(enrolmentId: string): Promise<No | Enrolment> {
    const nowMs = clock.nowMs();
    const enrolment = await enrolments.load(enrolmentId);
    const early = mayAsk(enrolment);
    if (isRefused(early)) return early;
    const { cohortId } = early;
    const cohort = openCohort(await cohorts.load(cohortId), nowMs);
    if (isRefused(cohort)) return cohort;

    const seating = await seatings.change(cohortId, enrolmentId, (known) =>
      openedFirst(known, cohort.content, (open) => holdSeat(open, { enrolmentId, nowMs, holdMs })),
    );
    if (isRefused(seating)) return seating;
    if (seating === null) throw new Error(`the seating of ${cohortId} was opened and is not there`);
    const followed = await followSeating(cohortId, enrolmentId, seating);

    const place = placeOf(seating, enrolmentId);
    if (place.kind === 'waiting') return refuse('cohort_full', 'you are on the waiting list', { extra: { waitingPosition: place.position } });
    return followed ?? refuse('not_found');
  };
}

function mayAsk(enrolment: Enrolment | null): Refused<'not_found' | 'rules_not_accepted' | 'already_admitted' | 'enrolment_ended'> | Enrolment {
  if (enrolment === null) return refuse('not_found');
  switch (enrolment.status) {
    case 'applied': return refuse('rules_not_accepted', 'accept the rules first');
    case 'admitted':
    case 'removed':
    case 'completed': return refuse('already_admitted');
    case 'withdrawn':
    case 'cancelled': return refuse('enrolment_ended');
    case 'rules_accepted':
    case 'waiting':
    case 'seat_held': return enrolment;
    default: return unknownStatus(enrolment.status);
  }
}

function unknownStatus(status: never): never {
  throw new Error(`unknown status ${String(status)}`);
}
