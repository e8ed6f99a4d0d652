import { type Clock, createAggregateStore, type MongoConnection } from '@daka/service-kit';
import type { CalendarEvent } from '../../domain/calendar';
import { calendarMessages } from '../../domain/messages';
import type { Calendars } from '../../ports';
import { APPEAL_INDEXES, createFindAppeals } from './find-appeals';
import { createFindArbiterAppeals } from './find-arbiter-appeals';
import { createFindEntries } from './find-entries';
import { createFindLeave, LEAVE_INDEXES } from './find-leave';
import { createFindWaiting } from './find-waiting';
import { CALENDAR_INDEXES, createCalendarFinder } from './find-calendars';
import type { SharedPlans } from './plans';
import { createCalendarForm, type StoredCalendar } from './stored-calendar';
import { createTexts, textsBeside } from './texts';
import { upcastCalendar } from './upcast-calendar';

/** Calendars, one document an enrolment. Plans are shared; texts lie in a collection of their own, written before the check-ins that name them. */
export function createCalendars(mongo: MongoConnection, clock: Clock, plans: SharedPlans) {
  const form = createCalendarForm(plans);
  const store = createAggregateStore<StoredCalendar, CalendarEvent, 'checkin.enrolment' | 'checkin.homework'>({
    mongo,
    clock,
    name: 'calendars',
    // Texts apart from check-ins; the name `announced`; when was paid; homework that waits. Each step takes any form and goes all the way.
    upcasts: [upcastCalendar, upcastCalendar, upcastCalendar, upcastCalendar],
    prepare: form.prepare,
    evolve: form.evolve,
    publishes: ['checkin.enrolment', 'checkin.homework'],
    publish: calendarMessages,
    indexes: [...CALENDAR_INDEXES, ...APPEAL_INDEXES, ...LEAVE_INDEXES],
    alongside: ({ id, events }) => textsBeside(id, events),
  });

  async function read(stored: StoredCalendar) {
    await form.prepare(stored);
    return form.read(stored);
  }

  const adapter: Calendars = {
    async load(id) {
      const stored = await store.load(id);
      return stored && read(stored);
    },
    async change(id, decide) {
      const outcome = await store.change(id, (stored) => decide(stored && form.read(stored)));
      return 'state' in outcome ? { state: form.read(outcome.state), events: outcome.events } : outcome;
    },
    applyMessage: (received, decide) => store.applyMessage(received, (stored) => decide(stored && form.read(stored))),
    ...createCalendarFinder(mongo, (stored) => read(upcastCalendar(stored))),
    ...createFindAppeals(mongo),
    ...createFindArbiterAppeals(mongo),
    ...createFindLeave(mongo),
    ...createFindEntries(mongo),
    ...createFindWaiting(mongo),
    ...createTexts(mongo),
  };
  return { store, adapter };
}
