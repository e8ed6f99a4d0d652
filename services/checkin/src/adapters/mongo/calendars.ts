import { type Clock, type MongoConnection, createAggregateStore } from '@daka/service-kit';
import type { CalendarEvent } from '../../domain/calendar';
import type { Calendars } from '../../features/ports';
import { calendarMessage } from './calendar-messages';
import { APPEALED, createFindAppeals } from './find-appeals';
import { createCalendarFinder } from './find-calendars';
import { createPlans } from './plans';
import { type StoredCalendar, createCalendarForm } from './stored-calendar';

const TEXTS = 'entry_texts';

interface StoredText {
  _id: string;
  enrolmentId: string;
  longTextId: string;
  text: string;
}

/** Calendars, one document an enrolment. Plans are shared; long texts lie in a collection of their own, written in the same transaction. */
export function createCalendars(mongo: MongoConnection, clock: Clock) {
  const plans = createPlans(mongo);
  const form = createCalendarForm(plans);
  const store = createAggregateStore<StoredCalendar, CalendarEvent>({
    mongo,
    clock,
    name: 'calendars',
    evolve: form.evolve,
    publish: calendarMessage,
    indexes: [
      [{ 'state.run.nextCloseAtMs': 1 }],
      [{ 'state.enrolment.cohortId': 1, 'state.status': 1, _id: 1 }],
      [{ 'state.enrolment.cohortId': 1, 'state.run.memberNumber': 1 }],
      [{ 'state.enrolment.cohortId': 1, 'state.run.appeals.appealId': 1 }, { partialFilterExpression: APPEALED }],
      [{ 'state.enrolment.learnerId': 1, 'state.enrolment.cohortId': 1 }],
    ],
    alongside: ({ id, after, events }) => events.flatMap((event) => longTextOf(id, after, event)),
  });
  const texts = () => mongo.connection.collection<StoredText>(TEXTS);

  const adapter: Calendars = {
    async load(id) {
      const stored = await store.load(id);
      return stored && plans.available(async () => form.read(stored));
    },
    async change(id, decide) {
      const outcome = await plans.available(() => store.change(id, (stored) => decide(stored && form.read(stored))));
      return 'state' in outcome ? { state: form.read(outcome.state), events: outcome.events } : outcome;
    },
    applyMessage: (received, decide) => plans.available(() => store.applyMessage(received, (stored) => decide(stored && form.read(stored)))),
    ...createCalendarFinder(mongo, (stored) => plans.available(async () => form.read(stored))),
    ...createFindAppeals(mongo),
    async longTexts(enrolmentId) {
      return new Map((await texts().find({ enrolmentId }).toArray()).map(({ longTextId, text }) => [longTextId, text]));
    },
  };
  return { store, adapter, ready: () => texts().createIndex({ enrolmentId: 1 }) };
}

function longTextOf(enrolmentId: string, after: StoredCalendar, event: CalendarEvent): { collection: string; documents: StoredText[] }[] {
  if (event.type !== 'entry-accepted' || event.text === null || after.status !== 'open') return [];
  // One decision accepts one check-in at most, so it is the last one.
  const longTextId = after.run.entries.at(-1)?.longTextId;
  if (longTextId === undefined) return [];
  return [{ collection: TEXTS, documents: [{ _id: `${enrolmentId}:${longTextId}`, enrolmentId, longTextId, text: event.text }] }];
}
