import type { Collection } from 'mongoose';
import { ACCOUNTS, type Balances } from '../../domain/ledger/accounts';
import type { CohortSums } from '../../ports';

type Sums = Record<string, number | string | null>;

/** Adds up the books of a cohort in the database. */
export async function cohortSums(books: Collection, cohortId: string): Promise<CohortSums> {
  const [sums] = await books.aggregate<Sums>([
    { $match: { 'state.cohortId': cohortId, 'state.price': { $ne: null } } },
    { $group: {
      _id: null,
      currency: { $first: '$state.price.currency' },
      enrolments: { $sum: 1 },
      capturedMinor: { $sum: { $sum: '$state.charges.capturedMinor' } },
      refundedMinor: { $sum: { $sum: '$state.charges.refundedMinor' } },
      workPending: { $sum: { $cond: [{ $isNumber: '$state.work.refundsAtMs' }, 1, 0] } },
      ...Object.fromEntries(ACCOUNTS.map((account) => [account, { $sum: `$state.balances.${account}` }])),
    } },
  ]).toArray();
  const balances: Balances = Object.fromEntries(ACCOUNTS.map((account) => [account, numberIn(sums, account)]));
  return {
    currency: sums ? String(sums['currency']) : null,
    enrolments: numberIn(sums, 'enrolments'),
    balances,
    capturedMinor: numberIn(sums, 'capturedMinor'),
    refundedMinor: numberIn(sums, 'refundedMinor'),
    workPending: numberIn(sums, 'workPending'),
  };
}

function numberIn(sums: Sums | undefined, name: string): number {
  return Number(sums?.[name] ?? 0);
}
