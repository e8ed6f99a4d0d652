import type Stripe from 'stripe';
import { z } from 'zod';
import { endpoint, type Call } from '../api/endpoint';
import { invalid, missing } from '../api/error';
import { listPage } from '../api/list';
import { boolean, createdRange, expand, metadata, page, text } from '../api/params';
import { closeDispute } from '../payments/dispute';
import type { DisputeRecord } from '../state/records';
import type { Transaction } from '../state/transaction';
import { renderBalanceTransaction } from './balance-transactions';
import { mergeMetadata } from './metadata';

const EVIDENCE = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_communication',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'customer_signature',
  'duplicate_charge_documentation',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'product_description',
  'receipt',
  'refund_policy',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'service_documentation',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_documentation',
  'shipping_tracking_number',
  'uncategorized_file',
  'uncategorized_text',
] as const;

const Evidence = z.partialRecord(z.enum(EVIDENCE), z.string().max(20_000));
const UpdateParams = z.strictObject({
  evidence: Evidence.optional(),
  submit: boolean.default(true),
  metadata: metadata.optional(),
  expand,
});
const ListParams = z.strictObject({
  ...page,
  charge: text().optional(),
  payment_intent: text().optional(),
  created: createdRange,
});

export const disputeEndpoints = [
  endpoint({ method: 'get', path: '/v1/disputes', params: ListParams, handle: listDisputes }),
  endpoint({
    method: 'get',
    path: '/v1/disputes/:id',
    params: z.strictObject({ expand }),
    handle: ({ tx, id }) => renderDispute(disputeOf(tx, id), tx),
  }),
  endpoint({
    method: 'post',
    path: '/v1/disputes/:id',
    params: UpdateParams,
    known: ['intended_submission_method', 'evidence[appeal]', 'evidence[enhanced_evidence]'],
    handle({ tx, id, params, around }) {
      const before = undecided(disputeOf(tx, id));
      const isSubmitted = params.evidence !== undefined && params.submit;
      const after: DisputeRecord = {
        ...before,
        evidence: { ...before.evidence, ...params.evidence },
        metadata: mergeMetadata(before.metadata, params.metadata),
        status: isSubmitted ? 'under_review' : before.status,
        submissions: before.submissions + (isSubmitted ? 1 : 0),
      };
      tx.put('dispute', after);
      tx.emit('charge.dispute.updated', { kind: 'dispute', record: after }, { status: before.status });
      const decided = isSubmitted ? decidedAtOnce(after) : undefined;
      return renderDispute((decided && closeDispute(tx, after, decided, around.terms().fees)) ?? after, tx);
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/disputes/:id/close',
    params: z.strictObject({ expand }),
    handle({ tx, id, around }) {
      const closed = closeDispute(tx, undecided(disputeOf(tx, id)), 'lost', around.terms().fees);
      return renderDispute(closed ?? disputeOf(tx, id), tx);
    },
  }),
];

function listDisputes({ tx, params }: Call<z.infer<typeof ListParams>>): object {
  const table = tx.book.tables.dispute;
  const { charge, payment_intent: intent } = params;
  if (charge !== undefined && !tx.find('charge', charge)) throw missing('charge', charge, 'charge');
  if (intent !== undefined && !tx.find('intent', intent)) throw missing('payment_intent', intent, 'payment_intent');
  const ids =
    charge !== undefined
      ? table.idsBy('charge', charge)
      : intent !== undefined
        ? table.idsBy('intent', intent)
        : undefined;
  const keep = (dispute: DisputeRecord): boolean => intent === undefined || dispute.paymentIntent === intent;
  return listPage(params, {
    url: '/v1/disputes',
    noun: 'dispute',
    table,
    ids,
    keep,
    created: params.created,
    render: (dispute) => renderDispute(dispute, tx),
  });
}

/** As in Stripe's test mode, these words as evidence make the bank decide at once. */
function decidedAtOnce({ evidence }: DisputeRecord): 'won' | 'lost' | undefined {
  switch (evidence['uncategorized_text']) {
    case 'winning_evidence':
      return 'won';
    case 'losing_evidence':
      return 'lost';
    default:
      return undefined;
  }
}

function disputeOf(tx: Transaction, id: string): DisputeRecord {
  const dispute = tx.find('dispute', id);
  if (!dispute) throw missing('dispute', id, 'dispute');
  return dispute;
}

function undecided(dispute: DisputeRecord): DisputeRecord {
  if (dispute.status === 'won' || dispute.status === 'lost')
    throw invalid('This dispute is already closed', { code: 'dispute_already_closed' });
  return dispute;
}

/** The dispute as Stripe shows it. `tx` undefined: without its balance transactions' contents (as none were found). */
export function renderDispute(dispute: DisputeRecord, tx?: Transaction): Stripe.Dispute {
  const transactions = dispute.balanceTransactions.flatMap((id) => tx?.find('balanceTransaction', id) ?? []);
  return {
    id: dispute.id,
    object: 'dispute',
    amount: dispute.amountMinor,
    balance_transactions: transactions.map((txn) => renderBalanceTransaction(txn, tx?.now)),
    charge: dispute.charge,
    created: dispute.created,
    currency: dispute.currency,
    enhanced_eligibility_types: [],
    evidence: {
      ...(Object.fromEntries(EVIDENCE.map((name) => [name, dispute.evidence[name] ?? null])) as Record<
        (typeof EVIDENCE)[number],
        string | null
      >),
      enhanced_evidence: {},
    },
    evidence_details: {
      due_by: dispute.dueBy,
      enhanced_eligibility: {},
      has_evidence: Object.keys(dispute.evidence).length > 0,
      past_due: dispute.dueBy <= (tx?.now ?? 0),
      submission_count: dispute.submissions,
      submission_method: dispute.submissions > 0 ? 'manual' : 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: dispute.status === 'won',
    livemode: false,
    metadata: dispute.metadata,
    payment_intent: dispute.paymentIntent,
    payment_method_details: {
      card: { brand: 'visa', case_type: 'chargeback', network: 'visa', network_reason_code: '10.4' },
      type: 'card',
    },
    reason: dispute.reason,
    status: dispute.status,
  };
}
