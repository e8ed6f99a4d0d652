import type Stripe from 'stripe';
import { z } from 'zod';
import { endpoint, type Call } from '../api/endpoint';
import { invalid, missing } from '../api/error';
import { listPage } from '../api/list';
import { createdRange, expand, page, text } from '../api/params';
import { expire } from '../payments/checkout';
import type { LineRecord, SessionRecord } from '../state/records';
import type { Transaction } from '../state/transaction';
import { CreateSessionParams, KNOWN_SESSION_PARAMS, newSession } from './checkout-session-params';

const ListParams = z.strictObject({
  ...page,
  payment_intent: text().optional(),
  status: z.enum(['open', 'complete', 'expired'], 'must be one of open, complete, or expired').optional(),
  created: createdRange,
});
const NOUN = 'checkout.session';

export const checkoutSessionEndpoints = [
  endpoint({
    method: 'post',
    path: '/v1/checkout/sessions',
    params: CreateSessionParams,
    known: KNOWN_SESSION_PARAMS,
    handle({ tx, params, around }) {
      const session = newSession(tx, params);
      tx.put('session', session);
      if (session.status === 'complete') tx.emit('checkout.session.completed', { kind: 'session', record: session });
      return renderSession(session, around.publicUrl());
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/checkout/sessions',
    params: ListParams,
    known: ['customer', 'customer_account', 'customer_details', 'payment_link', 'subscription'],
    handle: listSessions,
  }),
  endpoint({
    method: 'get',
    path: '/v1/checkout/sessions/:id',
    params: z.strictObject({ expand }),
    handle: ({ tx, id, around }) => renderSession(sessionOf(tx, id), around.publicUrl()),
  }),
  endpoint({
    method: 'post',
    path: '/v1/checkout/sessions/:id/expire',
    params: z.strictObject({ expand }),
    handle({ tx, id, around }) {
      const session = sessionOf(tx, id);
      if (session.status !== 'open')
        throw invalid(
          `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
        );
      return renderSession(expire(tx, session), around.publicUrl());
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/checkout/sessions/:id/line_items',
    params: z.strictObject(page),
    handle: ({ tx, id, params }) => renderSessionLines(sessionOf(tx, id).id, tx, params.limit, params.starting_after),
  }),
];

function listSessions({ tx, params, around }: Call<z.infer<typeof ListParams>>): object {
  const table = tx.book.tables.session;
  const intent = params.payment_intent === undefined ? undefined : tx.find('intent', params.payment_intent);
  if (params.payment_intent !== undefined && !intent)
    throw missing('payment_intent', params.payment_intent, 'payment_intent');
  return listPage(params, {
    url: '/v1/checkout/sessions',
    noun: NOUN,
    table,
    created: params.created,
    ids: intent && [intent.session],
    keep: (session: SessionRecord) => session.status === (params.status ?? session.status),
    render: (session) => renderSession(session, around.publicUrl()),
  });
}

function sessionOf(tx: Transaction, id: string): SessionRecord {
  const session = tx.find('session', id);
  if (!session) throw missing(NOUN, id, 'session');
  return session;
}

/** Features of a session that the sandbox does not play. */
const NOT_PLAYED = [
  'adaptive_pricing',
  'after_expiration',
  'allow_promotion_codes',
  'billing_address_collection',
  'client_secret',
  'collected_information',
  'consent',
  'consent_collection',
  'currency_conversion',
  'customer',
  'customer_account',
  'integration_identifier',
  'invoice',
  'invoice_creation',
  'managed_payments',
  'origin_context',
  'payment_link',
  'payment_method_configuration_details',
  'permissions',
  'recovered_from',
  'saved_payment_method_options',
  'setup_intent',
  'shipping_address_collection',
  'shipping_cost',
  'subscription',
  'wallet_options',
] as const;

const nothingPlayed = Object.fromEntries(NOT_PLAYED.map((name) => [name, null])) as Record<
  (typeof NOT_PLAYED)[number],
  null
>;

/** The session as Stripe shows it; its page's address while it is open. */
export function renderSession(session: SessionRecord, publicUrl: string): Stripe.Checkout.Session {
  return {
    id: session.id,
    object: 'checkout.session',
    ...nothingPlayed,
    allowed_payment_method_types: session.allowedPaymentMethodTypes && [...session.allowedPaymentMethodTypes],
    amount_subtotal: session.amountTotalMinor,
    amount_total: session.amountTotalMinor,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    cancel_url: session.cancelUrl,
    client_reference_id: session.clientReferenceId,
    created: session.created,
    currency: session.currency,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer_creation: 'if_required',
    customer_details: customerDetailsOf(session),
    customer_email: session.customerEmail,
    discounts: [],
    expires_at: session.expiresAt,
    livemode: false,
    locale: session.locale,
    metadata: session.metadata,
    mode: 'payment',
    payment_intent: session.paymentIntent,
    payment_method_collection: 'if_required',
    payment_method_options: session.paymentMethodOptions,
    payment_method_types: [...session.paymentMethodTypes],
    payment_status: session.paymentStatus,
    phone_number_collection: { enabled: false },
    shipping_options: [],
    status: session.status,
    submit_type: session.submitType,
    success_url: session.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: session.status === 'open' ? `${publicUrl}/checkout/${session.id}` : null,
  };
}

function customerDetailsOf(session: SessionRecord): Stripe.Checkout.Session.CustomerDetails | null {
  if (session.status !== 'complete' && session.customerEmail === null) return null;
  return {
    address: null,
    business_name: null,
    email: session.customerEmail,
    individual_name: null,
    name: null,
    phone: null,
    tax_exempt: 'none',
    tax_ids: null,
  };
}

/** The session's lines as a list. */
export function renderSessionLines(id: string, tx: Transaction, limit = 10, startingAfter?: string): object {
  const session = sessionOf(tx, id);
  const from = startingAfter === undefined ? 0 : session.lines.findIndex((line) => line.id === startingAfter) + 1;
  const data = session.lines.slice(from, from + limit).map((line) => renderLine(line, session));
  return {
    object: 'list',
    data,
    has_more: from + limit < session.lines.length,
    url: `/v1/checkout/sessions/${id}/line_items`,
  };
}

function renderLine(line: LineRecord, session: SessionRecord): object {
  const amount = line.unitAmountMinor * line.quantity;
  return {
    id: line.id,
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: session.currency,
    description: line.name,
    metadata: line.metadata,
    price: {
      id: line.id.replace('li_', 'price_'),
      object: 'price',
      active: false,
      billing_scheme: 'per_unit',
      created: session.created,
      currency: session.currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: line.id.replace('li_', 'prod_'),
      recurring: null,
      tax_behavior: 'unspecified',
      tiers_mode: null,
      transform_quantity: null,
      type: 'one_time',
      unit_amount: line.unitAmountMinor,
      unit_amount_decimal: String(line.unitAmountMinor),
    },
    quantity: line.quantity,
  };
}
