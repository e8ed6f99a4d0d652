import { paymentHttp } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { ReadStatement } from './handler';

export const readStatementRoute = route<{ readStatement: ReadStatement }>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/statement',
  summary: 'What was paid, earned, refunded and forfeited, with the days that earned each line.',
  access: ['learner', 'owner', 'class_head'],
  params: paymentHttp.EnrolmentParams,
  answers: { 200: paymentHttp.StatementBody, 404: refusals('not_found') },
  handle: ({ params }, { readStatement }) => readStatement(params.enrolmentId),
});
