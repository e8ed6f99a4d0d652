import type Stripe from 'stripe';
import { z } from 'zod';
import { endpoint } from '../api/endpoint';
import { missing } from '../api/error';
import { listPage } from '../api/list';
import { createdRange, expand, page } from '../api/params';
import type { PaymentIntentRecord } from '../state/records';

const KNOWN_LIST = ['customer', 'customer_account'];

export const paymentIntentEndpoints = [
  endpoint({
    method: 'get',
    path: '/v1/payment_intents',
    params: z.strictObject({ ...page, created: createdRange }),
    known: KNOWN_LIST,
    handle: ({ tx, params }) =>
      listPage(params, {
        url: '/v1/payment_intents',
        noun: 'payment_intent',
        table: tx.book.tables.intent,
        created: params.created,
        render: renderPaymentIntent,
      }),
  }),
  endpoint({
    method: 'get',
    path: '/v1/payment_intents/:id',
    params: z.strictObject({ expand }),
    known: ['client_secret'],
    handle({ tx, id }) {
      const intent = tx.find('intent', id);
      if (!intent) throw missing('payment_intent', id, 'intent');
      return renderPaymentIntent(intent);
    },
  }),
];

/** The payment intent as Stripe shows it. */
export function renderPaymentIntent(intent: PaymentIntentRecord): Stripe.PaymentIntent {
  return {
    id: intent.id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: intent.amountMinor,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: intent.status === 'succeeded' ? intent.amountMinor : 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${intent.id}_secret_sandbox`,
    confirmation_method: 'automatic',
    created: intent.created,
    currency: intent.currency,
    customer: null,
    customer_account: null,
    description: intent.description,
    excluded_payment_method_types: null,
    last_payment_error: intent.failure && {
      type: 'card_error',
      code: intent.failure.code,
      message: intent.failure.message,
      charge: intent.failure.charge,
      ...(intent.failure.declineCode && { decline_code: intent.failure.declineCode }),
    },
    latest_charge: intent.latestCharge,
    livemode: false,
    managed_payments: null,
    metadata: intent.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: [...intent.paymentMethodTypes],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: intent.status,
    transfer_data: null,
    transfer_group: null,
  };
}
