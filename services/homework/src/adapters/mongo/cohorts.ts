import { createCopyStore, type MongoConnection } from '@daka/service-kit';
import { cohortUpcasts, evolveCohort, type Cohort } from '../../domain/cohort';

/** What homework knows of cohorts, from membership's messages. */
export function createCohorts(mongo: MongoConnection) {
  return createCopyStore<Cohort, 'membership.cohort' | 'checkin.cohort'>({
    mongo,
    name: 'cohorts',
    evolve: evolveCohort,
    upcasts: cohortUpcasts,
  });
}
