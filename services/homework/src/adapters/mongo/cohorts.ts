import { createCopyStore, type MongoConnection } from '@daka/service-kit';
import { evolveCohort, type Cohort } from '../../domain/cohort';

/** What homework knows of cohorts, from membership's messages. */
export function createCohorts(mongo: MongoConnection) {
  return createCopyStore<Cohort, 'membership.cohort'>({
    mongo,
    name: 'cohorts',
    topics: ['membership.cohort'],
    evolve: evolveCohort,
  });
}
