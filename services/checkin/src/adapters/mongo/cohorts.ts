import { type Clock, type MongoConnection, type Outbound, createAggregateStore } from '@daka/service-kit';
import { type Cohort, type CohortEvent, evolveCohort } from '../../domain/cohort';
import type { Cohorts } from '../../features/ports';

const RECENT_MS = 1_000;
const MAX_RECENT = 1_000;

/** Published cohorts with their settlement, one document each. */
export function createCohorts(mongo: MongoConnection, clock: Clock) {
  const store = createAggregateStore<Cohort, CohortEvent>({
    mongo,
    clock,
    name: 'cohorts',
    evolve: evolveCohort,
    publish,
    indexes: [[{ 'state.settlement.status': 1, 'state.settleNotBeforeMs': 1 }], [{ 'state.excusedDays.applied': 1 }]],
  });
  const statesOf = async (filter: Record<string, unknown>, limit: number) => (await store.find(filter, { limit })).map(({ state }) => state);

  const adapter: Cohorts = {
    load: store.load,
    change: store.change,
    applyMessage: store.applyMessage,
    loadRecent: keptForAMoment(store.load),
    maybeOver: async (nowMs, afterId, limit) => {
      const over = { 'state.settlement.status': 'open', 'state.settleNotBeforeMs': { $lte: nowMs }, 'state.cancelled': false };
      return (await store.find(over, afterId === null ? { limit } : { limit, afterId })).map(({ state }) => state);
    },
    settling: (limit) => statesOf({ 'state.settlement.status': 'settling' }, limit),
    withDayToExcuse: (limit) => statesOf({ 'state.excusedDays.applied': false }, limit),
  };
  return { store, adapter };
}

function publish(event: CohortEvent, { cohortId, organisationId, policy: { currency } }: Cohort): Outbound | null {
  if (event.type !== 'settled') return null;
  const { members, poolMinor, bonusMinor, organiserMinor, charityMinor, settledAtMs } = event;
  const settledAt = new Date(settledAtMs).toISOString();
  return {
    topic: 'checkin.cohort',
    type: 'checkin.cohort-settled.v1',
    data: { cohortId, organisationId, currency, members, poolMinor, bonusMinor, organiserMinor, charityMinor, settledAt },
  };
}

/** One look a second for each id, however many ask. */
function keptForAMoment(load: (id: string) => Promise<Cohort | null>): (id: string) => Promise<Cohort | null> {
  const recent = new Map<string, { untilMs: number; cohort: Promise<Cohort | null> }>();
  return (id) => {
    const nowMs = performance.now();
    const known = recent.get(id);
    if (known !== undefined && nowMs < known.untilMs) return known.cohort;
    if (recent.size >= MAX_RECENT) recent.clear();
    const cohort = load(id);
    recent.set(id, { untilMs: nowMs + RECENT_MS, cohort });
    cohort.catch(() => recent.delete(id));
    return cohort;
  };
}
