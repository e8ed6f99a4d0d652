import { isRefused, refuse, type Refused } from '@daka/contracts';
import { apply, applicationTo, openCohort } from '../../domain/apply';
import type { PublishedCohort } from '../../domain/cohort';
import { cancelWithCohort } from '../../domain/end-enrolment';
import type { Enrolment } from '../../domain/enrolment';
import type { Ports } from '../../ports';

type Order = { cohortId: string; learnerId: string; timeZone: string };
type No = Refused<'not_found' | 'cohort_not_open' | 'plan_over' | 'enrolment_closed' | 'already_enrolled'>;
/** Somebody who left within the cooling-off may come back, but not without end. */
const MAX_ATTEMPTS = 20;

/** Applies to a cohort: once per learner, unless the last enrolment was cancelled. */
export function createApply({
  cohorts,
  enrolments,
  ids,
  clock,
}: Pick<Ports, 'cohorts' | 'enrolments' | 'ids' | 'clock'>) {
  return async function applyFor(order: Order): Promise<No | Enrolment> {
    const nowMs = clock.nowMs();
    const cohort = openCohort(await cohorts.load(order.cohortId), order.timeZone, nowMs);
    if (isRefused(cohort)) return cohort;
    const applied = await firstFree(cohort, order, nowMs);
    return isRefused(applied) ? applied : followCancellation(applied);
  };

  /** The learner's enrolment that is not cancelled, or their next one. */
  async function firstFree(
    cohort: PublishedCohort,
    order: Order,
    nowMs: number,
  ): Promise<Refused<'already_enrolled'> | Enrolment> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const application = applicationTo(cohort, {
        ...order,
        enrolmentId: ids.enrolment(order.cohortId, order.learnerId, attempt),
      });
      const outcome = await enrolments.change(application.enrolmentId, (enrolment) =>
        apply(enrolment, application, nowMs),
      );
      if (!isRefused(outcome)) return outcome.state;
      if (outcome.refused === 'already_enrolled') return refuse('already_enrolled', outcome.detail);
    }
    return refuse('already_enrolled', `applied and left ${MAX_ATTEMPTS} times`);
  }

  /** The cohort may have been cancelled, and its enrolments counted, since it was read. */
  async function followCancellation(enrolment: Enrolment): Promise<Enrolment> {
    const cohort = await cohorts.load(enrolment.cohortId);
    if (cohort?.status !== 'cancelled') return enrolment;
    return (await enrolments.change(enrolment.enrolmentId, (known) => cancelWithCohort(known, clock.nowMs()))).state;
  }
}
export type Apply = ReturnType<typeof createApply>;
