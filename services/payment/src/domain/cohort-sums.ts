import type { Book } from './book';
import { ACCOUNTS, addBalances, type Balances } from './ledger/accounts';

/** What books add to the sums of their cohort. */
export interface Sums {
  /** Books with a price. */
  enrolments: number;
  capturedMinor: number;
  refundedMinor: number;
  /** Books with refunds planned or under way. */
  workPending: number;
  balances: Balances;
}

export const NO_SUMS: Sums = { enrolments: 0, capturedMinor: 0, refundedMinor: 0, workPending: 0, balances: {} };

/** Before there is a price a book adds nothing. */
export function sumsOf(book: Book | null): Sums {
  if (book === null || book.price === null) return NO_SUMS;
  return {
    enrolments: 1,
    capturedMinor: book.charges.reduce((sum, { capturedMinor }) => sum + capturedMinor, 0),
    refundedMinor: book.charges.reduce((sum, { refundedMinor }) => sum + refundedMinor, 0),
    workPending: book.work.refundsAtMs === null ? 0 : 1,
    balances: book.balances,
  };
}

export function addSums(one: Sums, other: Sums): Sums {
  return {
    enrolments: one.enrolments + other.enrolments,
    capturedMinor: one.capturedMinor + other.capturedMinor,
    refundedMinor: one.refundedMinor + other.refundedMinor,
    workPending: one.workPending + other.workPending,
    balances: addBalances(one.balances, other.balances),
  };
}

/** What must be added to the sums when a book's have changed from one to the other. */
export function differenceOf(before: Sums, after: Sums): Sums {
  const negative: Sums = {
    enrolments: -before.enrolments,
    capturedMinor: -before.capturedMinor,
    refundedMinor: -before.refundedMinor,
    workPending: -before.workPending,
    balances: Object.fromEntries(ACCOUNTS.map((account) => [account, -(before.balances[account] ?? 0)])),
  };
  return addSums(after, negative);
}

export function areSame(one: Sums, other: Sums): boolean {
  const { enrolments, capturedMinor, refundedMinor, workPending, balances } = differenceOf(one, other);
  return [enrolments, capturedMinor, refundedMinor, workPending, ...Object.values(balances)].every((sum) => sum === 0);
}
