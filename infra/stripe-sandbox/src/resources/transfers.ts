import type Stripe from 'stripe';
import { z } from 'zod';
import { isConnected } from '../api/accounts';
import { endpoint, type Call } from '../api/endpoint';
import { invalid, missing } from '../api/error';
import { listPage } from '../api/list';
import { createdRange, currency, expand, integer, metadata, page, text } from '../api/params';
import { formatAmount, isRepresentable } from '../payments/currency';
import { reverse, transfer } from '../payments/transfer';
import type { TransferRecord, TransferReversalRecord } from '../state/records';
import type { Transaction } from '../state/transaction';
import { pendingOf } from './balance-transactions';

/** Inside a transfer Stripe shows the newest reversals only. */
const SHOWN_REVERSALS = 10;

const CreateParams = z.strictObject({
  amount: integer(1),
  currency,
  destination: text(),
  description: text().optional(),
  transfer_group: text().optional(),
  metadata: metadata.default({}),
  expand,
});
const ListParams = z.strictObject({
  ...page,
  created: createdRange,
  destination: text().optional(),
  transfer_group: text().optional(),
});
const ReversalParams = z.strictObject({
  amount: integer(1).optional(),
  description: text().optional(),
  metadata: metadata.default({}),
  expand,
});

/** Separate charges and transfers: from the platform's balance to accounts that are connected to it, and back. */
export const transferEndpoints = [
  endpoint({
    method: 'post',
    path: '/v1/transfers',
    params: CreateParams,
    known: ['source_transaction', 'source_type'],
    handle: createTransfer,
  }),
  endpoint({ method: 'get', path: '/v1/transfers', params: ListParams, handle: listTransfers }),
  endpoint({
    method: 'get',
    path: '/v1/transfers/:id',
    params: z.strictObject({ expand }),
    handle: ({ tx, id }) => renderTransfer(transferOf(tx, id), tx),
  }),
  endpoint({
    method: 'post',
    path: '/v1/transfers/:id/reversals',
    params: ReversalParams,
    known: ['refund_application_fee'],
    handle: createReversal,
  }),
  endpoint({
    method: 'get',
    path: '/v1/transfers/:id/reversals',
    params: z.strictObject(page),
    handle({ tx, id, params }) {
      const table = tx.book.tables.transferReversal;
      const ids = table.idsBy('transfer', transferOf(tx, id).id);
      return listPage(params, {
        url: `/v1/transfers/${id}/reversals`,
        noun: 'transfer reversal',
        table,
        ids,
        render: renderReversal,
      });
    },
  }),
];

function createTransfer({ tx, params, around }: Call<z.infer<typeof CreateParams>>): object {
  const { amount, currency: of, destination } = params;
  if (!isRepresentable(amount, of))
    throw invalid(`Invalid amount: ${amount} cannot be paid out in ${of}`, { param: 'amount' });
  const created = tx.find('account', destination);
  if (tx.book.account !== '' || !(created || isConnected(destination, around.terms())))
    throw invalid(`No such destination: '${destination}'`, { code: 'resource_missing', param: 'destination' });
  if (created && !(created.isOnboarded && created.asksForTransfers))
    throw invalid(
      'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
      { code: 'insufficient_capabilities_for_transfer' },
    );
  if (amount > availableOf(tx, of))
    throw invalid(
      'You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance by creating Charges using the 4000000000000077 test card. See: https://docs.stripe.com/testing#available-balance',
      { code: 'balance_insufficient' },
    );
  const made = transfer(tx, {
    amountMinor: amount,
    currency: of,
    destination,
    description: params.description ?? null,
    transferGroup: params.transfer_group ?? null,
    metadata: params.metadata,
  });
  return renderTransfer(made, tx);
}

function createReversal({ tx, id, params }: Call<z.infer<typeof ReversalParams>>): object {
  const before = transferOf(tx, id);
  const leftMinor = before.amountMinor - before.amountReversedMinor;
  const amountMinor = params.amount ?? leftMinor;
  if (leftMinor === 0) throw invalid(`Transfer ${id} has already been fully reversed.`);
  if (amountMinor > leftMinor)
    throw invalid(
      `Reversal amount (${formatAmount(amountMinor, before.currency)}) is greater than unreversed amount on transfer (${formatAmount(leftMinor, before.currency)})`,
      { param: 'amount' },
    );
  if (amountMinor > availableOf(tx.inAccount(before.destination), before.currency))
    throw invalid(
      'The recipient of this transfer does not have sufficient available funds in their Stripe balance to reverse this amount.',
      { code: 'balance_insufficient' },
    );
  return renderReversal(reverse(tx, before, { amountMinor, metadata: params.metadata }));
}

function listTransfers({ tx, params }: Call<z.infer<typeof ListParams>>): object {
  const table = tx.book.tables.transfer;
  const { destination, transfer_group: group } = params;
  const ids =
    group !== undefined
      ? table.idsBy('group', group)
      : destination !== undefined
        ? table.idsBy('destination', destination)
        : undefined;
  return listPage(params, {
    url: '/v1/transfers',
    noun: 'transfer',
    table,
    ids,
    created: params.created,
    keep: (one: TransferRecord) => one.destination === (destination ?? one.destination),
    render: (one) => renderTransfer(one, tx),
  });
}

function transferOf(tx: Transaction, id: string): TransferRecord {
  const found = tx.find('transfer', id);
  if (!found) throw missing('transfer', id, 'id');
  return found;
}

const availableOf = (tx: Transaction, of: string): number =>
  (tx.book.balanceMinor.get(of) ?? 0) - (pendingOf(tx).get(of) ?? 0);

/** The transfer as Stripe shows it; without a transaction (in an event) its reversals are not at hand. */
export function renderTransfer(record: TransferRecord, tx?: Transaction): Omit<Stripe.Transfer, 'lastResponse'> {
  const ids = tx?.book.tables.transferReversal.idsBy('transfer', record.id) ?? [];
  const newest = ids.slice(-SHOWN_REVERSALS).reverse();
  return {
    id: record.id,
    object: 'transfer',
    amount: record.amountMinor,
    amount_reversed: record.amountReversedMinor,
    balance_transaction: record.balanceTransaction,
    created: record.created,
    currency: record.currency,
    description: record.description,
    destination: record.destination,
    destination_payment: record.destinationPayment,
    livemode: false,
    metadata: record.metadata,
    reversals: {
      object: 'list',
      data: newest.flatMap((id) => {
        const found = tx?.find('transferReversal', id);
        return found ? [renderReversal(found)] : [];
      }),
      has_more: ids.length > SHOWN_REVERSALS,
      url: `/v1/transfers/${record.id}/reversals`,
    },
    reversed: record.amountReversedMinor === record.amountMinor,
    source_transaction: null,
    source_type: 'card',
    transfer_group: record.transferGroup,
  };
}

export function renderReversal(record: TransferReversalRecord): Omit<Stripe.TransferReversal, 'lastResponse'> {
  return {
    id: record.id,
    object: 'transfer_reversal',
    amount: record.amountMinor,
    balance_transaction: record.balanceTransaction,
    created: record.created,
    currency: record.currency,
    destination_payment_refund: record.destinationPaymentRefund,
    metadata: record.metadata,
    source_refund: null,
    transfer: record.transfer,
  };
}
