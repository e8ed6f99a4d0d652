import { type Policy, evaluatePlan } from '@daka/rules';
import * as fc from 'fast-check';
import { answerAppeal } from './answer-appeal';
import { openAppeals } from './appeals';
import type { CalendarEvent, OpenCalendar } from './calendar';
import { POLICY, REVIEWER, STAFF, apply, at, date, opened } from '../testing/calendar';
import { closeDays } from './close-days';
import { grantOverdue } from './grant-by-time';
import { openAppeal } from './open-appeal';
import { recordEntry } from './record-entry';
import { rejectEntry } from './reject-entry';
import { settleCalendar } from './settle-calendar';

const DAYS = 16;
const DEPOSIT = 9_973;
const HOUR_MS = 3_600_000;
const HEAD = 'c1a55000-0000-4000-8000-00000000000d';

const policies: fc.Arbitrary<Policy> = fc
  .record({
    refund: fc.constantFrom<Policy['refund']>(
      { curve: 'flat', cadence: 'daily' },
      { curve: 'rising', ratio: 4, cadence: 'weekly' },
      { curve: 'threshold', requiredDays: 6, cadence: 'daily' },
    ),
    removal: fc.record({
      misses: fc.integer({ min: 1, max: 4 }),
      per: fc.constantFrom('week', 'cohort', 'consecutive'),
    }),
    quota: fc.option(fc.integer({ min: 0, max: 4 })),
    graceDays: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ refund, removal, quota, graceDays }) => ({
    ...POLICY,
    days: DAYS,
    depositMinor: DEPOSIT,
    refund,
    removal,
    makeUp: { windowDays: 2, quota },
    grace: { days: graceDays },
  }));

/** Mostly on the day that they speak of or soon after, so that acts meet. */
const acts = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: DAYS }),
    hoursLater: fc.integer({ min: 0, max: 40 }),
    act: fc.constantFrom('enter', 'enter', 'enter', 'reject', 'appeal', 'appeal', 'appeal-removal', 'answer'),
    decision: fc.constantFrom('upheld' as const, 'dismissed' as const),
  }),
  { minLength: 20, maxLength: 80 },
);
interface Act {
  day: number;
  hoursLater: number;
  act: string;
  decision: 'upheld' | 'dismissed';
}
const hourOf = ({ day, hoursLater }: Act) => (day - 1) * 24 + hoursLater;

it('an upheld removal is set aside, and nothing is ever paid out of what is frozen', () => {
  let appeals = 0;
  let upheldRemovals = 0;
  fc.assert(
    fc.property(policies, acts, (policy, wanted) => {
      let calendar = opened({}, policy);
      const money = follower();
      const next = (outcome: unknown): CalendarEvent[] => {
        if (!Array.isArray(outcome)) return [];
        for (const event of outcome as CalendarEvent[]) money.follow(event);
        calendar = apply(calendar, outcome as CalendarEvent[]);
        return outcome as CalendarEvent[];
      };
      [...wanted]
        .sort((left, right) => hourOf(left) - hourOf(right))
        .forEach((act, index) => {
          const nowMs = at(1, 0) + hourOf(act) * HOUR_MS + 30 * 60_000 + index;
          const before = calendar.run;
          const events = next(perform(calendar, act, nowMs, `a${index}`));
          const answered = events.find((event) => event.type === 'appeal-answered');
          // Upholding takes nothing from anybody, not even by crowding out a make-up.
          if (answered?.decision === 'upheld')
            expect(worthAt(calendar.run, nowMs)).toBeGreaterThanOrEqual(worthAt(before, nowMs));
          appeals += events.filter(({ type }) => type === 'appeal-opened').length;
          if (answered?.decision === 'upheld' && answered.subject.kind === 'removal') {
            upheldRemovals += 1;
            expect(evaluatePlan(calendar.run.plan, calendar.run.entries, nowMs).removedOn).toBeNull();
            expect(calendar.run.announced.removedOn).toBeNull();
          }
        });
      const endMs = at(DAYS + 10);
      next(closeDays(calendar.run, endMs));
      next(grantOverdue(calendar, endMs));
      expect(money.frozenMinor()).toBe(0);
      expect(settleCalendar(calendar, endMs).at(-1)).toMatchObject({ type: 'settled' });
    }),
    { numRuns: 400 },
  );
  expect(appeals).toBeGreaterThan(200);
  expect(upheldRemovals).toBeGreaterThan(30);
});

function worthAt({ plan, entries }: OpenCalendar['run'], atMs: number): number {
  return evaluatePlan(plan, entries, atMs).entitledMinor;
}

function perform(calendar: OpenCalendar, { act, decision, ...about }: Act, nowMs: number, appealId: string): unknown {
  const day = date(about.day);
  switch (act) {
    case 'enter':
      return recordEntry(calendar, { day, via: 'entry', characters: 9, text: null, acceptedAtMs: nowMs });
    case 'reject':
      return rejectEntry(calendar, { day, reason: 'copied', rejectedBy: REVIEWER, rejectedAtMs: nowMs, reviewDays: 3 });
    case 'appeal':
      return openAppeal(calendar, {
        appealId,
        subject: { kind: 'rejected_entry', day },
        reason: 'no',
        openedAtMs: nowMs,
        appealDays: 5,
      });
    case 'appeal-removal':
      return openAppeal(calendar, {
        appealId,
        subject: { kind: 'removal' },
        reason: 'no',
        openedAtMs: nowMs,
        appealDays: 5,
      });
    default:
      return answerAppeal(calendar, answer(openAppeals(calendar.run)[0]?.appealId ?? '', decision, nowMs));
  }
}

function answer(appealId: string, decision: 'upheld' | 'dismissed', answeredAtMs: number) {
  return { appealId, decision, reason: 'because', answeredBy: HEAD, answeredAtMs, authority: STAFF };
}

/** What payment does with the messages: freezes what is held, eases what other days have earned, and pays out of the rest only. */
function follower() {
  const frozen = new Map<string, number>();
  let releasedMinor = 0;
  const frozenMinor = () => [...frozen.values()].reduce((sum, amountMinor) => sum + amountMinor, 0);
  return {
    frozenMinor,
    follow(event: CalendarEvent): void {
      if (event.type === 'appeal-opened') {
        expect(event.frozenMinor).toBeLessThanOrEqual(DEPOSIT - releasedMinor - frozenMinor());
        frozen.set(event.appealId, event.frozenMinor);
      }
      if (event.type === 'appeal-answered') frozen.delete(event.appealId);
      if (event.type === 'entitlement-changed') {
        for (const [appealId, amountMinor] of [...frozen].reverse()) {
          const easedMinor = Math.min(amountMinor, Math.max(0, frozenMinor() - (DEPOSIT - event.entitledMinor)));
          frozen.set(appealId, amountMinor - easedMinor);
        }
      }
      if (event.type === 'payout-due') {
        expect(event.dueMinor).toBeLessThanOrEqual(DEPOSIT - frozenMinor());
        releasedMinor = event.dueMinor;
      }
    },
  };
}
