import { paymentHttp } from '@daka/contracts';
import { route } from '@daka/service-kit';
import type { createReadReconciliation } from './handler';

export const readReconciliationRoute = route<{ readReconciliation: ReturnType<typeof createReadReconciliation> }>()({
  method: 'get',
  path: '/organisations/:organisationId/reconciliation',
  summary: 'Where the ledger and the processor differ, as the last comparison found it, each with its likely cause.',
  access: ['owner'],
  params: paymentHttp.OrganisationParams,
  query: paymentHttp.ReconciliationQuery,
  answers: { 200: paymentHttp.ReconciliationBody },
  handle: ({ params, query }, { readReconciliation }) => readReconciliation(params.organisationId, query),
});
