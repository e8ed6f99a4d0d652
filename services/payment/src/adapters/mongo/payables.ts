import type { StoreIndex } from '@daka/service-kit';
import type { Collection } from 'mongoose';
import type { Books, Payables } from '../../ports';
import { disputesIn } from './books-to-tend';

const PAYABLE = { 'state.balances.refunds_payable': { $lt: 0 } };

/** Few books of a cohort owe something that is not on its way. */
export const PAYABLES: StoreIndex = [
  { 'state.cohortId': 1, 'state.balances.refunds_payable': 1 },
  { partialFilterExpression: PAYABLE },
];

/** What waits for its refund, or for another way out, and what banks question. */
export function payablesOf(books: Collection): Pick<Books, 'payablesOf' | 'openDisputesOf'> {
  return {
    async payablesOf(cohortId) {
      const failed = (of: unknown) => ({ $sum: { $cond: [{ $eq: ['$refund.status', 'failed'] }, of, 0] } });
      const pipeline = [
        { $match: { 'state.cohortId': cohortId, ...PAYABLE } },
        { $project: { refund: '$state.refunds' } },
        { $unwind: '$refund' },
        { $match: { 'refund.status': { $in: ['planned', 'failed'] } } },
        {
          $group: {
            _id: null,
            refunds: { $sum: 1 },
            amountMinor: { $sum: '$refund.amountMinor' },
            dueSinceMs: { $min: '$refund.dueAtMs' },
            failed: failed(1),
            failedMinor: failed('$refund.amountMinor'),
          },
        },
        { $project: { _id: 0 } },
      ];
      const [row] = await books.aggregate<Payables>(pipeline).toArray();
      return row ?? { refunds: 0, amountMinor: 0, dueSinceMs: null, failed: 0, failedMinor: 0 };
    },
    async openDisputesOf(cohortId) {
      const isOpen = { 'state.disputes.status': 'open' };
      const pipeline = [{ $match: disputesIn(cohortId, true) }, { $unwind: '$state.disputes' }, { $match: isOpen }];
      const [row] = await books.aggregate<{ count: number }>([...pipeline, { $count: 'count' }]).toArray();
      return row?.count ?? 0;
    },
  };
}
