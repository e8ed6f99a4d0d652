import { isRefused, type Refused } from '@daka/contracts';
import { apply, applicationTo, openCohort } from '../../domain/apply';
import type { PublishedCohort } from '../../domain/cohort';
import { cancelWithCohort } from '../../domain/end-enrolment';
import type { Enrolment } from '../../domain/enrolment';
import type { Ports } from '../../ports';

type Order = { cohortId: string; learnerId: string; timeZone: string };
type No = Refused<'not_found' | 'cohort_not_open' | 'enrolment_closed' | 'already_enrolled'>;
/** Somebody who left within the cooling-off may come back, but not without end. */
const MAX_ATTEMPTS = 20;

/** Applies to a cohort: once per learner, unless the last enrolment was cancelled. */
export function createApply({ cohorts, enrolments, ids, clock }: Pick<Ports, 'cohorts' | 'enrolments' | 'ids' | 'clock'>) {
  return async function applyFor(order: Order): Promise<No | Enrolment> {
    const nowMs = clock.nowMs();
    const cohort = openCohort(await cohorts.load(order.cohortId), nowMs);
    if (isRefused(cohort)) return cohort;
    const application = applicationTo(cohort, { ...order, enrolmentId: await freeId(order) });

    const outcome = await enrolments.change(application.enrolmentId, (enrolment) => apply(enrolment, application, nowMs));
    if (isRefused(outcome)) return outcome;
    return followCancellation(outcome.state, cohort);
  };

  /** The id of the learner's enrolment that is not cancelled, or of their next one. */
  async function freeId({ cohortId, learnerId }: Order): Promise<string> {
    let attempt = 1;
    let enrolmentId = ids.enrolment(cohortId, learnerId, attempt);
    while (attempt < MAX_ATTEMPTS && (await enrolments.load(enrolmentId))?.status === 'cancelled') {
      attempt += 1;
      enrolmentId = ids.enrolment(cohortId, learnerId, attempt);
    }
    return enrolmentId;
  }

  /** The cohort may have been cancelled, and its enrolments counted, since it was read. */
  async function followCancellation(enrolment: Enrolment, { cohortId }: PublishedCohort): Promise<Enrolment> {
    const cohort = await cohorts.load(cohortId);
    if (cohort?.status !== 'cancelled') return enrolment;
    return (await enrolments.change(enrolment.enrolmentId, (known) => cancelWithCohort(known, clock.nowMs()))).state;
  }
}
