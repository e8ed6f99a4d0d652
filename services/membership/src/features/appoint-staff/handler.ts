import { isRefused, refuse, type membershipHttp, type Refused } from '@daka/contracts';
import type { z } from 'zod';
import { appointStaff } from '../../domain/change-staff';
import type { Ports } from '../../ports';

type Order = { cohortId: string; ownerId: string } & z.infer<typeof membershipHttp.AppointStaffBody>;
type No = Refused<'not_found' | 'cohort_not_open' | 'owner_stays' | 'too_many_staff' | 'no_such_account' | 'too_many_attempts'>;

/** An owner may look for e-mails that often; more would be a search for who has an account. */
const LOOK_UPS = { max: 100, windowMs: 3_600_000 };

/** Gives somebody with an account a role in a cohort. */
export function createAppointStaff({ accounts, attempts, cohorts }: Pick<Ports, 'accounts' | 'attempts' | 'cohorts'>) {
  return async function appointStaffFor({ cohortId, ownerId, email, role }: Order): Promise<No | z.infer<typeof membershipHttp.StaffMemberBody>> {
    if (!(await attempts.count(`staff:${ownerId}`, LOOK_UPS))) return refuse('too_many_attempts');
    const account = await accounts.byEmail(email);
    if (!account) return refuse('no_such_account', undefined, { fields: [{ path: 'email', message: 'nobody signed up with it' }] });
    const outcome = await cohorts.change(cohortId, (cohort) => appointStaff(cohort, { accountId: account.id, role }));
    return isRefused(outcome) ? outcome : { accountId: account.id, displayName: account.displayName, role };
  };
}
