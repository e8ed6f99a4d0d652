import { compilePlan, type Learner, type Plan, type Policy } from '@daka/rules';

/** About 6 kB each for a plan of a month, 70 kB for one of a year: a few megabytes at most. */
const KEPT = 60;

const plans = new Map<string, Plan>();

/** A policy worked out for a learner. Working out zones is most of what an answer costs, and the learners of a cohort mostly share one plan: the last ones are kept. */
export function planOf(policy: Policy, learner: Learner): Plan {
  const key = JSON.stringify([policy, learner]);
  const plan = plans.get(key) ?? compilePlan(policy, learner);
  plans.delete(key);
  plans.set(key, plan);
  const [oldest] = plans.keys();
  if (plans.size > KEPT && oldest !== undefined) plans.delete(oldest);
  return plan;
}
