import type Stripe from 'stripe';
import { z } from 'zod';
import { endpoint } from '../api/endpoint';
import { missing } from '../api/error';
import { listPage } from '../api/list';
import { createdRange, expand, page, text } from '../api/params';
import type { ChargeRecord } from '../state/records';

export const chargeEndpoints = [
  endpoint({
    method: 'get',
    path: '/v1/charges',
    known: ['customer', 'transfer_group'],
    params: z.strictObject({ ...page, payment_intent: text().optional(), created: createdRange }),
    handle({ tx, params }) {
      const table = tx.book.tables.charge;
      const intent = params.payment_intent;
      if (intent !== undefined && !tx.find('intent', intent)) throw missing('payment_intent', intent, 'payment_intent');
      const ids = intent === undefined ? undefined : table.idsBy('intent', intent);
      return listPage(params, {
        url: '/v1/charges',
        noun: 'charge',
        table,
        ids,
        created: params.created,
        render: renderCharge,
      });
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/charges/:id',
    params: z.strictObject({ expand }),
    handle({ tx, id }) {
      const charge = tx.find('charge', id);
      if (!charge) throw missing('charge', id, 'id');
      return renderCharge(charge);
    },
  }),
];

/** The charge as Stripe shows it. */
export function renderCharge(charge: ChargeRecord): Stripe.Charge {
  const isCaptured = charge.status === 'succeeded';
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amountMinor,
    amount_captured: isCaptured ? charge.amountMinor : 0,
    amount_refunded: charge.amountRefundedMinor,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: charge.balanceTransaction,
    billing_details: {
      address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
      email: charge.email,
      name: null,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: null,
    captured: isCaptured,
    created: charge.created,
    currency: charge.currency,
    customer: null,
    description: charge.description,
    disputed: charge.disputed,
    failure_balance_transaction: null,
    failure_code: charge.failure?.code ?? null,
    failure_message: charge.failure?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: charge.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(charge),
    paid: isCaptured,
    payment_intent: charge.paymentIntent === '' ? null : charge.paymentIntent,
    payment_method: null,
    payment_method_details: methodDetailsOf(charge),
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: charge.amountRefundedMinor === charge.amountMinor,
    review: null,
    shipping: null,
    source: null,
    source_transfer: charge.sourceTransfer ?? null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: charge.status,
    transfer_data: null,
    transfer_group: null,
  };
}

function outcomeOf(charge: ChargeRecord): Stripe.Charge.Outcome | null {
  const common = { advice_code: null, network_advice_code: null, network_decline_code: null };
  switch (charge.status) {
    case 'pending':
      return null;
    case 'failed':
      return {
        ...common,
        network_status: 'declined_by_network',
        reason: 'generic_decline',
        seller_message: 'The bank did not return any further details with this decline.',
        type: 'issuer_declined',
      };
    case 'succeeded':
      return {
        ...common,
        network_status: 'approved_by_network',
        reason: null,
        seller_message: 'Payment complete.',
        type: 'authorized',
      };
    default:
      return charge.status satisfies never;
  }
}

function methodDetailsOf({ id, paymentMethodType: type }: ChargeRecord): Stripe.Charge.PaymentMethodDetails {
  if (type === 'wechat_pay' || type === 'alipay')
    return { type, [type]: { fingerprint: null, transaction_id: id.replace('ch_', `${type}_`) } };
  if (type !== 'card') return { type, [type]: {} };
  return {
    type,
    card: {
      amount_authorized: null,
      authorization_code: null,
      brand: 'visa',
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      electronic_commerce_indicator: null,
      exp_month: 12,
      exp_year: 2034,
      funding: 'credit',
      installments: null,
      last4: '4242',
      mandate: null,
      network: 'visa',
      network_transaction_id: null,
      regulated_status: null,
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}
