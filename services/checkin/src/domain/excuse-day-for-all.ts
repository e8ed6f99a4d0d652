import { type Refused, refuse } from '@daka/contracts';
import { type Authority, refuseAppointedLate } from './authority';
import { type Cohort, type CohortEvent, latestPlan } from './cohort';

export type ExcuseForAllRefusal =
  | 'not_found'
  | 'cohort_cancelled'
  | 'cohort_settled'
  | 'day_not_in_plan'
  | 'day_not_required'
  | 'own_request'
  | 'appointed_late';

/** The platform was down: the day is required of nobody. Saying it twice is saying it once. */
export function excuseDayForAll(
  cohort: Cohort | null,
  {
    authority,
    isLearner,
    ...excused
  }: {
    day: string;
    reason: string;
    decidedBy: string;
    excusedAtMs: number;
    authority: Authority;
    /** Whether who decides learns here too, or has applied to. */
    isLearner: boolean;
  },
): Refused<ExcuseForAllRefusal> | CohortEvent[] {
  if (cohort === null) return refuse('not_found', 'There is no such cohort.');
  if (isLearner) return refuse('own_request', 'Nobody excuses a day of their own.');
  const late = refuseAppointedLate(authority);
  if (late !== null) return late;
  if (cohort.cancelled) return refuse('cohort_cancelled', 'The cohort is cancelled.');
  if (cohort.settlement.status !== 'open') return refuse('cohort_settled', 'The cohort is settled or about to be.');
  const planDay = latestPlan(cohort.policy).days.find(({ day }) => day === excused.day);
  if (planDay === undefined) return refuse('day_not_in_plan', `${excused.day} is not a day of this plan.`, at('day'));
  if (planDay.kind !== 'required')
    return refuse('day_not_required', `No check-in is needed on ${excused.day}.`, at('day'));
  if (cohort.excusedDays.some(({ day }) => day === excused.day)) return [];
  return [{ type: 'day-excused-for-all', ...excused }];
}

function at(path: string): { fields: { path: string; message: string }[] } {
  return { fields: [{ path, message: 'a required day of the plan' }] };
}
