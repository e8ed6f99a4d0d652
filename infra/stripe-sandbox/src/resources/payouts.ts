import type Stripe from 'stripe';
import { z } from 'zod';
import { endpoint, type Call } from '../api/endpoint';
import { invalid, missing } from '../api/error';
import { currency, expand, integer, metadata, text } from '../api/params';
import type { BalanceTransactionRecord } from '../state/records';
import type { Transaction } from '../state/transaction';
import { pendingOf } from './balance-transactions';

const PayoutParams = z.strictObject({
  amount: integer(1),
  currency,
  description: text().optional(),
  metadata: metadata.optional(),
  expand,
});

/** Payouts to the account's bank, by hand: each is its balance transaction, and has arrived at once. */
export const payoutEndpoints = [
  endpoint({
    method: 'post',
    path: '/v1/payouts',
    params: PayoutParams,
    known: ['destination', 'method', 'source_type', 'statement_descriptor'],
    handle: createPayout,
  }),
  endpoint({
    method: 'get',
    path: '/v1/payouts/:id',
    params: z.strictObject({ expand }),
    handle({ tx, id }) {
      const found = findPayout(tx, id);
      if (!found) throw missing('payout', id, 'id');
      return renderPayout(found);
    },
  }),
];

function createPayout({ tx, params }: Call<z.infer<typeof PayoutParams>>): object {
  const allMinor = tx.book.balanceMinor.get(params.currency) ?? 0;
  if (params.amount > allMinor - (pendingOf(tx).get(params.currency) ?? 0))
    throw invalid('You have insufficient available funds in your Stripe account for this payout.', {
      code: 'balance_insufficient',
      param: 'amount',
    });
  const txn: BalanceTransactionRecord = {
    id: tx.newId('txn'),
    created: tx.now,
    amountMinor: 0 - params.amount,
    feeMinor: 0,
    currency: params.currency,
    type: 'payout',
    reportingCategory: 'payout',
    source: tx.newId('po'),
    description: params.description ?? 'STRIPE PAYOUT',
  };
  tx.put('balanceTransaction', txn);
  return renderPayout(txn);
}

/** A payout is known by what it took off the balance. */
export function findPayout(tx: Transaction, id: string): BalanceTransactionRecord | undefined {
  const [first] = tx.book.tables.balanceTransaction.idsBy('source', id);
  return first === undefined ? undefined : tx.find('balanceTransaction', first);
}

export function renderPayout({
  id,
  source,
  created,
  amountMinor,
  currency: of,
  description,
}: BalanceTransactionRecord) {
  return {
    id: source,
    object: 'payout',
    amount: 0 - amountMinor,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: created,
    automatic: false,
    balance_transaction: id,
    created,
    currency: of,
    description,
    destination: null,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: {},
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: 'paid',
    trace_id: null,
    type: 'bank_account',
  } satisfies Omit<Stripe.Payout, 'lastResponse'>;
}
