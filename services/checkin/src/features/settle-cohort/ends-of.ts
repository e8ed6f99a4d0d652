import { type Cohort, emptyCohortEnds } from '../../domain/cohort';
import type { CohortEnds } from '../../domain/settle-cohort';
import type { Ports } from '../ports';

/** When the last learner of a cohort is through; of a cohort without learners, when anybody would be. */
export async function endsOf({ cohortId, policy }: Cohort, { calendars }: Pick<Ports, 'calendars'>): Promise<CohortEnds> {
  return (await calendars.ends(cohortId)) ?? emptyCohortEnds(policy);
}
