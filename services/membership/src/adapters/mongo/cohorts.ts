import { createAggregateStore, type AggregateStore, type MongoConnection } from '@daka/service-kit';
import { evolveCohort, type Cohort, type CohortEvent } from '../../domain/cohort';
import { cohortMessage } from '../../domain/cohort-messages';
import type { Cohorts } from '../../ports';

export function createCohorts(mongo: MongoConnection, clock: { nowMs(): number }): { cohorts: Cohorts; store: AggregateStore<Cohort, CohortEvent> } {
  const store = createAggregateStore<Cohort, CohortEvent>({
    mongo, clock, name: 'cohorts', evolve: evolveCohort,
    publish: (event, cohort) => {
      const message = cohortMessage(event, cohort);
      return message && { topic: 'membership.cohort', ...message };
    },
    indexes: [
      [{ 'state.status': 1, _id: 1 }],
      [{ 'state.organisationId': 1, _id: 1 }],
      [{ 'state.enrolmentsCancelled': 1 }, { partialFilterExpression: { 'state.status': 'cancelled' } }],
    ],
  });
  const states = async (filter: Record<string, unknown>, page: { afterId?: string | undefined; limit: number }) =>
    (await store.find(filter, paged(page))).map(({ state }) => state);

  const cohorts: Cohorts = {
    load: store.load,
    change: store.change,
    applyMessage: store.applyMessage,
    published: (page) => states({ 'state.status': 'published' }, page),
    ofOrganisation: (organisationId, page) => states({ 'state.organisationId': organisationId }, page),
    toCancel: (limit) => states({ 'state.status': 'cancelled', 'state.enrolmentsCancelled': false }, { limit }),
  };
  return { cohorts, store };
}

function paged({ afterId, limit }: { afterId?: string | undefined; limit: number }) {
  return afterId === undefined ? { limit } : { limit, afterId };
}
