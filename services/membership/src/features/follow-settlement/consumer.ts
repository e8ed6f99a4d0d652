import type { Received } from '@daka/contracts';
import type { Handled } from '@daka/service-kit';
import { followSettlement } from '../../domain/follow-settlement';
import type { Ports } from '../../ports';

/** Check-in settled a cohort. */
export function createFollowSettlement({ cohorts }: Pick<Ports, 'cohorts'>) {
  return function followSettlementFor(received: Received<'checkin.cohort'>): Promise<Handled> {
    const settledAtMs = Date.parse(received.message.data.settledAt);
    return cohorts.applyMessage(received, (cohort) => followSettlement(cohort, settledAtMs));
  };
}
