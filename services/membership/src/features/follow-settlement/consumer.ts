import type { HandlersOn } from '@daka/service-kit';
import { followSettlement } from '../../domain/follow-settlement';
import type { Ports } from '../../ports';

/** Check-in settled a cohort. */
export function createFollowSettlement({ cohorts }: Pick<Ports, 'cohorts'>): HandlersOn<'checkin.cohort'> {
  return {
    'checkin.cohort-settled.v1': (received) =>
      cohorts.applyMessage(received, (cohort) => followSettlement(cohort, received.data)),
    'checkin.cohort-day-excused.v1': (received) => cohorts.applyMessage(received, () => []),
  };
}
