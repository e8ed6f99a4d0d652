import { isRefused, refuse, type Refused } from '@daka/contracts';
import { seatFreed } from '../../domain/end-enrolment';
import type { Enrolment } from '../../domain/enrolment';
import { leaveSeat } from '../../domain/seat-decisions';
import { withdraw } from '../../domain/withdraw';
import type { Ports } from '../../ports';

type Needs = Pick<Ports, 'cohorts' | 'seatings' | 'enrolments' | 'clock' | 'holdMs'>;

/** The learner leaves; within the cooling-off the seat reopens. */
export function createWithdraw({ cohorts, enrolments, clock }: Needs, freeSeat: FreeSeat) {
  return async function withdrawFor(enrolmentId: string): Promise<Refused<'not_found' | 'enrolment_ended'> | Enrolment> {
    const nowMs = clock.nowMs();
    const enrolment = await enrolments.load(enrolmentId);
    const policy = enrolment && (await cohorts.load(enrolment.cohortId))?.content.policy;
    if (!policy) return refuse('not_found');

    const outcome = await enrolments.change(enrolmentId, (known) => withdraw(known, policy, nowMs));
    if (isRefused(outcome)) return outcome;
    if (outcome.state.seatToFree) await freeSeat(outcome.state);
    return outcome.state;
  };
}

/** Gives back the place of an enrolment that ended: first in the seating, then its own document forgets it. Repeatable. */
export function createFreeSeat({ seatings, enrolments, clock, holdMs }: Needs) {
  return async function freeSeat({ cohortId, enrolmentId }: Pick<Enrolment, 'cohortId' | 'enrolmentId'>): Promise<void> {
    const asked = { enrolmentId, nowMs: clock.nowMs(), holdMs };
    await seatings.change(cohortId, enrolmentId, (seating) => leaveSeat(seating, asked));
    await enrolments.change(enrolmentId, seatFreed);
  };
}
export type FreeSeat = ReturnType<typeof createFreeSeat>;

/** The same after a message, for an enrolment that may have ended by it. */
export async function freeIfEnded(enrolments: Pick<Ports['enrolments'], 'load'>, enrolmentId: string, freeSeat: FreeSeat): Promise<void> {
  const enrolment = await enrolments.load(enrolmentId);
  if (enrolment?.seatToFree) await freeSeat(enrolment);
}
