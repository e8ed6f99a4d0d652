import { compilePlan, type Learner, type Plan, type Policy } from '@daka/rules';
import { createCache, createCacheBudget, estimateBytes } from '@daka/service-kit';

/** Hundreds of plans of a month, or dozens of a year. */
const KEPT_BYTES = 4 * 2 ** 20;

const plans = createCache<Plan>(createCacheBudget(KEPT_BYTES));

/** A policy worked out for a learner. Working out zones is most of what an answer costs, and the learners of a cohort mostly share one plan: the last ones are kept. */
export function planOf(policy: Policy, learner: Learner): Plan {
  const key = JSON.stringify([policy, learner]);
  const known = plans.get(key);
  if (known !== undefined) return known;
  const plan = compilePlan(policy, learner);
  plans.set(key, plan, estimateBytes(key) + estimateBytes(plan));
  return plan;
}
