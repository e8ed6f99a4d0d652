import type { Received } from '@daka/contracts';
import type { Handled } from '@daka/service-kit';
import { followCheckIn } from '../../domain/follow-check-in';
import type { Ports } from '../../ports';
import { freeIfEnded, type FreeSeat } from '../withdraw/handler';

/** Check-in removed, reinstated, settled or let go a member; whose enrolment ends by it gives the seat back. */
export function createFollowCheckIn({ enrolments }: Pick<Ports, 'enrolments'>, freeSeat: FreeSeat) {
  return async function followCheckInFor(received: Received<'checkin.enrolment'>): Promise<Handled> {
    const applied = await enrolments.applyMessage(received, (enrolment) => followCheckIn(enrolment, received.message));
    if (received.message.type === 'checkin.released.v1') await freeIfEnded(enrolments, received.subject, freeSeat);
    return applied;
  };
}
