import { isDeepStrictEqual as same } from 'node:util';
import * as fc from 'fast-check';
import { type Entry, compilePlan, dueMinor, evaluate, evaluatePlan, excuseDay, settle, sharerOf } from './index.ts';
import { type Course, courses, momentMs, moments } from './testing/arbitraries.ts';
import { modelEvaluate } from './testing/brute-force.ts';

const RUNS = { numRuns: 3_000 };
const LONG_MS = 240_000;
const AFTER_ALL_MS = Date.UTC(2030, 0, 1);

const iso = (ms: number): string => new Date(ms).toISOString();
/** Out of order where the course was drawn so: as a record may be. */
const entriesOf = ({ entries }: Course): Entry[] =>
  [...entries]
    .reverse()
    .map(({ day, acceptedAtMs, characters }) => ({ day, acceptedAt: iso(acceptedAtMs), characters }));
/** Every miss or day to come of a learner: what leave may be asked for. */
const undone = (days: Record<string, string>): string[] =>
  Object.entries(days).flatMap(([day, state]) => (['missed', 'open', 'upcoming', 'void'].includes(state) ? [day] : []));

it(
  'says what a slow reading of the rules says',
  () => {
    fc.assert(
      fc.property(courses, moments, (course, moment) => {
        // Entries of one instant are judged in the order given: reversed, so that the model must sort too.
        const { policy, learner, plan } = course;
        const asOf = iso(momentMs(plan, moment));
        const entries = entriesOf(course);
        return same(evaluate(policy, learner, entries, asOf), modelEvaluate(policy, learner, entries, asOf));
      }),
      RUNS,
    );
  },
  LONG_MS,
);

it(
  'never owes less for one more day of leave on a day that is not done',
  () => {
    fc.assert(
      fc.property(courses, moments, fc.nat(6), ({ plan, entries }, moment, choice) => {
        const asOfMs = momentMs(plan, moment);
        const before = evaluatePlan(plan, entries, asOfMs);
        const candidates = undone(before.days).filter((day) => !entries.some((entry) => entry.day === day));
        const day = candidates[choice % Math.max(1, candidates.length)];
        if (day === undefined) return true;
        const excused = excuseDay(plan, day);
        return (
          evaluatePlan(excused, entries, asOfMs).entitledMinor >= before.entitledMinor &&
          dueMinor(excused, entries, asOfMs) >= dueMinor(plan, entries, asOfMs)
        );
      }),
      RUNS,
    );
  },
  LONG_MS,
);

it(
  'gives the whole deposit back for leave on every day',
  () => {
    fc.assert(
      fc.property(courses, ({ policy, learner }) => {
        const excused = compilePlan(policy, learner).days.map(({ day }) => day);
        const result = evaluate(policy, { ...learner, excused }, [], iso(AFTER_ALL_MS));
        return result.entitledMinor === policy.depositMinor && result.perfect && result.missed === 0;
      }),
      RUNS,
    );
  },
  LONG_MS,
);

it(
  'asks nothing for days before a learner came, and gives the late no part of the pool',
  () => {
    fc.assert(
      fc.property(courses, moments, (course, moment) => {
        const { policy, learner, plan } = course;
        const joinedAtMs = momentMs(plan, moment);
        const late = compilePlan(policy, { ...learner, joinedAt: iso(joinedAtMs) });
        const came = late.days.filter(({ kind, closesAtMs }) => kind === 'required' && closesAtMs > joinedAtMs);
        const everyDay = came.map(({ day, opensAtMs }) => ({ day, acceptedAtMs: opensAtMs, characters: 9 }));
        const result = evaluatePlan(late, everyDay, AFTER_ALL_MS);
        const threshold = policy.refund.curve === 'threshold' ? policy.refund.requiredDays : Infinity;
        const forfeits = { ...policy.forfeits, sharedBy: 'completed' as const };
        const other = { ...sharerOf(late, result, 2), entitledMinor: 0, done: 0 };
        const depositMinor = Math.min(late.depositMinor, 1_000);
        const shared = settle(forfeits, [
          { ...sharerOf(late, result, 1), depositMinor, entitledMinor: depositMinor },
          { ...other, depositMinor },
        ]);
        return (
          result.missed === 0 &&
          (result.entitledMinor === late.depositMinor || threshold <= 0) &&
          (!result.joinedLate || shared.bonusMinor[0] === 0)
        );
      }),
      RUNS,
    );
  },
  LONG_MS,
);
