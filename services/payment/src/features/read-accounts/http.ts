import { paymentHttp } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { createListTotals, createReadCohortAccounts } from './handler';

export const readCohortAccountsRoute = route<{ readCohortAccounts: ReturnType<typeof createReadCohortAccounts> }>()({
  method: 'get',
  path: '/cohorts/:cohortId/accounts',
  summary: 'The cohort\'s money: charged, held, owed, under way, returned, shared.',
  access: ['owner', 'class_head'],
  params: paymentHttp.CohortParams,
  answers: { 200: paymentHttp.CohortAccountsBody, 404: refusals('not_found') },
  handle: ({ params }, { readCohortAccounts }) => readCohortAccounts(params.cohortId),
});

export const listTotalsRoute = route<{ listTotals: ReturnType<typeof createListTotals> }>()({
  method: 'get',
  path: '/cohorts/:cohortId/enrolments',
  summary: 'The totals of each enrolment\'s statement.',
  access: ['owner', 'class_head'],
  params: paymentHttp.CohortParams,
  query: paymentHttp.TotalsQuery,
  answers: { 200: paymentHttp.TotalsPage },
  handle: ({ params, query }, { listTotals }) => listTotals(params.cohortId, query),
});
