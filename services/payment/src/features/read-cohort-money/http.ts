import { paymentHttp } from '@daka/contracts';
import { route } from '@daka/service-kit';
import type { ReadCohortMoney } from './handler';

export const readCohortMoneyRoute = route<{ readCohortMoney: ReadCohortMoney }>()({
  method: 'get',
  path: '/cohorts/:cohortId/money',
  summary:
    'What every cent of a cohort is doing: where it is, whose it is, what the organiser gets, and what was checked.',
  access: ['owner', 'class_head'],
  params: paymentHttp.CohortParams,
  answers: { 200: paymentHttp.CohortMoneyBody },
  handle: ({ params }, { readCohortMoney }) => readCohortMoney(params.cohortId),
});
