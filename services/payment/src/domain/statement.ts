import type { Book } from './book';
import { isFrozen } from './dispute';
import { creditOf } from './ledger/accounts';
import type { LedgerEntry, PostingKind } from './ledger/entry';
import { describeEntry } from './statement-text';
import { waitingFor, type Waiting } from './way-out';

export interface Totals {
  enrolmentId: string;
  currency: string;
  paidMinor: number;
  entryFeeMinor: number;
  depositMinor: number;
  /** The entitlement now, of days that have closed or not. */
  earnedMinor: number;
  dueMinor: number;
  /** Of the deposit, arrived. */
  refundedMinor: number;
  inFlightMinor: number;
  payableMinor: number;
  /** Of the deposit held, what open appeals put in question. */
  frozenMinor: number;
  forfeitedMinor: number;
  bonusMinor: number;
  bonusPaidMinor: number;
  creditMinor: number;
  /** What a bank has taken back and has not decided on; while it is not zero, or a question of the bank is open, nothing is sent. */
  disputedMinor: number;
  isFrozen: boolean;
  /** Owed, but with no way back through its payment. */
  waiting: Waiting[];
  /** Credit of earlier enrolments that paid a part of the fee. */
  creditUsedMinor: number;
  paidOutsideMinor: number;
}

export interface StatementLine {
  seq: number;
  atMs: number;
  kind: PostingKind;
  amountMinor: number;
  /** The deposit still held after this line. */
  balanceHeldMinor: number;
  period?: string;
  days?: LedgerEntry['days'];
  text: string;
}

/** What a learner may know at a glance; null before there is a price. */
export function totalsOf(book: Book): Totals | null {
  const { enrolmentId, price, balances } = book;
  if (price === null) return null;
  return {
    enrolmentId,
    ...price,
    paidMinor: book.paidAtMs === null ? 0 : price.entryFeeMinor + price.depositMinor,
    earnedMinor: book.entitlement.entitledMinor,
    dueMinor: book.dueMinor,
    refundedMinor: succeededMinor(book, 'deposit'),
    inFlightMinor: creditOf(balances, 'refunds_in_flight'),
    payableMinor: creditOf(balances, 'refunds_payable'),
    frozenMinor: creditOf(balances, 'deposits_frozen'),
    forfeitedMinor: book.forfeitedMinor,
    bonusMinor: book.bonusMinor ?? 0,
    bonusPaidMinor: succeededMinor(book, 'bonus'),
    creditMinor: creditOf(balances, 'learner_credit'),
    disputedMinor: Math.max(0, balances.disputes_open ?? 0),
    isFrozen: isFrozen(book),
    waiting: waitingFor(book),
    creditUsedMinor: book.creditUsedMinor ?? 0,
    paidOutsideMinor: creditOf(balances, 'paid_outside'),
  };
}

/** A deposit that is set aside for an appeal is still held. */
const HELD: ReadonlySet<string> = new Set(['deposits_held', 'deposits_frozen']);

/** The journal in words, one line an entry, in order of seq. */
export function statementLines(entries: readonly LedgerEntry[]): StatementLine[] {
  let heldMinor = 0;
  return entries.map((entry) => {
    heldMinor -= entry.lines.reduce((sum, { account, amountMinor }) => (HELD.has(account) ? sum + amountMinor : sum), 0);
    const amountMinor = entry.lines.reduce((sum, line) => sum + Math.max(0, line.amountMinor), 0);
    return {
      seq: entry.seq, atMs: entry.atMs, kind: entry.kind, amountMinor, balanceHeldMinor: heldMinor,
      ...(entry.period === undefined ? {} : { period: entry.period }),
      ...(entry.days === undefined ? {} : { days: entry.days }),
      text: describeEntry(entry, amountMinor),
    };
  });
}

function succeededMinor({ refunds }: Book, kind: 'deposit' | 'bonus'): number {
  return refunds.reduce((sum, refund) => (refund.kind === kind && refund.status === 'succeeded' ? sum + refund.amountMinor : sum), 0);
}
