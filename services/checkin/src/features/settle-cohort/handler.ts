import type { Cohort } from '../../domain/cohort';
import { awardBonus, settleCalendar } from '../../domain/settle-calendar';
import { finishSettlement, settlesByItself, sharePool, startSettlement } from '../../domain/settle-cohort';
import { inParallel } from '../in-parallel';
import type { Ports } from '../ports';
import { endsOf } from './ends-of';

const COHORTS_A_RUN = 20;
const PAGE = 200;
const CONCURRENCY = 8;

type Needs = Pick<Ports, 'calendars' | 'cohorts' | 'clock'>;

/** Starts what is over by the clock and carries on with every settlement under way; each step may be repeated after a crash. */
export function createSettleCohorts(ports: Needs) {
  return async (signal: AbortSignal): Promise<void> => {
    for (const cohort of await overByNow(ports)) {
      const ends = await endsOf(cohort, ports);
      await ports.cohorts.change(cohort.cohortId, (current) => startSettlement(current, ends, ports.clock.nowMs()));
    }
    for (const cohort of await ports.cohorts.settling(COHORTS_A_RUN)) await settle(cohort, ports, signal);
  };
}

/** Settlements that start by themselves as of now or are under way; looked at in this order, one that starts meanwhile is seen. */
export async function countSettlements(ports: Needs): Promise<number> {
  const starting = (await overByNow(ports)).length;
  return starting + (await ports.cohorts.settling(COHORTS_A_RUN)).length;
}

async function overByNow(ports: Needs): Promise<Cohort[]> {
  const nowMs = ports.clock.nowMs();
  const over: Cohort[] = [];
  for (const cohort of await ports.cohorts.maybeOver(nowMs, COHORTS_A_RUN)) {
    if (settlesByItself(cohort, await endsOf(cohort, ports), nowMs)) over.push(cohort);
  }
  return over;
}

/** Freeze every calendar, share the pool, award every bonus, close the books. */
async function settle(cohort: Cohort, { calendars, cohorts }: Needs, signal: AbortSignal): Promise<void> {
  const { cohortId, settlement } = cohort;
  if (settlement.status !== 'settling') return;
  const { startedAtMs } = settlement;

  for (let page = await calendars.openIn(cohortId, null, PAGE); page.length > 0; page = await calendars.openIn(cohortId, null, PAGE)) {
    if (signal.aborted) return;
    await inParallel(page, CONCURRENCY, (id) => calendars.change(id, (calendar) => settleCalendar(calendar, startedAtMs)));
  }

  const members = await calendars.settledIn(cohortId);
  const shared = sharePool(cohort, members);
  const unawarded = members.flatMap(({ enrolmentId, bonusMinor }, index) => (
    bonusMinor === null ? [{ enrolmentId, shareMinor: shared.bonusMinor[index] ?? 0 }] : []));
  await inParallel(unawarded, CONCURRENCY, ({ enrolmentId, shareMinor }) =>
    calendars.change(enrolmentId, (calendar) => awardBonus(calendar, shareMinor, startedAtMs)));

  await cohorts.change(cohortId, (current) => finishSettlement(current, members, shared));
}
