import type { Connection } from 'mongoose';
import { ACCOUNTS, type Account, addBalances } from '../../domain/ledger/accounts';
import type { BalancesOfCohort } from '../../ports';
import { BOOKS } from './books';
import { COHORT_BOOKS } from './cohort-books';
import { atOneInstant } from './one-instant';
import { COHORT_SUMS, UNSUMMED } from './summed';

type Row = { _id: string; currency: string } & Record<Account, number>;

/** Where balances stand: in kept sums, in books that no sum counts yet, and in what cohorts gave to organiser and charity. */
const PLACES = [
  {
    name: COHORT_SUMS,
    of: (which: object) => ({ cohortId: which }),
    fields: { cohortId: '$cohortId', currency: '$currency', balances: '$sums.balances' },
  },
  {
    name: BOOKS,
    of: (which: object) => ({ 'state.cohortId': which, 'state.price': { $ne: null }, ...UNSUMMED }),
    fields: { cohortId: '$state.cohortId', currency: '$state.price.currency', balances: '$state.balances' },
  },
  {
    name: COHORT_BOOKS,
    of: (which: object) => ({ _id: which, state: { $ne: null } }),
    fields: { cohortId: '$_id', currency: '$state.currency', balances: '$state.balances' },
  },
];

/** What the accounts of many cohorts hold, added up in the database. */
export async function balancesOf(
  connection: Connection,
  cohortIds: readonly string[],
): Promise<ReadonlyMap<string, BalancesOfCohort>> {
  const which = { $in: [...cohortIds] };
  const rows = await atOneInstant(connection, async (session) => {
    const found: Row[] = [];
    for (const { name, of, fields } of PLACES) {
      const sums = ACCOUNTS.map((account) => [account, { $sum: `${fields.balances}.${account}` }]);
      const $group = { _id: fields.cohortId, currency: { $first: fields.currency }, ...Object.fromEntries(sums) };
      const added = connection.collection(name).aggregate<Row>([{ $match: of(which) }, { $group }], { session });
      found.push(...(await added.toArray()));
    }
    return found;
  });
  const found = new Map<string, BalancesOfCohort>();
  for (const row of rows) {
    const before = found.get(row._id);
    const balances = addBalances(before?.balances ?? {}, row);
    found.set(row._id, { currency: before?.currency ?? row.currency, balances });
  }
  return found;
}
