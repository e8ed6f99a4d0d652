import type { Received } from '@daka/contracts';
import type { HandlersOn } from '@daka/service-kit';
import type { Calendar, CalendarEvent } from '../../domain/calendar';
import { cancel, register, withdraw } from '../../domain/follow-enrolment';
import type { Ports } from '../../ports';
import type { Admit } from './admit';
import type { LetGo } from './let-go';

type Message = Received<'membership.enrolment'>;
interface Needs extends Pick<Ports, 'calendars' | 'files' | 'clock'> {
  admit: Admit;
  letGo: LetGo;
}

/** Keeps a calendar for every enrolment, from its first message on. */
export function createFollowEnrolment({
  calendars,
  files,
  clock,
  admit,
  letGo,
}: Needs): HandlersOn<'membership.enrolment'> {
  const lead = (received: Message, decide: (calendar: Calendar | null) => readonly CalendarEvent[]) =>
    calendars.applyMessage(received, decide);
  const moveOn = (received: Message) => lead(received, () => []);

  return {
    'membership.enrolment-applied.v1': (received) => {
      const { enrolmentId, cohortId, learnerId, timeZone } = received.data;
      return lead(received, (calendar) => register(calendar, { enrolmentId, cohortId, learnerId, timeZone }));
    },
    'membership.enrolment-admitted.v1': admit,
    'membership.enrolment-withdrawn.v1': (received) => {
      const { quitOn, withdrawnAt } = received.data;
      return lead(received, (calendar) => withdraw(calendar, quitOn, Date.parse(withdrawnAt)));
    },
    'membership.enrolment-leaving.v1': letGo,
    'membership.enrolment-cancelled.v1': (received) => lead(received, (calendar) => cancel(calendar, clock.nowMs())),
    async 'membership.enrolment-erased.v1'(received) {
      const enrolment = await calendars.enrolment(received.subject);
      // Before the message counts as done: what is cut off is done again.
      await calendars.eraseTexts(received.subject);
      if (enrolment !== null) await files.removeOwnedBy(enrolment.learnerId);
      return lead(received, (calendar) => (calendar === null ? [] : [{ type: 'learner-erased' }]));
    },
    'membership.enrolment-rules-accepted.v1': moveOn,
    'membership.enrolment-seat-held.v1': moveOn,
    'membership.enrolment-seat-released.v1': moveOn,
  };
}
