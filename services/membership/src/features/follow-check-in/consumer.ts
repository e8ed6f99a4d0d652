import type { Received } from '@daka/contracts';
import type { Handled } from '@daka/service-kit';
import { followCheckIn } from '../../domain/follow-check-in';
import type { Ports } from '../../ports';

/** Check-in removed, reinstated or settled a member. */
export function createFollowCheckIn({ enrolments }: Pick<Ports, 'enrolments'>) {
  return function followCheckInFor(received: Received<'checkin.enrolment'>): Promise<Handled> {
    return enrolments.applyMessage(received, (enrolment) => followCheckIn(enrolment, received.message));
  };
}
