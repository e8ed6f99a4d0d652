import { type Refused, isRefused, refuse } from '@daka/contracts';
import type { SettlementProgress } from '../../domain/cohort';
import { type SettlementRefusal, startSettlement } from '../../domain/settle-cohort';
import type { Ports, ReadinessOf } from '../../ports';
import { grantOverdueIn } from './grant-overdue';

export type StartSettlement = ReturnType<typeof createStartSettlement>;

/** Starts the settlement of a cohort because somebody asks for it; the timer goes on with it. */
export function createStartSettlement({
  calendars,
  cohorts,
  clock,
  readinessOf,
}: Pick<Ports, 'calendars' | 'cohorts' | 'clock'> & { readinessOf: ReadinessOf }) {
  return async (cohortId: string): Promise<Refused<SettlementRefusal> | SettlementProgress> => {
    const known = await cohorts.load(cohortId);
    if (known === null) return refuse('not_found', 'There is no such cohort.');
    await grantOverdueIn(known, { calendars, clock });
    const readiness = await readinessOf(known);
    const outcome = await cohorts.change(cohortId, (cohort) => startSettlement(cohort, readiness, clock.nowMs()));
    return isRefused(outcome) ? outcome : outcome.state.settlement;
  };
}
