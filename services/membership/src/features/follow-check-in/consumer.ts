import type { Received } from '@daka/contracts';
import type { HandlersOn } from '@daka/service-kit';
import type { Enrolment, EnrolmentEvent } from '../../domain/enrolment';
import {
  refuseAdmission,
  reinstateMember,
  releaseMember,
  removeMember,
  settleMember,
} from '../../domain/follow-check-in';
import type { Ports, Seats } from '../../ports';

type Message = Received<'checkin.enrolment'>;
type Decide = (enrolment: Enrolment | null) => readonly EnrolmentEvent[];

/** Check-in removed, reinstated, settled or let go a member; whose enrolment ends at once by it gives the seat back. */
export function createFollowCheckIn(
  { enrolments }: Pick<Ports, 'enrolments'>,
  seats: Seats,
): HandlersOn<'checkin.enrolment'> {
  const moveOn = (received: Message) => enrolments.applyMessage(received, () => []);
  const follow = (received: Message, decide: Decide) => enrolments.applyMessage(received, decide);

  return {
    'checkin.removed.v1': (received) => follow(received, (enrolment) => removeMember(enrolment, received.data)),
    'checkin.reinstated.v1': (received) => follow(received, reinstateMember),
    'checkin.settled.v1': (received) => follow(received, (enrolment) => settleMember(enrolment, received.data)),
    'checkin.admission-refused.v1': (received) =>
      follow(received, (enrolment) => refuseAdmission(enrolment, received.data)),
    'checkin.released.v1': async (received) => {
      const applied = await follow(received, releaseMember);
      await seats.freeIfEnded(received.subject);
      return applied;
    },
    'checkin.entry-accepted.v1': moveOn,
    'checkin.entry-rejected.v1': moveOn,
    'checkin.day-excused.v1': moveOn,
    'checkin.leave-decided.v1': moveOn,
    'checkin.entitlement-changed.v1': moveOn,
    'checkin.payout-due.v1': moveOn,
    'checkin.bonus-awarded.v1': moveOn,
    'checkin.appeal-opened.v1': moveOn,
    'checkin.appeal-answered.v1': moveOn,
    'checkin.appeal-escalated.v1': moveOn,
  };
}
