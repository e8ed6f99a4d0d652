import { isDeepStrictEqual as same } from 'node:util';
import * as fc from 'fast-check';
import { type Course, courses, momentMs, moments } from './testing/arbitraries.ts';
import {
  type Plan,
  type PlanEntry,
  type Sharer,
  dueMinor,
  evaluate,
  accountFor,
  evaluatePlan,
  explainDays,
  judgeEntry,
  requiredDayCount,
  settle,
} from './index.ts';

/** Twenty thousand by night, in CI a tenth of them. */
const RUNS = { numRuns: process.env['DAKA_SWEEPS'] === 'all' ? 20_000 : 2_000 };
const LONG_MS = 240_000;
const AFTER_ALL_MS = Date.UTC(2030, 0, 1);

// The properties answer true or false: fast-check shows the smallest counterexample, and an `expect` per run would triple the time.
describe('for any small course', () => {
  it(
    'entitles to no more than the deposit, and explains it to the unit',
    () => {
      fc.assert(
        fc.property(courses, moments, ({ plan, entries }, moment) => {
          const asOfMs = momentMs(plan, moment);
          const { entitledMinor } = evaluatePlan(plan, entries, asOfMs);
          const amountsMinor = explainDays(plan, entries, asOfMs).map((day) => day.amountMinor);
          return (
            entitledMinor >= 0 &&
            entitledMinor <= plan.depositMinor &&
            amountsMinor.every((amount) => amount >= 0) &&
            // Where no day is required the whole deposit comes back, and no day stands for a part of it.
            (requiredDayCount(plan) === 0 || amountsMinor.reduce((sum, amount) => sum + amount, 0) === entitledMinor)
          );
        }),
        RUNS,
      );
    },
    LONG_MS,
  );

  it(
    'says at once what it says in three answers',
    () => {
      fc.assert(
        fc.property(courses, moments, ({ plan, entries }, moment) => {
          const asOfMs = momentMs(plan, moment);
          const { evaluation, dueMinor: due, days } = accountFor(plan, entries, asOfMs);
          return (
            same(evaluation, evaluatePlan(plan, entries, asOfMs)) &&
            due === dueMinor(plan, entries, asOfMs) &&
            JSON.stringify(days) === JSON.stringify(explainDays(plan, entries, asOfMs))
          );
        }),
        RUNS,
      );
    },
    LONG_MS,
  );

  it(
    'never lowers the entitlement for one more check-in',
    () => {
      fc.assert(
        fc.property(courses, moments, ({ plan, entries }, moment) => {
          const before = entries.slice(0, -1);
          const asOfMs = Math.max(momentMs(plan, moment), entries.at(-1)?.acceptedAtMs ?? 0);
          return evaluatePlan(plan, entries, asOfMs).entitledMinor >= evaluatePlan(plan, before, asOfMs).entitledMinor;
        }),
        RUNS,
      );
    },
    LONG_MS,
  );

  it(
    'comes to the same after any prefix, whether judged one by one or recomputed',
    () => {
      fc.assert(
        fc.property(courses, fc.nat(12), moments, (course, length, moment) => {
          const prefix = course.entries.slice(0, length);
          const asOfMs = Math.max(momentMs(course.plan, moment), prefix.at(-1)?.acceptedAtMs ?? 0);
          const { accepted, refused } = judgedOneByOne(course, prefix);

          const incremental = { ...evaluatePlan(course.plan, accepted, asOfMs), refused };
          return (
            same(incremental, evaluatePlan(course.plan, prefix, asOfMs)) &&
            (course.plan.quitOn !== null || same(incremental, recomputed(course, prefix, asOfMs)))
          );
        }),
        RUNS,
      );
    },
    LONG_MS,
  );

  it(
    'never lets what is due fall as time passes, nor exceed what is earned',
    () => {
      fc.assert(
        fc.property(courses, moments, moments, ({ plan, entries }, one, other) => {
          const [earlierMs, laterMs] = [momentMs(plan, one), momentMs(plan, other)].sort(
            (left, right) => left - right,
          ) as [number, number];
          const dueLaterMinor = dueMinor(plan, entries, laterMs);
          return (
            dueLaterMinor >= dueMinor(plan, entries, earlierMs) &&
            dueLaterMinor <= evaluatePlan(plan, entries, laterMs).entitledMinor &&
            dueMinor(plan, entries, AFTER_ALL_MS) === evaluatePlan(plan, entries, AFTER_ALL_MS).entitledMinor
          );
        }),
        RUNS,
      );
    },
    LONG_MS,
  );

  it(
    'returns the deposit exactly for every required day done in one streak, and less for a day less',
    () => {
      fc.assert(
        fc.property(courses, fc.nat(6), (course, left) => {
          const plan = fullyReachable(course.plan);
          const everyDay = plan.days
            .filter((day) => day.kind === 'required')
            .map((day) => ({ day: day.day, acceptedAtMs: day.opensAtMs, characters: plan.minCharacters }));
          const required = everyDay.length;
          const whole = evaluatePlan(plan, everyDay, AFTER_ALL_MS);
          if (required === 0) return whole.entitledMinor === plan.depositMinor;

          const oneLess = everyDay.filter((_, index) => index !== left % required);
          return (
            whole.entitledMinor === plan.depositMinor &&
            whole.longestStreak === required &&
            whole.perfect &&
            evaluatePlan(plan, oneLess, AFTER_ALL_MS).entitledMinor < plan.depositMinor
          );
        }),
        RUNS,
      );
    },
    LONG_MS,
  );

  it(
    'counts a rejected check-in as if it never was',
    () => {
      fc.assert(
        fc.property(courses, fc.array(fc.boolean(), { maxLength: 12 }), ({ plan, entries }, rejections) => {
          const marked = entries.map((entry, index) =>
            rejections[index] === true ? { ...entry, rejected: true } : entry,
          );
          const without = entries.filter((_, index) => rejections[index] !== true);
          return same(evaluatePlan(plan, marked, AFTER_ALL_MS), evaluatePlan(plan, without, AFTER_ALL_MS));
        }),
        RUNS,
      );
    },
    LONG_MS,
  );
});

describe('for any cohort', () => {
  const sharers: fc.Arbitrary<Sharer> = fc
    .record({
      depositMinor: fc.oneof(
        fc.constantFrom(0, 1, 3),
        fc.integer({ min: 0, max: Math.floor(Number.MAX_SAFE_INTEGER / 8) }),
      ),
      sharePart: fc.integer({ min: 0, max: 100 }),
      weight: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10_000 })),
      done: fc.integer({ min: 0, max: 8 }),
      askedDays: fc.integer({ min: 0, max: 8 }),
      completed: fc.boolean(),
      perfect: fc.boolean(),
      joinedLate: fc.boolean(),
      isStaff: fc.boolean(),
    })
    .map(({ sharePart, ...sharer }) => ({
      ...sharer,
      memberNumber: 0,
      entitledMinor: Math.floor(sharer.depositMinor / 100) * sharePart,
    }));
  const cohorts = fc
    .array(sharers, { maxLength: 8 })
    .map((cohort) => cohort.map((sharer, index) => ({ ...sharer, memberNumber: index + 1 })));
  const forfeits = fc
    .record({
      cuts: fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 })),
      sharedBy: fc.constantFrom('perfect' as const, 'completed' as const),
      ifNoFinishers: fc.constantFrom('return_pro_rata' as const, 'organiser' as const, 'charity' as const),
    })
    .map(({ cuts, ...rest }) => {
      const [low, high] = [Math.min(...cuts), Math.max(...cuts)];
      return { ...rest, finishersBps: low, organiserBps: high - low, charityBps: 10_000 - high };
    });

  it(
    'shares the pool to the unit, whoever finished, and whatever the order of the input',
    () => {
      fc.assert(
        fc.property(forfeits, cohorts, (rule, cohort) => {
          const settlement = settle(rule, cohort);
          const bonuses = settlement.bonusMinor.reduce((sum, bonus) => sum + bonus, 0);
          return (
            bonuses + settlement.organiserMinor + settlement.charityMinor === settlement.poolMinor &&
            settlement.poolMinor ===
              cohort.reduce((sum, sharer) => sum + sharer.depositMinor - sharer.entitledMinor, 0) &&
            settlement.bonusMinor.every((bonus) => bonus >= 0) &&
            same(settle(rule, [...cohort].reverse()), {
              ...settlement,
              bonusMinor: [...settlement.bonusMinor].reverse(),
            })
          );
        }),
        RUNS,
      );
    },
    LONG_MS,
  );
});

function judgedOneByOne(
  { plan }: Course,
  prefix: readonly PlanEntry[],
): { accepted: PlanEntry[]; refused: { day: string; why: string }[] } {
  const accepted: PlanEntry[] = [];
  const refused: { day: string; why: string }[] = [];
  for (const entry of prefix) {
    const verdict = judgeEntry(plan, accepted, entry);
    if ('refused' in verdict) refused.push({ day: entry.day, why: verdict.refused });
    else accepted.push(entry);
  }
  return { accepted, refused };
}

function recomputed(
  { policy, learner }: Course,
  prefix: readonly PlanEntry[],
  asOfMs: number,
): ReturnType<typeof evaluate> {
  const entries = prefix.map(({ day, acceptedAtMs, characters }) => ({
    day,
    characters,
    acceptedAt: new Date(acceptedAtMs).toISOString(),
  }));
  return evaluate(policy, learner, entries, new Date(asOfMs).toISOString());
}

/** The same plan with a deposit at stake, nobody quitting and a threshold that only full attendance reaches. */
function fullyReachable(plan: Plan): Plan {
  const refund =
    plan.refund.curve === 'threshold'
      ? { ...plan.refund, requiredDays: Math.max(1, requiredDayCount(plan)) }
      : plan.refund;
  return { ...plan, refund, quitOn: null, depositMinor: Math.max(1, plan.depositMinor) };
}
