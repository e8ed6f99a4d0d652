import type { Book } from './book';
import { isFrozen } from './dispute';
import { creditOf } from './ledger/accounts';
import type { LedgerEntry, PostingKind } from './ledger/entry';
import { type GivenBack, givenBackBy, type LineFigures, lineFigures } from './statement-figures';
import { describeEntry } from './statement-text';
import { unconfirmedMinor } from './pay-by-hand';
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
  /** Payments that bought nothing, and what of them arrived back. */
  paidInExcessMinor: number;
  excessRefundedMinor: number;
  /** Arrived of what bought the seat: deposit, and what a cancellation gave back; not the bonus. */
  refundedMinor: number;
  inFlightMinor: number;
  payableMinor: number;
  /** Of the deposit held, what open appeals put in question. */
  frozenMinor: number;
  forfeitedMinor: number;
  /** The end of the cooling-off, when the fee becomes final; null: not before the settlement, or not paid. */
  feeFinalAtMs: number | null;
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
  /** Told as paid by hand and not answered: still owed. */
  unconfirmedMinor: number;
}

export interface StatementLine extends LineFigures {
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
    paidInExcessMinor: excessMinor(book),
    excessRefundedMinor: succeededMinor(book, ['excess']),
    refundedMinor: succeededMinor(book, ['deposit', 'cancellation']),
    inFlightMinor: creditOf(balances, 'refunds_in_flight'),
    payableMinor: creditOf(balances, 'refunds_payable'),
    frozenMinor: creditOf(balances, 'deposits_frozen'),
    forfeitedMinor: book.forfeitedMinor,
    feeFinalAtMs: book.feeEarnedFromMs,
    bonusMinor: book.bonusMinor ?? 0,
    bonusPaidMinor: succeededMinor(book, ['bonus']),
    creditMinor: creditOf(balances, 'learner_credit'),
    disputedMinor: Math.max(0, balances.disputes_open ?? 0),
    isFrozen: isFrozen(book),
    waiting: waitingFor(book),
    creditUsedMinor: book.creditUsedMinor,
    paidOutsideMinor: creditOf(balances, 'paid_outside'),
    unconfirmedMinor: unconfirmedMinor(book),
  };
}

/** A deposit that is set aside for an appeal is still held. */
const HELD: ReadonlySet<string> = new Set(['deposits_held', 'deposits_frozen']);

/** The journal in words, one line an entry, in order of seq; `heldBeforeMinor`: of the deposit, before the first of them. */
export function statementLines(entries: readonly LedgerEntry[], heldBeforeMinor = 0): StatementLine[] {
  let heldMinor = heldBeforeMinor;
  return entries.map((entry) => {
    heldMinor -= entry.lines.reduce(
      (sum, { account, amountMinor }) => (HELD.has(account) ? sum + amountMinor : sum),
      0,
    );
    const amountMinor = entry.lines.reduce((sum, line) => sum + Math.max(0, line.amountMinor), 0);
    return {
      seq: entry.seq,
      atMs: entry.atMs,
      kind: entry.kind,
      amountMinor,
      balanceHeldMinor: heldMinor,
      ...(entry.period === undefined ? {} : { period: entry.period }),
      ...(entry.days === undefined ? {} : { days: entry.days }),
      ...lineFigures(entry),
      text: describeEntry(entry, amountMinor),
    };
  });
}

function succeededMinor({ refunds }: Book, kinds: readonly GivenBack[]): number {
  return refunds.reduce(
    (sum, refund) =>
      kinds.includes(givenBackBy(refund.period)) && refund.status === 'succeeded' ? sum + refund.amountMinor : sum,
    0,
  );
}

/** The charge that bought the seat comes first; where nothing had to be charged for it, none did. */
function excessMinor({ charges, paidAtMs, price, creditUsedMinor }: Book): number {
  const seatMinor =
    paidAtMs === null || price === null ? 0 : price.entryFeeMinor + price.depositMinor - creditUsedMinor;
  return charges.reduce((sum, { capturedMinor }) => sum + capturedMinor, 0) - seatMinor;
}
