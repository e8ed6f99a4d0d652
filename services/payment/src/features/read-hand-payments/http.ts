import { paymentHttp, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { Ports } from '../../ports';
import { presentHandPayments } from '../present/hand-payment';

export const readHandPaymentsRoute = route<{ books: Pick<Ports['books'], 'load'> }>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/manual-payouts',
  summary: 'What waits to be paid by hand, what was told of it, and what credit the learner asks to have paid out.',
  access: ['learner', 'owner'],
  params: paymentHttp.EnrolmentParams,
  answers: { 200: paymentHttp.ManualPayoutsBody, 404: refusals('not_found') },
  handle: async ({ params: { enrolmentId } }, { books }) =>
    presentHandPayments(await books.load(enrolmentId)) ??
    refuse('not_found', 'There is nothing to pay for this enrolment yet.'),
});
