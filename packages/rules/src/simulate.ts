import { entriesOnAllDays } from './all-days.ts';
import { compilePlan } from './compile-plan.ts';
import { evaluatePlan } from './evaluate.ts';
import { finalInstantMs, lastCloseMs } from './plan.ts';
import type { Policy } from './policy.ts';
import { settle, type Sharer, sharerOf } from './settle.ts';

const MOST_LEARNERS = 100_000;

/** How many join, and how many of them check in on every day. */
export interface Simulation {
  learners: number;
  finishers: number;
}

/** What becomes of everybody's money, in minor units: `depositsMinor` = `returnedMinor` + `poolMinor`, `poolMinor` = bonuses + organiser + charity. */
export interface SimulatedCohort {
  /** By the policy's own words, which may forgive misses. */
  completed: number;
  perfect: number;
  feesMinor: number;
  depositsMinor: number;
  /** Earned back day by day. */
  returnedMinor: number;
  /** Forfeited by those who stopped. */
  poolMinor: number;
  bonusMinor: number;
  /** Those who get a bonus, and the largest of them: odd units go to the first. */
  sharers: number;
  mostBonusMinor: number;
  organiserMinor: number;
  charityMinor: number;
}

/**
 * Plays a cohort through to its settlement with the rules that judge a real one. Who finishes checks in on every required day, as soon as
 * it opens; the others stop one after another, evenly from before the first day to before the last. All are there from the first day, in
 * the policy's own zone, and the finishers have the first numbers.
 * Throws RangeError unless 0 <= finishers <= learners <= 100,000.
 */
export function simulateCohort(policy: Policy, { learners, finishers }: Simulation): SimulatedCohort {
  if (!(Number.isInteger(learners) && learners >= 0 && learners <= MOST_LEARNERS))
    throw new RangeError(`learners must be an integer from 0 to ${MOST_LEARNERS}, not ${learners}`);
  if (!(Number.isInteger(finishers) && finishers >= 0 && finishers <= learners))
    throw new RangeError(`finishers must be an integer from 0 to ${learners}, not ${finishers}`);
  const sharers = sharersOf(policy, { learners, finishers });
  const { poolMinor, bonusMinor, organiserMinor, charityMinor } = settle(policy.forfeits, sharers);
  return {
    completed: sharers.filter(({ completed }) => completed).length,
    perfect: sharers.filter(({ perfect }) => perfect).length,
    feesMinor: learners * policy.entryFeeMinor,
    depositsMinor: learners * policy.depositMinor,
    returnedMinor: sum(sharers.map(({ entitledMinor }) => entitledMinor)),
    poolMinor,
    bonusMinor: sum(bonusMinor),
    sharers: bonusMinor.filter((amountMinor) => amountMinor > 0).length,
    mostBonusMinor: bonusMinor.reduce((most, amountMinor) => Math.max(most, amountMinor), 0),
    organiserMinor,
    charityMinor,
  };
}

/** So many required days the learner of this number checks in on, one after another from the first. */
export function simulatedDays(number: number, { learners, finishers }: Simulation, requiredDays: number): number {
  if (number <= finishers) return requiredDays;
  return Math.floor(((number - finishers - 1) * requiredDays) / (learners - finishers));
}

function sharersOf(policy: Policy, simulation: Simulation): Sharer[] {
  const plan = compilePlan(policy, { timeZone: policy.timeZone, excused: [] });
  const entries = entriesOnAllDays(plan);
  const endMs = finalInstantMs(plan) ?? lastCloseMs(plan);
  // Whoever checked in on as many days stands alike, so there are no more cases than days.
  const cases = new Map<number, Omit<Sharer, 'memberNumber'>>();
  return Array.from({ length: simulation.learners }, (_, index) => {
    const memberNumber = index + 1;
    const days = simulatedDays(memberNumber, simulation, entries.length);
    const known = cases.get(days) ?? sharerOf(plan, evaluatePlan(plan, entries.slice(0, days), endMs), 0);
    cases.set(days, known);
    return { ...known, memberNumber };
  });
}

function sum(amountsMinor: readonly number[]): number {
  return amountsMinor.reduce((total, amountMinor) => total + amountMinor, 0);
}
