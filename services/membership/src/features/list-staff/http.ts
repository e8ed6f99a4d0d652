import { membershipHttp as http } from '@daka/contracts';
import { route } from '@daka/service-kit';
import type { Ports } from '../../ports';

export const listStaffRoute = route<Pick<Ports, 'cohorts' | 'accounts'>>()({
  method: 'get',
  path: '/cohorts/:cohortId/staff',
  summary: 'Who works for a cohort',
  access: ['owner', 'class_head', 'instructor', 'committee'],
  params: http.CohortParams,
  answers: { 200: http.StaffList },
  handle: async ({ params }, { cohorts, accounts }) => {
    const staff = (await cohorts.load(params.cohortId))?.staff ?? [];
    const names = await accounts.displayNames(staff.map(({ accountId }) => accountId));
    return {
      items: staff.map(({ accountId, role }) => ({ accountId, role, displayName: names.get(accountId) ?? '' })),
    };
  },
});
