import { isRefused, refuse, type Refused } from '@daka/contracts';
import type { Enrolment } from '../../domain/enrolment';
import { withdraw } from '../../domain/withdraw';
import type { Ports, Seats } from '../../ports';

/** The learner leaves; within the cooling-off the seat reopens. */
export function createWithdraw(
  { cohorts, enrolments, clock }: Pick<Ports, 'cohorts' | 'enrolments' | 'clock'>,
  seats: Seats,
) {
  return async function withdrawFor(
    enrolmentId: string,
  ): Promise<Refused<'not_found' | 'enrolment_ended'> | Enrolment> {
    const nowMs = clock.nowMs();
    const enrolment = await enrolments.load(enrolmentId);
    const policy = enrolment && (await cohorts.load(enrolment.cohortId))?.content.policy;
    if (!policy) return refuse('not_found');

    const outcome = await enrolments.change(enrolmentId, (known) => withdraw(known, policy, nowMs));
    if (isRefused(outcome)) return outcome;
    if (outcome.state.seatToFree) await seats.free(outcome.state);
    return outcome.state;
  };
}
export type Withdraw = ReturnType<typeof createWithdraw>;
