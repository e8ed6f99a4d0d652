import { iso, type MessageOn, type Role, unreachable } from '@daka/contracts';
import type { CoolingOffTerms } from '@daka/rules';

/** What payment keeps of membership's cohorts: who works for them, and how long a fee may have to go back. */
export interface Cohort {
  organisationId: string;
  /** This and the next two are absent in copies from before they were kept. */
  currency?: string;
  title?: string;
  startsOn?: string;
  /** Null or absent: it was not cancelled, as far as this copy knows. What was settled all the same is settled. */
  cancelledAtMs?: number | null;
  staff: readonly { accountId: string; role: Role }[];
  /** Absent in copies from before, which have the two below. */
  coolingOff?: CoolingOffTerms;
  coolingOffDays?: number;
  startsAtMs?: number;
}

export function evolveCohort(cohort: Cohort | null, message: MessageOn<'membership.cohort'>): Cohort | null {
  switch (message.type) {
    case 'membership.cohort-published.v1': {
      const { organisationId, title, staff, policy } = message.data;
      const { startsOn, days, dayEndsAt, dayBoundary, timeZone, coolingOffDays } = policy;
      return {
        organisationId,
        currency: policy.currency,
        title,
        startsOn,
        staff,
        coolingOff: {
          startsOn,
          days,
          dayEndsAt,
          dayBoundary,
          timeZone,
          ...(coolingOffDays === undefined ? {} : { coolingOffDays }),
        },
      };
    }
    case 'membership.cohort-staff-changed.v1':
      return cohort && { ...cohort, staff: message.data.staff };
    case 'membership.cohort-changed.v1':
      return cohort && { ...cohort, ...titleIn(message.data.changes) };
    case 'membership.cohort-cancelled.v1':
      return cohort && { ...cohort, cancelledAtMs: Date.parse(message.data.cancelledAt) };
    default:
      return unreachable(message, 'message about a cohort');
  }
}

function titleIn(changes: readonly { field: string; to: string | null }[]): { title?: string } {
  const title = changes.find(({ field }) => field === 'title')?.to;
  return title ? { title } : {};
}

const LONGEST_PLAN_DAYS = 3_660;

/** The terms of a cohort. An older copy knows its first day and its days only, so it keeps meaning what it meant: midnight in UTC, no end. */
export function coolingOffOf({ coolingOff, coolingOffDays = 0, startsAtMs = 0 }: Cohort): CoolingOffTerms {
  if (coolingOff) return coolingOff;
  const startsOn = iso(startsAtMs).slice(0, 10);
  const days = LONGEST_PLAN_DAYS;
  return { startsOn, days, dayEndsAt: '00:00', dayBoundary: 'cohort', timeZone: 'UTC', coolingOffDays };
}
