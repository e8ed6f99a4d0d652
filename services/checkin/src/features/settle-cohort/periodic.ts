import { inParallel } from '@daka/service-kit';
import type { Cohort } from '../../domain/cohort';
import { refuseAdmission, shutOut } from '../../domain/follow-enrolment';
import { awaitedUpToMs } from '../../domain/homework-told';
import { awardBonus, settleCalendar } from '../../domain/settle-calendar';
import { finishSettlement, settlesByItself, sharePool, startSettlement } from '../../domain/settle-cohort';
import type { Ports, ReadinessOf } from '../../ports';
import { throughAll } from '../through-all';
import { grantOverdueIn } from './grant-overdue';

const COHORTS_A_RUN = 20;
/** So many at once that their writes share transactions. */
const CONCURRENCY = 64;

type Needs = Pick<Ports, 'calendars' | 'cohorts' | 'clock'> & { readinessOf: ReadinessOf };

/** Starts what is over by the clock and carries on with every settlement under way; each step may be repeated after a crash. */
export function createSettleCohorts(ports: Needs) {
  return async (signal: AbortSignal): Promise<void> => {
    for (const cohort of await overByNow(ports)) {
      await grantOverdueIn(cohort, ports);
      const readiness = await ports.readinessOf(cohort);
      await ports.cohorts.change(cohort.cohortId, (current) =>
        startSettlement(current, readiness, ports.clock.nowMs()),
      );
    }
    for (const cohort of await ports.cohorts.settling(COHORTS_A_RUN)) await settle(cohort, ports, signal);
  };
}

/** Settlements that start by themselves as of now or are under way; looked at in this order, one that starts meanwhile is seen. */
export async function countSettlements(ports: Needs): Promise<number> {
  const starting = (await overByNow(ports)).length;
  return starting + (await ports.cohorts.settling(COHORTS_A_RUN)).length;
}

/** Cohorts that would be settled by now if homework had told all; what an operator is alerted of. */
export async function countAwaitingHomework(ports: Needs): Promise<number> {
  const nowMs = ports.clock.nowMs();
  let count = 0;
  let afterId: string | null = null;
  for (;;) {
    const page: Cohort[] = await ports.cohorts.maybeOver(nowMs, afterId, COHORTS_A_RUN);
    for (const cohort of page) if ((await ports.readinessOf(cohort)).awaitedHomework > 0) count += 1;
    if (page.length < COHORTS_A_RUN) return count;
    afterId = page.at(-1)?.cohortId ?? null;
  }
}

async function overByNow(ports: Needs): Promise<Cohort[]> {
  const nowMs = ports.clock.nowMs();
  const over: Cohort[] = [];
  // All pages: cohorts that wait for an appeal must not keep the others waiting.
  for (let page = await ports.cohorts.maybeOver(nowMs, null, COHORTS_A_RUN); page.length > 0;) {
    for (const cohort of page) if (settlesByItself(cohort, await ports.readinessOf(cohort), nowMs)) over.push(cohort);
    if (page.length < COHORTS_A_RUN || over.length >= COHORTS_A_RUN) break;
    page = await ports.cohorts.maybeOver(nowMs, page.at(-1)?.cohortId ?? null, COHORTS_A_RUN);
  }
  return over;
}

/**
 * Shut out who is not in yet, freeze every calendar, share the pool, award every bonus, close the books.
 * Without the first, an admission that read the cohort before the settlement could open its calendar after the last look, and stay open
 * for ever when check-in died just then (found by a model of the protocol).
 */
async function settle(cohort: Cohort, { calendars, cohorts, clock }: Needs, signal: AbortSignal): Promise<void> {
  const { cohortId, settlement } = cohort;
  if (settlement.status !== 'settling') return;
  const { startedAtMs } = settlement;
  const { appealDays, policy } = cohort;
  const upToMs = awaitedUpToMs(policy);
  await grantOverdueIn(cohort, { calendars, clock });

  const isFrozen =
    (await throughAll(
      (...page) => calendars.notInYet(cohortId, ...page),
      (id) => calendars.change(id, (calendar) => shutOut(calendar, clock.nowMs())),
      signal,
    )) &&
    (await throughAll(
      (...page) => calendars.openIn(cohortId, ...page),
      (id) =>
        calendars.change(id, (calendar) =>
          settleCalendar(calendar, startedAtMs, { nowMs: clock.nowMs(), appealDays, awaitedUpToMs: upToMs }),
        ),
      signal,
    ));
  if (!isFrozen) return;
  // What is still open came in meanwhile, or waits for the answer to an appeal or for homework: the next run goes on, and the pool is shared when all are frozen.
  if ((await calendars.openIn(cohortId, null, 1)).length > 0) return;

  const members = await calendars.settledIn(cohortId);
  const shared = sharePool(cohort, members);
  const unawarded = members.flatMap(({ enrolmentId, bonusMinor }, index) =>
    bonusMinor === null ? [{ enrolmentId, shareMinor: shared.bonusMinor[index] ?? 0 }] : [],
  );
  await inParallel(unawarded, CONCURRENCY, ({ enrolmentId, shareMinor }) =>
    calendars.change(enrolmentId, (calendar) => awardBonus(calendar, shareMinor, startedAtMs)),
  );

  const isAlone = await throughAll(
    (...page) => calendars.openIn(cohortId, ...page),
    (id) => calendars.change(id, (calendar) => refuseAdmission(calendar, clock.nowMs())),
    signal,
  );
  if (!isAlone) return;
  await cohorts.change(cohortId, (current) => finishSettlement(current, members, shared));
}
