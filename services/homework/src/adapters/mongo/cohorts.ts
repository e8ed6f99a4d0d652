import { createCopyStore, createRecent, type MongoConnection } from '@daka/service-kit';
import { cohortUpcasts, evolveCohort, type Cohort } from '../../domain/cohort';
import type { Ports } from '../../ports';

/** What homework knows of cohorts, from membership's messages. */
export function createCohorts(mongo: MongoConnection): Ports['cohorts'] {
  const store = createCopyStore<Cohort, 'membership.cohort' | 'checkin.cohort'>({
    mongo,
    name: 'cohorts',
    evolve: evolveCohort,
    upcasts: cohortUpcasts,
    indexes: [[{ 'state.doingEndsMs': 1 }]],
  });
  return {
    load: store.load,
    loadRecent: createRecent(store.load),
    apply: store.apply,
    async maybeDone(nowMs, afterId, limit) {
      const running = { 'state.settled': { $ne: true }, 'state.cancelled': { $ne: true } };
      // Null also where it was stored before this was kept: the caller sees today's form.
      const done = { $or: [{ 'state.doingEndsMs': null }, { 'state.doingEndsMs': { $lte: nowMs } }] };
      const found = await store.find({ ...running, ...done }, afterId === null ? { limit } : { limit, afterId });
      return found.map(({ state }) => state);
    },
  };
}
