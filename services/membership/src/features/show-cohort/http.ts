import { membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { cohortBodies } from '../cohort-body';
import type { UseCases } from '../use-cases';

export const showCohortRoute = route<UseCases>()({
  method: 'get', path: '/cohorts/:cohortId', summary: 'One cohort; a draft only for its staff', access: 'public',
  params: http.CohortParams,
  answers: { 200: http.CohortBody, 404: refusals('not_found') },
  handle: async ({ params, user }, { cohorts, seatings }) => {
    const cohort = await cohorts.load(params.cohortId);
    const isStaff = cohort?.staff.some(({ accountId }) => accountId === user?.id);
    if (cohort === null || (cohort.status === 'draft' && !isStaff)) return refuse('not_found');
    const [body] = await cohortBodies([cohort], seatings);
    return body ?? refuse('not_found');
  },
});
