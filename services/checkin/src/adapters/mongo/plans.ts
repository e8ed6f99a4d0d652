import { createHash } from 'node:crypto';
import type { Plan } from '@daka/rules';
import type { MongoConnection } from '@daka/service-kit';

const MAX_REMEMBERED = 2_000;
const MAX_LOOKS = 3;

interface StoredPlan {
  _id: string;
  plan: Plan;
}

/**
 * Compiled plans, each stored once under a name made from its content, and never changed: learners of a cohort share it,
 * so that a calendar stays small to read and to write.
 */
export interface Plans {
  /** For use inside a decision: throws what `available` understands where the plan is not at hand. */
  byId(planId: string): Plan;
  idOf(plan: Plan): string;
  /** Runs an act and, where a plan was not at hand, fetches or stores it and runs the act again. */
  available<T>(act: () => Promise<T>): Promise<T>;
}

export function createPlans(mongo: MongoConnection): Plans {
  const documents = () => mongo.connection.collection<StoredPlan>('plans');
  const known = new Map<string, Plan>();

  function remember(planId: string, plan: Plan): void {
    const oldest = known.keys().next();
    if (known.size >= MAX_REMEMBERED && !oldest.done) known.delete(oldest.value);
    known.set(planId, plan);
  }

  async function fetch(planId: string): Promise<void> {
    const found = await documents().findOne({ _id: planId });
    if (found === null) throw new Error(`plan ${planId} is not stored`);
    remember(planId, found.plan);
  }

  async function keep({ planId, plan }: PlanNotStored): Promise<void> {
    await documents().updateOne({ _id: planId }, { $setOnInsert: { plan } }, { upsert: true });
    remember(planId, plan);
  }

  return {
    byId(planId) {
      const plan = known.get(planId);
      if (plan === undefined) throw new PlanNotAtHand(planId);
      return plan;
    },
    idOf(plan) {
      const planId = createHash('sha256').update(JSON.stringify(plan)).digest('base64url');
      if (!known.has(planId)) throw new PlanNotStored(planId, plan);
      return planId;
    },
    async available(act) {
      for (let looks = 1; ; looks += 1) {
        try {
          return await act();
        } catch (error) {
          if (looks > MAX_LOOKS) throw error;
          if (error instanceof PlanNotAtHand) await fetch(error.planId);
          else if (error instanceof PlanNotStored) await keep(error);
          else throw error;
        }
      }
    },
  };
}

class PlanNotAtHand extends Error {
  constructor(readonly planId: string) {
    super(`plan ${planId} is not at hand`);
  }
}

class PlanNotStored extends Error {
  constructor(readonly planId: string, readonly plan: Plan) {
    super(`plan ${planId} is not stored yet`);
  }
}
