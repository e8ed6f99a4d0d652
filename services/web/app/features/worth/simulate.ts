import { compilePlan, evaluatePlan, lastCloseMs, leastOf, type Plan, type Policy } from '@daka/rules';

/** A plan as nobody has begun it, and what comes of it if these days are missed and never made up. */
export interface Simulated {
  days: { day: string; kind: 'required' | 'rest' | 'excused' | 'before'; isVoid: boolean; worthMinor: number }[];
  entitledMinor: number;
  removedOn: string | null;
}

/** "Miss a day, see the money", by the rules that judge for real. `policy` as the server sends it: it was parsed there. */
export function simulate(policy: Policy, missedDays: ReadonlySet<string>): Simulated {
  const plan = compilePlan(policy, { timeZone: policy.timeZone, excused: [] });
  return simulatePlan(plan, missedDays);
}

function simulatePlan(plan: Plan, missedDays: ReadonlySet<string>): Simulated {
  const entries = plan.days
    .filter(({ day, kind }) => kind === 'required' && !missedDays.has(day))
    .map(({ day, opensAtMs }) => ({ day, acceptedAtMs: opensAtMs, ...leastOf(plan) }));
  const endMs = lastCloseMs(plan);
  const outcome = evaluatePlan(plan, entries, endMs);
  let earlierMinor = 0;
  const days = plan.days.map(({ day, kind, closesAtMs }) => {
    const soFar = evaluatePlan(
      plan,
      entries.filter((entry) => entry.day <= day),
      closesAtMs,
    ).entitledMinor;
    const worthMinor = Math.max(0, soFar - earlierMinor);
    earlierMinor = Math.max(earlierMinor, soFar);
    return { day, kind, isVoid: outcome.days[day] === 'void', worthMinor };
  });
  return { days, entitledMinor: outcome.entitledMinor, removedOn: outcome.removedOn };
}
