import type { Book } from '../state/book';

export interface ChargeTotals {
  readonly id: string;
  readonly account: string;
  readonly payment_intent: string;
  readonly session: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly currency: string;
  readonly captured: number;
  /** Refunds that have succeeded. */
  readonly refunded: number;
  readonly refunds_pending: number;
  readonly refunds_failed: number;
  readonly refund_count: number;
  readonly disputed: boolean;
}

export interface TransferTotals {
  readonly id: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly currency: string;
  readonly amount: number;
  readonly reversed: number;
  readonly destination: string;
}

/** What went to connected accounts, and what of it came back. */
export function transferTotals({ tables }: Book): TransferTotals[] {
  return [...tables.transfer.values()].map(({ id, metadata, currency, destination, ...one }) => ({
    id,
    metadata,
    currency,
    destination,
    amount: one.amountMinor,
    reversed: one.amountReversedMinor,
  }));
}

export interface DisputeTotals {
  readonly id: string;
  readonly charge: string;
  readonly payment_intent: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly status: string;
  /** What the bank has taken and not given back, without the fee. */
  readonly withdrawn: number;
  readonly fee: number;
}

/** Each dispute with what was moved for it in all; `metadata` is the charge's. */
export function disputeTotals({ tables }: Book): DisputeTotals[] {
  return [...tables.dispute.values()].map(({ id, charge, paymentIntent, status, balanceTransactions }) => {
    const moves = balanceTransactions.flatMap((one) => tables.balanceTransaction.get(one) ?? []);
    return {
      id,
      charge,
      payment_intent: paymentIntent,
      metadata: tables.charge.get(charge)?.metadata ?? {},
      status,
      withdrawn: moves.reduce((sum, { amountMinor }) => sum - amountMinor, 0),
      fee: moves.reduce((sum, { feeMinor }) => sum + feeMinor, 0),
    };
  });
}

export interface CurrencyTotals {
  captured: number;
  refunded: number;
  refunds_pending: number;
  refunds_failed: number;
  fees: number;
  disputed: number;
  balance: number;
}

/** What happened to each captured charge. */
export function chargeTotals(book: Book): ChargeTotals[] {
  const { charge: charges, refund: refunds, intent: intents } = book.tables;
  return [...charges.values()]
    .filter((charge) => charge.status === 'succeeded' && charge.sourceTransfer === undefined)
    .map((charge) => {
      const own = refunds.idsBy('charge', charge.id).flatMap((id) => refunds.get(id) ?? []);
      const sum = (...statuses: string[]): number =>
        own.filter(({ status }) => statuses.includes(status)).reduce((total, refund) => total + refund.amountMinor, 0);
      return {
        id: charge.id,
        account: book.account,
        payment_intent: charge.paymentIntent,
        session: intents.get(charge.paymentIntent)?.session ?? null,
        metadata: charge.metadata,
        currency: charge.currency,
        captured: charge.amountMinor,
        refunded: sum('succeeded'),
        refunds_pending: sum('pending', 'requires_action'),
        refunds_failed: sum('failed', 'canceled'),
        refund_count: own.length,
        disputed: charge.disputed,
      };
    });
}

/** Sums per currency. `balance` is recomputed from the balance transactions, not from the running figure. */
export function currencyTotals(books: Iterable<Book>): Record<string, CurrencyTotals> {
  const totals: Record<string, CurrencyTotals> = {};
  const of = (currency: string): CurrencyTotals =>
    (totals[currency] ??= {
      captured: 0,
      refunded: 0,
      refunds_pending: 0,
      refunds_failed: 0,
      fees: 0,
      disputed: 0,
      balance: 0,
    });
  for (const book of books) {
    for (const charge of chargeTotals(book)) {
      const sum = of(charge.currency);
      sum.captured += charge.captured;
      sum.refunded += charge.refunded;
      sum.refunds_pending += charge.refunds_pending;
      sum.refunds_failed += charge.refunds_failed;
    }
    for (const txn of book.tables.balanceTransaction.values()) {
      const sum = of(txn.currency);
      sum.fees += txn.feeMinor;
      sum.balance += txn.amountMinor - txn.feeMinor;
      if (txn.reportingCategory.startsWith('dispute')) sum.disputed -= txn.amountMinor;
    }
  }
  return totals;
}
