import { type Policy, dueMinor, evaluatePlan, lastCloseMs } from '@daka/rules';
import * as fc from 'fast-check';
import type { CalendarEvent, OpenCalendar } from './calendar';
import { POLICY, apply, at, date, opened } from '../testing/calendar';
import { closeDays, rollOver } from './close-days';
import { recordEntry } from './record-entry';
import { settleCalendar } from './settle-calendar';

const DAYS = 16;
const HOUR_MS = 3_600_000;

const policies: fc.Arbitrary<Policy> = fc
  .record({
    refund: fc
      .tuple(
        fc.constantFrom('flat', 'rising', 'threshold'),
        fc.constantFrom('daily', 'weekly', 'at_end'),
        fc.integer({ min: 1, max: 5 }),
      )
      .map(([curve, cadence, n]): Policy['refund'] => {
        if (curve === 'rising') return { curve, cadence, ratio: n };
        return curve === 'threshold' ? { curve, cadence, requiredDays: n } : { curve, cadence };
      }),
    removal: fc.oneof(
      fc.constant({ per: 'never' } as const),
      fc.record({ misses: fc.integer({ min: 1, max: 4 }), per: fc.constantFrom('week', 'cohort', 'consecutive') }),
    ),
    windowDays: fc.option(fc.integer({ min: 0, max: 4 })),
    quota: fc.option(fc.integer({ min: 0, max: 5 })),
    aheadDays: fc.option(fc.integer({ min: 0, max: 3 })),
    graceDays: fc.integer({ min: 0, max: 2 }),
    restWeekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 2 }),
  })
  .map(({ refund, removal, windowDays, quota, aheadDays, graceDays, restWeekdays }) => ({
    ...POLICY,
    days: DAYS,
    depositMinor: 9_973,
    refund,
    removal,
    makeUp: { windowDays, quota },
    grace: { days: graceDays },
    restDays: { weekdays: restWeekdays, dates: [] },
    checkIn: { ...POLICY.checkIn, aheadDays },
  }));

const hours = fc.integer({ min: -24, max: (DAYS + 6) * 24 });
const offers = fc.array(fc.record({ day: fc.integer({ min: 1, max: DAYS }), hour: hours }), { maxLength: 40 });
const polls = fc.array(hours, { maxLength: 20 });

interface History {
  calendar: OpenCalendar;
  events: CalendarEvent[];
}
interface Act {
  hour: number;
  day?: number;
}

it('the totals paid are those due at the closes, whenever the timer ran, and settlement ends at what the rules say', () => {
  fc.assert(
    fc.property(policies, offers, polls, (policy, wanted, pollHours) => {
      const polled = live(policy, [...wanted, ...pollHours.map((hour) => ({ hour }))]);
      const unpolled = live(policy, wanted);
      expect(polled.events.filter(isHistory)).toEqual(unpolled.events.filter(isHistory));

      const { calendar, events } = polled;
      expect(
        events.filter((event) => event.type === 'payout-due').map(({ dueAtMs, dueMinor }) => [dueAtMs, dueMinor]),
      ).toEqual(duesAtCloses(calendar));

      const endMs = atHour((DAYS + 10) * 24);
      const { entitledMinor, weight, completed, perfect } = evaluatePlan(
        calendar.run.plan,
        calendar.run.entries,
        endMs,
      );
      expect(settleCalendar(calendar, endMs).at(-1)).toMatchObject({
        type: 'settled',
        entitledMinor,
        weight,
        completed,
        perfect,
      });
    }),
    { numRuns: 400 },
  );
});

it('revisions count up by one without a gap', () => {
  fc.assert(
    fc.property(policies, offers, (policy, wanted) => {
      const revisions = live(policy, wanted).events.flatMap((event) => ('revision' in event ? [event.revision] : []));
      expect(revisions).toEqual(revisions.map((_, index) => index + 1));
    }),
    { numRuns: 100 },
  );
});

/** Lives through the acts in order of time; an act without a day is the timer. Ends after the last close. */
function live(policy: Policy, acts: readonly Act[]): History {
  const history = [...acts]
    .sort((left, right) => left.hour - right.hour)
    .reduce<History>(
      (past, act) => {
        const nowMs = atHour(act.hour);
        if (act.day === undefined) return grow(past, rollOver(past.calendar, nowMs));
        const outcome = recordEntry(past.calendar, {
          day: date(act.day),
          via: 'entry',
          characters: 9,
          text: null,
          acceptedAtMs: nowMs,
        });
        return Array.isArray(outcome) ? grow(past, outcome) : past;
      },
      { calendar: opened({}, policy), events: [] },
    );
  return grow(history, closeDays(history.calendar.run, atHour((DAYS + 8) * 24)));
}

function grow({ calendar, events }: History, news: readonly CalendarEvent[]): History {
  return { calendar: apply(calendar, news), events: [...events, ...news] };
}

/** Said again from the rules alone: at the end of each period, the total due where it exceeds what went out. */
function duesAtCloses({ run: { plan, entries } }: OpenCalendar): [number, number][] {
  const payouts: [number, number][] = [];
  plan.days.forEach(({ closesAtMs, week }, index) => {
    const { cadence } = plan.refund;
    if (cadence === 'at_end' && closesAtMs !== lastCloseMs(plan)) return;
    if (cadence === 'weekly' && plan.days[index + 1]?.week === week) return;
    const totalMinor = dueMinor(
      plan,
      entries.filter(({ acceptedAtMs }) => acceptedAtMs <= closesAtMs),
      closesAtMs,
    );
    if (totalMinor > (payouts.at(-1)?.[1] ?? 0)) payouts.push([closesAtMs, totalMinor]);
  });
  return payouts;
}

/** Half past, so that no act falls on a close itself. */
function atHour(hour: number): number {
  return at(1, 0) + hour * HOUR_MS + HOUR_MS / 2;
}

function isHistory({ type }: CalendarEvent): boolean {
  return type !== 'days-closed';
}
