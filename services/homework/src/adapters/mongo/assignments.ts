import { type Clock, createAggregateStore, type MongoConnection } from '@daka/service-kit';
import { assignmentUpcasts, evolveAssignment, type Assignment, type AssignmentEvent } from '../../domain/assignment';
import type { Ports } from '../../ports';

/** Bounded: a cohort lasts weeks, not years. */
const MAX_ASSIGNMENTS = 500;

export function createAssignments(mongo: MongoConnection, clock: Clock) {
  const store = createAggregateStore<Assignment, AssignmentEvent, never>({
    mongo,
    clock,
    name: 'assignments',
    evolve: evolveAssignment,
    upcasts: assignmentUpcasts,
    publishes: [],
    publish: () => [],
    indexes: [[{ 'state.cohortId': 1, 'state.dueAtMs': 1 }]],
  });
  const adapter: Ports['assignments'] = {
    load: store.load,
    change: store.change,
    async ofCohort(cohortId) {
      const found = await store.find(
        { 'state.cohortId': cohortId },
        { sort: { 'state.dueAtMs': 1, _id: 1 }, limit: MAX_ASSIGNMENTS },
      );
      return found.map(({ state }) => state);
    },
  };
  return { store, adapter };
}
