import type { MessageOn, StaffRole } from '@daka/contracts';
import type { PlainDate, Policy } from '@daka/rules';

/** What homework remembers of a cohort. */
export interface Cohort {
  cohortId: string;
  planDays: readonly PlainDate[];
  cancelled: boolean;
  staff: readonly { accountId: string; role: StaffRole }[];
}

export function evolveCohort(cohort: Cohort | null, message: MessageOn<'membership.cohort'>): Cohort {
  switch (message.type) {
    case 'membership.cohort-published.v1': {
      const { cohortId, policy, staff } = message.data;
      return { cohortId, planDays: planDaysOf(policy), cancelled: false, staff };
    }
    case 'membership.cohort-staff-changed.v1':
      return { ...known(cohort), staff: message.data.staff };
    case 'membership.cohort-cancelled.v1':
      return { ...known(cohort), cancelled: true };
    default:
      return unknownMessage(message);
  }
}

/** A cohort's stream begins with its publication. */
function known(cohort: Cohort | null): Cohort {
  if (!cohort) throw new Error('a cohort changed before it was published');
  return cohort;
}

const DAY_MS = 86_400_000;

function planDaysOf({ startsOn, days }: Policy): PlainDate[] {
  const firstMs = Date.parse(`${startsOn}T00:00:00Z`);
  return Array.from({ length: days }, (_, offset) => new Date(firstMs + offset * DAY_MS).toISOString().slice(0, 10));
}

function unknownMessage(message: never): never {
  throw new Error(`unknown message ${JSON.stringify(message)}`);
}
