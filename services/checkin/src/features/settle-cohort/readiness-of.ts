import { type Cohort, emptyCohortEnds } from '../../domain/cohort';
import type { Readiness } from '../../domain/settle-cohort';
import type { Ports } from '../ports';

/** When the last learner of a cohort is through (of a cohort without learners, when anybody would be), and how many appeals are open. */
export async function readinessOf({ cohortId, policy }: Cohort, { calendars }: Pick<Ports, 'calendars'>): Promise<Readiness> {
  const openAppeals = await calendars.countOpenAppeals(cohortId);
  return { ...((await calendars.ends(cohortId)) ?? emptyCohortEnds(policy)), openAppeals };
}
