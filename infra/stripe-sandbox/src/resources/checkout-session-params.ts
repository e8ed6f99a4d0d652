import { z } from 'zod';
import { invalid } from '../api/error';
import { currency, expand, integer, metadata, text, url } from '../api/params';
import { formatAmount, judgeChargeAmount, leastChargeMinor, mostChargeMinor } from '../payments/currency';
import { methodsFor, PAYMENT_METHOD_TYPES, type PaymentMethodType } from '../payments/methods';
import type { LineRecord, SessionRecord } from '../state/records';
import type { Transaction } from '../state/transaction';

const DAY_SECONDS = 86_400;
const LEAST_LIFETIME_SECONDS = 1_800;
const METHOD_LIST = PAYMENT_METHOD_TYPES.join(', ');

const Line = z.strictObject({
  price_data: z.strictObject({
    currency,
    unit_amount: integer(0),
    product_data: z.strictObject({
      name: text(250),
      description: text().optional(),
      metadata: metadata.default({}),
      images: z.array(url).max(8).optional(),
    }),
    tax_behavior: z.enum(['exclusive', 'inclusive', 'unspecified']).optional(),
  }),
  quantity: integer(1, 999_999),
  metadata: metadata.default({}),
});

/** What `POST /v1/checkout/sessions` understands. */
export const CreateSessionParams = z.strictObject({
  mode: z.literal('payment', 'the sandbox supports only payment'),
  line_items: z.array(Line).min(1).max(100),
  success_url: url,
  cancel_url: url.optional(),
  client_reference_id: text(200).optional(),
  customer_email: text(800)
    .refine((email) => /^[^@\s]+@[^@\s]+$/.test(email), 'Not a valid email address')
    .optional(),
  expires_at: integer().optional(),
  metadata: metadata.default({}),
  payment_intent_data: z
    .strictObject({ metadata: metadata.default({}), description: text(1_000).optional() })
    .default({ metadata: {} }),
  allowed_payment_method_types: z
    .array(z.enum(PAYMENT_METHOD_TYPES, `must be one of ${METHOD_LIST}`))
    .min(1)
    .max(20)
    .optional(),
  payment_method_options: z
    .strictObject({ wechat_pay: z.strictObject({ client: z.literal('web', 'must be web in Checkout') }).optional() })
    .default({}),
  locale: text(10).optional(),
  submit_type: z.enum(['auto', 'book', 'donate', 'pay']).optional(),
  ui_mode: z.literal('hosted_page', 'the sandbox supports only hosted_page').default('hosted_page'),
  expand,
});

/** Stripe's parameters that the sandbox does not play; a name stands for everything below it. */
export const KNOWN_SESSION_PARAMS = [
  'adaptive_pricing',
  'after_expiration',
  'allow_promotion_codes',
  'automatic_tax',
  'billing_address_collection',
  'branding_settings',
  'consent_collection',
  'currency',
  'custom_fields',
  'custom_text',
  'customer',
  'customer_account',
  'customer_creation',
  'customer_update',
  'discounts',
  'excluded_payment_method_types',
  'integration_identifier',
  'invoice_creation',
  'managed_payments',
  'name_collection',
  'optional_items',
  'origin_context',
  'payment_method_collection',
  'payment_method_configuration',
  'payment_method_data',
  'permissions',
  'phone_number_collection',
  'redirect_on_completion',
  'return_url',
  'saved_payment_method_options',
  'setup_intent_data',
  'shipping_address_collection',
  'shipping_options',
  'subscription_data',
  'tax_id_collection',
  'wallet_options',
  ...['adjustable_quantity', 'price', 'tax_rates'].map((name) => `line_items[][${name}]`),
  ...['product', 'recurring', 'unit_amount_decimal'].map((name) => `line_items[][price_data][${name}]`),
  ...['tax_code', 'tax_details', 'unit_label'].map((name) => `line_items[][price_data][product_data][${name}]`),
  ...[
    'application_fee_amount',
    'capture_method',
    'on_behalf_of',
    'receipt_email',
    'setup_future_usage',
    'shipping',
    'statement_descriptor',
    'statement_descriptor_suffix',
    'transfer_data',
    'transfer_group',
  ].map((name) => `payment_intent_data[${name}]`),
  ...['alipay', 'card', 'link', 'sepa_debit', 'konbini', 'customer_balance', 'paypal', 'klarna'].map(
    (name) => `payment_method_options[${name}]`,
  ),
];

type Params = z.infer<typeof CreateSessionParams>;

/** The new session, open, or complete at once when nothing is to be paid. Refuses amounts and times as Stripe does. */
export function newSession(tx: Transaction, params: Params): SessionRecord {
  const amountTotalMinor = totalOf(params);
  const isFree = amountTotalMinor === 0;
  return {
    id: tx.newId('cs_test'),
    created: tx.now,
    status: isFree ? 'complete' : 'open',
    paymentStatus: isFree ? 'no_payment_required' : 'unpaid',
    currency: currencyOf(params),
    amountTotalMinor,
    lines: params.line_items.map((line) => newLine(tx, line)),
    clientReferenceId: params.client_reference_id ?? null,
    metadata: params.metadata,
    intentMetadata: params.payment_intent_data.metadata,
    intentDescription: params.payment_intent_data.description ?? null,
    successUrl: params.success_url,
    cancelUrl: params.cancel_url ?? null,
    customerEmail: params.customer_email ?? null,
    expiresAt: expiryOf(params.expires_at, tx.now),
    allowedPaymentMethodTypes: params.allowed_payment_method_types ?? null,
    paymentMethodTypes: methodsOf(params),
    paymentMethodOptions: params.payment_method_options,
    locale: params.locale ?? null,
    submitType: params.submit_type ?? null,
    paymentIntent: null,
  };
}

function newLine(
  tx: Transaction,
  { price_data: price, quantity, metadata: own }: Params['line_items'][number],
): LineRecord {
  const { name, description } = price.product_data;
  return {
    id: tx.newId('li'),
    name,
    description: description ?? null,
    unitAmountMinor: price.unit_amount,
    quantity,
    metadata: own,
  };
}

const currencyOf = (params: Pick<Params, 'line_items'>): string => params.line_items[0]?.price_data.currency ?? '';

/** What the page offers: the methods that take the currency, less those not allowed. */
function methodsOf(params: Params): readonly PaymentMethodType[] {
  const eligible = methodsFor(currencyOf(params));
  const offered = eligible.filter((type) => params.allowed_payment_method_types?.includes(type) ?? true);
  if (offered.length === 0)
    throw invalid(`No allowed payment method takes ${currencyOf(params)}.`, { param: 'allowed_payment_method_types' });
  return offered;
}

function totalOf({ line_items: lines }: Params): number {
  const of = currencyOf({ line_items: lines });
  lines.forEach((line, i) => {
    if (line.price_data.currency !== of)
      throw invalid('All line items must have the same currency.', { param: `line_items[${i}][price_data][currency]` });
  });
  const totalMinor = lines.reduce((sum, line) => sum + line.price_data.unit_amount * line.quantity, 0);
  const fault = judgeChargeAmount(totalMinor, of);
  if (fault === undefined) return totalMinor;
  const param = 'line_items';
  switch (fault) {
    case 'too_small':
      throw invalid(
        `The Checkout Session's total amount due must add up to at least ${formatAmount(leastChargeMinor(of), of)} ${of}`,
        { code: 'amount_too_small', param },
      );
    case 'too_large':
      throw invalid(
        `The Checkout Session's total amount due must be no more than ${formatAmount(mostChargeMinor(of), of)} ${of}`,
        { code: 'amount_too_large', param },
      );
    case 'not_representable':
      throw invalid(`Invalid amount ${totalMinor} in ${of}: the last digits must be 0 in this currency`, {
        code: 'parameter_invalid_integer',
        param,
      });
    default:
      throw fault satisfies never;
  }
}

function expiryOf(given: number | undefined, now: number): number {
  const expiresAt = given ?? now + DAY_SECONDS;
  const param = 'expires_at';
  if (expiresAt < now + LEAST_LIFETIME_SECONDS - 60)
    throw invalid('The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.', { param });
  if (expiresAt > now + DAY_SECONDS + 60)
    throw invalid('The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.', { param });
  return expiresAt;
}
