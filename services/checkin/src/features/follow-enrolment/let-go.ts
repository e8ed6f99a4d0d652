import type { ReceivedOf } from '@daka/contracts';
import { type Handled, NOT_YET } from '@daka/service-kit';
import { release } from '../../domain/follow-enrolment';
import type { Ports } from '../../ports';

export type LetGo = ReturnType<typeof createLetGo>;

/**
 * A member asks to leave with everything back. With a cancelled cohort all are let go or none: whether its settlement had begun
 * is known once the cancellation has arrived, which travels on another topic.
 */
export function createLetGo({ calendars, cohorts, clock }: Pick<Ports, 'calendars' | 'cohorts' | 'clock'>) {
  return async (received: ReceivedOf<'membership.enrolment-leaving.v1'>): Promise<Handled> => {
    const { cohortId, reason } = received.data;
    if (reason === 'cohort_cancelled') {
      const cohort = await cohorts.load(cohortId);
      if (cohort === null) return NOT_YET;
      if (cohort.settlement.status !== 'open') return calendars.applyMessage(received, () => []);
      if (!cohort.cancelled) return NOT_YET;
    }
    return calendars.applyMessage(received, (calendar) => release(calendar, clock.nowMs()));
  };
}
