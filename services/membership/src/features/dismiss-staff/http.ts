import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { dismissStaff } from '../../domain/change-staff';
import type { Ports } from '../../ports';
import { actorOf } from '../actor';

export const dismissStaffRoute = route<Pick<Ports, 'cohorts'>>()({
  method: 'delete',
  path: '/cohorts/:cohortId/staff/:accountId',
  summary: 'Take a role away',
  access: ['owner'],
  params: http.StaffParams,
  answers: { 204: null, 404: refusals('not_found'), 409: refusals('owner_stays') },
  handle: async ({ params, user }, { cohorts }) => {
    const outcome = await cohorts.change(
      params.cohortId,
      (cohort) => dismissStaff(cohort, params.accountId),
      actorOf(user),
    );
    return isRefused(outcome) ? outcome : null;
  },
});
