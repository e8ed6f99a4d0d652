import { paymentHttp } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { PayByHand } from './handler';

export const payByHandRoute = route<{ payByHand: PayByHand }>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/manual-payouts',
  summary:
    'Record what was paid to the learner from outside the processor: amounts without a way back through the payment, and credit.',
  access: ['owner'],
  idempotent: true,
  params: paymentHttp.EnrolmentParams,
  body: paymentHttp.ManualPayoutOrder,
  answers: {
    201: paymentHttp.ManualPayoutBody,
    409: refusals('nothing_owed', 'more_than_owed', 'refunds_frozen', 'reference_used'),
  },
  handle: ({ params, body, user }, { payByHand }) => payByHand(params.enrolmentId, { ...body, paidById: user.id }),
});
