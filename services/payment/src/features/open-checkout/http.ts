import { paymentHttp } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { OpenCheckout } from './handler';

export const openCheckoutRoute = route<{ openCheckout: OpenCheckout }>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/checkout',
  summary: 'Open the checkout for a held seat; the open session is answered again.',
  access: ['learner'],
  idempotent: true,
  params: paymentHttp.EnrolmentParams,
  body: paymentHttp.OpenCheckoutBody,
  answers: {
    201: paymentHttp.CheckoutBody,
    409: refusals(
      'no_seat_held',
      'plan_over',
      'already_paid',
      'payment_processing',
      'amount_not_payable',
      'currency_not_supported',
    ),
    503: refusals('payment_provider_unavailable'),
  },
  handle: ({ params, body }, { openCheckout }) => openCheckout({ ...params, ...body }),
});
