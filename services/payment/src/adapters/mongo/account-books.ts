import { LEARNER_ACCOUNTS } from '@daka/proof';
import type { MongoConnection } from '@daka/service-kit';
import { ACCOUNTS } from '../../domain/ledger/accounts';
import type { AccountBooks } from '../../domain/proof/custody';
import type { AllAccountBooks } from '../../ports';
import { BOOKS } from './books';
import { COHORT_BOOKS } from './cohort-books';

interface Row {
  _id: { account: string; organisationId: string; currency: string };
  [sum: string]: unknown;
}
interface SharedRow {
  _id: { organisationId: string | null; currency: string };
  /** Of the pool, what the books of learners still show as in it; and what of that is the charity's. */
  sharedMinor: number;
  charityMinor: number;
  /** What went to the organiser of it: all of it out of the platform's own account. */
  cashMinor: number;
}

/** Adds up all books by the processor's account that has their money, in the database: one row for an organisation, account and currency. */
export function createAccountBooks({ connection }: MongoConnection): AllAccountBooks {
  return {
    async all() {
      const [rows, shared] = await Promise.all([
        connection.collection(BOOKS).aggregate<Row>(BY_ACCOUNT).toArray(),
        connection.collection(COHORT_BOOKS).aggregate<SharedRow>(BY_ORGANISATION).toArray(),
      ]);
      // What was shared of a pool is counted once, in the first account that has the organisation's money.
      const seen = new Set<string>();
      return rows.map((row) => {
        const { organisationId, currency } = row._id;
        const name = `${organisationId} ${currency}`;
        const own = seen.has(name)
          ? undefined
          : shared.find(({ _id }) => `${_id.organisationId} ${_id.currency}` === name);
        seen.add(name);
        return accountBooks(row, own);
      });
    },
  };
}

const BY_ACCOUNT = [
  { $match: { 'state.price': { $ne: null } } },
  {
    $group: {
      _id: {
        account: { $ifNull: [{ $arrayElemAt: ['$state.charges.accountId', 0] }, ''] },
        organisationId: '$state.organisationId',
        currency: '$state.price.currency',
      },
      ...Object.fromEntries(ACCOUNTS.map((account) => [account, { $sum: `$state.balances.${account}` }])),
    },
  },
  { $sort: { _id: 1 } },
];
const BY_ORGANISATION = [
  { $match: { state: { $ne: null } } },
  { $lookup: { from: 'cohorts', localField: '_id', foreignField: '_id', as: 'cohort' } },
  {
    $group: {
      _id: { organisationId: { $first: '$cohort.state.organisationId' }, currency: '$state.currency' },
      sharedMinor: { $sum: { $add: ['$state.organiserMinor', '$state.charityMinor'] } },
      charityMinor: { $sum: '$state.charityMinor' },
      cashMinor: { $sum: { $ifNull: ['$state.balances.stripe_cash', 0] } },
    },
  },
];

function accountBooks({ _id, ...balances }: Row, shared: SharedRow | undefined): AccountBooks {
  const creditOf = (account: string) => 0 - Number(balances[account] ?? 0);
  const inFlightMinor = creditOf('refunds_in_flight');
  const cashMinor = 0 - creditOf('stripe_cash') - inFlightMinor + (shared?.cashMinor ?? 0);
  const owedMinor = LEARNER_ACCOUNTS.reduce((sum, account) => sum + creditOf(account), 0) - inFlightMinor;
  const poolMinor = creditOf('forfeit_pool') - (shared?.sharedMinor ?? 0) + (shared?.charityMinor ?? 0);
  const organisersMinor = cashMinor - owedMinor - creditOf('fees_deferred') - poolMinor;
  return { ..._id, cashMinor, owedMinor, organisersMinor };
}
