import { iso } from '@daka/contracts';
import type { Book } from '../../domain/book';
import type { LedgerEntry } from '../../domain/ledger/entry';
import { arrivesByMs } from '../../domain/refund-limits';
import { statementLines, totalsOf, type StatementLine, type Totals } from '../../domain/statement';
import type { Journal } from '../../ports';

export type ShownLine = Omit<StatementLine, 'atMs' | 'days'> & {
  at: string;
  days?: NonNullable<StatementLine['days']>[number][];
};

export interface Statement extends ShownTotals {
  lines: (ShownLine & { expectedAt?: string })[];
}
type ShownTotals = ReturnType<typeof presentTotals>;

export function presentTotals({ feeFinalAtMs, ...totals }: Totals) {
  return { ...totals, feeFinalAt: feeFinalAtMs === null ? null : iso(feeFinalAtMs) };
}

/** The learner's account: totals, and a line for every entry of the journal. Null before there is a price. */
export function presentStatement({ book, entries }: Pick<Journal, 'book' | 'entries'>): Statement | null {
  return withLines(book, presentLines(entries));
}

/** Totals of the book above lines that are there already. Null before there is a price. */
export function withLines(book: Book, lines: readonly ShownLine[]): Statement | null {
  const totals = totalsOf(book);
  return totals && { ...presentTotals(totals), lines: withArrivals(book, lines) };
}

/** A line for each entry, behind those that are there already. */
export function presentLines(entries: readonly LedgerEntry[], before: readonly ShownLine[] = []): ShownLine[] {
  return statementLines(entries, before.at(-1)?.balanceHeldMinor).map(({ atMs, days, ...line }) => ({
    ...line,
    at: iso(atMs),
    ...(days === undefined ? {} : { days: [...days] }),
  }));
}

/** A refund that is on its way says when it should be there; once it is, the line is as it was written. */
function withArrivals({ refunds, charges }: Book, lines: readonly ShownLine[]): Statement['lines'] {
  const shown: Statement['lines'] = [...lines];
  for (const { period, status, paymentIntentId } of refunds) {
    if (status !== 'sending' && status !== 'pending') continue;
    const index = shown.findLastIndex((line) => line.kind === 'refund_sent' && line.period === period);
    const line = shown[index];
    const method = charges.find((charge) => charge.paymentIntentId === paymentIntentId)?.facts?.method ?? null;
    if (line) shown[index] = { ...line, expectedAt: iso(arrivesByMs(Date.parse(line.at), method)) };
  }
  return shown;
}
