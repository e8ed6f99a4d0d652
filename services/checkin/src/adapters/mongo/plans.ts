import { createHash } from 'node:crypto';
import type { Plan } from '@daka/rules';
import { createCache, estimateBytes, type MongoConnection } from '@daka/service-kit';
import type { Plans } from '../../ports';

interface StoredPlan {
  _id: string;
  plan: Plan;
}

/**
 * Compiled plans, each stored once under a name made from its content, and never changed: learners of a cohort share it,
 * so that a calendar stays small to read and to write.
 */
export interface SharedPlans extends Plans {
  /** @throws where it is not stored. */
  byId(planId: string): Promise<Plan>;
  /** @throws where the plan was not kept before. */
  idOf(plan: Plan): string;
}

export function createPlans(mongo: MongoConnection): SharedPlans {
  const documents = () => mongo.connection.collection<StoredPlan>('plans');
  const known = createCache<Plan>();
  const kept = new WeakMap<Plan, string>();

  /** Whoever was faster is preferred: of equal plans all calendars hold one object. */
  function share(planId: string, plan: Plan): Plan {
    const shared = known.get(planId);
    if (shared !== undefined) return shared;
    known.set(planId, plan, estimateBytes(plan));
    kept.set(plan, planId);
    return plan;
  }

  return {
    async byId(planId) {
      const remembered = known.get(planId);
      if (remembered !== undefined) return remembered;
      const found = await documents().findOne({ _id: planId });
      if (found === null) throw new Error(`plan ${planId} is not stored`);
      return share(planId, found.plan);
    },
    async keep(plan) {
      const planId = createHash('sha256').update(JSON.stringify(plan)).digest('base64url');
      if (known.get(planId) === undefined)
        await documents().updateOne({ _id: planId }, { $setOnInsert: { plan } }, { upsert: true });
      return share(planId, plan);
    },
    idOf(plan) {
      const planId = kept.get(plan);
      if (planId === undefined) throw new Error('a calendar refers to a plan that is not kept');
      return planId;
    },
  };
}
