import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { dismissStaff } from '../../domain/change-staff';
import type { Ports } from '../../ports';
import { actorOf } from '../actor';

export const leaveStaffRoute = route<Pick<Ports, 'cohorts'>>()({
  method: 'post',
  path: '/cohorts/:cohortId/resignation',
  summary: 'Give my role in a cohort back; its owner cannot',
  access: ['owner', 'class_head', 'instructor', 'committee'],
  params: http.CohortParams,
  answers: { 204: null, 404: refusals('not_found'), 409: refusals('owner_stays') },
  handle: async ({ params, user }, { cohorts }) => {
    const outcome = await cohorts.change(params.cohortId, (cohort) => dismissStaff(cohort, user.id), actorOf(user));
    return isRefused(outcome) ? outcome : null;
  },
});
