import { isRefused, paymentHttp } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { askForCredit } from '../../domain/credit';
import type { Ports } from '../../ports';
import { presentCreditPayout } from '../present/hand-payment';

export const askForCreditRoute = route<{ books: Pick<Ports['books'], 'change'>; clocks: Ports['clocks'] }>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/credit-payouts',
  summary: 'Ask to have credit paid out instead of used for a fee; asked again, the new words count, 0 takes it back.',
  access: ['learner'],
  idempotent: true,
  params: paymentHttp.EnrolmentParams,
  body: paymentHttp.CreditPayoutOrder,
  answers: { 201: paymentHttp.CreditPayoutBody, 409: refusals('no_credit', 'more_than_credit') },
  async handle({ params: { enrolmentId }, body: { amountMinor, payTo } }, { books, clocks }) {
    const { atMs } = clocks.now();
    const asked = await books.change(enrolmentId, (book) => askForCredit(book, { amountMinor, payTo }, atMs));
    if (isRefused(asked)) return asked;
    return presentCreditPayout(asked.state.creditPayout ?? { amountMinor: 0, payTo, askedAtMs: atMs });
  },
});
