import { paymentHttp } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { createExportMoney } from './handler';

export const exportMoneyRoute = route<{ exportMoney: ReturnType<typeof createExportMoney> }>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/export',
  summary: 'Your statement with the journal it was made from: payment\'s half of what "replay my money" recomputes.',
  access: ['learner'],
  params: paymentHttp.EnrolmentParams,
  answers: { 200: paymentHttp.MoneyExportBody, 404: refusals('not_found'), 409: refusals('try_again') },
  handle: ({ params }, { exportMoney }) => exportMoney(params.enrolmentId),
});
