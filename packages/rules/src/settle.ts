import { compilePlan } from './compile-plan.ts';
import { type Evaluation, evaluatePlan } from './evaluate.ts';
import { toPlanEntry } from './evaluate-policy.ts';
import { instantMs } from './instant.ts';
import { type Plan, askedDayCount } from './plan.ts';
import type { Entry, Forfeits, Learner, Policy } from './policy.ts';

/** A settled enrolment as the settlement sees it; amounts in minor units. */
export interface Sharer {
  memberNumber: number;
  depositMinor: number;
  entitledMinor: number;
  weight: number;
  done: number;
  /** Days that the plan asked of them: neither rest nor before their admission, leave included. */
  askedDays: number;
  completed: boolean;
  perfect: boolean;
  joinedLate: boolean;
  /** Works for the cohort or its organisation: settled like everybody, but never given a part of what others forfeited. */
  isStaff?: boolean;
}

/** Where the forfeits went: poolMinor = bonuses + organiser + charity, to the unit. `bonusMinor` is in the order of the input. */
export interface Settlement {
  poolMinor: number;
  bonusMinor: number[];
  organiserMinor: number;
  charityMinor: number;
}

/**
 * Shares the forfeits of a cohort by its policy, odd units in member-number order.
 * Throws RangeError where the pool is not a safe integer or an entitlement exceeds its deposit.
 */
export function settle(forfeits: Forfeits, sharers: readonly Sharer[]): Settlement {
  const pool = sharers.reduce((sum, sharer) => sum + forfeitOf(sharer), 0n);
  const organiser = (pool * BigInt(forfeits.organiserBps)) / 10_000n;
  const charity = (pool * BigInt(forfeits.charityBps)) / 10_000n;
  const finishersShare = pool - organiser - charity;

  const inNumberOrder = sharers
    .map((_, index) => index)
    .sort((left, right) => numberAt(sharers, left) - numberAt(sharers, right));
  const finishers = inNumberOrder.filter((index) => sharesPool(sharers[index], forfeits.sharedBy));
  const settlement = {
    poolMinor: toMinor(pool),
    bonusMinor: sharers.map(() => 0),
    organiserMinor: toMinor(organiser),
    charityMinor: toMinor(charity),
  };

  if (finishers.length > 0)
    return { ...settlement, bonusMinor: split(finishersShare, finishers, () => 1, sharers.length) };
  switch (forfeits.ifNoFinishers) {
    case 'organiser':
      return { ...settlement, organiserMinor: toMinor(organiser + finishersShare) };
    case 'charity':
      return { ...settlement, charityMinor: toMinor(charity + finishersShare) };
    case 'return_pro_rata':
      return { ...settlement, bonusMinor: splitByWeight(finishersShare, inNumberOrder, sharers) };
    default:
      return unknownDestination(forfeits.ifNoFinishers);
  }
}

/** Evaluates and settles a whole cohort; the members are given in member-number order. */
export function settleCohort(
  policy: Policy,
  members: readonly { learner: Learner; entries: readonly Entry[] }[],
  asOf: string,
): Settlement {
  return settle(
    policy.forfeits,
    members.map(({ learner, entries }, index) => {
      const plan = compilePlan(policy, learner);
      const evaluation = evaluatePlan(plan, entries.map(toPlanEntry), instantMs(asOf));
      return sharerOf(plan, evaluation, index + 1);
    }),
  );
}

/** A learner's evaluation as the settlement sees it. */
export function sharerOf(plan: Plan, evaluation: Evaluation, memberNumber: number): Sharer {
  const { entitledMinor, weight, done, completed, perfect, joinedLate } = evaluation;
  const { depositMinor } = plan;
  const askedDays = askedDayCount(plan);
  return { memberNumber, depositMinor, entitledMinor, weight, done, askedDays, completed, perfect, joinedLate };
}

/** Who shares what others forfeited: finishers who were there from the first day and did at least half of what was asked. */
function sharesPool(sharer: Sharer | undefined, sharedBy: Forfeits['sharedBy']): boolean {
  if (sharer === undefined || !sharer[sharedBy] || sharer.joinedLate || sharer.isStaff === true) return false;
  return sharer.done > 0 && 2 * sharer.done >= sharer.askedDays;
}

function splitByWeight(share: bigint, inNumberOrder: readonly number[], sharers: readonly Sharer[]): number[] {
  const weightAt = (index: number): number => sharers[index]?.weight ?? 0;
  const learners = inNumberOrder.filter((index) => sharers[index]?.isStaff !== true);
  const entitled = learners.length > 0 ? learners : inNumberOrder; // among staff alone it is their own money
  const weighty = entitled.filter((index) => weightAt(index) > 0);
  return weighty.length > 0
    ? split(share, weighty, weightAt, sharers.length)
    : split(share, entitled, () => 1, sharers.length);
}

/** Floors by weight, then one more unit to each of the first until nothing is left. */
function split(share: bigint, among: readonly number[], weightAt: (index: number) => number, length: number): number[] {
  const amountsMinor = Array.from({ length }, () => 0);
  const total = among.reduce((sum, index) => sum + BigInt(weightAt(index)), 0n);
  if (total === 0n) return amountsMinor;
  let left = share;
  for (const index of among) {
    const part = (share * BigInt(weightAt(index))) / total;
    amountsMinor[index] = toMinor(part);
    left -= part;
  }
  for (const index of among.slice(0, toMinor(left))) amountsMinor[index] = (amountsMinor[index] ?? 0) + 1;
  return amountsMinor;
}

function numberAt(sharers: readonly Sharer[], index: number): number {
  return sharers[index]?.memberNumber ?? 0;
}

function forfeitOf(sharer: Sharer): bigint {
  if (sharer.entitledMinor > sharer.depositMinor)
    throw new RangeError(`member ${sharer.memberNumber}: entitled to more than the deposit`);
  return BigInt(sharer.depositMinor) - BigInt(sharer.entitledMinor);
}

function toMinor(amount: bigint): number {
  if (amount > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError(`amount beyond the safe integers: ${amount}`);
  return Number(amount);
}

function unknownDestination(destination: never): never {
  throw new TypeError(`unknown destination of forfeits: ${String(destination)}`);
}
