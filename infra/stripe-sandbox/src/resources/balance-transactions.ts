import type Stripe from 'stripe';
import { z } from 'zod';
import { endpoint, type Call } from '../api/endpoint';
import { missing } from '../api/error';
import { listPage } from '../api/list';
import { createdRange, currency, expand, page, text } from '../api/params';
import type { BalanceTransactionRecord } from '../state/records';

const ListParams = z.strictObject({ ...page, type: text().optional(), source: text().optional(), currency: currency.optional(), created: createdRange });

export const balanceTransactionEndpoints = [
  endpoint({ method: 'get', path: '/v1/balance_transactions', params: ListParams, known: ['payout'], handle: listBalanceTransactions }),
  endpoint({
    method: 'get', path: '/v1/balance_transactions/:id', params: z.strictObject({ expand }),
    handle({ tx, id }) {
      const found = tx.find('balanceTransaction', id);
      if (!found) throw missing('balance transaction', id, 'id');
      return renderBalanceTransaction(found);
    },
  }),
  endpoint({
    method: 'get', path: '/v1/balance', params: z.strictObject({ expand }),
    handle({ tx }) {
      const available = [...tx.book.balanceMinor].map(([of, amount]) => ({ amount, currency: of, source_types: { card: amount } }));
      const pending = available.map((entry) => ({ amount: 0, currency: entry.currency, source_types: { card: 0 } }));
      return { object: 'balance', available, connect_reserved: [], livemode: false, pending };
    },
  }),
];

function listBalanceTransactions({ tx, params }: Call<z.infer<typeof ListParams>>): object {
  const table = tx.book.tables.balanceTransaction;
  return listPage(params, {
    url: '/v1/balance_transactions', noun: 'balance transaction', table,
    ids: params.source === undefined ? undefined : table.idsBy('source', params.source),
    created: params.created,
    keep: (txn: BalanceTransactionRecord) => txn.type === (params.type ?? txn.type) && txn.currency === (params.currency ?? txn.currency),
    render: renderBalanceTransaction,
  });
}

/** The balance transaction as Stripe shows it; everything is available at once. */
export function renderBalanceTransaction(txn: BalanceTransactionRecord): Stripe.BalanceTransaction {
  const fee = { amount: txn.feeMinor, application: null, currency: txn.currency, description: txn.reportingCategory === 'charge' ? 'Stripe processing fees' : 'Dispute fee', type: 'stripe_fee' };
  return {
    id: txn.id,
    object: 'balance_transaction',
    amount: txn.amountMinor,
    available_on: txn.created,
    balance_type: 'payments',
    created: txn.created,
    currency: txn.currency,
    description: txn.description,
    exchange_rate: null,
    fee: txn.feeMinor,
    fee_details: txn.feeMinor === 0 ? [] : [fee],
    net: txn.amountMinor - txn.feeMinor,
    reporting_category: txn.reportingCategory,
    source: txn.source,
    status: 'available',
    type: txn.type,
  };
}
