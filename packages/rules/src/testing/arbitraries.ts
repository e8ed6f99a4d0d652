import * as fc from 'fast-check';
import { type Learner, type Plan, type PlanEntry, type Policy, compilePlan, quitPlan } from '../index.ts';

const DAY_MS = 86_400_000;
const MAX_DAYS = 7;

/** A small course of one learner, compiled, with entries in order of receipt: around day boundaries, some late, some ahead, some too short. */
export interface Course {
  policy: Policy;
  learner: Learner;
  plan: Plan;
  entries: PlanEntry[];
}

const shifts = [0, -1, 1, 3 * 3_600_000];
const zones = ['UTC', '+08:00', '+05:45', 'Europe/Berlin', 'Australia/Lord_Howe'];
const startDates = ['2025-03-28', '2025-10-24', '2025-04-03', '2024-12-28'];
const endDates = ['2025-03-31', '2025-10-27', '2025-04-08', '2025-01-02', '2026-01-01'];
const deposits = [0, 1, 100, 9_999, 30_000, 1_234_567, Number.MAX_SAFE_INTEGER];

const removal: fc.Arbitrary<Policy['removal']> = fc.oneof(
  fc.record({
    misses: fc.integer({ min: 1, max: 3 }),
    per: fc.constantFrom('week' as const, 'cohort' as const, 'consecutive' as const),
  }),
  fc.constant({ per: 'never' as const }),
);

const refund = (days: number): fc.Arbitrary<Policy['refund']> =>
  fc.oneof(
    fc.constant({ curve: 'flat' as const, cadence: 'daily' as const }),
    fc.record({
      curve: fc.constant('rising' as const),
      ratio: fc.integer({ min: 1, max: 10 }),
      cadence: fc.constant('daily' as const),
    }),
    fc.record({
      curve: fc.constant('threshold' as const),
      requiredDays: fc.integer({ min: 1, max: days }),
      cadence: fc.constant('daily' as const),
    }),
  );

const upToOrUnlimited = (max: number): fc.Arbitrary<number | null> =>
  fc.option(fc.integer({ min: 0, max }), { freq: 3 });

export const policies: fc.Arbitrary<Policy> = fc
  .integer({ min: 1, max: MAX_DAYS })
  .chain((days) =>
    fc.record({
      currency: fc.constant('EUR'),
      entryFeeMinor: fc.constant(0),
      depositMinor: fc.constantFrom(...deposits),
      startsOn: fc.constantFrom(...startDates),
      days: fc.constant(days),
      timeZone: fc.constantFrom(...zones),
      dayBoundary: fc.constantFrom('cohort' as const, 'learner' as const),
      dayEndsAt: fc.constantFrom('00:00', '02:30', '03:00'),
      restDays: fc.record({ weekdays: fc.constantFrom([], [], [7], [6, 7]), dates: fc.constant([]) }),
      checkIn: fc.record({
        minCharacters: fc.constant(2),
        accepts: fc.constant(['entry' as const]),
        review: fc.constant('auto' as const),
        aheadDays: upToOrUnlimited(2),
      }),
      makeUp: fc.record(
        { windowDays: upToOrUnlimited(3), quota: upToOrUnlimited(2), endsOn: fc.constantFrom(...endDates) },
        { requiredKeys: ['windowDays', 'quota'] },
      ),
      grace: fc.record({ days: fc.integer({ min: 0, max: 2 }) }),
      removal,
      refund: refund(days),
      forfeits: fc.constant({
        finishersBps: 10_000,
        organiserBps: 0,
        charityBps: 0,
        sharedBy: 'completed' as const,
        ifNoFinishers: 'organiser' as const,
      }),
    }),
  );

/** Points in time by plan day (counted from 0, beyond both ends as well) and a shift from its opening. */
export const moments = fc.record({
  dayIndex: fc.integer({ min: -2, max: MAX_DAYS + 3 }),
  shiftMs: fc.constantFrom(...shifts),
});

const offers = fc.record({
  forIndex: fc.integer({ min: -1, max: MAX_DAYS }),
  moment: moments,
  characters: fc.constantFrom(0, 2, 2, 2, 2),
  keptToDay: fc.boolean(),
});

export const courses: fc.Arbitrary<Course> = fc
  .record({
    policy: policies,
    timeZone: fc.constantFrom(...zones),
    excusedIndex: fc.option(fc.integer({ min: 0, max: MAX_DAYS - 1 }), { freq: 2 }),
    quitIndex: fc.option(fc.integer({ min: 0, max: MAX_DAYS }), { freq: 1 }),
    joined: fc.option(moments, { freq: 1 }),
    offered: fc.array(offers, { maxLength: 12 }),
  })
  .map(({ policy, timeZone, excusedIndex, quitIndex, joined, offered }) => {
    const excused = excusedIndex === null ? [] : [dateAt(policy, excusedIndex)];
    const early = compilePlan(policy, { timeZone, excused });
    const joinedAt = joined === null ? {} : { joinedAt: new Date(momentMs(early, joined)).toISOString() };
    const learner = { timeZone, excused, ...joinedAt };
    const compiled = compilePlan(policy, learner);
    const entries = offered.map(({ forIndex, moment, characters, keptToDay }) => ({
      day: dateAt(policy, forIndex),
      acceptedAtMs: keptToDay
        ? momentMs(compiled, { dayIndex: forIndex, shiftMs: 60_000 })
        : momentMs(compiled, moment),
      characters,
    }));
    entries.sort((left, right) => left.acceptedAtMs - right.acceptedAtMs);
    return {
      policy,
      learner,
      entries,
      plan: quitIndex === null ? compiled : quitPlan(compiled, dateAt(policy, quitIndex)),
    };
  });

/** The instant of a moment in a plan, in epoch milliseconds. */
export function momentMs(plan: Plan, moment: { dayIndex: number; shiftMs: number }): number {
  const inside = Math.min(Math.max(moment.dayIndex, 0), plan.days.length - 1);
  const openingMs = plan.days[inside]?.opensAtMs ?? 0;
  return openingMs + (moment.dayIndex - inside) * DAY_MS + moment.shiftMs;
}

function dateAt(policy: Policy, index: number): string {
  return new Date(Date.parse(policy.startsOn) + index * DAY_MS).toISOString().slice(0, 10);
}
