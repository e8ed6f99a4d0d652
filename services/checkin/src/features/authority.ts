import { type Authority, authorityOf } from '../domain/authority';
import type { Ports } from '../ports';

export type AuthorityIn = ReturnType<typeof createAuthorityIn>;

const NONE: Authority = { isStaffInTime: false, isArbiter: false };

/** Looks up in which capacities somebody may decide in a cohort; none where the cohort is not known. */
export function createAuthorityIn({ calendars, cohorts, arbiters }: Pick<Ports, 'calendars' | 'cohorts' | 'arbiters'>) {
  return async (cohortId: string | undefined, accountId: string): Promise<Authority> => {
    if (cohortId === undefined) return NONE;
    const [cohort, firstPaidAtMs] = await Promise.all([cohorts.load(cohortId), calendars.firstPaidAtMs(cohortId)]);
    if (cohort === null) return NONE;
    return authorityOf({ accountId, isArbiter: arbiters.has(accountId) }, cohort, firstPaidAtMs);
  };
}
