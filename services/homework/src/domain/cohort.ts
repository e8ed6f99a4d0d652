import { type MessageOn, type StaffRole, unreachable } from '@daka/contracts';
import { type PlainDate, type Policy, doingEndsMs, planDates } from '@daka/rules';

/** What homework remembers of a cohort. */
export interface Cohort {
  cohortId: string;
  /** Null: the cohort was published before it was kept. */
  organisationId: string | null;
  planDays: readonly PlainDate[];
  /** Null: the cohort was published before it was kept. */
  policy: Policy | null;
  /** From then on nothing that is handed in fulfils a day; null where the policy is not known. */
  doingEndsMs: number | null;
  cancelled: boolean;
  settled: boolean;
  staff: readonly { accountId: string; role: StaffRole }[];
}

export function evolveCohort(
  cohort: Cohort | null,
  message: MessageOn<'membership.cohort' | 'checkin.cohort'>,
): Cohort {
  switch (message.type) {
    case 'membership.cohort-published.v1': {
      const { cohortId, organisationId, policy, staff } = message.data;
      return {
        cohortId,
        organisationId,
        planDays: planDates(policy),
        policy,
        doingEndsMs: doingEndsMs(policy),
        cancelled: false,
        settled: false,
        staff,
      };
    }
    case 'membership.cohort-staff-changed.v1':
      return { ...known(cohort), staff: message.data.staff };
    case 'membership.cohort-cancelled.v1':
      return { ...known(cohort), cancelled: true };
    case 'checkin.cohort-settled.v1':
      return { ...known(cohort), settled: true };
    case 'membership.cohort-changed.v1':
    case 'checkin.cohort-day-excused.v1':
      return known(cohort);
    default:
      return unreachable(message, 'message about a cohort');
  }
}

/** One step from each form in which cohorts were stored to the next. */
export const cohortUpcasts = [
  (state: unknown): unknown => Object.assign({ policy: null, settled: false }, state),
  withDoingEnd,
  (state: unknown): unknown => Object.assign({ organisationId: null }, state),
];

function withDoingEnd(cohort: Omit<Cohort, 'doingEndsMs'>): Cohort {
  return { ...cohort, doingEndsMs: cohort.policy === null ? null : doingEndsMs(cohort.policy) };
}

/** A cohort's stream begins with its publication. */
function known(cohort: Cohort | null): Cohort {
  if (!cohort) throw new Error('a cohort changed before it was published');
  return cohort;
}
