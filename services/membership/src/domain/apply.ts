import { iso, refuse, type Refused } from '@daka/contracts';
import { planEndsMs } from '@daka/rules';
import { isUnheardOf, type Cohort, type PublishedCohort } from './cohort';
import type { Application, Enrolment, EnrolmentEvent } from './enrolment';

type Closed = Refused<'not_found' | 'cohort_not_open' | 'plan_over' | 'enrolment_closed'>;

/** The cohort, if somebody whose days end in this zone may take a further step towards a seat in it now. */
export function openCohort(cohort: Cohort | null, timeZone: string, nowMs: number): Closed | PublishedCohort {
  if (cohort === null || isUnheardOf(cohort)) return refuse('not_found');
  if (cohort.status !== 'published') return refuse('cohort_not_open', `this cohort is ${cohort.status}`);
  if (cohort.settledAtMs !== null) return refuse('cohort_not_open', 'this cohort is settled');
  const endsAtMs = planEndsMs(cohort.content.policy, timeZone);
  if (nowMs >= endsAtMs) return refuse('plan_over', `the last day closed at ${iso(endsAtMs)}`);
  if (nowMs >= cohort.content.enrolUntilMs) return refuse('enrolment_closed');
  return cohort;
}

/**
 * Applies once; the same application again changes nothing, one with another zone is refused since the zone is pinned.
 * `cancelled_before`: this one ended without trace, so the learner may apply anew under another id.
 */
export function apply(
  enrolment: Enrolment | null,
  application: Application,
  nowMs: number,
): Refused<'already_enrolled' | 'cancelled_before'> | EnrolmentEvent[] {
  if (enrolment === null) return [{ type: 'applied', ...application, atMs: nowMs }];
  if (enrolment.status === 'cancelled') return refuse('cancelled_before');
  if (enrolment.timeZone === application.timeZone && !hasEnded(enrolment)) return [];
  return refuse('already_enrolled', `enrolled already, with the time zone ${enrolment.timeZone}`);
}

/** What a cohort asks of a new enrolment, pinned at this moment. */
export function applicationTo(
  cohort: PublishedCohort,
  learner: Pick<Application, 'enrolmentId' | 'learnerId' | 'timeZone'>,
): Application {
  const { currency, entryFeeMinor, depositMinor } = cohort.content.policy;
  return {
    ...learner,
    cohortId: cohort.cohortId,
    organisationId: cohort.organisationId,
    policyVersion: cohort.policyVersion,
    rulesVersion: cohort.rulesVersion,
    price: { currency, entryFeeMinor, depositMinor },
  };
}

function hasEnded({ status }: Enrolment): boolean {
  return status === 'withdrawn' || status === 'completed';
}
