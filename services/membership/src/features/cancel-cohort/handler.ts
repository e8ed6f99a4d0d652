import { isRefused, type Refused } from '@daka/contracts';
import type { Actor } from '../../domain/audit';
import { cancelCohort, finishCancellation } from '../../domain/cancel-cohort';
import { complete, type Cohort } from '../../domain/cohort';
import { cancelWithCohort } from '../../domain/end-enrolment';
import { closeSeating, openedFirst } from '../../domain/seat-decisions';
import type { Ports } from '../../ports';

type Needs = Pick<Ports, 'cohorts' | 'seatings' | 'enrolments' | 'clock'>;
const BATCH = 100;

/** Cancels a cohort at once; its enrolments follow in the background (`createCancelEnrolments`). */
export function createCancelCohort({ cohorts, clock }: Needs, nudge: () => void) {
  return async function cancelCohortFor(order: {
    cohortId: string;
    reason: string;
    by: Actor;
  }): Promise<Refused<'not_found' | 'cohort_settled'> | Cohort> {
    const nowMs = clock.nowMs();
    const outcome = await cohorts.change(
      order.cohortId,
      (cohort) => cancelCohort(cohort, { reason: order.reason, nowMs }),
      order.by,
    );
    if (isRefused(outcome)) return outcome;
    nudge();
    return outcome.state;
  };
}
export type CancelCohort = ReturnType<typeof createCancelCohort>;

/**
 * Cancels what is left of the enrolments of cancelled cohorts: first the seating closes, so that nobody comes in any more,
 * then each enrolment in its own write. Stopped anywhere, the next run goes on where it was.
 */
export function createCancelEnrolments({ cohorts, seatings, enrolments, clock }: Needs) {
  return async function cancelEnrolments(): Promise<void> {
    for (const cohort of await cohorts.toCancel(BATCH)) {
      // Only a cohort that was published has enrolments to cancel.
      const offer = complete(cohort.content);
      await seatings.change(cohort.cohortId, (seating) => openedFirst(seating, offer, closeSeating));
      if (await cancelBatch(cohort.cohortId)) await cohorts.change(cohort.cohortId, finishCancellation);
    }
  };

  /** True when none is left. */
  async function cancelBatch(cohortId: string): Promise<boolean> {
    const left = await enrolments.toCancelWith(cohortId, BATCH);
    for (const { enrolmentId } of left) {
      await enrolments.change(enrolmentId, (enrolment) => cancelWithCohort(enrolment, clock.nowMs()));
    }
    return left.length < BATCH;
  }
}
