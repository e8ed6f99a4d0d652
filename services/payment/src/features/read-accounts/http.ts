import { paymentHttp } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { ReadCohortAccounts } from './handler';

export const readCohortAccountsRoute = route<{ readCohortAccounts: ReadCohortAccounts }>()({
  method: 'get',
  path: '/cohorts/:cohortId/accounts',
  summary: "The cohort's money: charged, held, owed, under way, returned, shared.",
  access: ['owner', 'class_head'],
  params: paymentHttp.CohortParams,
  answers: { 200: paymentHttp.CohortAccountsBody, 404: refusals('not_found') },
  handle: ({ params }, { readCohortAccounts }) => readCohortAccounts(params.cohortId),
});
