import { iso } from '@daka/contracts';
import type { Book, Refund } from '../../domain/book';
import { creditOf } from '../../domain/ledger/accounts';
import type { Line } from '../../domain/ledger/accounts';
import type { LedgerEntry } from '../../domain/ledger/entry';
import { priceOf } from '../../domain/money-of';
import { totalsOf, type Totals } from '../../domain/statement';
import { amounts, table } from '../present/table';

/** Null: not admitted. */
type MemberNumber = number | null;

interface MemberRow {
  book: Book;
  totals: Totals;
  memberNumber: MemberNumber;
}

/** One row a member: what was paid, and what became of it. */
export const membersTable = table<MemberRow>({
  memberNumber: ({ memberNumber }) => memberNumber,
  enrolmentId: ({ totals }) => totals.enrolmentId,
  currency: ({ totals }) => totals.currency,
  ...amounts<MemberRow>(({ totals }) => totals.currency, {
    paid: ({ totals }) => totals.paidMinor,
    entryFee: ({ totals }) => totals.entryFeeMinor,
    deposit: ({ totals }) => totals.depositMinor,
    held: ({ book: { balances } }) => creditOf(balances, 'deposits_held') + creditOf(balances, 'deposits_frozen'),
    earned: ({ totals }) => totals.earnedMinor,
    due: ({ totals }) => totals.dueMinor,
    refunded: ({ totals }) => totals.refundedMinor,
    inFlight: ({ totals }) => totals.inFlightMinor,
    payable: ({ totals }) => totals.payableMinor,
    paidOutside: ({ totals }) => totals.paidOutsideMinor,
    unconfirmed: ({ totals }) => totals.unconfirmedMinor,
    frozen: ({ totals }) => totals.frozenMinor,
    forfeited: ({ totals }) => totals.forfeitedMinor,
    bonus: ({ totals }) => totals.bonusMinor,
    bonusPaid: ({ totals }) => totals.bonusPaidMinor,
    credit: ({ totals }) => totals.creditMinor,
    disputed: ({ totals }) => totals.disputedMinor,
  }),
  feeFinalAt: ({ totals: { feeFinalAtMs } }) => instant(feeFinalAtMs),
});

export function memberRow(book: Book, memberNumber: MemberNumber): MemberRow[] {
  const totals = totalsOf(book);
  return totals === null ? [] : [{ book, totals, memberNumber }];
}

interface RefundRow {
  book: Book;
  refund: Refund;
  memberNumber: MemberNumber;
}

/** One row a refund, however it stands. */
export const refundsTable = table<RefundRow>({
  memberNumber: ({ memberNumber }) => memberNumber,
  enrolmentId: ({ book }) => book.enrolmentId,
  period: ({ refund }) => refund.period,
  kind: ({ refund }) => refund.kind,
  status: ({ refund }) => refund.status,
  currency: ({ book }) => priceOf(book).currency,
  ...amounts<RefundRow>(({ book }) => priceOf(book).currency, { amount: ({ refund }) => refund.amountMinor }),
  attempt: ({ refund }) => refund.attempt,
  dueAt: ({ refund }) => instant(refund.dueAtMs),
  succeededAt: ({ refund }) => instant(refund.succeededAtMs),
  refundId: ({ refund }) => refund.processorRefundId,
  failure: ({ refund }) => refund.failure,
});

interface LineRow {
  entry: LedgerEntry;
  line: Line;
  memberNumber: MemberNumber;
}

/** One row a line of the ledger: a debit is positive, a credit negative, and the lines of an entry add up to zero. */
export const entriesTable = table<LineRow>({
  at: ({ entry }) => iso(entry.atMs),
  memberNumber: ({ memberNumber }) => memberNumber,
  book: ({ entry }) => entry.book,
  seq: ({ entry }) => entry.seq,
  kind: ({ entry }) => entry.kind,
  period: ({ entry }) => entry.period ?? null,
  account: ({ line }) => line.account,
  currency: ({ entry }) => entry.currency,
  ...amounts<LineRow>(({ entry }) => entry.currency, { amount: ({ line }) => line.amountMinor }),
  cause: ({ entry }) => entry.cause,
  source: ({ entry }) => entry.source ?? null,
  hash: ({ entry }) => entry.hash,
});

function instant(atMs: number | null): string | null {
  return atMs === null ? null : iso(atMs);
}
