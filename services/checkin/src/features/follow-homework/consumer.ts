import { type Received, isRefused } from '@daka/contracts';
import type { Applied } from '@daka/service-kit';
import type { Calendar, CalendarEvent } from '../../domain/calendar';
import { recordEntry, runningDay } from '../../domain/record-entry';
import type { Ports } from '../ports';

type Message = Received<'homework.enrolment'>;
type Submitted = Extract<Message['message'], { type: 'homework.submitted.v1' }>['data'];

/** Homework stands for a check-in where the policy says so. What the rules refuse leaves no trace: nobody waits for an answer. */
export function createFollowHomework({ calendars }: Pick<Ports, 'calendars'>) {
  return async (received: Message): Promise<Applied> => {
    // Who hands in is admitted; where the admission is not here yet, the message waits for it like one that came too early.
    const known = await calendars.load(received.subject);
    if (known === null || known.status === 'waiting') return 'gap';
    const { message } = received;
    switch (message.type) {
      case 'homework.submitted.v1': return calendars.applyMessage(received, (calendar) => checkIn(calendar, message.data));
      case 'homework.reviewed.v1': return calendars.applyMessage(received, () => []);
      default: return unknownMessage(message);
    }
  };
}

function checkIn(calendar: Calendar | null, { day, characters, submittedAt }: Submitted): readonly CalendarEvent[] {
  const acceptedAtMs = Date.parse(submittedAt);
  const namedDay = day ?? (calendar?.status === 'open' ? runningDay(calendar.run, acceptedAtMs) : null);
  if (namedDay === null) return [];
  const outcome = recordEntry(calendar, { day: namedDay, via: 'homework', characters, text: null, acceptedAtMs });
  return isRefused(outcome) ? [] : outcome;
}

function unknownMessage(message: never): never {
  throw new Error(`unknown message ${JSON.stringify(message)}`);
}
