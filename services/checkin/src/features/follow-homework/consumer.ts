import type { Received, ReceivedOf } from '@daka/contracts';
import { type HandlersOn, NOT_YET } from '@daka/service-kit';
import type { CalendarEvent, Calendar } from '../../domain/calendar';
import { noteWatermark } from '../../domain/homework-told';
import { recordHomework } from '../../domain/record-entry';
import type { Ports } from '../../ports';

/** Homework stands for a check-in where the policy says so. What it came to is said on `checkin.homework`. */
export function createFollowHomework({ calendars }: Pick<Ports, 'calendars'>): HandlersOn<'homework.enrolment'> {
  return {
    'homework.submitted.v1': (received) => lead(received, (calendar) => checkIn(calendar, received.data)),
    'homework.reviewed.v1': (received) => lead(received, () => []),
    'homework.reviewed.v2': (received) => lead(received, () => []),
    'homework.watermark.v1': (received) =>
      lead(received, (calendar) => noteWatermark(calendar, Date.parse(received.data.upTo))),
  };

  /** Who hands in is admitted; where the admission is not here yet, the message waits for it like one that came too early. */
  async function lead(
    received: Received<'homework.enrolment'>,
    decide: (calendar: Calendar | null) => readonly CalendarEvent[],
  ) {
    const known = await calendars.load(received.subject);
    return known === null || known.status === 'waiting' ? NOT_YET : calendars.applyMessage(received, decide);
  }
}

function checkIn(
  calendar: Calendar | null,
  { submissionId, version, day, characters, submittedAt }: ReceivedOf<'homework.submitted.v1'>['data'],
): readonly CalendarEvent[] {
  return recordHomework(calendar, { submissionId, version, day, characters, submittedAtMs: Date.parse(submittedAt) });
}
