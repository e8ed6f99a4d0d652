import type Stripe from 'stripe';
import { z } from 'zod';
import { endpoint, type Call } from '../api/endpoint';
import { missing } from '../api/error';
import { listPage } from '../api/list';
import { createdRange, currency, expand, page, text } from '../api/params';
import type { BalanceTransactionRecord } from '../state/records';
import type { Transaction } from '../state/transaction';

const ListParams = z.strictObject({
  ...page,
  type: text().optional(),
  source: text().optional(),
  currency: currency.optional(),
  created: createdRange,
});

export const balanceTransactionEndpoints = [
  endpoint({
    method: 'get',
    path: '/v1/balance_transactions',
    params: ListParams,
    known: ['payout'],
    handle: listBalanceTransactions,
  }),
  endpoint({
    method: 'get',
    path: '/v1/balance_transactions/:id',
    params: z.strictObject({ expand }),
    handle({ tx, id }) {
      const found = tx.find('balanceTransaction', id);
      if (!found) throw missing('balance transaction', id, 'id');
      return renderBalanceTransaction(found, tx.now);
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/balance',
    params: z.strictObject({ expand }),
    handle: ({ tx }) => renderBalance(tx),
  }),
];

function listBalanceTransactions({ tx, params }: Call<z.infer<typeof ListParams>>): object {
  const table = tx.book.tables.balanceTransaction;
  return listPage(params, {
    url: '/v1/balance_transactions',
    noun: 'balance transaction',
    table,
    ids: params.source === undefined ? undefined : table.idsBy('source', params.source),
    created: params.created,
    keep: (txn: BalanceTransactionRecord) =>
      txn.type === (params.type ?? txn.type) && txn.currency === (params.currency ?? txn.currency),
    render: (txn) => renderBalanceTransaction(txn, tx.now),
  });
}

/** Available is what the account has less what is not yet due to it. */
function renderBalance(tx: Transaction): object {
  const pendingMinor = pendingOf(tx);
  const entries = (minorOf: (currency: string, allMinor: number) => number): object[] =>
    [...tx.book.balanceMinor].map(([of, allMinor]) => ({
      amount: minorOf(of, allMinor),
      currency: of,
      source_types: { card: minorOf(of, allMinor) },
    }));
  return {
    object: 'balance',
    available: entries((of, allMinor) => allMinor - (pendingMinor.get(of) ?? 0)),
    connect_reserved: [],
    livemode: false,
    pending: entries((of) => pendingMinor.get(of) ?? 0),
  };
}

/** Forgets on the way what has matured, so that the walk stays short. */
export function pendingOf({ book, now }: Transaction): Map<string, number> {
  const pendingMinor = new Map<string, number>();
  for (const id of book.maturing) {
    const txn = book.tables.balanceTransaction.get(id);
    if (!txn || !isPending(txn, now)) book.maturing.delete(id);
    else pendingMinor.set(txn.currency, (pendingMinor.get(txn.currency) ?? 0) + txn.amountMinor - txn.feeMinor);
  }
  return pendingMinor;
}

const isPending = ({ availableOn }: BalanceTransactionRecord, now: number): boolean =>
  availableOn !== undefined && availableOn > now;

/** The balance transaction as Stripe shows it at this time. */
export function renderBalanceTransaction(txn: BalanceTransactionRecord, now = Infinity): Stripe.BalanceTransaction {
  const fee = {
    amount: txn.feeMinor,
    application: null,
    currency: txn.currency,
    description: txn.reportingCategory === 'charge' ? 'Stripe processing fees' : 'Dispute fee',
    type: 'stripe_fee',
  };
  return {
    id: txn.id,
    object: 'balance_transaction',
    amount: txn.amountMinor,
    available_on: txn.availableOn ?? txn.created,
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
    status: isPending(txn, now) ? 'pending' : 'available',
    type: txn.type,
  };
}
