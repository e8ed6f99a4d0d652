import { type Clock, type MongoConnection, createAggregateStore } from '@daka/service-kit';
import type { Calendar, CalendarEvent } from '../../domain/calendar';
import { evolve } from '../../domain/evolve';
import type { Calendars } from '../../features/ports';
import { calendarMessage } from './calendar-messages';
import { createCalendarFinder } from './find-calendars';

const TEXTS = 'entry_texts';

interface StoredText {
  _id: string;
  enrolmentId: string;
  longTextId: string;
  text: string;
}

/** Calendars, one document an enrolment; long texts lie in a collection of their own, written in the same transaction. */
export function createCalendars(mongo: MongoConnection, clock: Clock) {
  const store = createAggregateStore<Calendar, CalendarEvent>({
    mongo,
    clock,
    name: 'calendars',
    evolve,
    publish: calendarMessage,
    indexes: [
      [{ 'state.run.nextCloseAtMs': 1 }],
      [{ 'state.enrolment.cohortId': 1, 'state.status': 1, _id: 1 }],
      [{ 'state.enrolment.cohortId': 1, 'state.run.memberNumber': 1 }],
      [{ 'state.enrolment.learnerId': 1, 'state.enrolment.cohortId': 1 }],
    ],
    alongside: ({ id, after, events }) => events.flatMap((event) => longTextOf(id, after, event)),
  });
  const texts = () => mongo.connection.collection<StoredText>(TEXTS);

  const adapter: Calendars = {
    load: store.load,
    change: store.change,
    applyMessage: store.applyMessage,
    ...createCalendarFinder(mongo),
    async longTexts(enrolmentId) {
      return new Map((await texts().find({ enrolmentId }).toArray()).map(({ longTextId, text }) => [longTextId, text]));
    },
  };
  return { store, adapter, ready: () => texts().createIndex({ enrolmentId: 1 }) };
}

function longTextOf(enrolmentId: string, after: Calendar, event: CalendarEvent): { collection: string; documents: StoredText[] }[] {
  if (event.type !== 'entry-accepted' || event.text === null || after.status !== 'open') return [];
  // One decision accepts one check-in at most, so it is the last one.
  const longTextId = after.run.entries.at(-1)?.longTextId;
  if (longTextId === undefined) return [];
  return [{ collection: TEXTS, documents: [{ _id: `${enrolmentId}:${longTextId}`, enrolmentId, longTextId, text: event.text }] }];
}
