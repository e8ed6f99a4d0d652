import type { MongoConnection } from '@daka/service-kit';
import type { Account } from '../../domain/ledger/accounts';
import type { CohortBooks } from '../../ports';
import { BOOKS } from './books';

const on = (account: Account) => ({ $ifNull: [`$state.balances.${account}`, 0] });
const atLeastNothing = (...minors: unknown[]) => ({ $max: [0, { $add: minors }] });
const poolMinor = { $subtract: [0, on('forfeit_pool')] };
/** Charged by the platform: no charge of it is in a connected account. */
const isHere = {
  $eq: [
    0,
    {
      $size: {
        $filter: {
          input: { $ifNull: ['$state.charges', []] },
          cond: { $eq: [{ $type: '$$this.accountId' }, 'string'] },
        },
      },
    },
  ],
};
const here = (minor: unknown) => ({ $sum: { $cond: [isHere, minor, 0] } });

/** Adds up, in the database, what decides how much of a cohort's pool may go out. */
export function moneyOfCohort({ connection }: MongoConnection): CohortBooks['moneyOf'] {
  return async (cohortId) => {
    const [row] = await connection
      .collection(BOOKS)
      .aggregate<{ poolMinor: number; herePoolMinor: number; shortMinor: number; disputedMinor: number }>([
        { $match: { 'state.cohortId': cohortId, 'state.price': { $ne: null } } },
        {
          $group: {
            _id: null,
            poolMinor: { $sum: poolMinor },
            herePoolMinor: here(poolMinor),
            // What the organiser has of a fee already counts with what it cost: both are no longer there.
            shortMinor: here(
              atLeastNothing(
                on('processor_fees'),
                on('dispute_losses'),
                on('overpaid_payouts'),
                on('organiser_transfers'),
                on('fees_earned'),
              ),
            ),
            disputedMinor: here(atLeastNothing(on('disputes_open'))),
          },
        },
      ])
      .toArray();
    const { poolMinor: pool = 0, herePoolMinor = 0, shortMinor = 0, disputedMinor = 0 } = row ?? {};
    return { poolMinor: pool, herePoolMinor, shortMinor, disputedMinor };
  };
}
