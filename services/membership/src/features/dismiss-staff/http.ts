import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { dismissStaff } from '../../domain/change-staff';
import type { Ports } from '../../ports';

export const dismissStaffRoute = route<Pick<Ports, 'cohorts'>>()({
  method: 'delete',
  path: '/cohorts/:cohortId/staff/:accountId',
  summary: 'Take a role away',
  access: ['owner'],
  params: http.StaffParams,
  answers: { 204: null, 404: refusals('not_found'), 409: refusals('owner_stays') },
  handle: async ({ params }, { cohorts }) => {
    const outcome = await cohorts.change(params.cohortId, (cohort) => dismissStaff(cohort, params.accountId));
    return isRefused(outcome) ? outcome : null;
  },
});
