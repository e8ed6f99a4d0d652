import type { ChargeRecord, Metadata, RefundRecord, TransferRecord, TransferReversalRecord } from '../state/records';
import type { Transaction } from '../state/transaction';

export interface TransferOrder {
  readonly amountMinor: number;
  readonly currency: string;
  readonly destination: string;
  readonly description: string | null;
  readonly transferGroup: string | null;
  readonly metadata: Metadata;
}

/** Moves money to a connected account, where it arrives as a payment and is available at once. The caller has looked whether there is enough. */
export function transfer(tx: Transaction, order: TransferOrder): TransferRecord {
  const { amountMinor, currency, destination } = order;
  const there = tx.inAccount(destination);
  const made: TransferRecord = {
    ...order,
    id: tx.newId('tr'),
    created: tx.now,
    amountReversedMinor: 0,
    destinationPayment: tx.newId('py'),
    balanceTransaction: tx.newId('txn'),
  };
  const arrived = paymentOf(made, tx.newId('txn'));
  tx.put('transfer', made);
  tx.put('balanceTransaction', {
    ...moneyOf(made, 0 - amountMinor),
    id: made.balanceTransaction,
    created: tx.now,
    type: 'transfer',
    reportingCategory: 'transfer',
  });
  there.put('charge', arrived);
  there.put('balanceTransaction', {
    ...moneyOf({ id: arrived.id, currency, description: null }, amountMinor),
    id: arrived.balanceTransaction ?? '',
    created: tx.now,
    type: 'payment',
    reportingCategory: 'charge',
  });
  tx.emit('transfer.created', { kind: 'transfer', record: made });
  return made;
}

/** Takes (a part of) a transfer back. The caller has looked whether there is enough. */
export function reverse(
  tx: Transaction,
  before: TransferRecord,
  { amountMinor, metadata }: { amountMinor: number; metadata: Metadata },
): TransferReversalRecord {
  const there = tx.inAccount(before.destination);
  const { currency } = before;
  const reversal: TransferReversalRecord = {
    id: tx.newId('trr'),
    created: tx.now,
    amountMinor,
    currency,
    transfer: before.id,
    balanceTransaction: tx.newId('txn'),
    destinationPaymentRefund: tx.newId('pyr'),
    metadata,
  };
  const after: TransferRecord = { ...before, amountReversedMinor: before.amountReversedMinor + amountMinor };
  const wentBack = refundOf(reversal, before, tx.newId('txn'));
  tx.put('transferReversal', reversal);
  tx.put('transfer', after);
  tx.put('balanceTransaction', {
    ...moneyOf({ id: reversal.id, currency, description: 'REFUND FOR TRANSFER' }, amountMinor),
    id: reversal.balanceTransaction,
    created: tx.now,
    type: 'transfer_refund',
    reportingCategory: 'transfer_reversal',
  });
  const charge = there.find('charge', before.destinationPayment);
  if (!charge) throw new Error(`transfer ${before.id} has not arrived`);
  there.put('charge', { ...charge, amountRefundedMinor: charge.amountRefundedMinor + amountMinor });
  there.put('refund', wentBack);
  there.put('balanceTransaction', {
    ...moneyOf({ id: wentBack.id, currency, description: 'REFUND FOR PAYMENT' }, 0 - amountMinor),
    id: wentBack.balanceTransaction ?? '',
    created: tx.now,
    type: 'payment_refund',
    reportingCategory: 'refund',
  });
  tx.emit('transfer.reversed', { kind: 'transfer', record: after }, { amount_reversed: before.amountReversedMinor });
  return reversal;
}

const moneyOf = (
  of: { readonly id: string; readonly currency: string; readonly description: string | null },
  amountMinor: number,
) => ({ amountMinor, feeMinor: 0, currency: of.currency, source: of.id, description: of.description });

/** What arrives, as the account that gets it sees it: a payment that no customer made. */
const paymentOf = (made: TransferRecord, balanceTransaction: string): ChargeRecord => ({
  id: made.destinationPayment,
  created: made.created,
  amountMinor: made.amountMinor,
  amountRefundedMinor: 0,
  currency: made.currency,
  status: 'succeeded',
  paymentIntent: '',
  paymentMethodType: 'stripe_account',
  balanceTransaction,
  sourceTransfer: made.id,
  disputed: false,
  blockedBy: null,
  failure: null,
  metadata: {},
  description: null,
  email: null,
});

const refundOf = (
  reversal: TransferReversalRecord,
  { destinationPayment }: TransferRecord,
  balanceTransaction: string,
): RefundRecord => ({
  id: reversal.destinationPaymentRefund,
  created: reversal.created,
  amountMinor: reversal.amountMinor,
  currency: reversal.currency,
  status: 'succeeded',
  charge: destinationPayment,
  paymentIntent: '',
  paymentMethodType: 'stripe_account',
  reason: null,
  metadata: {},
  balanceTransaction,
  failureBalanceTransaction: null,
  failureReason: null,
  sourceTransferReversal: reversal.id,
  settles: null,
});
