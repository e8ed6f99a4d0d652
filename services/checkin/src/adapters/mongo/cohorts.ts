import { type Clock, createAggregateStore, createRecent, type MongoConnection } from '@daka/service-kit';
import { type Cohort, type CohortEvent, evolveCohort } from '../../domain/cohort';
import { cohortMessages } from '../../domain/messages';
import type { Cohorts } from '../../ports';

/** Published cohorts with their settlement, one document each. */
export function createCohorts(mongo: MongoConnection, clock: Clock) {
  const store = createAggregateStore<Cohort, CohortEvent, 'checkin.cohort'>({
    mongo,
    clock,
    name: 'cohorts',
    evolve: evolveCohort,
    publishes: ['checkin.cohort'],
    publish: cohortMessages,
    indexes: [[{ 'state.settlement.status': 1, 'state.settleNotBeforeMs': 1 }], [{ 'state.excusedDays.applied': 1 }]],
  });
  const statesOf = async (filter: Record<string, unknown>, limit: number) =>
    (await store.find(filter, { limit })).map(({ state }) => state);

  const adapter: Cohorts = {
    load: store.load,
    change: store.change,
    applyMessage: store.applyMessage,
    loadRecent: createRecent(store.load),
    maybeOver: async (nowMs, afterId, limit) => {
      const over = {
        'state.settlement.status': 'open',
        'state.settleNotBeforeMs': { $lte: nowMs },
        'state.cancelled': false,
      };
      return (await store.find(over, afterId === null ? { limit } : { limit, afterId })).map(({ state }) => state);
    },
    settling: (limit) => statesOf({ 'state.settlement.status': 'settling' }, limit),
    withDayToExcuse: (limit) => statesOf({ 'state.excusedDays.applied': false }, limit),
  };
  return { store, adapter };
}
