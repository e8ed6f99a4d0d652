import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { publishCohort } from '../../domain/publish-cohort';
import { actorOf } from '../actor';
import { cohortBody, type ShowsCohorts } from '../present/cohort';
import type { Ports } from '../../ports';

export const publishCohortRoute = route<Pick<Ports, 'cohorts' | 'bounds'> & ShowsCohorts>()({
  method: 'post',
  path: '/cohorts/:cohortId/publish',
  summary: 'Open a cohort for enrolment',
  access: ['owner'],
  idempotent: true,
  params: http.CohortParams,
  answers: {
    200: http.CohortBody,
    404: refusals('not_found'),
    409: refusals('not_a_draft', 'cohort_incomplete', 'policy_unfulfillable'),
  },
  handle: async ({ params, user }, { cohorts, bounds, ...ports }) => {
    const nowMs = ports.clock.nowMs();
    const outcome = await cohorts.change(
      params.cohortId,
      (cohort) => publishCohort(cohort, { nowMs, bounds }),
      actorOf(user),
    );
    return isRefused(outcome) ? outcome : cohortBody(outcome.state, ports);
  },
});
