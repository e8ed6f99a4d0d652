import { isRefused, paymentHttp } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { answerHandPayment } from '../../domain/pay-by-hand';
import type { Ports } from '../../ports';
import { presentHandPayment } from '../present/hand-payment';

/** Only the learner: what is owed to somebody is never gone by another's word. */
export const answerHandPaymentRoute = route<{ books: Pick<Ports['books'], 'change'>; clocks: Ports['clocks'] }>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/manual-payout-answers',
  summary: 'Confirm that a payment by hand arrived, or object to it with a reason; only confirmed it counts.',
  access: ['learner'],
  idempotent: true,
  params: paymentHttp.EnrolmentParams,
  body: paymentHttp.ManualPayoutAnswer,
  answers: { 201: paymentHttp.ManualPayoutBody, 404: refusals('no_such_payment'), 409: refusals('answered_already') },
  async handle({ params: { enrolmentId }, body: { reason = null, ...answer } }, { books, clocks }) {
    const { atMs } = clocks.now();
    const answered = await books.change(enrolmentId, (book) => answerHandPayment(book, { ...answer, reason }, atMs));
    return isRefused(answered) ? answered : presentHandPayment(answered.state, answer.reference);
  },
});
