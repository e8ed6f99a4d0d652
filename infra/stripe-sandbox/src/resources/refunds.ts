import type Stripe from 'stripe';
import { z } from 'zod';
import { endpoint, type Call } from '../api/endpoint';
import { invalid, missing, type ApiError } from '../api/error';
import { listPage } from '../api/list';
import { createdRange, expand, integer, metadata, page, text } from '../api/params';
import { formatAmount, isRepresentable } from '../payments/currency';
import { refund, settleRefund, type RefundRefusal } from '../payments/refund';
import type { ChargeRecord, RefundRecord } from '../state/records';
import type { Transaction } from '../state/transaction';
import type { RefundLimit, Terms } from '../terms';
import { mergeMetadata } from './metadata';

const CreateParams = z.strictObject({
  charge: text().optional(),
  payment_intent: text().optional(),
  amount: integer(1).optional(),
  reason: z
    .enum(
      ['duplicate', 'fraudulent', 'requested_by_customer'],
      'must be one of duplicate, fraudulent, or requested_by_customer',
    )
    .optional(),
  metadata: metadata.default({}),
  expand,
});

const ListParams = z.strictObject({
  ...page,
  charge: text().optional(),
  payment_intent: text().optional(),
  created: createdRange,
});

export const refundEndpoints = [
  endpoint({
    method: 'post',
    path: '/v1/refunds',
    params: CreateParams,
    handle: createRefund,
    known: ['currency', 'customer', 'instructions_email', 'origin', 'refund_application_fee', 'reverse_transfer'],
  }),
  endpoint({ method: 'get', path: '/v1/refunds', params: ListParams, handle: listRefunds }),
  endpoint({
    method: 'get',
    path: '/v1/refunds/:id',
    params: z.strictObject({ expand }),
    handle: ({ tx, id }) => renderRefund(refundOf(tx, id)),
  }),
  endpoint({
    method: 'post',
    path: '/v1/refunds/:id',
    params: z.strictObject({ metadata: metadata.optional(), expand }),
    handle({ tx, id, params }) {
      const before = refundOf(tx, id);
      const after = { ...before, metadata: mergeMetadata(before.metadata, params.metadata) };
      tx.put('refund', after);
      tx.emit('refund.updated', { kind: 'refund', record: after }, { metadata: before.metadata });
      tx.emit('charge.refund.updated', { kind: 'refund', record: after }, { metadata: before.metadata });
      return renderRefund(after);
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/refunds/:id/cancel',
    params: z.strictObject({ expand }),
    handle({ tx, id }) {
      const open = refundOf(tx, id);
      const canceled = open.status === 'requires_action' ? settleRefund(tx, open, 'canceled') : undefined;
      if (!canceled) throw invalid(`Refund ${id} cannot be canceled: only refunds in requires_action can.`);
      return renderRefund(canceled);
    },
  }),
];

function createRefund({ tx, params, around }: Call<z.infer<typeof CreateParams>>): object {
  const charge = chargeOf(tx, params);
  if (params.amount !== undefined && !isRepresentable(params.amount, charge.currency))
    throw invalid(`Invalid amount: ${params.amount} cannot be paid out in ${charge.currency}`, { param: 'amount' });
  const outcome = refund(
    tx,
    charge,
    { amountMinor: params.amount, reason: params.reason ?? null, metadata: params.metadata },
    around.nextRefundFate(),
    limitOf(charge, around.terms()),
  );
  if (outcome.refused) throw refusal(charge, params.amount ?? 0, outcome);
  return renderRefund(outcome.refund);
}

const limitOf = ({ paymentMethodType }: ChargeRecord, { refundLimits }: Terms): RefundLimit | undefined =>
  new Map<string, RefundLimit | undefined>(Object.entries(refundLimits)).get(paymentMethodType);

function chargeOf(
  tx: Transaction,
  params: { charge?: string | undefined; payment_intent?: string | undefined },
): ChargeRecord {
  if (params.charge !== undefined && params.payment_intent !== undefined)
    throw invalid('You may only specify one of these parameters: charge, payment_intent.');
  if (params.charge !== undefined) {
    const charge = tx.find('charge', params.charge);
    if (!charge) throw missing('charge', params.charge, 'charge');
    return charge;
  }
  if (params.payment_intent === undefined)
    throw invalid('One of the following params should be provided for this request: payment_intent or charge.');
  const intent = tx.find('intent', params.payment_intent);
  if (!intent) throw missing('payment_intent', params.payment_intent, 'payment_intent');
  const charge = intent.status === 'succeeded' ? tx.find('charge', intent.latestCharge ?? '') : undefined;
  if (!charge)
    throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
      code: 'payment_intent_unexpected_state',
      param: 'payment_intent',
    });
  return charge;
}

function refusal(charge: ChargeRecord, askedMinor: number, outcome: RefundRefusal): ApiError {
  switch (outcome.refused) {
    case 'charge_already_refunded':
      return invalid(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
    case 'charge_disputed':
      return invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' });
    case 'charge_not_captured':
      return invalid(`Charge ${charge.id} has not been captured; cannot issue a refund.`, { param: 'charge' });
    case 'amount_too_large': {
      const whole = charge.amountMinor === outcome.leftMinor ? 'charge amount' : 'unrefunded amount on charge';
      const message = `Refund amount (${formatAmount(askedMinor, charge.currency)}) is greater than ${whole} (${formatAmount(outcome.leftMinor, charge.currency)})`;
      return invalid(message, { code: 'amount_too_large', param: 'amount' });
    }
    case 'too_many_refunds':
      return invalid(
        `Charge ${charge.id} was paid by ${charge.paymentMethodType}, which allows at most ${outcome.most} refunds of one payment.`,
        { code: 'charge_not_refundable', param: 'charge' },
      );
    case 'too_late':
      return invalid(
        `Charge ${charge.id} was paid by ${charge.paymentMethodType} more than ${outcome.days} days ago and can no longer be refunded.`,
        { code: 'charge_not_refundable', param: 'charge' },
      );
    default:
      return outcome satisfies never;
  }
}

function listRefunds({ tx, params }: Call<z.infer<typeof ListParams>>): object {
  const table = tx.book.tables.refund;
  const { charge, payment_intent: intent } = params;
  if (charge !== undefined && !tx.find('charge', charge)) throw missing('charge', charge, 'charge');
  if (intent !== undefined && !tx.find('intent', intent)) throw missing('payment_intent', intent, 'payment_intent');
  const ids =
    charge !== undefined
      ? table.idsBy('charge', charge)
      : intent !== undefined
        ? table.idsBy('intent', intent)
        : undefined;
  const keep = (refund: RefundRecord): boolean => intent === undefined || refund.paymentIntent === intent;
  return listPage(params, {
    url: '/v1/refunds',
    noun: 'refund',
    table,
    ids,
    keep,
    created: params.created,
    render: renderRefund,
  });
}

function refundOf(tx: Transaction, id: string): RefundRecord {
  const found = tx.find('refund', id);
  if (!found) throw missing('refund', id, 'refund');
  return found;
}

/** Where the money goes; Stripe has no such details for the methods that are left. */
function destinationOf({ paymentMethodType: type }: RefundRecord): Pick<Stripe.Refund, 'destination_details'> {
  if (type === 'card') return { destination_details: { card: { type: 'refund' }, type } };
  if (type === 'konbini')
    return {
      destination_details: { jp_bank_transfer: { reference: null, reference_status: null }, type: 'jp_bank_transfer' },
    };
  return type === 'alipay' || type === 'wechat_pay' ? { destination_details: { [type]: {}, type } } : {};
}

/** The refund as Stripe shows it. */
export function renderRefund(refund: RefundRecord): Stripe.Refund {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amountMinor,
    balance_transaction: refund.balanceTransaction,
    charge: refund.charge,
    created: refund.created,
    currency: refund.currency,
    customer: null,
    customer_account: null,
    ...destinationOf(refund),
    metadata: refund.metadata,
    payment_intent: refund.paymentIntent === '' ? null : refund.paymentIntent,
    payment_method: null,
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: refund.sourceTransferReversal ?? null,
    status: refund.status,
    transfer_reversal: null,
    ...(refund.failureReason && { failure_reason: refund.failureReason }),
    ...(refund.failureBalanceTransaction && { failure_balance_transaction: refund.failureBalanceTransaction }),
    ...(refund.status === 'pending' && { pending_reason: 'processing' }),
  };
}
